import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { PersonPicker, type PickedPerson } from '../../people/web/PersonPicker.tsx';
import conflictClasses from '../../../web/form/conflict.module.css';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { assessmentRoutes } from '../../assessment/contract.ts';
import { roleRoutes, type RoleRow } from '../contract.ts';
import { readTerms, type AppointmentDraft } from './appointment-draft.ts';
import { AppointmentForm, appointmentFormFields } from './AppointmentForm.tsx';
import { roleMessages } from './messages.ts';
import { conflictsFor, conflictsOf } from './role-conflict.ts';

interface AppointDialogProps {
  readonly role: RoleRow;
  readonly roles: readonly RoleRow[];
  readonly capacity: 'holder' | 'deputy';
  readonly onClose: () => void;
}

/** Puts a person on a role; says at once what a rule of segregation has against it. */
export function AppointDialog({ role, roles, capacity, onClose }: AppointDialogProps): JSX.Element {
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
  const conflicts =
    person === null || draft.capacity !== 'holder' ? [] : conflictsFor(person.id, conflictsOf(role.key, roles));
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
          {conflicts.map(({ rule, otherName }) => (
            <Alert
              key={rule.id}
              className={conflictClasses.conflict}
              classNames={{ title: conflictClasses.title, icon: conflictClasses.title }}
              variant="outline"
              icon={<IconArrowsSplit2 size={18} aria-hidden />}
              title={texts.conflict(otherName)}
            >
              <Text size="sm">{rule.reason}</Text>
            </Alert>
          ))}
          <AppointmentForm
            draft={draft}
            errors={{ ...refused.at, ...found }}
            onChange={(patch) => {
              setDraft((before) => ({ ...before, ...patch }));
              setFound({});
              appoint.reset();
            }}
          />
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
