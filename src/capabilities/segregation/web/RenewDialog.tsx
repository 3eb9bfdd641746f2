import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { addDays, isPlainDate } from '../../../kernel/date.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { PersonPicker, type PickedPerson } from '../../people/web/PersonPicker.tsx';
import { segregationRoutes, type CompensatingControlRow } from '../contract.ts';
import { segregationMessages } from './messages.ts';

interface RenewDialogProps {
  readonly control: CompensatingControlRow;
  readonly onClose: () => void;
}

/** Renews a compensating control with an approval, ends it, or changes what is done and who sees to it. */
export function RenewDialog({ control, onClose }: RenewDialogProps): JSX.Element {
  const texts = useMessages(segregationMessages);
  const form = texts.renewForm;
  const update = useWrite(segregationRoutes.updateCompensatingControl);
  const [words, setWords] = useState(control.control);
  const [owner, setOwner] = useState<PickedPerson | null>(
    control.ownerId === null ? null : { id: control.ownerId, name: control.ownerName ?? '' },
  );
  const [approvedBy, setApprovedBy] = useState(control.approvedBy);
  const [until, setUntil] = useState<string>(lastDayOf(control.expires));
  const errors = fieldErrorsOf(update.error);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isPlainDate(until)) return;
    update.mutate(
      {
        path: { compensatingControlId: control.id },
        version: control.version,
        body: { control: words, ownerId: owner?.id ?? null, approvedBy, expires: addDays(until, 1) },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={form.title(control.personName)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
      size={520}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={form.control}
            required
            autosize
            minRows={3}
            maxLength={2000}
            data-autofocus
            value={words}
            error={errors['control']}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <PersonPicker label={form.owner} description={form.ownerHint} value={owner} onChange={setOwner} />
          <Group grow align="flex-start">
            <TextInput
              label={form.approvedBy}
              description={form.approvedByHint}
              required
              maxLength={200}
              value={approvedBy}
              error={errors['approvedBy']}
              onChange={(event) => setApprovedBy(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={form.until}
              required
              value={until}
              error={errors['expires']}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </Group>
          <ProblemAlert error={update.error} fields={['control', 'approvedBy', 'expires']} />
          <Group justify="flex-end">
            <Button
              type="submit"
              loading={update.isPending}
              disabled={words.trim() === '' || approvedBy.trim() === '' || !isPlainDate(until)}
            >
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
