import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import type { PlainDate } from '../../../kernel/date.ts';
import { covers } from '../../../kernel/period.ts';
import { oneOf } from '../../../web/address.ts';
import { refusal } from '../../../web/form/form-errors.ts';
import { endAfter, lastDayOf } from '../../../web/form/last-day.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { absenceRoutes } from '../absence-contract.ts';
import type { PersonRow } from '../contract.ts';
import { absenceKinds, type Absence, type AbsenceKind } from '../model.ts';
import { engagementMessages } from './engagement-messages.ts';

const fields = ['from', 'to', 'note', 'kind'];

/** Records an absence, changes or ends it, or removes one recorded by mistake. */
export function AbsenceDialog({
  person,
  absence,
  onClose,
}: {
  readonly person: PersonRow;
  readonly absence: Absence | null;
  readonly onClose: () => void;
}): JSX.Element {
  const texts = useMessages(engagementMessages).absences;
  const record = useWrite(absenceRoutes.recordAbsence);
  const update = useWrite(absenceRoutes.updateAbsence);
  const remove = useWrite(absenceRoutes.removeAbsence);
  const [kind, setKind] = useState<AbsenceKind>(absence?.kind ?? 'leave');
  const [from, setFrom] = useState<string>(absence?.from ?? today());
  const [lastDay, setLastDay] = useState<string>(absence === null ? today() : lastDayOf(absence.to));
  const [note, setNote] = useState(absence?.note ?? '');
  const refused = refusal(record.error ?? update.error ?? remove.error, fields);
  const done = (said: string) => ({
    onSuccess: () => {
      notifications.show({ message: said, color: 'teal' });
      onClose();
    },
  });
  const save = (to: string): void => {
    const body = { kind, from: from as PlainDate, to: (endAfter(to) ?? '') as PlainDate, note };
    if (absence === null) record.mutate({ body: { personId: person.id, ...body } }, done(texts.saved));
    else update.mutate({ path: { absenceId: absence.id }, version: absence.version, body }, done(texts.saved));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(lastDay);
  };
  return (
    <Modal opened onClose={onClose} title={texts.dialog} size={440} closeButtonProps={{ 'aria-label': texts.cancel }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemAlert error={refused.rest} fields={fields} />
          <Select
            label={texts.kind}
            allowDeselect={false}
            data={absenceKinds.map((value) => ({ value, label: texts.kinds[value] }))}
            value={kind}
            onChange={(value) => setKind(oneOf(absenceKinds, value ?? undefined) ?? kind)}
          />
          <Group grow align="flex-start" gap="sm">
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
              required
              label={texts.to}
              value={lastDay}
              error={refused.at['to']}
              onChange={(event) => setLastDay(event.currentTarget.value)}
            />
          </Group>
          <Textarea
            label={texts.note}
            description={texts.noteHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autosize
            value={note}
            error={refused.at['note']}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="space-between" gap="xs">
            <Group gap="xs">
              {absence !== null && (
                <Button
                  variant="subtle"
                  color="red"
                  loading={remove.isPending}
                  onClick={() =>
                    remove.mutate({ path: { absenceId: absence.id }, version: absence.version }, done(texts.removed))
                  }
                >
                  {texts.remove}
                </Button>
              )}
              {absence !== null && covers(absence, today()) && absence.from < today() && (
                <Button variant="default" onClick={() => save(lastDayOf(today()))}>
                  {texts.endToday}
                </Button>
              )}
            </Group>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {texts.cancel}
              </Button>
              <Button type="submit" loading={record.isPending || update.isPending}>
                {texts.save}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
