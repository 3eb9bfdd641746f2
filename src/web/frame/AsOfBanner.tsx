import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useAddressFilters } from '../address.ts';
import { useAsOf } from '../as-of.ts';
import { useFormat, useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import classes from './frame.module.css';

/** Pages that always show now. */
const readsNow = /^\/o\/[^/]+\/(trail|settings)(\/|$)/;

/** Says above every page that another date is shown, and leads back. Nothing today. */
export function AsOfBanner(): JSX.Element | null {
  const text = useMessages(messages).asOf;
  const format = useFormat();
  const { on, recordedAt, isNow } = useAsOf();
  const { pathname } = useLocation();
  const [, change] = useAddressFilters();
  if (isNow) return null;
  const parts = [
    ...(on === undefined ? [] : [text.on(format.date(on))]),
    ...(recordedAt === undefined ? [] : [text.recorded(format.moment(recordedAt))]),
  ];
  return (
    <output className={classes.banner}>
      <IconHistory size={16} aria-hidden />
      <strong>{parts.join(', ')}</strong>
      <span>{recordedAt === undefined ? text.undated : readsNow.test(pathname) ? text.notHere : text.readOnly}</span>
      <Button
        size="compact-sm"
        variant="default"
        data-screen-only
        onClick={() => change({ on: undefined, recordedAt: undefined })}
      >
        {text.backToToday}
      </Button>
    </output>
  );
}
