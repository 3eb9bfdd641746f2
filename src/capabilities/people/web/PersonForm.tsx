import { Autocomplete, Group, NumberInput, SegmentedControl, Input, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { personKinds, unitKinds } from '../model.ts';
import { peopleMessages } from './messages.ts';
import type { PersonDraft } from './person-draft.ts';
import { PersonPicker } from './PersonPicker.tsx';
import { useUnitNames } from './unit-names.ts';

/** The fields at which this form shows what is wrong with them. */
export const personFormFields = [
  'name',
  'email',
  'externalId',
  'kind',
  'unit',
  'site',
  'jobTitle',
  'managerId',
  'from',
  'to',
  'weeklyHours',
];

interface PersonFormProps {
  readonly draft: PersonDraft;
  readonly errors: Readonly<Record<string, string>>;
  /** Who cannot be the manager: the person. */
  readonly without: string | undefined;
  /** Hours have a history, and are changed where it is shown. */
  readonly hoursElsewhere: boolean;
  readonly onChange: (patch: Partial<PersonDraft>) => void;
}

export function PersonForm({ draft, errors, without, hoursElsewhere, onChange }: PersonFormProps): JSX.Element {
  const texts = useMessages(peopleMessages);
  const words = texts.form;
  const names = useUnitNames();
  const text = (field: 'name' | 'email' | 'externalId' | 'jobTitle' | 'from' | 'to') => ({
    label: words[field],
    value: draft[field],
    error: errors[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput {...text('name')} required data-autofocus autoComplete="off" />
      <TextInput {...text('email')} type="email" autoComplete="off" />
      <Input.Wrapper label={words.kind} description={words.kindHint} error={errors['kind']}>
        <SegmentedControl
          fullWidth
          mt={4}
          aria-label={words.kind}
          data={personKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
        />
      </Input.Wrapper>
      <TextInput {...text('jobTitle')} />
      <Group grow align="flex-start" gap="sm">
        {unitKinds.map((kind) => (
          <Autocomplete
            key={kind}
            label={words[kind]}
            data={[...names[kind]]}
            limit={20}
            value={draft[kind]}
            error={errors[kind]}
            onChange={(name) => onChange({ [kind]: name })}
          />
        ))}
      </Group>
      <PersonPicker
        label={words.manager}
        value={draft.manager}
        error={errors['managerId']}
        {...(without === undefined ? {} : { without })}
        onChange={(manager) => onChange({ manager })}
      />
      <Group grow align="flex-start" gap="sm">
        <TextInput {...text('from')} type="date" />
        <TextInput
          {...text('to')}
          type="date"
          description={words.toHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </Group>
      <Group grow align="flex-start" gap="sm">
        {!hoursElsewhere && (
          <NumberInput
            label={words.weeklyHours}
            description={words.weeklyHoursHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft.weeklyHours}
            error={errors['weeklyHours']}
            min={0}
            max={168}
            decimalScale={2}
            onChange={(weeklyHours) => onChange({ weeklyHours })}
          />
        )}
        <TextInput
          {...text('externalId')}
          description={words.externalIdHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </Group>
    </>
  );
}
