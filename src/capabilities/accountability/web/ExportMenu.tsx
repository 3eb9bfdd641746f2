import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { JSX } from 'react';
import { documentRoutes } from '../../documents/contract.ts';
import { documentFormats } from '../../documents/model.ts';
import { useAsOf } from '../../../web/as-of.ts';
import { addressOf } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { accountabilityMessages } from './messages.ts';

/** The matrix as a document, in any format, as of the date in view. */
export function ExportMenu(): JSX.Element {
  const texts = useMessages(accountabilityMessages);
  const { id } = useOrganization();
  const { query } = useAsOf();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {texts.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {documentFormats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            download
            href={addressOf(documentRoutes.accountabilityMatrix, { organizationId: id }, { ...query, format })}
          >
            {texts.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
