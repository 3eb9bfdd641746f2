import { Checkbox, Group, NativeSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { evidenceKinds } from '../../../domain/evidence-kind.ts';
import { oneOf } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { AudienceFields } from './AudienceFields.tsx';
import { effectivenessMethods, measureKinds } from '../model.ts';
import type { MeasureDraft } from './measure-draft.ts';
import { measureMessages } from './measure-messages.ts';
import { MeasureCompetences } from './MeasureCompetences.tsx';
import { trainingMessages } from './messages.ts';

interface MeasureFormProps {
  readonly draft: MeasureDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (patch: Partial<MeasureDraft>) => void;
}

const everybody = { everyone: true, roleIds: [], units: [], externals: true };

export function MeasureForm({ draft, errors, onChange }: MeasureFormProps): JSX.Element {
  const all = useMessages(measureMessages);
  const { methods } = useMessages(trainingMessages);
  const texts = all.form;
  const typed = (field: 'name' | 'provider' | 'amount' | 'currency' | 'hours' | 'repeatMonths' | 'afterDays') => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <TextInput label={texts.name} required data-autofocus error={errors['name']} {...typed('name')} />
      <Group grow align="flex-start" gap="sm">
        <NativeSelect
          label={texts.kind}
          data={measureKinds.map((value) => ({ value, label: all.kinds[value] }))}
          value={draft.kind}
          onChange={(event) => onChange({ kind: oneOf(measureKinds, event.currentTarget.value) ?? draft.kind })}
        />
        <TextInput label={texts.provider} error={errors['provider']} {...typed('provider')} />
      </Group>
      <Textarea
        label={texts.description}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.description}
        error={errors['description']}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <Group grow align="flex-start" gap="sm">
        <TextInput label={texts.cost} inputMode="decimal" error={errors['cost']} {...typed('amount')} />
        <TextInput label={texts.currency} maxLength={3} {...typed('currency')} />
        <TextInput label={texts.hours} inputMode="decimal" error={errors['hours']} {...typed('hours')} />
      </Group>
      <MeasureCompetences
        value={draft.competences}
        error={Object.entries(errors).find(([path]) => path.startsWith('competences'))?.[1]}
        onChange={(competences) => onChange({ competences: [...competences] })}
      />
      <Select
        label={texts.evidenceKind}
        searchable
        clearable
        data={evidenceKinds.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.evidenceKind}
        error={errors['evidenceKind']}
        onChange={(evidenceKind) => onChange({ evidenceKind })}
      />
      <Group grow align="flex-start" gap="sm">
        <NativeSelect
          label={texts.check}
          data={[
            { value: '', label: texts.noCheck },
            ...effectivenessMethods.map((value) => ({ value, label: methods[value] })),
          ]}
          value={draft.method ?? ''}
          onChange={(event) => onChange({ method: oneOf(effectivenessMethods, event.currentTarget.value) ?? null })}
        />
        <TextInput
          label={texts.afterDays}
          inputMode="numeric"
          disabled={draft.method === null}
          error={errors['effectiveness.afterDays']}
          {...typed('afterDays')}
        />
        <TextInput label={texts.repeat} inputMode="numeric" error={errors['repeatMonths']} {...typed('repeatMonths')} />
      </Group>
      <Checkbox
        label={texts.mandatory}
        checked={draft.audience !== null}
        onChange={(event) => onChange({ audience: event.currentTarget.checked ? everybody : null })}
      />
      {draft.audience !== null && (
        <AudienceFields
          value={draft.audience}
          error={errors['audience']}
          onChange={(audience) => onChange({ audience })}
        />
      )}
    </Stack>
  );
}
