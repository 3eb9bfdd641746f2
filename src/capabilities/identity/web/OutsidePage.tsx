import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { JSX, ReactNode } from 'react';
import { Mark } from '../../../web/frame/Mark.tsx';
import { useMessages } from '../../../web/message.ts';
import classes from './identity.module.css';
import { messages } from './messages.ts';

/** A page outside of any organization: one column, one thing to do. */
export function OutsidePage({
  title,
  lead,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): JSX.Element {
  const text = useMessages(messages);
  useDocumentTitle(`${title} · Muster`);
  return (
    <div className={classes.outside}>
      <main className={classes.card} data-wide={wide || undefined}>
        <div className={classes.brand}>
          <Mark size={30} />
          <span>{text.product}</span>
        </div>
        <Stack gap={4} mb="lg">
          <Title order={1}>{title}</Title>
          {lead !== undefined && <Text c="dimmed">{lead}</Text>}
        </Stack>
        {children}
      </main>
    </div>
  );
}
