import { Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { JSX, ReactNode } from 'react';
import classes from './page.module.css';

/** The head of every page: title, one quiet line that says what is seen, and the page's actions at the right. */
export function PageHeader({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}): JSX.Element {
  useDocumentTitle(`${title} · Muster`);
  return (
    <header className={classes.header}>
      <div className={classes.heading}>
        <Title order={1}>{title}</Title>
        {lead !== undefined && (
          <Text size="sm" c="dimmed" component="div">
            {lead}
          </Text>
        )}
      </div>
      {children !== undefined && (
        <Group gap="xs" data-screen-only>
          {children}
        </Group>
      )}
    </header>
  );
}
