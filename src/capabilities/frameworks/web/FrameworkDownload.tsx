import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { JSX } from 'react';
import { documentFormats } from '../../documents/model.ts';
import { messages } from '../../documents/web/messages.ts';
import { useAsOf } from '../../../web/as-of.ts';
import { addressOf } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { frameworkRoutes } from '../contract.ts';

/** The matrix of a framework as a document, as of the date in view. */
export function FrameworkDownload({ frameworkId }: { readonly frameworkId: string }): JSX.Element {
  const text = useMessages(messages);
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
          {text.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {documentFormats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            download
            href={addressOf(frameworkRoutes.frameworkMatrix, { organizationId: id, frameworkId }, { ...query, format })}
          >
            {text.menu[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
