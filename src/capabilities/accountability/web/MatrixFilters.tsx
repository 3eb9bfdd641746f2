import { Button, Group, Popover, SegmentedControl, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { PersonPicker, type PickedPerson } from '../../people/web/PersonPicker.tsx';
import { useMessages } from '../../../web/message.ts';
import classes from './accountability.module.css';
import { columnShows } from './matrix-columns.ts';
import { rowShows, type MatrixView } from './matrix-view.ts';
import { accountabilityMessages } from './messages.ts';
import { RowFilters } from './RowFilters.tsx';

interface MatrixFiltersProps {
  readonly view: MatrixView;
  readonly mayChange: boolean;
  readonly onAddPerson: (person: PickedPerson) => void;
}

/** Which rows and columns of the matrix are in view; it stands in the address. */
export function MatrixFilters({ view, mayChange, onAddPerson }: MatrixFiltersProps): JSX.Element {
  const texts = useMessages(accountabilityMessages);
  return (
    <div className={classes.toolbar} data-screen-only>
      <Group gap="xs">
        <RowFilters />
        <SegmentedControl
          aria-label={texts.rows}
          data={rowShows.map((value) => ({ value, label: texts.rowShows[value] }))}
          value={view.rowShow}
          onChange={(value) => view.setFilter({ rows: value === 'all' ? undefined : value })}
        />
        <SegmentedControl
          aria-label={texts.columns}
          data={columnShows.map((value) => ({ value, label: texts.columnShows[value] }))}
          value={view.columnShow}
          onChange={(value) => view.setFilter({ columns: value === 'used' ? undefined : value })}
        />
        {mayChange && <AddPerson onAdd={onAddPerson} />}
      </Group>
      <Text size="sm" c="dimmed" role="status" aria-label={texts.shownInFull(view.rows.length, view.columns.length)}>
        {texts.shown(view.rows.length, view.columns.length)}
      </Text>
    </div>
  );
}

const AddPerson = ({ onAdd }: { readonly onAdd: (person: PickedPerson) => void }) => {
  const texts = useMessages(accountabilityMessages);
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} width={320} trapFocus withArrow>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconUserPlus size={15} aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {texts.addPerson}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <PersonPicker
          label={texts.addPerson}
          description={texts.addPersonHint}
          value={null}
          inPopover
          onChange={(person) => {
            if (person === null) return;
            setOpen(false);
            onAdd(person);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
};
