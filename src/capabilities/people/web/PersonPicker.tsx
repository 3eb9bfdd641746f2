import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import { peopleMessages } from './messages.ts';

export interface PickedPerson {
  readonly id: string;
  readonly name: string;
}

interface PersonPickerProps {
  readonly label: ReactNode;
  /** Says to a screen reader what the picker is for where the label stands elsewhere on the page. */
  readonly spoken?: string;
  readonly description?: string;
  readonly error?: ReactNode;
  readonly value: PickedPerson | null;
  readonly onChange: (person: PickedPerson | null) => void;
  /** Shown before anything is typed: best first. */
  readonly suggested?: readonly (PickedPerson & { readonly reason: string })[];
  readonly without?: string;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly focusFirst?: boolean;
  /** Inside of a popover the list must not be a child of the page, or choosing closes it. */
  readonly inPopover?: boolean;
}

const lineOf = (person: PersonRow): string => [person.jobTitle, person.unit].filter((text) => text !== null).join(', ');

/** Finds one person of the register by what is typed. People who have left are not offered. */
export const PersonPicker = (props: PersonPickerProps) => {
  const { value, onChange, suggested = [], without } = props;
  const texts = useMessages(peopleMessages).picker;
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), 150);
  const found = useRead(peopleRoutes.people, { query: { limit: 30, ...(search === '' ? {} : { search }) } });
  const people = (found.data?.rows ?? []).filter((person) => person.state !== 'ended' && person.id !== without);
  const offered = search === '' ? suggested : [];
  const options = new Map<string, { readonly name: string; readonly line: string }>();
  for (const person of offered) options.set(person.id, { name: person.name, line: person.reason });
  for (const person of people)
    if (!options.has(person.id)) options.set(person.id, { name: person.name, line: lineOf(person) });
  if (value !== null && !options.has(value.id)) options.set(value.id, { name: value.name, line: '' });
  return (
    <Select
      label={props.label}
      aria-label={props.spoken}
      description={props.description}
      error={props.error}
      required={props.required ?? false}
      placeholder={props.placeholder ?? texts.placeholder}
      nothingFoundMessage={found.isFetching ? <Loader size="xs" /> : texts.nothing}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': texts.clear }}
      data-autofocus={props.focusFirst === true || undefined}
      filter={({ options: all }) => all}
      comboboxProps={{ withinPortal: props.inPopover !== true }}
      data={[...options].map(([id, person]) => ({ value: id, label: person.name }))}
      renderOption={({ option }) => (
        <span>
          {option.label}
          <br />
          <small>{options.get(option.value)?.line}</small>
        </span>
      )}
      value={value?.id ?? null}
      onSearchChange={setTyped}
      onChange={(id) => onChange(id === null ? null : { id, name: options.get(id)?.name ?? id })}
    />
  );
};
