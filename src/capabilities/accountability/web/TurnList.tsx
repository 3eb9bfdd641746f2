import { Anchor, Box, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { RasciBadge } from '../../../web/matrix/rasci-kind.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { CellTurn } from '../cell-turn.ts';
import classes from './accountability.module.css';
import { turnOf } from './cell-turns.ts';
import { valueOf } from './matrix-cells.ts';
import { columnIdOf } from './matrix-columns.ts';
import { viewMessages } from './view-messages.ts';

/** What changed as a list: the cell, what it was and is, when, by whom and why. */
export function TurnList({ turns }: { readonly turns: readonly CellTurn[] }): JSX.Element {
  const texts = useMessages(viewMessages).changes;
  const format = useFormat();
  const { slug } = useOrganization();
  const letters = (held: CellTurn['before']): JSX.Element =>
    held.length === 0 ? (
      <span className={classes.quiet}>{texts.empty}</span>
    ) : (
      <RasciBadge value={valueOf({ letters: [...held] })} />
    );
  return (
    <Box component="section" className={classes.turns} tabIndex={0} aria-label={texts.list}>
      <Table stickyHeader verticalSpacing={3} aria-label={texts.list}>
        <Table.Thead>
          <Table.Tr>
            {[texts.cell, texts.change, texts.when, texts.who, texts.reason].map((heading) => (
              <Table.Th key={heading} scope="col">
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {turns.map((turn) => (
            <Table.Tr key={`${turn.requirementId} ${columnIdOf(turn)}`}>
              <Table.Td>
                <Anchor
                  renderRoot={(props) => (
                    <Link
                      to="/o/$slug/requirements/$requirementId"
                      params={{ slug, requirementId: turn.requirementId }}
                      {...props}
                    />
                  )}
                >
                  {turn.requirementId}
                </Anchor>{' '}
                {turn.name ?? texts.removed}
              </Table.Td>
              <Table.Td>
                <span className={classes.turn}>
                  <span className={classes.quiet}>{texts.turns[turnOf(turn)]}</span> {letters(turn.before)} →{' '}
                  {letters(turn.after)}
                </span>
              </Table.Td>
              <Table.Td>{format.moment(turn.recordedAt)}</Table.Td>
              <Table.Td>{turn.by?.name ?? texts.hidden}</Table.Td>
              <Table.Td>{turn.by?.reason ?? ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
