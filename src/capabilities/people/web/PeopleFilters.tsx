import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../../web/message.ts';
import { personStates } from '../contract.ts';
import { personKinds } from '../model.ts';
import { peopleMessages } from './messages.ts';
import { isFiltered, type PersonFilter } from './person-filter.ts';

interface PeopleFiltersProps {
  readonly filter: PersonFilter;
  readonly units: readonly string[];
  readonly onChange: (patch: Readonly<Record<string, string | undefined>>) => void;
}

const anything = { search: undefined, kind: undefined, state: undefined, unit: undefined, site: undefined };

/** Narrows the register; what is chosen stands in the address. */
export const PeopleFilters = ({ filter, units, onChange }: PeopleFiltersProps) => {
  const texts = useMessages(peopleMessages);
  const words = texts.filters;
  const [search, setSearch] = useState(filter.search ?? '');
  const passOn = useDebouncedCallback((text: string) => onChange({ search: text === '' ? undefined : text }), 200);
  return (
    <Group gap="xs" role="search" aria-label={words.label}>
      <TextInput
        w={290}
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          passOn(event.currentTarget.value);
        }}
      />
      <Select
        w={170}
        aria-label={words.kind}
        placeholder={words.anyKind}
        clearable
        data={personKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
        value={filter.kind ?? null}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
      />
      <Select
        w={150}
        aria-label={words.state}
        placeholder={words.anyState}
        clearable
        data={personStates.map((state) => ({ value: state, label: texts.states[state] }))}
        value={filter.state ?? null}
        onChange={(state) => onChange({ state: state ?? undefined })}
      />
      <Select
        w={200}
        aria-label={words.unit}
        placeholder={words.anyUnit}
        clearable
        searchable
        data={[...units]}
        value={filter.unit ?? null}
        onChange={(unit) => onChange({ unit: unit ?? undefined })}
      />
      {filter.site !== undefined && (
        <Button
          variant="default"
          rightSection={<IconX size={14} aria-hidden />}
          title={words.noSite}
          onClick={() => onChange({ site: undefined })}
        >
          {words.site(filter.site)}
        </Button>
      )}
      {isFiltered(filter) && (
        <Button
          variant="subtle"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => {
            setSearch('');
            onChange(anything);
          }}
        >
          {words.clear}
        </Button>
      )}
    </Group>
  );
};
