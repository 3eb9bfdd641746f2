import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRubberStamp } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { documentRoutes } from '../contract.ts';
import type { VersionedDocument } from '../model.ts';
import { DocumentVersions } from './DocumentVersions.tsx';
import { versionMessages } from './version-messages.ts';

/** A button of a page's head that says which version is approved, and opens the versions beside the page. */
export function VersionsDrawer({ document }: { readonly document: VersionedDocument }): JSX.Element {
  const texts = useMessages(versionMessages);
  const [isOpen, { open, close }] = useDisclosure();
  const read = useRead(documentRoutes.documentVersions, { query: { document } });
  return (
    <>
      <Button variant="default" leftSection={<IconRubberStamp size={16} aria-hidden />} onClick={open}>
        {texts.open}
        {read.data !== undefined && `: ${texts.badge(read.data.approved, read.data.changed.length)}`}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        size="lg"
        title={texts.title}
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        <DocumentVersions document={document} />
      </Drawer>
    </>
  );
}
