import { Button, Group, Text } from '@mantine/core';
import { IconBraces, IconFileTypeDocx, IconFileTypePdf, type Icon } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { addressOf } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import { documentRoutes } from '../../documents/contract.ts';
import { projectFormats, type ProjectFormat } from '../../documents/model.ts';
import { programmeMessages } from './messages.ts';

const icons: Readonly<Record<ProjectFormat, Icon>> = {
  pdf: IconFileTypePdf,
  docx: IconFileTypeDocx,
  json: IconBraces,
};

interface ProjectFormatsProps {
  readonly projectId: string;
  /** Said beside the format where several projects stand on one page. */
  readonly name?: string;
}

/** A button for each format of the result, as of the date in view. */
export function ProjectFormats({ projectId, name }: ProjectFormatsProps): JSX.Element {
  const { formats, formatOf } = useMessages(programmeMessages).result;
  const { id } = useOrganization();
  const { query } = useAsOf();
  return (
    <Group gap="xs">
      {projectFormats.map((format) => {
        const FormatIcon = icons[format];
        return (
          <Button
            key={format}
            variant="default"
            component="a"
            download
            aria-label={name === undefined ? undefined : formatOf(formats[format], name)}
            leftSection={<FormatIcon size={16} stroke={1.6} aria-hidden />}
            href={addressOf(documentRoutes.resourceProject, { organizationId: id, projectId }, { ...query, format })}
          >
            {formats[format]}
          </Button>
        );
      })}
    </Group>
  );
}

/** The result of a project as a document. */
export function ProjectDownloads({ projectId }: { readonly projectId: string }): JSX.Element {
  const texts = useMessages(programmeMessages).result;
  return (
    <Panel title={texts.document}>
      <Text size="sm" mb="sm">
        {texts.documentLead}
      </Text>
      <ProjectFormats projectId={projectId} />
    </Panel>
  );
}
