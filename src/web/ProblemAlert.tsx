import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from './message.ts';
import { messages } from './messages.ts';
import classes from './page.module.css';
import { requestIdOf, sentenceOf, standsAtFields } from './problem.ts';

/** What the server refused, in place; nothing when there is no error or all of it stands at the named fields already. */
export function ProblemAlert({
  error,
  fields = [],
}: {
  readonly error: Error | null;
  readonly fields?: readonly string[];
}): JSX.Element | null {
  const text = useMessages(messages);
  if (error === null || standsAtFields(error, fields)) return null;
  const requestId = requestIdOf(error);
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      role="alert"
      py="xs"
      className={classes.problem}
    >
      <Text size="sm">{sentenceOf(error)}</Text>
      {requestId !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          {text.error.requestId(requestId)}
        </Text>
      )}
    </Alert>
  );
}
