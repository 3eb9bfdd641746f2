import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { requirements } from '../../../domain/catalogue.ts';
import { ImportReportView } from '../../intake/web/ImportReportView.tsx';
import { intakeMessages } from '../../intake/web/messages.ts';
import { SourceDrop } from '../../intake/web/SourceDrop.tsx';
import { UndoImport } from '../../trail/web/UndoImport.tsx';
import { roleRoutes } from '../../roles/contract.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import classes from './accountability.module.css';
import { useMatrixImport, type MatrixImport } from './matrix-import.ts';
import { accountabilityMessages } from './messages.ts';
import { NameMapping } from './NameMapping.tsx';

const endings = ['.xlsx', '.csv', '.tsv', '.md', '.docx', '.txt'];

/** Brings a matrix in from a file: dry run, corrections, agreement, result. */
export function MatrixImportScreen(): JSX.Element {
  const texts = useMessages(accountabilityMessages).import;
  const words = useMessages(intakeMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('accountability');
  const intake = useMatrixImport();
  return (
    <Stack gap="md">
      <div>
        <BackLink renderRoot={(props) => <Link to="/o/$slug/accountability" params={{ slug }} {...props} />}>
          {texts.back}
        </BackLink>
        <PageHeader title={texts.title} lead={texts.lead} />
      </div>
      {!mayChange && <Text>{texts.noPermission}</Text>}
      <ProblemAlert error={intake.error} />
      {mayChange && intake.report === undefined && (
        <SourceDrop
          hint={texts.hint}
          endings={endings}
          loading={intake.isPending}
          onFile={intake.tryFile}
          onRefused={intake.reset}
        />
      )}
      {intake.isPending && (
        <Group gap="xs" role="status">
          <Loader size="xs" />
          <Text size="sm">{words.reading}</Text>
        </Group>
      )}
      {intake.report !== undefined && <Steps intake={intake} report={intake.report} slug={slug} />}
    </Stack>
  );
}

interface StepsProps {
  readonly intake: MatrixImport;
  readonly report: NonNullable<MatrixImport['report']>;
  readonly slug: string;
}

const Steps = ({ intake, report, slug }: StepsProps): JSX.Element => {
  const texts = useMessages(accountabilityMessages).import;
  const words = useMessages(intakeMessages);
  const roles = useRead(roleRoutes.roles);
  const worth = report.taken + report.changed;
  const ignore = { value: 'ignore', label: texts.ignore };
  const roleTargets = [
    { value: 'new', label: texts.newRole },
    ignore,
    ...(roles.data ?? []).map((role) => ({ value: role.id, label: role.name })),
  ];
  const requirementTargets = [
    ignore,
    ...requirements.map((requirement) => ({ value: requirement.id, label: `${requirement.id} ${requirement.title}` })),
  ];
  return (
    <>
      <Group gap="xs">
        {report.dryRun ? (
          <>
            <Button disabled={worth === 0} loading={intake.isPending} onClick={intake.take}>
              {worth === 0 ? words.takeNothing : words.take(worth)}
            </Button>
            <Button variant="default" onClick={intake.reset}>
              {texts.again}
            </Button>
          </>
        ) : (
          <>
            <Button renderRoot={(props) => <Link to="/o/$slug/accountability" params={{ slug }} {...props} />}>
              {texts.open}
            </Button>
            <Button variant="default" onClick={intake.reset}>
              {words.another}
            </Button>
            <UndoImport change={report.change} register="accountability" onDone={intake.reset} />
          </>
        )}
      </Group>
      {report.dryRun && (
        <div className={classes.mappings}>
          <NameMapping
            title={texts.rolesTitle}
            lead={texts.rolesLead}
            names={report.roles}
            targets={roleTargets}
            readOnly={intake.isPending}
            onChoose={intake.choose}
          />
          <NameMapping
            title={texts.requirementsTitle}
            lead={texts.requirementsLead}
            names={report.requirements}
            targets={requirementTargets}
            readOnly={intake.isPending}
            onChoose={intake.choose}
          />
        </div>
      )}
      <ImportReportView report={report} />
    </>
  );
};
