import { Button, Group, Popover, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { PersonPicker, type PickedPerson } from '../../people/web/PersonPicker.tsx';
import { useMessages } from '../../../web/message.ts';
import classes from './accountability.module.css';
import { columnShows } from './matrix-columns.ts';
import { chapters } from './matrix-rows.ts';
import { rowShows, type MatrixView } from './matrix-view.ts';
import { accountabilityMessages } from './messages.ts';

interface MatrixFiltersProps {
  readonly view: MatrixView;
  readonly mayChange: boolean;
  readonly onAddPerson: (person: PickedPerson) => void;
}

/** Which rows and columns of the matrix are in view; it stands in the address. */
export function MatrixFilters({ view, mayChange, onAddPerson }: MatrixFiltersProps): JSX.Element {
  const texts = useMessages(accountabilityMessages);
  const [search, setSearch] = useState(view.search);
  const passOn = useDebouncedCallback(
    (text: string) => view.setFilter({ search: text === '' ? undefined : text }),
    200,
  );
  return (
    <div className={classes.toolbar} data-screen-only>
      <Group gap="xs">
        <TextInput
          w={190}
          type="search"
          aria-label={texts.search}
          placeholder={texts.search}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            passOn(event.currentTarget.value);
          }}
        />
        <Select
          w={190}
          aria-label={texts.chapter}
          placeholder={texts.anyChapter}
          clearable
          data={chapters.map((chapter) => ({ value: chapter.id, label: texts.chapterName(chapter.id, chapter.title) }))}
          value={view.chapter ?? null}
          onChange={(chapter) => view.setFilter({ chapter: chapter ?? undefined })}
        />
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
