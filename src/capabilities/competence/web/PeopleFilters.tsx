import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import type { JSX } from 'react';
import { SearchField } from '../../accountability/web/RowFilters.tsx';
import { addressSearch, oneOf, useAddressFilters } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { matrixTexts } from './matrix-messages.ts';
import classes from './matrix.module.css';
import { columnShows, gapShows, type PeopleView } from './people-view.ts';

const none: readonly never[] = [];

/** Which people and competences are in view; it stands in the address. */
export function PeopleFilters({ view }: { readonly view: PeopleView }): JSX.Element {
  const texts = useMessages(matrixTexts);
  const [address] = useAddressFilters();
  const { unit, role } = addressSearch(address);
  const { matrix, setFilter } = view;
  const units = (matrix?.units ?? none).toSorted((a, b) => a.localeCompare(b));
  const roles = (matrix?.roles ?? none).toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <div className={classes.toolbar} data-screen-only>
      <Group gap="xs">
        <SearchField name="search" label={texts.find.people} />
        <Select
          w={140}
          clearable
          searchable
          aria-label={texts.unit}
          placeholder={texts.anyUnit}
          data={units}
          value={unit ?? null}
          onChange={(value) => setFilter({ unit: value ?? undefined })}
        />
        <Select
          w={150}
          clearable
          searchable
          aria-label={texts.role}
          placeholder={texts.anyRole}
          data={roles.map(({ id, name }) => ({ value: id, label: name }))}
          value={role ?? null}
          onChange={(value) => setFilter({ role: value ?? undefined })}
        />
        <Select
          w={140}
          clearable
          aria-label={texts.gap}
          placeholder={texts.anyGap}
          data={gapShows.map((value) => ({ value, label: texts.gaps[value] }))}
          value={view.gap ?? null}
          onChange={(value) => setFilter({ gap: oneOf(gapShows, value ?? undefined) })}
        />
        <ColumnShow value={view.columnShow} />
      </Group>
      <Text
        size="sm"
        c="dimmed"
        role="status"
        aria-label={texts.sizeInFull(texts.people(view.rows.length), view.columns.length)}
      >
        {texts.size(view.rows.length, view.columns.length)}
      </Text>
    </div>
  );
}

/** Only competences that something requires or somebody holds, or all of them. */
export function ColumnShow({ value }: { readonly value: (typeof columnShows)[number] }): JSX.Element {
  const texts = useMessages(matrixTexts);
  const [, setFilter] = useAddressFilters();
  return (
    <SegmentedControl
      aria-label={texts.columns}
      data={columnShows.map((one) => ({ value: one, label: texts.columnShows[one] }))}
      value={value}
      onChange={(chosen) => setFilter({ columns: chosen === 'used' ? undefined : chosen })}
    />
  );
}
