import { Group, Loader, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { intakeMessages } from '../../intake/web/messages.ts';
import { SourceDrop } from '../../intake/web/SourceDrop.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { CataloguePreview } from './CataloguePreview.tsx';
import { useFrameworkImport } from './framework-import.ts';
import { frameworkMessages } from './messages.ts';

const endings = ['.json', '.yaml', '.yml'];

/** Brings a catalogue in from a file: what is in it, its key, agreement, result. */
export function FrameworkImportScreen(): JSX.Element {
  const texts = useMessages(frameworkMessages).import;
  const words = useMessages(intakeMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('framework');
  const intake = useFrameworkImport();
  const { report } = intake;
  return (
    <Stack gap="md">
      <div>
        <BackLink renderRoot={(props) => <Link to="/o/$slug/frameworks" params={{ slug }} {...props} />}>
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
      {intake.isPending && (
        <Group gap="xs" role="status">
          <Loader size="xs" />
          <Text size="sm">{report === undefined ? words.reading : words.writing}</Text>
        </Group>
      )}
      {report !== undefined && <CataloguePreview key={report.key} report={report} intake={intake} />}
    </Stack>
  );
}
