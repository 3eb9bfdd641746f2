import type { Severity } from './model.ts';

/** Every text that the matrix shows or speaks. Counts are given as numbers; the texts decide about their plural. */
export interface MatrixMessages {
  readonly loading: string;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  readonly rowHeading: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly emptyCell: string;
  readonly locked: (reason: string) => string;
  readonly readOnly: string;
  readonly saving: (count: number) => string;
  readonly saved: string;
  readonly undo: string;
  readonly redo: string;
  readonly foldAll: string;
  readonly unfoldAll: string;
  readonly groupSize: (rows: number) => string;
  readonly groupMarks: (rows: number) => string;
  readonly groupHint: string;
  readonly editorLabel: (row: string, column: string) => string;
  readonly combineHint: string;
  readonly selectionSize: (rows: number, columns: number) => string;
  readonly cleared: (cells: number) => string;
  readonly filled: (cells: number) => string;
  readonly copied: (rows: number, columns: number) => string;
  readonly cutOut: (cells: number) => string;
  readonly pasted: (cells: number) => string;
  readonly nothingToPaste: string;
  readonly undone: (cells: number) => string;
  readonly redone: (cells: number) => string;
  readonly nothingToUndo: string;
  readonly nothingToRedo: string;
  readonly refused: (cells: number) => string;
  readonly folded: (group: string) => string;
  readonly unfolded: (group: string) => string;
  readonly paste: {
    readonly title: string;
    readonly fits: (cells: number) => string;
    readonly overwrites: (cells: number) => string;
    readonly unchanged: (cells: number) => string;
    readonly rejects: (cells: number) => string;
    readonly overflow: (cells: number) => string;
    readonly more: (count: number) => string;
    readonly apply: (cells: number) => string;
    readonly cancel: string;
    readonly close: string;
    readonly columns: { readonly text: string; readonly reason: string; readonly places: string };
  };
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const cells = (count: number): string => counted(count, 'cell', 'cells');

export const englishMatrixMessages: MatrixMessages = {
  loading: 'Loading the matrix',
  emptyTitle: 'Nothing to show yet',
  emptyHint: 'The matrix fills as soon as there are rows and columns.',
  rowHeading: 'Requirement',
  severity: { error: 'Error', warning: 'Warning', notice: 'Note' },
  emptyCell: 'Empty',
  locked: (reason) => `Locked: ${reason}`,
  readOnly: 'Read only',
  saving: (count) => `Saving ${cells(count)}`,
  saved: 'All changes saved',
  undo: 'Undo (Ctrl+Z)',
  redo: 'Redo (Ctrl+Y)',
  foldAll: 'Fold all groups',
  unfoldAll: 'Unfold all groups',
  groupSize: (rows) => counted(rows, 'row', 'rows'),
  groupMarks: (rows) => `${rows.toLocaleString('en')} to look at`,
  groupHint: 'Space folds and unfolds this group.',
  editorLabel: (row, column) => `${row}, ${column}`,
  combineHint: 'Type the letter to add or to take away.',
  selectionSize: (rows, columns) =>
    `${cells(rows * columns)} selected: ${counted(rows, 'row', 'rows')} by ${counted(columns, 'column', 'columns')}`,
  cleared: (count) => `${cells(count)} cleared`,
  filled: (count) => `${cells(count)} filled`,
  copied: (rows, columns) => `${counted(rows, 'row', 'rows')} by ${counted(columns, 'column', 'columns')} copied`,
  cutOut: (count) => `${cells(count)} cut`,
  pasted: (count) => `${cells(count)} pasted`,
  nothingToPaste: 'The clipboard holds no text to paste.',
  undone: (count) => `Undone: ${cells(count)}`,
  redone: (count) => `Redone: ${cells(count)}`,
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  refused: (count) => `Not saved: ${cells(count)} went back to what they were.`,
  folded: (group) => `${group} folded`,
  unfolded: (group) => `${group} unfolded`,
  paste: {
    title: 'Paste into the matrix',
    fits: (count) => `${cells(count)} will change`,
    overwrites: (count) => `Of these, ${cells(count)} now hold something else`,
    unchanged: (count) => `${cells(count)} stay as they are`,
    rejects: (count) => `${cells(count)} do not fit and will be left out`,
    overflow: (count) => `${cells(count)} lie beyond the last row or column and will be left out`,
    more: (count) => `and ${count.toLocaleString('en')} more`,
    apply: (count) => `Change ${cells(count)}`,
    cancel: 'Cancel',
    close: 'Close',
    columns: { text: 'Pasted', reason: 'Why not', places: 'Where' },
  },
};
