import { Button, Drawer, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { roleRoutes } from '../contract.ts';
import type { Role } from '../model.ts';
import { roleMessages } from './messages.ts';
import { emptyRole, readRole, roleDraftOf, type RoleDraft } from './role-draft.ts';
import { RoleForm, roleFormFields } from './RoleForm.tsx';

interface RoleDrawerProps {
  /** Which role to change; null adds one of the organization's own. */
  readonly role: Role | null;
  readonly onClose: () => void;
}

export function RoleDrawer({ role, onClose }: RoleDrawerProps): JSX.Element {
  const texts = useMessages(roleMessages).form;
  const create = useWrite(roleRoutes.createRole);
  const update = useWrite(roleRoutes.updateRole);
  const [seen, setSeen] = useState(role);
  const [draft, setDraft] = useState<RoleDraft>(role === null ? emptyRole : roleDraftOf(role));
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const refused = refusal(create.error ?? update.error, roleFormFields);
  const conflict = conflictOf(update.error);
  const theirs = conflict === null || seen === null ? null : { ...seen, ...(conflict.theirs as Role) };
  const save = (base: Role | null): void => {
    const read = readRole(draft, base);
    setFound(read.ok ? {} : read.errors);
    if (!read.ok) return;
    const after = {
      onSuccess: () => {
        notifications.show({ message: texts.saved(read.fields.name), color: 'teal' });
        onClose();
      },
    };
    if (base === null) return create.mutate({ body: read.fields }, after);
    const { key: _key, ...body } = read.fields;
    update.mutate({ path: { roleId: base.id }, body, version: base.version }, after);
  };
  const change = (patch: Partial<RoleDraft>): void => {
    setDraft((before) => ({ ...before, ...patch }));
    setFound({});
    create.reset();
    if (conflict === null) update.reset();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(seen);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={role === null ? texts.create : texts.edit(role.name)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {theirs === null ? (
            <ProblemAlert error={refused.rest} fields={roleFormFields} />
          ) : (
            <ConflictNotice
              differences={differencesOf(draft, roleDraftOf(theirs), texts)}
              onTakeTheirs={() => {
                update.reset();
                setSeen(theirs);
                setDraft(roleDraftOf(theirs));
              }}
              onKeepMine={() => {
                setSeen(theirs);
                save(theirs);
              }}
            />
          )}
          <RoleForm draft={draft} isNew={role === null} errors={{ ...refused.at, ...found }} onChange={change} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

const differencesOf = (mine: RoleDraft, theirs: RoleDraft, labels: Readonly<Record<keyof RoleDraft, string>>) =>
  (Object.keys(mine) as readonly (keyof RoleDraft)[])
    .filter((field) => mine[field] !== theirs[field])
    .map((field) => ({ label: labels[field], yours: String(mine[field]), theirs: String(theirs[field]) }));
