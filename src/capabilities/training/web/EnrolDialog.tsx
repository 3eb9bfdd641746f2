import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { trainingRoutes } from '../contract.ts';
import { measureRoutes, type SessionRow } from '../measure-contract.ts';
import { measureMessages } from './measure-messages.ts';

interface EnrolDialogProps {
  readonly session: SessionRow;
  readonly onClose: () => void;
}

/** Gives places in a session to those whose training is approved. */
export function EnrolDialog({ session, onClose }: EnrolDialogProps): JSX.Element {
  const all = useMessages(measureMessages);
  const texts = all.sessions.enrolDialog;
  const format = useFormat();
  const read = useRead(trainingRoutes.trainings, {
    query: { measureId: session.measureId, show: 'planned', sort: 'due', limit: 500 },
  });
  const enrol = useWrite(measureRoutes.enrol);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const rows = read.data?.rows ?? [];
  const { free } = session;
  const isTooMany = free !== null && chosen.length > free;
  const save = (): void =>
    enrol.mutate(
      {
        path: { trainingSessionId: session.id },
        body: {
          trainings: rows.filter(({ id }) => chosen.includes(id)).map(({ id, version }) => ({ id, version })),
        },
      },
      {
        onSuccess: ({ changed }) => {
          notifications.show({ message: texts.done(changed), color: 'teal' });
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
        <ProblemAlert error={read.error ?? enrol.error} />
        {free !== null && <Text size="sm">{texts.free(free)}</Text>}
        {read.data !== undefined && rows.length === 0 && <Text size="sm">{texts.none}</Text>}
        <Checkbox.Group
          value={[...chosen]}
          onChange={setChosen}
          aria-label={texts.title(format.date(session.on))}
          error={isTooMany ? texts.tooMany(free) : undefined}
        >
          <Stack gap={6}>
            {rows.map(({ id, personName, unit, due }) => (
              <Checkbox
                key={id}
                value={id}
                label={personName}
                description={[unit, format.date(due)].filter((text) => text !== null).join(' · ')}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {all.form.cancel}
          </Button>
          <Button disabled={chosen.length === 0 || isTooMany} loading={enrol.isPending} onClick={save}>
            {texts.save(chosen.length)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
