import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { fieldErrorsOf, conflictOf } from '../../../web/problem.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayDecide, useMayReadTrail } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { roleRoutes } from '../../roles/contract.ts';
import type { Role } from '../../roles/model.ts';
import { CompetencePicker } from '../../roles/web/CompetencePicker.tsx';
import { requiredCompetenceRoutes } from '../required-contract.ts';
import type { RequiredOfRole } from '../required-list.ts';
import { FrameworkHistory } from './FrameworkHistory.tsx';
import { requiredMessages } from './required-messages.ts';
import { RequiredState } from './RequiredState.tsx';

interface RequiredRoleDrawerProps {
  readonly role: RequiredOfRole;
  readonly mayChange: boolean;
  readonly onClose: () => void;
}

/** What one role requires: change it, take the template's defaults, approve it, see its history. */
export function RequiredRoleDrawer({ role, mayChange, onClose }: RequiredRoleDrawerProps): JSX.Element {
  const texts = useMessages(requiredMessages);
  const format = useFormat();
  const mayDecide = useMayDecide();
  const mayReadTrail = useMayReadTrail();
  const update = useWrite(roleRoutes.updateRole);
  const approve = useWrite(requiredCompetenceRoutes.approveRequiredCompetences);
  const [draft, setDraft] = useState<Role['competences']>([...role.competences]);
  const [seen, setSeen] = useState(role.version);
  const conflict = conflictOf(update.error);
  const theirs = conflict === null ? null : (conflict.theirs as Role);
  const changed = JSON.stringify(draft) !== JSON.stringify(role.competences);
  const save = (version: number): void =>
    update.mutate(
      { path: { roleId: role.id }, body: { competences: draft }, version },
      {
        onSuccess: () => {
          notifications.show({ message: texts.saved(role.name), color: 'teal' });
          onClose();
        },
      },
    );
  const mayApprove = mayDecide && role.hindrance === null && !changed;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={texts.drawer(role.name)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <Stack gap="md">
        <Group gap="xs">
          <RequiredState state={role.state} />
          <Text size="sm" c="dimmed">
            {role.state === 'approved' && role.approval !== null
              ? texts.approvedBy(role.approval.name, format.date(role.approval.on))
              : role.hindrance === null
                ? ''
                : texts.hindrances[role.hindrance]}
          </Text>
        </Group>
        {theirs === null ? (
          <ProblemAlert error={update.error ?? approve.error} fields={['competences']} />
        ) : (
          <ConflictNotice
            differences={[
              {
                label: texts.competences,
                yours: texts.mine(draft.length),
                theirs: texts.mine(theirs.competences.length),
              },
            ]}
            onTakeTheirs={() => {
              update.reset();
              setSeen(theirs.version);
              setDraft([...theirs.competences]);
            }}
            onKeepMine={() => {
              setSeen(theirs.version);
              save(theirs.version);
            }}
          />
        )}
        {draft.length === 0 && <Text size="sm">{texts.bare}</Text>}
        {mayChange && draft.length === 0 && role.defaults.length > 0 && (
          <Button variant="default" onClick={() => setDraft([...role.defaults])}>
            {texts.takeDefaults}
          </Button>
        )}
        <CompetencePicker
          value={draft}
          error={fieldErrorsOf(update.error)['competences']}
          readOnly={!mayChange}
          onChange={setDraft}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          {mayApprove && (
            <Button
              loading={approve.isPending}
              onClick={() =>
                approve.mutate(
                  { body: { roles: [{ id: role.id, version: role.version }] } },
                  {
                    onSuccess: ({ approved }) => {
                      notifications.show({ message: texts.approved(approved), color: 'teal' });
                      onClose();
                    },
                  },
                )
              }
            >
              {texts.approveOne}
            </Button>
          )}
          {mayChange && (
            <Button disabled={!changed} loading={update.isPending} onClick={() => save(seen)}>
              {texts.save}
            </Button>
          )}
        </Group>
        {mayReadTrail && <FrameworkHistory register="role" subject={role.id} />}
      </Stack>
    </Drawer>
  );
}
