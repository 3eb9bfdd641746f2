import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { ImportReportView } from '../../intake/web/ImportReportView.tsx';
import { SourceDrop } from '../../intake/web/SourceDrop.tsx';
import { UndoImport } from '../../trail/web/UndoImport.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import type { PublishedImportReport } from '../published-import.ts';
import classes from './framework.module.css';
import { frameworkMessages } from './framework-messages.ts';

/** Takes a published framework in: what the file holds, what would become of each row, agreement, result. */
export function CompetenceImportScreen(): JSX.Element {
  const texts = useMessages(frameworkMessages).import;
  const { slug } = useOrganization();
  const mayChange = useMayChange('competenceFramework');
  const send = useWrite(competenceFrameworkRoutes.importCompetenceFramework);
  const [file, setFile] = useState<globalThis.File | null>(null);
  const [report, setReport] = useState<PublishedImportReport>();
  const run = (given: globalThis.File, dryRun: 'true' | 'false'): void =>
    send.mutate({ query: { name: given.name, dryRun }, file: given }, { onSuccess: setReport });
  const reset = (): void => {
    send.reset();
    setFile(null);
    setReport(undefined);
  };
  const toWrite = report === undefined ? 0 : report.taken + report.changed;
  return (
    <Stack gap="md">
      <div>
        <BackLink renderRoot={(props) => <Link to="/o/$slug/competence/framework" params={{ slug }} {...props} />}>
          {texts.back}
        </BackLink>
        <PageHeader title={texts.title} lead={texts.lead} />
      </div>
      {!mayChange && <Text>{texts.noPermission}</Text>}
      <ProblemAlert error={send.error} />
      {mayChange && report === undefined && (
        <SourceDrop
          hint={texts.hint}
          endings={['.json']}
          loading={send.isPending}
          onFile={(given) => {
            setFile(given);
            run(given, 'true');
          }}
          onRefused={send.reset}
        />
      )}
      {send.isPending && (
        <Group gap="xs" role="status">
          <Loader size="xs" />
          <Text size="sm">{texts.reading}</Text>
        </Group>
      )}
      {report !== undefined && (
        <>
          <Group gap="xs">
            {report.dryRun ? (
              <Button
                loading={send.isPending}
                disabled={toWrite === 0}
                onClick={() => {
                  if (file !== null) run(file, 'false');
                }}
              >
                {toWrite === 0 ? texts.nothing : texts.take(toWrite)}
              </Button>
            ) : (
              <Button renderRoot={(props) => <Link to="/o/$slug/competence/framework" params={{ slug }} {...props} />}>
                {texts.open}
              </Button>
            )}
            <Button variant="default" onClick={reset}>
              {texts.again}
            </Button>
            {!report.dryRun && <UndoImport change={report.change} register="competence" onDone={reset} />}
          </Group>
          <FileHolds report={report} />
          <ImportReportView report={report} />
        </>
      )}
    </Stack>
  );
}

const counted = ['workRoles', 'areas', 'knowledge', 'skills', 'competences', 'tasks'] as const;

const FileHolds = ({ report }: { readonly report: PublishedImportReport }) => {
  const texts = useMessages(frameworkMessages).import;
  const { framework, before, withdrawn } = report;
  return (
    <Panel title={framework.name} lead={texts.before(before, framework.edition)}>
      <dl className={classes.figures} aria-label={texts.holds}>
        {counted
          .filter((name) => framework[name] > 0)
          .map((name) => (
            <div key={name}>
              <dt>{texts.counts[name]}</dt>
              <dd>{framework[name].toLocaleString('en')}</dd>
            </div>
          ))}
        {withdrawn > 0 && (
          <div>
            <dt>{texts.counts.withdrawn}</dt>
            <dd>{withdrawn.toLocaleString('en')}</dd>
          </div>
        )}
      </dl>
      <p className={classes.licence}>{framework.licence}</p>
    </Panel>
  );
};
