import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { call, type CallError } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import type { RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import { MOST_AT_ONCE } from '../people-edit.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { bulkMessages } from './bulk-messages.ts';
import classes from './people.module.css';
import type { Selection } from './people-selection.ts';
import type { PersonFilter } from './person-filter.ts';

/** The column of boxes; the one in its heading chooses everybody loaded. */
export function selectionColumn(
  selection: Selection,
  rows: readonly PersonRow[],
  texts: (typeof bulkMessages)['en'],
): RegisterColumn<PersonRow> {
  const chosen = rows.filter(({ id }) => selection.people.has(id)).length;
  return {
    id: 'choose',
    label: texts.choose,
    width: '38px',
    heading: (
      <Checkbox
        size="xs"
        aria-label={texts.chooseShown}
        checked={rows.length > 0 && chosen === rows.length}
        indeterminate={chosen > 0 && chosen < rows.length}
        onChange={(event) => selection.toggle(rows, event.currentTarget.checked)}
      />
    ),
    cell: (row) => (
      <Checkbox
        size="xs"
        aria-label={texts.chooseOne(row.name)}
        checked={selection.people.has(row.id)}
        onChange={(event) => selection.toggle([row], event.currentTarget.checked)}
      />
    ),
  };
}

interface SelectionBarProps {
  readonly selection: Selection;
  readonly filter: PersonFilter;
  /** How many people fit the filter. */
  readonly total: number;
}

/** What can be done with those who are chosen. */
export function SelectionBar({ selection, filter, total }: SelectionBarProps): JSX.Element {
  const texts = useMessages(bulkMessages);
  const { id } = useOrganization();
  const [open, setOpen] = useState(false);
  const { people, toggle, clear } = selection;
  const all = useMutation<void, CallError>({
    mutationFn: async () => {
      const page = await call(peopleRoutes.people, {
        path: { organizationId: id },
        query: { ...filter, limit: MOST_AT_ONCE },
      });
      toggle(page.rows, true);
    },
  });
  return (
    <div className={classes.bar} role="region" aria-label={texts.bar}>
      <Group gap="xs">
        <Text size="sm" fw={600} role="status">
          {texts.chosen(people.size)}
        </Text>
        {people.size < Math.min(total, MOST_AT_ONCE) && (
          <Button size="compact-sm" variant="subtle" loading={all.isPending} onClick={() => all.mutate()}>
            {total <= MOST_AT_ONCE ? texts.chooseAll(total) : texts.chooseMost(MOST_AT_ONCE)}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={clear}>
          {texts.clear}
        </Button>
        <Button
          size="compact-sm"
          disabled={people.size > MOST_AT_ONCE}
          leftSection={<IconPencil size={14} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {texts.change}
        </Button>
      </Group>
      <ProblemAlert error={all.error} />
      {open && <BulkDialog people={[...people.values()]} onClose={() => setOpen(false)} onDone={clear} />}
    </div>
  );
}
