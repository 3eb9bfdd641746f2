import { Box } from '@mantine/core';
import { useState, type JSX, type KeyboardEvent } from 'react';
import type { ControlResource, ControlResources } from '../../assessment/control-resource.ts';
import { useMessages } from '../../../web/message.ts';
import type { ApplicabilityFields } from '../model.ts';
import { applicabilityMessages } from './messages.ts';
import type { StatementRow } from './statement.ts';
import { StatementLine } from './StatementLine.tsx';
import classes from './statement.module.css';

interface StatementTableProps {
  readonly rows: readonly StatementRow[];
  readonly resources: ReadonlyMap<string, ControlResource>;
  readonly gaps: ControlResources['gaps'];
  readonly mayChange: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (controls: readonly string[], selected: boolean) => void;
  readonly onSave: (row: StatementRow, patch: Partial<ApplicabilityFields>) => void;
}

/** Up and down a column: plain arrows on boxes and buttons, with Alt where the arrows mean something by themselves. */
function moveInColumn(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, altKey } = event;
  if ((key !== 'ArrowDown' && key !== 'ArrowUp') || !(target instanceof HTMLElement)) return;
  const cell = target.dataset['cell'];
  const isPlain = cell === 'select' || cell === 'more' || cell === 'applies';
  if (cell === undefined || (!isPlain && !altKey)) return;
  const column = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-cell="${cell}"]`)];
  const next = column[column.indexOf(target) + (key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}

/** The statement as a sheet: every cell is edited where it stands. */
export function StatementTable(props: StatementTableProps): JSX.Element {
  const { rows, resources, gaps, mayChange, selected, onSelect, onSave } = props;
  const texts = useMessages(applicabilityMessages);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { columns } = texts;
  const shownIds = rows.map(({ control }) => control.id);
  const all = shownIds.length > 0 && shownIds.every((id) => selected.has(id));
  const opening = (id: string, isOpen: boolean): void =>
    setOpen(new Set(isOpen ? [...open, id] : [...open].filter((one) => one !== id)));
  return (
    <Box
      component="section"
      className={classes.scroller}
      aria-label={texts.label}
      tabIndex={0}
      onKeyDown={moveInColumn}
    >
      <table className={classes.table} aria-label={texts.label} title={texts.keys}>
        <colgroup>
          {mayChange && <col className={classes.selectColumn} />}
          <col className={classes.controlColumn} />
          <col className={classes.appliesColumn} />
          <col className={classes.reasonsColumn} />
          <col />
          <col className={classes.statusColumn} />
          <col className={classes.dateColumn} />
          <col className={classes.ownerColumn} />
          <col className={classes.evidenceColumn} />
        </colgroup>
        <thead>
          <tr>
            {mayChange && (
              <th scope="col">
                <input
                  type="checkbox"
                  className={classes.box}
                  aria-label={texts.selectAll}
                  checked={all}
                  onChange={(event) => onSelect(shownIds, event.currentTarget.checked)}
                />
              </th>
            )}
            {[
              columns.control,
              columns.applies,
              columns.reasons,
              columns.justification,
              columns.status,
              columns.statusOn,
              columns.owner,
              columns.evidence,
            ].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <StatementLine
              key={row.control.id}
              row={row}
              resource={resources.get(row.control.id)}
              gaps={gaps}
              mayChange={mayChange}
              isSelected={selected.has(row.control.id)}
              isOpen={open.has(row.control.id)}
              onSelect={(one) => onSelect([row.control.id], one)}
              onOpen={(one) => opening(row.control.id, one)}
              onSave={onSave}
            />
          ))}
        </tbody>
      </table>
    </Box>
  );
}
