import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import type { TrainingRow } from '../contract.ts';
import { measureRoutes, type SessionRow } from '../measure-contract.ts';
import { measureMessages } from './measure-messages.ts';

interface AttendanceDialogProps {
  readonly session: SessionRow;
  readonly rows: readonly TrainingRow[];
  readonly onClose: () => void;
}

/** Records who was there: everybody, until somebody is unchecked. */
export function AttendanceDialog({ session, rows, onClose }: AttendanceDialogProps): JSX.Element {
  const all = useMessages(measureMessages);
  const texts = all.sessions.attendanceDialog;
  const format = useFormat();
  const record = useWrite(measureRoutes.recordAttendance);
  const others = rows.filter(({ own }) => !own);
  const [there, setThere] = useState<readonly string[]>(others.map(({ id }) => id));
  const seen = (wanted: boolean) =>
    others.filter(({ id }) => there.includes(id) === wanted).map(({ id, version }) => ({ id, version }));
  const save = (): void =>
    record.mutate(
      {
        path: { trainingSessionId: session.id },
        version: session.version,
        body: { attended: seen(true), absent: seen(false) },
      },
      {
        onSuccess: () => {
          notifications.show({ message: texts.done, color: 'teal' });
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title(format.date(session.on))}
      closeButtonProps={{ 'aria-label': all.form.cancel }}
    >
      <Stack gap="sm">
        <Text size="sm">{texts.hint}</Text>
        {others.length < rows.length && <Text size="sm">{texts.own}</Text>}
        <ProblemAlert error={record.error} />
        <Checkbox.Group value={[...there]} onChange={setThere} aria-label={texts.title(format.date(session.on))}>
          <Stack gap={6}>
            {others.map(({ id, personName }) => (
              <Checkbox key={id} value={id} label={personName} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {all.form.cancel}
          </Button>
          <Button loading={record.isPending} onClick={save}>
            {texts.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
