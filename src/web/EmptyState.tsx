import { Stack, Text, Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import classes from './page.module.css';

/** An empty page teaches: what belongs here, what the clause asks, and one button to begin. */
export function EmptyState({
  icon,
  title,
  what,
  clause,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly what: string;
  readonly clause?: string;
  readonly children?: ReactNode;
}): JSX.Element {
  return (
    <Stack className={classes.empty} gap="xs" align="flex-start">
      <span className={classes.emptyIcon} aria-hidden>
        {icon}
      </span>
      <Title order={2}>{title}</Title>
      <Text size="md">{what}</Text>
      {clause !== undefined && (
        <Text size="sm" c="dimmed">
          {clause}
        </Text>
      )}
      {children !== undefined && <div className={classes.emptyActions}>{children}</div>}
    </Stack>
  );
}
