import { Button, Drawer, Fieldset, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { findCompetenceTemplate } from '../../../domain/competence.ts';
import { ConflictNotice, type Difference } from '../../../web/form/ConflictNotice.tsx';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { conflictOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { roleRoutes } from '../contract.ts';
import type { Role } from '../model.ts';
import { roleMessages } from './messages.ts';
import { RemoveRole } from './RemoveRole.tsx';
import { emptyRole, readRole, roleDraftOf, type RoleDraft } from './role-draft.ts';
import { RoleForm, roleFormFields } from './RoleForm.tsx';
import { RoleRules } from './RoleRules.tsx';

interface RoleDrawerProps {
  /** Which role to change; null adds one of the organization's own. */
  readonly role: Role | null;
  readonly onClose: () => void;
}

export function RoleDrawer({ role, onClose }: RoleDrawerProps): JSX.Element {
  const all = useMessages(roleMessages);
  const texts = all.form;
  const roles = useRead(roleRoutes.roles);
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
  const nameOf = (key: string): string => roles.data?.find((one) => one.key === key)?.name ?? key;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={role === null ? texts.create : texts.edit(role.name)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {theirs === null ? (
            <ProblemAlert error={refused.rest} fields={roleFormFields} />
          ) : (
            <ConflictNotice
              differences={differencesOf(draft, roleDraftOf(theirs), all, nameOf)}
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
          <RoleForm
            draft={draft}
            isNew={role === null}
            roles={roles.data ?? []}
            errors={{ ...refused.at, ...found }}
            onChange={change}
          />
          {seen !== null && (
            <Fieldset legend={all.role.conflicts}>
              <Text size="xs" c="dimmed" mb="xs">
                {texts.conflictsHint}
              </Text>
              <RoleRules role={seen} roles={roles.data ?? []} linked={false} />
            </Fieldset>
          )}
          <Group justify="space-between" gap="xs">
            {seen === null ? <span /> : <RemoveRole role={seen} />}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {texts.cancel}
              </Button>
              <Button type="submit" loading={create.isPending || update.isPending}>
                {texts.save}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

type Texts = (typeof roleMessages)['en'];

/** What stands in a field, in words. */
function wordsOf(draft: RoleDraft, field: keyof RoleDraft, texts: Texts, nameOf: (key: string) => string): string {
  switch (field) {
    case 'mandatory':
    case 'needsDeputy':
      return draft[field] ? texts.form.yes : texts.form.no;
    case 'external':
      return texts.role.externals[draft.external];
    case 'fallbackKey':
      return draft.fallbackKey === null ? '' : nameOf(draft.fallbackKey);
    case 'competences':
      return draft.competences
        .map(({ competence, level, required }) => {
          const name = findCompetenceTemplate(competence)?.name ?? competence;
          return `${name} ${level}${required ? '' : ` (${texts.role.desirable})`}`;
        })
        .join(', ');
    case 'name':
    case 'key':
    case 'minimumHolders':
    case 'responsibilities':
    case 'aliases':
      return String(draft[field]);
    default:
      return field satisfies never;
  }
}

const differencesOf = (
  mine: RoleDraft,
  theirs: RoleDraft,
  texts: Texts,
  nameOf: (key: string) => string,
): readonly Difference[] =>
  (Object.keys(mine) as readonly (keyof RoleDraft)[]).flatMap((field) => {
    const [yours, other] = [wordsOf(mine, field, texts, nameOf), wordsOf(theirs, field, texts, nameOf)];
    return yours === other ? [] : [{ label: texts.form[field], yours, theirs: other }];
  });
