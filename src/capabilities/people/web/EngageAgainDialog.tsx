import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import type { PlainDate } from '../../../kernel/date.ts';
import { refusal } from '../../../web/form/form-errors.ts';
import { endAfter, lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import { engagementMessages } from './engagement-messages.ts';

/** Somebody comes back: the present engagement joins the earlier ones and a new one begins. */
export function EngageAgainDialog({
  person,
  onClose,
}: {
  readonly person: PersonRow;
  readonly onClose: () => void;
}): JSX.Element {
  const texts = useMessages(engagementMessages).again;
  const format = useFormat();
  const engage = useWrite(peopleRoutes.engageAgain);
  const [from, setFrom] = useState<string>(today());
  const [lastDay, setLastDay] = useState('');
  const refused = refusal(engage.error, ['from', 'to']);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const body = { from: from as PlainDate, to: endAfter(lastDay) as PlainDate | null };
    engage.mutate(
      { path: { personId: person.id }, version: person.version, body },
      {
        onSuccess: () => {
          notifications.show({ message: texts.done(person.name, format.date(from)), color: 'teal' });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title(person.name)}
      size={440}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {texts.hint(format.date(lastDayOf(person.to)))}
          </Text>
          <ProblemAlert error={refused.rest} fields={['from', 'to']} />
          <TextInput
            type="date"
            required
            data-autofocus
            label={texts.from}
            value={from}
            error={refused.at['from']}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={texts.to}
            description={texts.toHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={lastDay}
            error={refused.at['to']}
            onChange={(event) => setLastDay(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={engage.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
