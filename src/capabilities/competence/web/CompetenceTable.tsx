import { Badge } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import type { ListedCompetence } from '../framework-list.ts';
import classes from './framework.module.css';
import { frameworkMessages } from './framework-messages.ts';

interface CompetenceTableProps {
  readonly competences: readonly ListedCompetence[];
  readonly sourceOf: (competence: ListedCompetence) => string;
  readonly onOpen: (key: string) => void;
}

/** The framework in use as a table; a name opens the competence. */
export function CompetenceTable({ competences, sourceOf, onOpen }: CompetenceTableProps): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const columns: readonly RegisterColumn<ListedCompetence>[] = [
    {
      id: 'name',
      label: texts.columns.name,
      width: '39%',
      cell: (one) => (
        <button
          type="button"
          className={classes.name}
          title={one.description || one.name}
          onClick={() => onOpen(one.key)}
        >
          {one.name}
          {one.source === 'shipped' && one.id !== null && (
            <Badge size="xs" variant="default" ml={6}>
              {texts.worded}
            </Badge>
          )}
          {one.retired && (
            <Badge size="xs" variant="default" ml={6}>
              {texts.retired}
            </Badge>
          )}
        </button>
      ),
    },
    { id: 'group', label: texts.columns.group, width: '22%', cell: (one) => one.group ?? texts.kinds[one.kind] },
    {
      id: 'source',
      label: texts.columns.source,
      width: '14%',
      cell: (one) => (one.source === 'shipped' ? texts.shippedShort : sourceOf(one)),
    },
    {
      id: 'required',
      label: texts.columns.required,
      width: '14%',
      cell: ({ use }) => texts.usedBy(use.roles.length, use.requirements.length),
    },
    { id: 'held', label: texts.columns.held, width: '11%', cell: ({ use }) => texts.people(use.holders) },
  ];
  return (
    <div className={classes.table}>
      <RegisterTable
        label={texts.title}
        columns={columns}
        rows={competences}
        total={competences.length}
        rowKey={(one) => one.key}
        quiet={(one) => one.retired}
      />
    </div>
  );
}
