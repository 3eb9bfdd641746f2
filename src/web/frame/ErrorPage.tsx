import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import type { JSX } from 'react';
import { MusterError } from '../../kernel/errors.ts';
import { CallError } from '../client.ts';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import { requestIdOf, sentenceOf } from '../problem.ts';
import classes from './frame.module.css';
import { NotFoundPage } from './NotFoundPage.tsx';

/** A page that failed: what happened, the reference for the server's log, and a way on. */
export function ErrorPage({ error: thrown, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>): JSX.Element {
  const error = thrown instanceof Error ? thrown : new MusterError({ code: 'unusable-data', reason: String(thrown) });
  const text = useMessages(messages);
  const router = useRouter();
  const client = useQueryClient();
  if (error instanceof CallError && error.problem.code === 'not-found') return <NotFoundPage />;
  const forbidden = error instanceof CallError && error.problem.code === 'forbidden';
  const requestId = requestIdOf(error);
  const again = (): void => {
    void client.resetQueries({ predicate: (query) => query.state.status === 'error' });
    reset();
    void router.invalidate();
  };
  return (
    <Stack className={classes.notice} align="flex-start" gap="sm" role="alert">
      <Title order={1}>{forbidden ? text.error.forbiddenTitle : text.error.title}</Title>
      <Text>{error instanceof CallError ? sentenceOf(error) : text.error.unexpected}</Text>
      {!(error instanceof CallError) && <Code block>{error.message}</Code>}
      {requestId !== null && (
        <Text size="sm" c="dimmed">
          {text.error.requestHint}
          <br />
          <Code>{requestId}</Code>
        </Text>
      )}
      <Group gap="xs">
        <Button onClick={again}>{text.error.again}</Button>
        <Button variant="default" component="a" href="/">
          {text.error.home}
        </Button>
      </Group>
    </Stack>
  );
}
