import { Box } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { SheetGroup, WrittenAnalysis } from './analysis-sheet.ts';
import { AnalysisRow } from './AnalysisRow.tsx';
import { programmeMessages } from './messages.ts';
import classes from './analysis.module.css';

interface AnalysisTableProps {
  readonly groups: readonly SheetGroup[];
  readonly mayChange: boolean;
  readonly onRecord: (fields: WrittenAnalysis) => void;
}

/** The requirements as a sheet, by clause and theme; every group folds. */
export function AnalysisTable({ groups, mayChange, onRecord }: AnalysisTableProps): JSX.Element {
  const texts = useMessages(programmeMessages).analysis;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const { columns } = texts;
  const fold = (id: string): void =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <Box component="section" className={classes.scroller} aria-label={texts.label} tabIndex={0}>
      <table className={classes.table} aria-label={texts.label}>
        <colgroup>
          <col className={classes.requirementColumn} />
          <col />
          <col className={classes.atHandColumn} />
          <col className={classes.verdictColumn} />
          <col className={classes.gapColumn} />
        </colgroup>
        <thead>
          <tr>
            {[columns.requirement, columns.callsFor, columns.atHand, columns.verdict, columns.gap].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => {
          const open = !folded.has(group.id);
          const Chevron = open ? IconChevronDown : IconChevronRight;
          return (
            <tbody key={group.id}>
              <tr className={classes.group}>
                <th colSpan={5} scope="rowgroup">
                  <button type="button" aria-expanded={open} onClick={() => fold(group.id)}>
                    <Chevron size={14} aria-hidden />
                    {group.id} {group.title}
                    <span>{texts.judged(group.judged, group.all)}</span>
                  </button>
                </th>
              </tr>
              {open &&
                group.rows.map((row) => (
                  <AnalysisRow key={row.requirement.id} row={row} mayChange={mayChange} onRecord={onRecord} />
                ))}
            </tbody>
          );
        })}
      </table>
    </Box>
  );
}
