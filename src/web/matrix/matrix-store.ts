import { CellTable } from './cell-table.ts';
import { columnsShown } from './column-folds.ts';
import { Cursor } from './cursor.ts';
import { History, type Step } from './history.ts';
import { lineKey, linesOf, type Line } from './lines.ts';
import { LintTable } from './lint-table.ts';
import type { CellChange, CellValue, FilledCells, MatrixColumn, MatrixGroup, MatrixRow, RowRule } from './model.ts';
import { Subscriptions } from './subscriptions.ts';

/** Changes that are shown already and that the server has not answered yet. Settle each exactly once. */
export interface Batch {
  readonly changes: readonly CellChange[];
  readonly by: 'edit' | 'undo' | 'redo';
  readonly step: Step;
}

/** Groups that are folded: of rows by id, of columns by name. */
export interface Folds {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

export interface MatrixData {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly MatrixGroup[];
}

/** How changes came about. `continues` lets letters typed one after the other into one cell be one undo step. */
export interface EditOptions {
  readonly continues?: boolean;
}

const key = (rowId: string, columnId: string): string => `${rowId}\n${columnId}`;

/**
 * The state of one matrix, without a page: values, what is being saved, what can be undone, where the cursor stands.
 * Components watch single cells (`subscriptions.subscribeCell`) and the topics `lines`, `columns`, `cursor`, `editor`, `history`,
 * `saving`, `row <id>` and `column <id>`.
 */
export class MatrixStore {
  readonly subscriptions = new Subscriptions();
  readonly cursor: Cursor;
  readonly lint: LintTable;
  readonly #history = new History();
  readonly #values = new CellTable();
  readonly #grounds = new CellTable();
  /** The cells that were taken last: what comes again as the same object is as it was. */
  #loaded: readonly CellValue[] = [];
  /** Cells that may show something else than what was taken last: they were saved since. */
  readonly #strayed = new Map<string, Pick<CellValue, 'rowId' | 'columnId'>>();
  /** Last value that the server is known to hold, for cells with unanswered changes. */
  readonly #confirmed = new Map<string, string>();
  readonly #folded: Set<string>;
  readonly #foldedColumns: Set<string>;
  #pending: readonly Batch[] = [];
  #rowRule: RowRule | undefined;
  #data: MatrixData;
  #rows: ReadonlyMap<string, MatrixRow>;
  #lines: readonly Line[] = [];
  #columns: readonly MatrixColumn[] = [];
  #lineOfRow: ReadonlyMap<string, number> = new Map();
  #columnAt: ReadonlyMap<string, number> = new Map();

  constructor(data: MatrixData, cells: readonly CellValue[], folds: Folds = { rows: [], columns: [] }) {
    this.#data = data;
    this.#folded = new Set(folds.rows);
    this.#foldedColumns = new Set(folds.columns);
    this.#rows = new Map();
    this.cursor = new Cursor(this);
    this.lint = new LintTable(this.subscriptions);
    this.arrange(data);
    for (const { rowId, columnId, value, ground } of cells) {
      this.#values.set(rowId, columnId, value);
      if (ground !== undefined) this.#grounds.set(rowId, columnId, ground);
    }
    this.#loaded = cells;
  }

  /** The columns in view; a folded group of them is one column with `folds`. */
  get columns(): readonly MatrixColumn[] {
    return this.#columns;
  }

  get allColumns(): readonly MatrixColumn[] {
    return this.#data.columns;
  }

  /** The ids of groups of rows, and the names of groups of columns, that are folded. */
  get folds(): Folds {
    return { rows: [...this.#folded], columns: [...this.#foldedColumns] };
  }

  get groups(): readonly MatrixGroup[] {
    return this.#data.groups;
  }

  get rows(): readonly MatrixRow[] {
    return this.#data.rows;
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  get savingCount(): number {
    return this.#pending.reduce((sum, batch) => sum + batch.changes.length, 0);
  }

  row(rowId: string): MatrixRow | undefined {
    return this.#rows.get(rowId);
  }

  /** The group of a column, and whether it is folded. */
  columnFold(columnId: string): string | undefined {
    const group = this.#data.columns.find((column) => column.id === columnId)?.group;
    return group !== undefined && this.#foldedColumns.has(group) ? group : undefined;
  }

  /** The visible line of a row, or undefined while its group is folded. */
  lineOfRow(rowId: string): number | undefined {
    return this.#lineOfRow.get(rowId);
  }

  columnIndex(columnId: string): number | undefined {
    return this.#columnAt.get(columnId);
  }

  /** The value of a cell; the empty string when it is empty. */
  get(rowId: string, columnId: string): string {
    return this.#values.get(rowId, columnId);
  }

  /** What stands in the cell whatever value it holds; the empty string when nothing does. */
  ground(rowId: string, columnId: string): string {
    return this.#grounds.get(rowId, columnId);
  }

  rowGrounds(rowId: string): FilledCells {
    return this.#grounds.row(rowId);
  }

  columnGrounds(columnId: string): FilledCells {
    return this.#grounds.column(columnId);
  }

  rowCells(rowId: string): FilledCells {
    return this.#values.row(rowId);
  }

  columnCells(columnId: string): FilledCells {
    return this.#values.column(columnId);
  }

  isSaving(rowId: string, columnId: string): boolean {
    return this.#confirmed.size > 0 && this.#confirmed.has(key(rowId, columnId));
  }

  /** Takes new rows, columns and groups; the cursor stays on its row and column where they still exist. */
  arrange(data: MatrixData): void {
    const place = this.cursor.remember();
    this.#data = data;
    this.#rows = new Map(data.rows.map((row) => [row.id, row]));
    this.#layOut();
    this.cursor.recall(place);
    if (this.#rowRule !== undefined) this.#lintRows(this.#rows.keys());
  }

  /** Works out the marks of every row now, and of a row again whenever one of its cells changes. */
  lintRowsWith(rule: RowRule | undefined): void {
    if (rule === undefined && this.#rowRule === undefined) return;
    this.#rowRule = rule;
    this.#lintRows(this.#rows.keys());
  }

  isFolded(groupId: string): boolean {
    return this.#folded.has(groupId);
  }

  /** Folds or unfolds a group. The cursor stays on its line; on a line that vanishes it goes to the group's heading. */
  fold(groupId: string, folded: boolean): void {
    if (folded === this.#folded.has(groupId)) return;
    const place = this.cursor.remember();
    if (folded) this.#folded.add(groupId);
    else this.#folded.delete(groupId);
    this.#layOut();
    this.cursor.recall(place);
  }

  isColumnFolded(group: string): boolean {
    return this.#foldedColumns.has(group);
  }

  /** Folds a group of columns into one, or unfolds it. */
  foldColumns(group: string, folded: boolean): void {
    if (folded === this.#foldedColumns.has(group)) return;
    const place = this.cursor.remember();
    if (folded) this.#foldedColumns.add(group);
    else this.#foldedColumns.delete(group);
    this.#layOut();
    this.cursor.recall(place);
  }

  foldAll(folded: boolean): void {
    for (const group of this.groups) this.fold(group.id, folded);
  }

  /** Takes what the server holds now. Unanswered changes stay on top; the undo history stays. */
  load(cells: readonly CellValue[]): void {
    const [before, now, strayed] = [new Set(this.#loaded), new Set(cells), new Map(this.#strayed)];
    const changed = cells.filter(
      (cell) => !before.has(cell) || (strayed.size > 0 && strayed.has(key(cell.rowId, cell.columnId))),
    );
    const filled = new Set(changed.map((cell) => key(cell.rowId, cell.columnId)));
    const gone = [...this.#loaded.filter((cell) => !now.has(cell)), ...strayed.values()].filter(
      (cell) => !filled.has(key(cell.rowId, cell.columnId)),
    );
    this.#loaded = cells;
    this.#strayed.clear();
    this.#ringLines([
      ...gone.filter(({ rowId, columnId }) => this.#take({ rowId, columnId, value: '' })),
      ...changed.filter((cell) => this.#take(cell)),
    ]);
  }

  /** Shows the changes at once as one undo step. Returns the batch to be saved, or undefined when nothing changes. */
  edit(changes: readonly CellChange[], options: EditOptions = {}): Batch | undefined {
    const real = this.#real(changes);
    if (real.length === 0) return undefined;
    const last = this.#history.last;
    const [before, now] = [last?.changes[0], real[0]];
    const continues =
      options.continues === true &&
      last?.changes.length === 1 &&
      real.length === 1 &&
      before?.rowId === now?.rowId &&
      before?.columnId === now?.columnId;
    if (!continues || last === undefined || before === undefined || now === undefined) {
      return this.#open(real, 'edit', this.#history.push(real));
    }
    last.changes = [{ ...now, before: before.before }];
    if (before.before === now.after) this.#history.drop(last);
    return this.#open(real, 'edit', last);
  }

  undo(): Batch | undefined {
    const step = this.#history.undo();
    if (step === undefined) return undefined;
    return this.#open(this.#real(step.changes.map((change) => ({ ...change, after: change.before }))), 'undo', step);
  }

  redo(): Batch | undefined {
    const step = this.#history.redo();
    return step === undefined ? undefined : this.#open(this.#real(step.changes), 'redo', step);
  }

  /** The server has taken the batch. */
  accept(batch: Batch): void {
    this.#close(batch);
    for (const change of batch.changes) {
      this.#confirmed.set(key(change.rowId, change.columnId), change.after);
      this.#strayed.set(key(change.rowId, change.columnId), change);
      this.#resolve(change.rowId, change.columnId);
    }
  }

  /** The server has refused the batch: its cells go back, and so does its step in the history. */
  refuse(batch: Batch): void {
    this.#close(batch);
    for (const change of batch.changes) this.#resolve(change.rowId, change.columnId);
    const step = batch.step;
    if (batch.by !== 'edit') this.#history.takeBack(step, batch.by);
    else {
      step.changes = step.changes
        .map((change) => ({ ...change, after: this.get(change.rowId, change.columnId) }))
        .filter((change) => change.before !== change.after);
      if (step.changes.length === 0) this.#history.drop(step);
    }
    this.subscriptions.ring('history');
  }

  #layOut(): void {
    this.#lines = linesOf(this.#data.rows, this.#data.groups, this.#folded);
    this.#lineOfRow = new Map(
      this.#lines.flatMap((line, index) => (line.kind === 'row' ? [[line.id, index] as const] : [])),
    );
    const before = this.#columns;
    this.#columns = columnsShown(this.#data.columns, this.#foldedColumns);
    this.#columnAt = new Map(
      this.#columns.flatMap((column, index) => [column.id, ...(column.folds ?? [])].map((id) => [id, index] as const)),
    );
    this.subscriptions.ring('lines');
    if (before !== this.#columns) this.subscriptions.ring('columns');
  }

  /** The place of a line among those visible; a row in a folded group answers with its group's heading. */
  lineOfKey(wanted: string): number | undefined {
    const at = this.#lines.findIndex((line) => lineKey(line) === wanted);
    if (at !== -1) return at;
    const groupId = wanted.startsWith('row ') ? this.#rows.get(wanted.slice(4))?.group : undefined;
    if (groupId === undefined) return undefined;
    const heading = this.#lines.findIndex((line) => line.kind === 'group' && line.id === groupId);
    return heading === -1 ? undefined : heading;
  }

  #real(changes: readonly CellChange[]): readonly CellChange[] {
    return changes
      .map((change) => ({ ...change, before: this.get(change.rowId, change.columnId) }))
      .filter((change) => change.before !== change.after);
  }

  #open(changes: readonly CellChange[], by: Batch['by'], step: Step): Batch {
    const batch: Batch = { changes, by, step };
    this.#pending = [...this.#pending, batch];
    for (const change of changes) {
      const cell = key(change.rowId, change.columnId);
      if (!this.#confirmed.has(cell)) this.#confirmed.set(cell, change.before);
      this.#show(change.rowId, change.columnId, change.after);
    }
    this.#ringLines(changes);
    this.subscriptions.ring('history');
    this.subscriptions.ring('saving');
    return batch;
  }

  #close(batch: Batch): void {
    this.#pending = this.#pending.filter((other) => other !== batch);
    this.subscriptions.ring('saving');
  }

  /** Shows the newest unanswered value of a cell or, without one, what the server holds. */
  #resolve(rowId: string, columnId: string): void {
    const cell = key(rowId, columnId);
    const newest = this.#pending
      .flatMap((batch) => batch.changes)
      .findLast((change) => change.rowId === rowId && change.columnId === columnId);
    const value = newest?.after ?? this.#confirmed.get(cell);
    if (newest === undefined) this.#confirmed.delete(cell);
    if (value === undefined) return;
    const changed = value !== this.get(rowId, columnId);
    this.#show(rowId, columnId, value);
    if (changed) this.#ringLines([{ rowId, columnId }]);
  }

  /** Takes one cell as the server holds it; answers whether it shows something else now. */
  #take({ rowId, columnId, value, ground = '' }: CellValue): boolean {
    const saving = this.isSaving(rowId, columnId);
    if (saving) this.#confirmed.set(key(rowId, columnId), value);
    const others = !saving && this.get(rowId, columnId) !== value;
    const grounded = this.ground(rowId, columnId) !== ground;
    if (grounded) this.#grounds.set(rowId, columnId, ground);
    if (others) this.#show(rowId, columnId, value);
    else if (grounded) this.subscriptions.ringCell(rowId, columnId);
    return others || grounded;
  }

  #show(rowId: string, columnId: string, value: string): void {
    this.#values.set(rowId, columnId, value);
    this.subscriptions.ringCell(rowId, columnId);
  }

  #ringLines(cells: readonly { readonly rowId: string; readonly columnId: string }[]): void {
    const rowIds = new Set(cells.map((cell) => cell.rowId));
    if (this.#rowRule !== undefined) this.#lintRows(rowIds);
    for (const rowId of rowIds) this.subscriptions.ring(`row ${rowId}`);
    for (const columnId of new Set(cells.map((cell) => cell.columnId))) this.subscriptions.ring(`column ${columnId}`);
  }

  #lintRows(rowIds: Iterable<string>): void {
    const rule = this.#rowRule;
    for (const rowId of rowIds) {
      const row = this.#rows.get(rowId);
      if (row !== undefined) this.lint.setRow(rowId, rule?.(row, this.#values.row(rowId)) ?? []);
    }
  }
}
