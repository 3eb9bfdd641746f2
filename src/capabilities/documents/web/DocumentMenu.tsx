import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { addressOf } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { documentRoutes } from '../contract.ts';
import { messages } from './messages.ts';
import { offeredFormats, type OfferedDocument } from './offered.ts';

/** The document of a page, in any format, as of the date in view. */
export function DocumentMenu({ document }: { readonly document: OfferedDocument }): JSX.Element {
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
        {offeredFormats[document].map((format) => (
          <Menu.Item
            key={format}
            component="a"
            download
            href={addressOf(documentRoutes[document], { organizationId: id }, { ...query, format })}
          >
            {text.menu[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
