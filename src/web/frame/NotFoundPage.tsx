import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import classes from './frame.module.css';

/** For an address that leads nowhere, and for things that the reader may not know to exist. */
export function NotFoundPage(): JSX.Element {
  const text = useMessages(messages);
  return (
    <Stack className={classes.notice} align="flex-start" gap="sm">
      <Title order={1}>{text.error.notFoundTitle}</Title>
      <Text>{text.error.notFound}</Text>
      <Button variant="default" renderRoot={(props) => <Link to="/" {...props} />}>
        {text.error.home}
      </Button>
    </Stack>
  );
}
