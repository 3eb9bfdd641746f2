import { Anchor, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import type { ListedFramework } from '../contract.ts';
import classes from './frameworks.module.css';
import { frameworkMessages } from './messages.ts';

interface FrameworkTableProps {
  readonly frameworks: readonly ListedFramework[];
  /** Null where the reader may not. */
  readonly onRemove: ((framework: ListedFramework) => void) | null;
}

/** The frameworks of an organization with their figures. */
export function FrameworkTable({ frameworks, onRemove }: FrameworkTableProps): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const { slug } = useOrganization();
  const columns: readonly RegisterColumn<ListedFramework>[] = [
    {
      id: 'name',
      label: texts.columns.name,
      width: '31%',
      cell: (row) => (
        <span className={classes.entry}>
          <Anchor
            inherit
            fw={600}
            renderRoot={(props) => (
              <Link to="/o/$slug/frameworks/$frameworkId" params={{ slug, frameworkId: row.id }} {...props} />
            )}
          >
            {row.name}
          </Anchor>{' '}
          <span className={classes.dim}>{[row.edition, row.publisher].filter((text) => text !== null).join(', ')}</span>
        </span>
      ),
    },
    { id: 'key', label: texts.columns.key, width: '9%', cell: (row) => row.key },
    {
      id: 'entries',
      label: texts.columns.entries,
      width: '11%',
      cell: (row) => texts.assessable(row.totals.assessable, row.entries),
    },
    {
      id: 'sources',
      label: texts.columns.sources,
      width: '27%',
      cell: ({ totals: { sources } }) => texts.sources(sources.own, sources.inherited, sources.none),
    },
    { id: 'gaps', label: texts.columns.gaps, width: '7%', align: 'end', cell: (row) => row.gaps.toLocaleString('en') },
    {
      id: 'actions',
      label: texts.columns.actions,
      width: '15%',
      cell: (row) => (
        <Group gap={6} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            aria-label={texts.openMatrix(row.name)}
            renderRoot={(props) => (
              <Link
                to="/o/$slug/accountability"
                params={{ slug }}
                search={((before: object) => ({ ...before, framework: row.key })) as never}
                {...props}
              />
            )}
          >
            {texts.matrix}
          </Button>
          {onRemove !== null && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={texts.removeNamed(row.name)}
              onClick={() => onRemove(row)}
            >
              {texts.remove}
            </Button>
          )}
        </Group>
      ),
    },
  ];
  return (
    <RegisterTable
      label={texts.title}
      columns={columns}
      rows={frameworks}
      total={frameworks.length}
      rowKey={(row) => row.id}
    />
  );
}
