import { Anchor, Box, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { StateMark } from '../../assessment/web/StateMark.tsx';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import { saysReference, type TreeRow } from './entry-tree.ts';
import classes from './frameworks.module.css';
import { frameworkMessages } from './messages.ts';

interface EntryTreeProps {
  readonly label: string;
  readonly rows: readonly TreeRow[];
}

/** The headings and requirements of a framework, indented, with how each is covered. */
export function EntryTree({ label, rows }: EntryTreeProps): JSX.Element {
  const texts = useMessages(frameworkMessages).tree;
  const { slug } = useOrganization();
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {texts.nothing}
      </Text>
    );
  const columns: readonly RegisterColumn<TreeRow>[] = [
    {
      id: 'entry',
      label: texts.entry,
      width: '62%',
      cell: ({ entry, depth }) => (
        <Box className={classes.entry} ps={depth * 16} title={entry.title}>
          <Anchor
            inherit
            {...(entry.assessable ? {} : { c: 'inherit', className: classes.heading ?? '' })}
            renderRoot={(props) => (
              <Link
                to="/o/$slug/requirements/$requirementId"
                params={{ slug, requirementId: entry.requirementId }}
                {...props}
              />
            )}
          >
            {saysReference(entry) && <span className={classes.reference}>{entry.reference}</span>}
            {entry.title}
          </Anchor>
        </Box>
      ),
    },
    {
      id: 'state',
      label: texts.state,
      width: '12%',
      cell: ({ coverage }) =>
        coverage !== null && (
          <span className={classes.state}>
            <StateMark state={coverage.state} />
            {texts.states[coverage.state]}
          </span>
        ),
    },
    {
      id: 'letters',
      label: texts.letters,
      width: '13%',
      cell: ({ coverage }) =>
        coverage === null ? null : (
          <span className={coverage.source === 'own' ? undefined : classes.dim}>
            {coverage.source === 'inherited'
              ? texts.source.inherited(coverage.from.join(', '))
              : texts.source[coverage.source]}
          </span>
        ),
    },
    { id: 'mapped', label: texts.mapped, width: '13%', cell: ({ mappedTo }) => mappedTo.join(', ') },
  ];
  return (
    <RegisterTable
      label={label}
      columns={columns}
      rows={rows}
      total={rows.length}
      rowKey={({ entry }) => entry.requirementId}
    />
  );
}
