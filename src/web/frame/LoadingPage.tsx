import { Loader } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import classes from './frame.module.css';

export function LoadingPage(): JSX.Element {
  const text = useMessages(messages);
  return (
    <output className={classes.loading} aria-label={text.loading}>
      <Loader size="sm" type="dots" />
    </output>
  );
}
