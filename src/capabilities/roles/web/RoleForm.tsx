import { Checkbox, Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { RoleRow } from '../contract.ts';
import { externalUse } from '../model.ts';
import { CompetencePicker } from './CompetencePicker.tsx';
import { roleMessages } from './messages.ts';
import { keyOf, type RoleDraft } from './role-draft.ts';

/** The fields at which this form shows what is wrong with them. */
export const roleFormFields = [
  'name',
  'key',
  'mandatory',
  'needsDeputy',
  'minimumHolders',
  'external',
  'fallbackKey',
  'competences',
  'responsibilities',
  'aliases',
];

interface RoleFormProps {
  readonly draft: RoleDraft;
  readonly isNew: boolean;
  /** All roles: another of them may stand in. */
  readonly roles: readonly RoleRow[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (patch: Partial<RoleDraft>) => void;
}

export function RoleForm({ draft, isNew, roles, errors, onChange }: RoleFormProps): JSX.Element {
  const all = useMessages(roleMessages);
  const texts = all.form;
  const others = roles.filter(({ key }) => key !== draft.key).map(({ key, name }) => ({ value: key, label: name }));
  const rename = (name: string): void =>
    onChange(isNew && draft.key === keyOf(draft.name) ? { name, key: keyOf(name) } : { name });
  return (
    <>
      <TextInput
        required
        data-autofocus
        label={texts.name}
        value={draft.name}
        error={errors['name']}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      {isNew && (
        <TextInput
          required
          label={texts.key}
          description={texts.keyHint}
          value={draft.key}
          error={errors['key']}
          onChange={(event) => onChange({ key: event.currentTarget.value })}
        />
      )}
      <Textarea
        label={texts.responsibilities}
        description={texts.responsibilitiesHint}
        autosize
        minRows={4}
        maxRows={14}
        value={draft.responsibilities}
        error={errors['responsibilities']}
        onChange={(event) => onChange({ responsibilities: event.currentTarget.value })}
      />
      <Textarea
        label={texts.aliases}
        description={texts.aliasesHint}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.aliases}
        error={errors['aliases']}
        onChange={(event) => onChange({ aliases: event.currentTarget.value })}
      />
      <Group grow align="flex-start" gap="sm">
        <NumberInput
          label={texts.minimumHolders}
          description={texts.minimumHoldersHint}
          min={0}
          max={500}
          allowDecimal={false}
          value={draft.minimumHolders}
          error={errors['minimumHolders']}
          onChange={(minimumHolders) => onChange({ minimumHolders })}
        />
        <Select
          label={texts.external}
          description={texts.externalHint}
          allowDeselect={false}
          data={externalUse.map((value) => ({ value, label: all.role.externals[value] }))}
          value={draft.external}
          error={errors['external']}
          onChange={(value) => onChange({ external: externalUse.find((one) => one === value) ?? draft.external })}
        />
      </Group>
      <Checkbox
        label={texts.needsDeputy}
        checked={draft.needsDeputy}
        onChange={(event) => onChange({ needsDeputy: event.currentTarget.checked })}
      />
      <Checkbox
        label={texts.mandatory}
        checked={draft.mandatory}
        onChange={(event) => onChange({ mandatory: event.currentTarget.checked })}
      />
      <Select
        label={texts.fallbackKey}
        description={texts.fallbackHint}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': texts.clear }}
        data={others}
        value={draft.fallbackKey}
        error={errors['fallbackKey']}
        onChange={(fallbackKey) => onChange({ fallbackKey })}
      />
      <CompetencePicker
        value={draft.competences}
        error={errors['competences']}
        onChange={(competences) => onChange({ competences })}
      />
    </>
  );
}
