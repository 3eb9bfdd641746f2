import { Button, Group, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useMayDecide } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import type { TrainingRow, TrainingShow } from '../contract.ts';
import { trainingMessages } from './messages.ts';
import { ApproveAllDialog } from './ApproveAllDialog.tsx';
import { TrainingBar } from './TrainingBar.tsx';
import { useTrainingPages } from './training-pages.ts';
import { TrainingTable } from './TrainingTable.tsx';

const sorts = ['due', '-due', 'person', '-person', 'measure', '-measure'] as const;
const filters = ['personId', 'roleId', 'unit', 'measureId'] as const;

/** The register: sorted and filtered by the address, chosen rows to be worked on together. */
export function TrainingList({ show }: { readonly show: TrainingShow }): JSX.Element {
  const texts = useMessages(trainingMessages);
  const [mayChange, mayDecide] = [useMayChange('training'), useMayDecide()];
  const [address, setFilter] = useAddressFilters();
  const sort = oneOf(sorts, address['sort']) ?? 'due';
  const narrowed = Object.fromEntries(
    filters.flatMap((name) => (address[name] === undefined ? [] : [[name, address[name]]])),
  );
  const search = address['search'];
  const searched = search === undefined ? {} : { search };
  const pages = useTrainingPages({ show, sort, ...narrowed, ...searched });
  const [isApproving, setApproving] = useState(false);
  const [picked, setPicked] = useState<ReadonlyMap<string, TrainingRow>>(new Map());
  const chosen = new Map(pages.rows.filter(({ id }) => picked.has(id)).map((row) => [row.id, row]));
  const choose = (rows: readonly TrainingRow[], on: boolean): void =>
    setPicked((before) => {
      const after = new Map(before);
      for (const row of rows) {
        if (on) after.set(row.id, row);
        else after.delete(row.id);
      }
      return after;
    });
  return (
    <>
      {Object.keys(narrowed).length > 0 && (
        <Group gap="xs">
          <Text size="sm">{texts.filtered(nameOf(narrowed, pages.rows))}</Text>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => setFilter(Object.fromEntries(filters.map((name) => [name, undefined])))}
          >
            {texts.clearFilter}
          </Button>
        </Group>
      )}
      {mayDecide && chosen.size === 0 && pages.rows.some(({ hindrance }) => hindrance === null) && (
        <Group>
          <Button size="compact-sm" variant="default" aria-haspopup="dialog" onClick={() => setApproving(true)}>
            {texts.approveAll.beginAll}
          </Button>
        </Group>
      )}
      {isApproving && (
        <ApproveAllDialog
          filter={{ ...narrowed, ...searched }}
          name={nameOf(narrowed, pages.rows) || null}
          onClose={() => setApproving(false)}
        />
      )}
      <ProblemAlert error={pages.error} />
      <TrainingBar rows={[...chosen.values()]} onClear={() => setPicked(new Map())} />
      {!pages.isLoading && pages.total === 0 ? (
        <Text c="dimmed">{texts.nothing}</Text>
      ) : (
        <TrainingTable
          rows={pages.rows}
          total={pages.total}
          sort={sort}
          onSort={(value) => setFilter({ sort: value === 'due' ? undefined : value })}
          onEnd={pages.more}
          choice={mayChange || mayDecide ? { chosen, choose } : null}
        />
      )}
    </>
  );
}

/** What the list is narrowed to, in words of its rows. */
function nameOf(narrowed: Readonly<Record<string, string | undefined>>, rows: readonly TrainingRow[]): string {
  const [first] = rows;
  const { personId, roleId, unit, measureId } = narrowed;
  return [
    personId === undefined ? null : first?.personName,
    roleId === undefined ? null : first?.roleName,
    measureId === undefined ? null : first?.measureName,
    unit ?? null,
  ]
    .filter((text) => text !== null && text !== undefined)
    .join(', ');
}
