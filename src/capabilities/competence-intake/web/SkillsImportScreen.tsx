import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { ImportReportView } from '../../intake/web/ImportReportView.tsx';
import { intakeMessages } from '../../intake/web/messages.ts';
import { SourceDrop } from '../../intake/web/SourceDrop.tsx';
import { ImportProgressBar } from '../../people/web/ImportProgressBar.tsx';
import { ToldConsequences } from '../../roles/web/ConsequenceList.tsx';
import { UndoImport } from '../../trail/web/UndoImport.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { competenceIntakeMessages } from './messages.ts';
import { SkillsChoices } from './SkillsChoices.tsx';
import { useSkillsImport } from './skills-import.ts';

const endings = ['.xlsx', '.csv', '.tsv', '.md', '.docx', '.txt'];

/** Brings competences and trainings in from a file: dry run, what its levels and names stand for, agreement, result. */
export function SkillsImportScreen(): JSX.Element {
  const texts = useMessages(competenceIntakeMessages);
  const words = useMessages(intakeMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('competenceAssessment');
  const intake = useSkillsImport();
  const { report } = intake;
  const worth = report === undefined ? 0 : report.taken + report.changed;
  return (
    <Stack gap="md">
      <div>
        <BackLink renderRoot={(props) => <Link to="/o/$slug/competence" params={{ slug }} {...props} />}>
          {texts.back}
        </BackLink>
        <PageHeader title={texts.title} lead={texts.lead} />
      </div>
      {!mayChange && <Text>{texts.noPermission}</Text>}
      <ProblemAlert error={intake.error} />
      {mayChange && report === undefined && (
        <SourceDrop
          hint={texts.hint}
          endings={endings}
          loading={intake.isPending}
          onFile={intake.tryFile}
          onRefused={intake.reset}
        />
      )}
      {intake.underWay !== null && <ImportProgressBar importId={intake.underWay} />}
      {report !== undefined && (
        <>
          <Group gap="xs">
            {report.dryRun ? (
              <Button disabled={worth === 0} loading={intake.isPending} onClick={intake.take}>
                {worth === 0 ? words.takeNothing : words.take(worth)}
              </Button>
            ) : (
              <Button renderRoot={(props) => <Link to="/o/$slug/competence" params={{ slug }} {...props} />}>
                {texts.open}
              </Button>
            )}
            <Button variant="default" onClick={intake.reset}>
              {report.dryRun ? texts.again : words.another}
            </Button>
            <UndoImport change={report.change} register="competenceAssessment" onDone={intake.reset} />
          </Group>
          {report.proposed > 0 && <Proposed count={report.proposed} isDry={report.dryRun} />}
          {report.dryRun && (
            <Panel title={texts.effect} lead={texts.effectLead}>
              {report.effect === null ? (
                <Text size="sm">{texts.effectUnseen}</Text>
              ) : (
                <ToldConsequences
                  told={report.effect.worst}
                  created={report.effect.created}
                  removed={report.effect.removed}
                />
              )}
            </Panel>
          )}
          {report.dryRun && <SkillsChoices intake={intake} report={report} />}
          <ImportReportView report={report} />
        </>
      )}
    </Stack>
  );
}

/** Says of trainings that are not done that a file approves nothing. */
const Proposed = ({ count, isDry }: { readonly count: number; readonly isDry: boolean }): JSX.Element => {
  const texts = useMessages(competenceIntakeMessages).proposed;
  const { slug } = useOrganization();
  return (
    <Text size="sm">
      {isDry ? texts.dry(count) : texts.done(count)}{' '}
      {!isDry && (
        <Anchor
          inherit
          underline="always"
          renderRoot={(props) => (
            <Link to="/o/$slug/training" params={{ slug }} search={{ show: 'waiting' }} {...props} />
          )}
        >
          {texts.open}
        </Anchor>
      )}
    </Text>
  );
};
