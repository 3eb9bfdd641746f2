import { Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarTime } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useAddressFilters } from '../address.ts';
import { useAsOf } from '../as-of.ts';
import { useFormat, useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import { today } from '../today.ts';
import classes from './frame.module.css';

/** The moment that a datetime field shows, in the reader's zone. */
const localMoment = (instant: string): string => {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** Sets the date of the facts in the address: a day, a moment of recording, or both. */
export function AsOfControl(): JSX.Element {
  const text = useMessages(messages).asOf;
  const format = useFormat();
  const { on, recordedAt, isNow } = useAsOf();
  const [, change] = useAddressFilters();
  const [opened, popover] = useDisclosure(false);
  const [day, setDay] = useState(on ?? today());
  const [moment, setMoment] = useState(recordedAt === undefined ? '' : localMoment(recordedAt));
  const label =
    recordedAt === undefined
      ? on === undefined
        ? text.today
        : text.on(format.date(on))
      : text.recorded(format.moment(recordedAt));
  const show = (): void => {
    change({
      on: day === today() || day === '' ? undefined : day,
      recordedAt: moment === '' ? undefined : new Date(moment).toISOString(),
    });
    popover.close();
  };
  return (
    <Popover
      opened={opened}
      onChange={popover.toggle}
      position="bottom-end"
      width={320}
      trapFocus
      shadow="md"
      radius="md"
    >
      <Popover.Target>
        <Button
          variant={isNow ? 'subtle' : 'filled'}
          color={isNow ? 'gray' : '#8f4400'}
          leftSection={<IconCalendarTime size={16} aria-hidden />}
          className={classes.asOf}
          onClick={popover.toggle}
          aria-label={`${text.change}: ${label}`}
        >
          <span className={classes.asOfText}>{label}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack
          gap="sm"
          component="form"
          onSubmit={(event) => {
            event.preventDefault();
            show();
          }}
        >
          <Text size="sm">{text.explain}</Text>
          <TextInput
            type="date"
            label={text.onLabel}
            description={text.onHint}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={text.recordedLabel}
            description={text.recordedHint}
            value={moment}
            onChange={(event) => setMoment(event.currentTarget.value)}
          />
          <Button type="submit">{text.apply}</Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
