import { counted, defineMessages } from '../message.ts';
import type { Severity } from './model.ts';

const cells = (count: number): string => counted(count, 'cell', 'cells');

/** Every text that the matrix shows or speaks. Counts are given as numbers; the texts decide about their plural. */
export const matrixMessages = defineMessages({
  en: {
    loading: 'Loading the matrix',
    emptyTitle: 'Nothing to show yet',
    emptyHint: 'The matrix fills as soon as there are rows and columns.',
    rowHeading: 'Requirement',
    severity: { error: 'Error', warning: 'Warning', notice: 'Note' } satisfies Readonly<Record<Severity, string>>,
    emptyCell: 'Empty',
    locked: (reason: string) => `Locked: ${reason}`,
    readOnly: 'Read only',
    saving: (count: number) => `Saving ${cells(count)}`,
    saved: 'All changes saved',
    undo: 'Undo (Ctrl+Z)',
    redo: 'Redo (Ctrl+Y)',
    foldAll: 'Fold all groups',
    unfoldAll: 'Unfold all groups',
    groupSize: (rows: number) => counted(rows, 'row', 'rows'),
    groupMarks: (rows: number) => `${rows.toLocaleString('en')} to look at`,
    groupHint: 'Space folds and unfolds this group.',
    editorLabel: (row: string, column: string) => `${row}, ${column}`,
    combineHint: 'Type the letter to add or to take away.',
    selectionSize: (rows: number, columns: number) =>
      `${cells(rows * columns)} selected: ${counted(rows, 'row', 'rows')} by ${counted(columns, 'column', 'columns')}`,
    cleared: (count: number) => `${cells(count)} cleared`,
    filled: (count: number) => `${cells(count)} filled`,
    copied: (rows: number, columns: number) =>
      `${counted(rows, 'row', 'rows')} by ${counted(columns, 'column', 'columns')} copied`,
    cutOut: (count: number) => `${cells(count)} cut`,
    pasted: (count: number) => `${cells(count)} pasted`,
    nothingToPaste: 'The clipboard holds no text to paste.',
    undone: (count: number) => `Undone: ${cells(count)}`,
    redone: (count: number) => `Redone: ${cells(count)}`,
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to redo',
    refused: (count: number) =>
      `Not saved: ${counted(count, 'cell went back to what it was', 'cells went back to what they were')}.`,
    conflict: (count: number) =>
      `${counted(count, 'cell was', 'cells were')} changed by somebody else while you edited.`,
    /** Closing the conflict leaves what the others wrote. */
    takeTheirs: 'Close and take theirs',
    folded: (group: string) => `${group} folded`,
    unfolded: (group: string) => `${group} unfolded`,
    /** The heading of a folded group of columns. */
    foldedGroup: (group: string, columns: number) => `${group}: ${counted(columns, 'column', 'columns')}`,
    foldedCells: (count: number) => `${counted(count, 'filled cell', 'filled cells')} folded away`,
    foldedColumn: 'Folded columns: Space unfolds them.',
    print: 'Print (Ctrl+P)',
    entryHint: 'Tab goes right, Enter down. Escape, then Tab, leaves the matrix.',
    paste: {
      title: 'Paste into the matrix',
      fits: (count: number) => `${cells(count)} will change`,
      overwrites: (count: number) =>
        counted(count, 'of them now holds something else', 'of them now hold something else'),
      unchanged: (count: number) => counted(count, 'cell stays as it is', 'cells stay as they are'),
      rejects: (count: number) =>
        counted(count, 'cell does not fit and will be left out', 'cells do not fit and will be left out'),
      overflow: (count: number) =>
        counted(
          count,
          'cell lies beyond the last row or column and will be left out',
          'cells lie beyond the last row or column and will be left out',
        ),
      more: (count: number) => `and ${count.toLocaleString('en')} more`,
      apply: (count: number) => `Change ${cells(count)}`,
      cancel: 'Cancel',
      close: 'Close',
      columns: { text: 'Pasted', reason: 'Why not', places: 'Where' },
    },
  },
});

export type MatrixMessages = (typeof matrixMessages)['en'];
