import { Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { PersonPicker, type PickedPerson } from '../../people/web/PersonPicker.tsx';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { assessmentRoutes } from '../../assessment/contract.ts';
import { roleRoutes, type RoleRow } from '../contract.ts';
import { readTerms, thoughtsOf, type AppointmentDraft } from './appointment-draft.ts';
import { AppointmentForm, appointmentFormFields } from './AppointmentForm.tsx';
import { ConsequenceList } from './ConsequenceList.tsx';
import { roleMessages } from './messages.ts';

interface AppointDialogProps {
  readonly role: RoleRow;
  readonly capacity: 'holder' | 'deputy';
  readonly onClose: () => void;
}

/** Puts a person on a role; says at once what gaps that would create and close. */
export function AppointDialog({ role, capacity, onClose }: AppointDialogProps): JSX.Element {
  const texts = useMessages(roleMessages).appoint;
  const { userName } = useOrganization();
  const appoint = useWrite(roleRoutes.appoint);
  const assessment = useRead(assessmentRoutes.assessment);
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const [draft, setDraft] = useState<AppointmentDraft>({
    capacity,
    from: today(),
    to: '',
    hoursPerWeek: '',
    appointedBy: userName,
    note: '',
  });
  const refused = refusal(appoint.error, appointmentFormFields);
  const suggested = (assessment.data?.gaps ?? []).flatMap(({ fix }) =>
    fix?.kind === 'appoint' && fix.roleId === role.id && fix.capacity === draft.capacity
      ? fix.candidates.map((one) => ({ id: one.personId, name: one.label, reason: one.reason }))
      : [],
  );
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = readTerms(draft);
    setFound({ ...(read.ok ? {} : read.errors), ...(person === null ? { personId: texts.needPerson } : {}) });
    if (!read.ok || person === null) return;
    appoint.mutate(
      { body: { ...read.terms, personId: person.id, roleId: role.id } },
      {
        onSuccess: () => {
          notifications.show({ message: texts.done(person.name, role.name), color: 'teal' });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': texts.cancel }}
      onClose={onClose}
      title={texts.title(role.name)}
      size={520}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemAlert error={refused.rest} fields={appointmentFormFields} />
          <PersonPicker
            label={texts.person}
            required
            focusFirst
            value={person}
            suggested={suggested}
            error={found['personId'] ?? refused.at['personId']}
            onChange={(picked) => {
              setPerson(picked);
              setFound({});
              appoint.reset();
            }}
          />
          <AppointmentForm
            draft={draft}
            errors={{ ...refused.at, ...found }}
            onChange={(patch) => {
              setDraft((before) => ({ ...before, ...patch }));
              setFound({});
              appoint.reset();
            }}
          />
          <ConsequenceList thoughts={thoughtsOf(draft, person?.id ?? null, role.id, null)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={appoint.isPending}>
              {texts.appoint}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
