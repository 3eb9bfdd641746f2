import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { conflictOf, fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { trainingRoutes, type TrainingRow } from '../contract.ts';
import { measureRoutes } from '../measure-contract.ts';
import type { Training } from '../model.ts';
import { trainingMessages } from './messages.ts';

/** Changes measure, day or note of a training that is still to happen. */
export function TrainingEditDialog({
  row,
  onClose,
}: {
  readonly row: TrainingRow;
  readonly onClose: () => void;
}): JSX.Element {
  const all = useMessages(trainingMessages);
  const texts = all.edit;
  const format = useFormat();
  const update = useWrite(trainingRoutes.updateTraining);
  const measures = useRead(measureRoutes.measures);
  const [measureId, setMeasureId] = useState<string>(row.measureId);
  const [due, setDue] = useState<string>(row.due);
  const [note, setNote] = useState(row.note);
  const errors = fieldErrorsOf(update.error);
  const conflict = conflictOf(update.error);
  const theirs = conflict === null ? null : (conflict.theirs as Training);
  const save = (version: number): void =>
    update.mutate(
      { path: { trainingId: row.id }, version, body: { measureId, due, note } },
      {
        onSuccess: () => {
          notifications.show({ message: texts.saved, color: 'teal' });
          onClose();
        },
      },
    );
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(row.version);
  };
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': all.cancel }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {theirs !== null ? (
            <ConflictNotice
              differences={[
                { label: texts.due, yours: due === '' ? '' : format.date(due), theirs: format.date(theirs.due) },
                { label: texts.note, yours: note, theirs: theirs.note },
                { label: all.columns.state, yours: all.states[row.state], theirs: all.states[theirs.state] },
              ].filter((difference) => difference.yours !== difference.theirs)}
              onTakeTheirs={onClose}
              onKeepMine={() => save(theirs.version)}
            />
          ) : (
            <ProblemAlert error={update.error} fields={['measureId', 'due']} />
          )}
          <Select
            label={texts.measure}
            description={row.state === 'proposed' ? undefined : texts.anew}
            searchable
            allowDeselect={false}
            data={(measures.data ?? [])
              .filter(({ withdrawn, id }) => !withdrawn || id === row.measureId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={measureId}
            error={errors['measureId']}
            onChange={(value) => setMeasureId(value ?? measureId)}
          />
          <TextInput
            type="date"
            label={texts.due}
            required
            value={due}
            error={errors['due']}
            onChange={(event) => setDue(event.currentTarget.value)}
          />
          <Textarea
            label={texts.note}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {all.cancel}
            </Button>
            <Button type="submit" loading={update.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
