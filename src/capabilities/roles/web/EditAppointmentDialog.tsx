import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { roleRoutes, type AppointmentRow } from '../contract.ts';
import type { Appointment } from '../model.ts';
import { appointmentDraftOf, readTerms, thoughtsOf, type AppointmentDraft } from './appointment-draft.ts';
import { AppointmentForm, appointmentFormFields } from './AppointmentForm.tsx';
import { ConsequenceList } from './ConsequenceList.tsx';
import { roleMessages } from './messages.ts';

interface EditAppointmentDialogProps {
  readonly row: AppointmentRow;
  readonly onClose: () => void;
}

export function EditAppointmentDialog({ row, onClose }: EditAppointmentDialogProps): JSX.Element {
  const texts = useMessages(roleMessages).appoint;
  const update = useWrite(roleRoutes.updateAppointment);
  const [draft, setDraft] = useState(appointmentDraftOf(row));
  const [version, setVersion] = useState(row.version);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const changed = JSON.stringify(draft) !== JSON.stringify(appointmentDraftOf(row));
  const refused = refusal(update.error, appointmentFormFields);
  const conflict = conflictOf(update.error);
  const theirs = conflict === null ? null : (conflict.theirs as Appointment);
  const save = (seen: number): void => {
    const read = readTerms(draft);
    setFound(read.ok ? {} : read.errors);
    if (!read.ok) return;
    update.mutate(
      { path: { appointmentId: row.id }, body: read.terms, version: seen },
      {
        onSuccess: () => {
          notifications.show({ message: texts.saved, color: 'teal' });
          onClose();
        },
      },
    );
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(version);
  };
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': texts.cancel }}
      onClose={onClose}
      title={texts.editTitle(row.personName, row.roleName)}
      size={520}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {theirs === null ? (
            <ProblemAlert error={refused.rest} fields={appointmentFormFields} />
          ) : (
            <Conflict
              draft={draft}
              theirs={theirs}
              onTakeTheirs={() => {
                update.reset();
                setDraft(appointmentDraftOf(theirs));
                setVersion(theirs.version);
              }}
              onKeepMine={() => save(theirs.version)}
            />
          )}
          <AppointmentForm
            draft={draft}
            errors={{ ...refused.at, ...found }}
            onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))}
          />
          <ConsequenceList thoughts={changed ? thoughtsOf(draft, row.personId, row.roleId, row.id) : []} />
          {changed && row.approval !== null && (
            <Text size="xs" c="dimmed">
              {texts.approvalAgain}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
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

interface ConflictProps {
  readonly draft: AppointmentDraft;
  readonly theirs: Appointment;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

const Conflict = ({ draft, theirs, onTakeTheirs, onKeepMine }: ConflictProps) => {
  const { appoint: texts, appointments } = useMessages(roleMessages);
  const other = appointmentDraftOf(theirs);
  const words = {
    capacity: texts.capacity,
    from: texts.from,
    to: texts.to,
    hoursPerWeek: texts.hours,
    appointedBy: texts.by,
    note: texts.note,
  };
  const textOf = (field: keyof AppointmentDraft, from: AppointmentDraft): string =>
    field === 'capacity' ? appointments.capacities[from.capacity] : String(from[field]);
  const differences = (Object.keys(words) as readonly (keyof AppointmentDraft)[])
    .filter((field) => String(draft[field]) !== String(other[field]))
    .map((field) => ({ label: words[field], yours: textOf(field, draft), theirs: textOf(field, other) }));
  return <ConflictNotice differences={differences} onTakeTheirs={onTakeTheirs} onKeepMine={onKeepMine} />;
};
