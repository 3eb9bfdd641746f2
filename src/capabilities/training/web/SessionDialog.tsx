import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { refusal } from '../../../web/form/form-errors.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { measureRoutes } from '../measure-contract.ts';
import type { Measure, TrainingSession } from '../model.ts';
import { measureMessages } from './measure-messages.ts';
import { blankSession, readSession, sessionDraftOf, sessionFormFields, type SessionDraft } from './session-draft.ts';

interface SessionDialogProps {
  readonly measure: Measure;
  /** What to change; null plans a date. */
  readonly session: TrainingSession | null;
  readonly onClose: () => void;
}

/** Plans a date of a measure, moves it, or cancels it. */
export function SessionDialog({ measure, session, onClose }: SessionDialogProps): JSX.Element {
  const all = useMessages(measureMessages);
  const texts = all.sessions.form;
  const format = useFormat();
  const add = useWrite(measureRoutes.addSession);
  const update = useWrite(measureRoutes.updateSession);
  const [draft, setDraft] = useState<SessionDraft>(session === null ? blankSession() : sessionDraftOf(session));
  const [version, setVersion] = useState(session?.version ?? 0);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const refused = refusal(add.error ?? update.error, sessionFormFields);
  const errors: Readonly<Record<string, string>> = { ...refused.at, ...found };
  const conflict = conflictOf(update.error);
  const theirs = conflict === null ? null : (conflict.theirs as TrainingSession);
  const done = (message: string): void => {
    notifications.show({ message, color: 'teal' });
    onClose();
  };
  const save = (seen: number): void => {
    const read = readSession(draft, all.form.badCost);
    setFound(read.ok ? {} : read.errors);
    if (!read.ok) return;
    const onSuccess = (): void => done(texts.saved);
    if (session === null) add.mutate({ path: { measureId: measure.id }, body: read.fields }, { onSuccess });
    else update.mutate({ path: { trainingSessionId: session.id }, version: seen, body: read.fields }, { onSuccess });
  };
  const typed = (field: keyof SessionDraft) => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => {
      setDraft({ ...draft, [field]: event.currentTarget.value });
      setFound({});
      add.reset();
      if (theirs === null) update.reset();
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(version);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={session === null ? texts.create(measure.name) : texts.edit}
      closeButtonProps={{ 'aria-label': all.form.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {theirs !== null ? (
            <ConflictNotice
              differences={[
                {
                  label: texts.on,
                  yours: draft.on === '' ? '' : format.date(draft.on),
                  theirs: format.date(theirs.on),
                },
                { label: texts.place, yours: draft.place, theirs: theirs.place ?? '' },
              ].filter((difference) => difference.yours !== difference.theirs)}
              onTakeTheirs={onClose}
              onKeepMine={() => {
                setVersion(theirs.version);
                save(theirs.version);
              }}
            />
          ) : (
            <ProblemAlert error={refused.rest} fields={sessionFormFields} />
          )}
          <Group grow align="flex-start" gap="sm">
            <TextInput type="date" label={texts.on} required data-autofocus error={errors['on']} {...typed('on')} />
            <TextInput type="time" label={texts.startsAt} error={errors['startsAt']} {...typed('startsAt')} />
            <TextInput type="time" label={texts.endsAt} error={errors['endsAt']} {...typed('endsAt')} />
          </Group>
          <TextInput label={texts.timeZone} required error={errors['timeZone']} {...typed('timeZone')} />
          <Group grow align="flex-start" gap="sm">
            <TextInput label={texts.place} error={errors['place']} {...typed('place')} />
            <TextInput label={texts.trainer} error={errors['trainer']} {...typed('trainer')} />
          </Group>
          <Group grow align="flex-start" gap="sm">
            <TextInput
              label={texts.capacity}
              inputMode="numeric"
              placeholder={texts.capacityHint}
              error={errors['capacity'] ?? errors['sessionId']}
              {...typed('capacity')}
            />
            <TextInput label={texts.cost} inputMode="decimal" error={errors['cost']} {...typed('amount')} />
            <TextInput label={all.form.currency} maxLength={3} {...typed('currency')} />
          </Group>
          <Textarea label={texts.note} autosize minRows={2} error={errors['note']} {...typed('note')} />
          <Group justify="space-between" gap="xs">
            {session !== null ? (
              <Button
                variant="subtle"
                color="red"
                loading={update.isPending}
                onClick={() =>
                  update.mutate(
                    { path: { trainingSessionId: session.id }, version, body: { state: 'cancelled' } },
                    { onSuccess: () => done(texts.cancelled) },
                  )
                }
              >
                {all.sessions.cancelIt}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {all.form.cancel}
              </Button>
              <Button type="submit" loading={add.isPending || update.isPending}>
                {all.form.save}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
