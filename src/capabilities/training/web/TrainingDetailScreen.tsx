import { Anchor, Button, Loader, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type JSX, type ReactNode } from 'react';
import { addressOf } from '../../../web/client.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { EvidenceList } from '../../competence/web/EvidenceList.tsx';
import page from '../../people/web/person.module.css';
import { trainingRoutes, type TrainingRow } from '../contract.ts';
import { isOpen } from '../training-standing.ts';
import { EffectDialog } from './EffectDialog.tsx';
import { trainingMessages } from './messages.ts';
import { moneyText } from './money-text.ts';
import { ReportDialog } from './ReportDialog.tsx';
import { TrainingBar } from './TrainingBar.tsx';
import { TrainingEditDialog } from './TrainingEditDialog.tsx';
import { useForText } from './TrainingTable.tsx';
import { TrainingState } from './TrainingState.tsx';
import { TrainingSteps } from './TrainingSteps.tsx';

/** One training, from the gap that it is for to the check of its effect. */
export function TrainingDetailScreen(): JSX.Element {
  const { trainingId = '' } = useParams({ strict: false });
  const texts = useMessages(trainingMessages);
  const read = useRead(trainingRoutes.training, { path: { trainingId } });
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  return <TrainingPage key={trainingId} row={read.data} />;
}

const TrainingPage = ({ row }: { readonly row: TrainingRow }): JSX.Element => {
  const texts = useMessages(trainingMessages);
  const format = useFormat();
  const { slug, personId, id: organizationId } = useOrganization();
  const mayChange = useMayChange('training');
  const update = useWrite(trainingRoutes.updateTraining);
  const [open, setOpen] = useState<'edit' | 'effect' | 'report' | null>(null);
  const close = (): void => setOpen(null);
  const mayReport = personId === row.personId || (row.own && mayChange);
  return (
    <>
      <BackLink renderRoot={(props) => <Link to="/o/$slug/training" params={{ slug }} {...props} />}>
        {texts.back}
      </BackLink>
      <PageHeader title={texts.open(row.personName, row.measureName)} lead={<TrainingState row={row} />}>
        {mayReport && isOpen(row) && row.reported === null && (
          <Button onClick={() => setOpen('report')}>{texts.actions.report}</Button>
        )}
        {row.sessionId !== null && (
          <Button
            variant="default"
            component="a"
            href={addressOf(trainingRoutes.sessionInvitation, { organizationId, trainingId: row.id })}
            download
          >
            {texts.actions.calendar}
          </Button>
        )}
        {mayChange && isOpen(row) && (
          <Button variant="default" onClick={() => setOpen('edit')}>
            {texts.actions.edit}
          </Button>
        )}
        {mayChange && row.state === 'completed' && !row.own && (
          <Button onClick={() => setOpen('effect')}>{texts.actions.check}</Button>
        )}
      </PageHeader>
      <TrainingBar rows={[row]} onClear={null} />
      {row.reported !== null && (
        <Panel title={texts.report.says(row.personName, format.date(row.reported.on))}>
          <Text size="sm">{row.reported.note}</Text>
          {row.reported.evidenceIds.length > 0 && <EvidenceList evidenceIds={row.reported.evidenceIds} />}
          <ProblemAlert error={update.error} />
          {mayChange && (
            <Button
              size="compact-sm"
              variant="default"
              mt="xs"
              loading={update.isPending}
              onClick={() =>
                update.mutate({ path: { trainingId: row.id }, version: row.version, body: { reported: null } })
              }
            >
              {texts.actions.sendBack}
            </Button>
          )}
        </Panel>
      )}
      <div className={page.columns}>
        <div className={page.main}>
          <Panel title={texts.page.history}>
            <TrainingSteps row={row} />
          </Panel>
          {row.evidenceIds.length > 0 && (
            <Panel title={texts.page.evidence} count={row.evidenceIds.length}>
              <EvidenceList evidenceIds={row.evidenceIds} />
            </Panel>
          )}
        </div>
        <div className={page.side}>
          <Facts row={row} />
        </div>
      </div>
      {open === 'edit' && <TrainingEditDialog row={row} onClose={close} />}
      {open === 'effect' && <EffectDialog row={row} onClose={close} />}
      {open === 'report' && (
        <ReportDialog
          row={row}
          onClose={close}
          onDone={() => {
            notifications.show({ message: texts.report.done, color: 'teal' });
            close();
          }}
        />
      )}
    </>
  );
};

const Facts = ({ row }: { readonly row: TrainingRow }): JSX.Element => {
  const { page: texts } = useMessages(trainingMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const forText = useForText();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      texts.person,
      <Anchor
        key="person"
        inherit
        renderRoot={(props) => (
          <Link to="/o/$slug/people/$personId" params={{ slug, personId: row.personId }} {...props} />
        )}
      >
        {row.personName}
      </Anchor>,
    ],
    [
      texts.measure,
      <Anchor
        key="measure"
        inherit
        renderRoot={(props) => (
          <Link to="/o/$slug/training/measures/$measureId" params={{ slug, measureId: row.measureId }} {...props} />
        )}
      >
        {row.measureName}
      </Anchor>,
    ],
    [texts.for, forText(row)],
    [texts.reason, row.reason],
    [texts.due, format.date(row.due)],
    [texts.cost, row.price === null ? '' : moneyText(row.price)],
    [texts.hours, row.hours === null ? '' : format.number(row.hours)],
    [texts.again, row.dueAgain === null ? '' : format.date(row.dueAgain)],
    [texts.note, row.note],
  ];
  return (
    <Panel title={texts.facts}>
      <dl className={page.facts}>
        {facts.map(
          ([label, value]) =>
            value !== '' && (
              <div key={label} className={page.fact}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Panel>
  );
};
