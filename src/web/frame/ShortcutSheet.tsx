import { Kbd, Modal, Table, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type JSX } from 'react';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import { useOrganization } from '../organization.ts';
import { allPages } from './pages.ts';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.closest('[role="grid"]') !== null);

const CHORD_MS = 1200;

/** Listens for `?` and for g followed by a page's letter, and shows what the keyboard can do. */
export function ShortcutSheet({
  opened,
  onOpen,
  onClose,
}: {
  readonly opened: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const text = useMessages(messages);
  const navigate = useNavigate();
  const { slug } = useOrganization();
  const chordAt = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') return onOpen();
      const isSecond = event.timeStamp - chordAt.current < CHORD_MS;
      const page = isSecond ? allPages.find(({ key }) => key === event.key) : undefined;
      chordAt.current = !isSecond && event.key === 'g' ? event.timeStamp : 0;
      if (page !== undefined) void navigate({ to: page.to, params: { slug } });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, onOpen, slug]);
  const row = (keys: JSX.Element, what: string): JSX.Element => (
    <Table.Tr key={what}>
      <Table.Td w={150}>{keys}</Table.Td>
      <Table.Td>{what}</Table.Td>
    </Table.Tr>
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={text.shortcuts.title}
      size="md"
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <Title order={3}>{text.shortcuts.everywhere}</Title>
      <Table mb="md">
        <Table.Tbody>
          {row(
            <>
              <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
            </>,
            text.shortcuts.search,
          )}
          {row(<Kbd>?</Kbd>, text.shortcuts.sheet)}
          {row(<Kbd>Esc</Kbd>, text.shortcuts.close)}
          {allPages.map(({ name, key }) =>
            row(
              <>
                <Kbd>G</Kbd> {text.shortcuts.chord} <Kbd>{key.toUpperCase()}</Kbd>
              </>,
              text.shortcuts.goTo(text.nav[name]),
            ),
          )}
        </Table.Tbody>
      </Table>
      <Title order={3}>{text.shortcuts.map}</Title>
      <Table>
        <Table.Tbody>
          {row(
            <>
              <Kbd>←</Kbd> <Kbd>→</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd>
            </>,
            text.shortcuts.move,
          )}
          {row(
            <>
              <Kbd>Home</Kbd> <Kbd>End</Kbd>
            </>,
            text.shortcuts.firstLast,
          )}
          {row(<Kbd>Enter</Kbd>, text.shortcuts.open)}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
