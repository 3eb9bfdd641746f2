import { Badge, Button, Group, Loader, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { findEvidenceKind } from '../../../domain/evidence-kind.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import page from '../../people/web/person.module.css';
import { measureRoutes, type MeasureRow, type SessionRow } from '../measure-contract.ts';
import { measureMessages } from './measure-messages.ts';
import { MeasureDrawer } from './MeasureDrawer.tsx';
import { useMeasureText } from './MeasureTable.tsx';
import { moneyText } from './money-text.ts';
import { SessionsPanel } from './SessionsPanel.tsx';
import classes from './training.module.css';
import { useTrainingPages } from './training-pages.ts';
import { TrainingTable } from './TrainingTable.tsx';

type MeasureDetails = MeasureRow & { readonly sessions: readonly SessionRow[] };

/** One measure: what it is, when it takes place, who does it. */
export function MeasureScreen(): JSX.Element {
  const { measureId = '' } = useParams({ strict: false });
  const texts = useMessages(measureMessages);
  const read = useRead(measureRoutes.measure, { path: { measureId } });
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  return <MeasurePage key={measureId} measure={read.data} />;
}

const MeasurePage = ({ measure }: { readonly measure: MeasureDetails }): JSX.Element => {
  const texts = useMessages(measureMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('measure');
  const update = useWrite(measureRoutes.updateMeasure);
  const trainings = useTrainingPages({ measureId: measure.id, sort: 'due' });
  const [editing, setEditing] = useState(false);
  return (
    <>
      <BackLink renderRoot={(props) => <Link to="/o/$slug/training/measures" params={{ slug }} {...props} />}>
        {texts.back}
      </BackLink>
      <PageHeader
        title={measure.name}
        lead={
          <Group gap="xs">
            {texts.kinds[measure.kind]}
            {measure.withdrawn && <Badge color="gray">{texts.withdrawn}</Badge>}
          </Group>
        }
      >
        {mayChange && (
          <>
            <Button
              variant="default"
              loading={update.isPending}
              onClick={() =>
                update.mutate({
                  path: { measureId: measure.id },
                  version: measure.version,
                  body: { withdrawn: !measure.withdrawn },
                })
              }
            >
              {measure.withdrawn ? texts.offer : texts.withdraw}
            </Button>
            <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
              {texts.edit}
            </Button>
          </>
        )}
      </PageHeader>
      <ProblemAlert error={update.error} />
      <div className={page.columns}>
        <div className={page.main}>
          <SessionsPanel measure={measure} sessions={measure.sessions} />
          <Panel title={texts.trainings} count={trainings.total}>
            <ProblemAlert error={trainings.error} />
            {trainings.total === 0 && !trainings.isLoading ? (
              <Text size="sm" c="dimmed">
                {texts.noTrainings}
              </Text>
            ) : (
              <div className={classes.narrow}>
                <TrainingTable
                  rows={trainings.rows}
                  total={trainings.total}
                  onEnd={trainings.more}
                  choice={null}
                  without="measure"
                />
              </div>
            )}
          </Panel>
        </div>
        <div className={page.side}>
          <MeasureFacts measure={measure} />
        </div>
      </div>
      {editing && <MeasureDrawer measure={measure} onClose={() => setEditing(false)} />}
    </>
  );
};

const MeasureFacts = ({ measure }: { readonly measure: MeasureRow }): JSX.Element => {
  const texts = useMessages(measureMessages);
  const format = useFormat();
  const { reaches, check } = useMeasureText();
  const { columns } = texts;
  const { audience, repeatMonths, evidenceKind } = measure;
  const facts: readonly (readonly [string, string | null])[] = [
    [texts.description, measure.description === '' ? null : measure.description],
    [texts.provider, measure.provider],
    [columns.cost, measure.cost === null ? null : moneyText(measure.cost)],
    [columns.hours, measure.hours === null ? null : format.number(measure.hours)],
    [columns.competences, measure.competences.length === 0 ? null : reaches(measure)],
    [texts.certificate, evidenceKind === null ? null : (findEvidenceKind(evidenceKind)?.name ?? evidenceKind)],
    [columns.repeat, repeatMonths === null ? null : texts.months(repeatMonths)],
    [columns.check, check(measure)],
    [columns.effective, measure.checked === 0 ? null : texts.ofChecked(measure.effective, measure.checked)],
    [
      texts.has,
      audience === null
        ? null
        : audience.everyone
          ? texts.everyone
          : texts.audience(audience.roleIds.length, audience.units.length),
    ],
  ];
  return (
    <Panel title={measure.name}>
      <dl className={page.facts}>
        {facts.map(
          ([label, value]) =>
            value !== null && (
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
