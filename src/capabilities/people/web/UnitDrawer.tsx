import { Button, Drawer, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { refusal } from '../../../web/form/form-errors.ts';
import type { PersonId, UnitId } from '../../../kernel/id.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { conflictOf } from '../../../web/problem.ts';
import type { Unit, UnitKind } from '../model.ts';
import { unitRoutes } from '../unit-contract.ts';
import type { UnitRow } from '../unit-list.ts';
import { PersonPicker, type PickedPerson } from './PersonPicker.tsx';
import { UnitRemoval } from './UnitRemoval.tsx';
import { unitMessages } from './unit-messages.ts';
import { withinUnit } from './unit-tree.ts';

interface UnitDrawerProps {
  readonly kind: UnitKind;
  /** Null describes a new one. */
  readonly unit: UnitRow | null;
  readonly units: readonly UnitRow[];
  readonly onClose: () => void;
}

const fields = ['name', 'parentId', 'headId', 'note'];

interface Draft {
  readonly name: string;
  readonly parentId: string | null;
  readonly head: PickedPerson | null;
  readonly note: string;
}

const draftOf = (unit: UnitRow | null): Draft => ({
  name: unit?.name ?? '',
  parentId: unit?.parentId ?? null,
  head: unit === null || unit.headId === null ? null : { id: unit.headId, name: unit.headName ?? '' },
  note: unit?.note ?? '',
});

export function UnitDrawer({ kind, unit, units, onClose }: UnitDrawerProps): JSX.Element {
  const all = useMessages(unitMessages);
  const texts = all.form;
  const create = useWrite(unitRoutes.createUnit);
  const update = useWrite(unitRoutes.updateUnit);
  const [version, setVersion] = useState(unit?.version ?? 0);
  const [draft, setDraft] = useState(draftOf(unit));
  const error = create.error ?? update.error;
  const conflict = conflictOf(update.error);
  const refused = refusal(error, fields);
  const change = (patch: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...patch }));
    create.reset();
  };
  const save = (seen: number): void => {
    const { name, note } = draft;
    const body = {
      name,
      note,
      parentId: draft.parentId as UnitId | null,
      headId: (draft.head?.id ?? null) as PersonId | null,
    };
    const onSuccess = (): void => {
      notifications.show({ message: texts.saved(name), color: 'teal' });
      onClose();
    };
    if (unit === null) create.mutate({ body: { kind, ...body } }, { onSuccess });
    else update.mutate({ path: { unitId: unit.id }, version: seen, body }, { onSuccess });
  };
  const within = unit === null ? new Set<string>() : withinUnit(units, unit.id);
  const parents = units.filter((other) => other.kind === kind && !within.has(other.id));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(version);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={440}
      title={unit === null ? all.add[kind] : all.edit(unit.name)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {conflict === null ? (
            <ProblemAlert error={refused.rest} fields={fields} />
          ) : (
            <ConflictNotice
              differences={differences(draft, conflict.theirs as Unit, all.form)}
              onTakeTheirs={onClose}
              onKeepMine={() => {
                const theirs = conflict.theirs as Unit;
                setVersion(theirs.version);
                save(theirs.version);
              }}
            />
          )}
          <TextInput
            label={texts.name}
            required
            data-autofocus
            autoComplete="off"
            description={unit === null || draft.name === unit.name ? '' : texts.rename(unit.named)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft.name}
            error={refused.at['name']}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={texts.parent}
            placeholder={texts.noParent}
            clearable
            clearButtonProps={{ 'aria-label': texts.noParent }}
            searchable
            data={parents.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.parentId}
            error={refused.at['parentId']}
            onChange={(parentId) => change({ parentId })}
          />
          <PersonPicker label={texts.head} value={draft.head} onChange={(head) => change({ head })} />
          <Textarea
            label={texts.note}
            autosize
            minRows={2}
            value={draft.note}
            error={refused.at['note']}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {texts.save}
            </Button>
          </Group>
          {unit !== null && <UnitRemoval unit={unit} onDone={onClose} />}
        </Stack>
      </form>
    </Drawer>
  );
}

const differences = (draft: Draft, theirs: Unit, words: { readonly name: string; readonly note: string }) =>
  [
    { label: words.name, yours: draft.name, theirs: theirs.name },
    { label: words.note, yours: draft.note, theirs: theirs.note },
  ].filter(({ yours, theirs: other }) => yours !== other);
