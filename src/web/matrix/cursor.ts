import { lineKey, rangeBetween, within, type Line, type Position, type Range } from './lines.ts';
import type { MatrixColumn } from './model.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What the cursor needs of the matrix that it stands in. */
interface Ground {
  readonly subscriptions: Subscriptions;
  readonly lines: readonly Line[];
  readonly columns: readonly MatrixColumn[];
  readonly lineOfRow: (rowId: string) => number | undefined;
  readonly lineOfKey: (key: string) => number | undefined;
  readonly columnIndex: (columnId: string) => number | undefined;
}

/** A place by name, which outlives folding and new rows. */
export interface Place {
  readonly line: string | undefined;
  readonly column: string | undefined;
  readonly at: Position;
}

/** The active cell, the selection that reaches from its anchor to it, and the text of the editor open in it. */
export class Cursor {
  readonly #ground: Ground;
  #active: Position = { line: 0, column: 0 };
  #anchor: Position = { line: 0, column: 0 };
  #end: Position = { line: 0, column: 0 };
  #followed: Position = { line: 0, column: 0 };
  #editing: string | null = null;
  #combining = false;
  #filling: Range | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  get active(): Position {
    return this.#active;
  }

  get range(): Range {
    return rangeBetween(this.#anchor, this.#end);
  }

  /** The corner of the selection that moves while it is extended. */
  get end(): Position {
    return this.#end;
  }

  /** The place that should be in view. */
  get followed(): Position {
    return this.#followed;
  }

  /** The text that the editor opened with, or null while no editor is open. */
  get editing(): string | null {
    return this.#editing;
  }

  /** True after a key that asks for one more letter in the same cell. */
  get combining(): boolean {
    return this.#combining;
  }

  /** The range that a drag of the selection's corner would fill, or null. */
  get filling(): Range | null {
    return this.#filling;
  }

  fillTo(range: Range | null): void {
    this.#filling = range;
    this.#ground.subscriptions.ring('cursor');
  }

  get line(): Line | undefined {
    return this.#ground.lines[this.#active.line];
  }

  /** The active cell by row and column id, or undefined on a group heading. */
  get cell(): { readonly rowId: string; readonly columnId: string } | undefined {
    const line = this.line;
    const column = this.#ground.columns[this.#active.column];
    return line?.kind !== 'row' || column === undefined ? undefined : { rowId: line.id, columnId: column.id };
  }

  isActive(rowId: string, columnId: string): boolean {
    const cell = this.cell;
    return cell?.rowId === rowId && cell.columnId === columnId;
  }

  isSelected(rowId: string, columnId: string): boolean {
    return this.#covers(this.range, rowId, columnId);
  }

  /** Puts the active cell somewhere; with `extend` it stays, as in a spreadsheet, and the selection reaches there. */
  moveTo(to: Position, extend = false): void {
    this.select(extend ? this.#anchor : to, to, extend ? this.#active : to, to);
  }

  /** Selects from `anchor` to `end` around the active cell. An open editor closes without a change. */
  select(anchor: Position, end: Position, active: Position, followed: Position = active): void {
    const before = this.range;
    const previous = this.cell;
    this.#anchor = anchor;
    this.#end = end;
    this.#active = active;
    this.#followed = followed;
    this.#combining = false;
    this.#setEditing(null);
    const now = this.range;
    const current = this.cell;
    const moved = previous?.rowId !== current?.rowId || previous?.columnId !== current?.columnId;
    this.#ground.subscriptions.ringWatchedCells(
      (rowId, columnId) =>
        this.#covers(before, rowId, columnId) !== this.#covers(now, rowId, columnId) ||
        (moved &&
          ((rowId === previous?.rowId && columnId === previous.columnId) ||
            (rowId === current?.rowId && columnId === current.columnId))),
    );
    this.#ground.subscriptions.ring('cursor');
  }

  /** Keeps the active cell and lets the rest of the selection go. */
  collapse(): void {
    this.moveTo(this.#active);
  }

  combine(on: boolean): void {
    if (this.#combining === on) return;
    this.#combining = on;
    this.#ringActive();
    this.#ground.subscriptions.ring('cursor');
  }

  openEditor(text: string): void {
    this.#combining = false;
    this.#setEditing(text);
  }

  closeEditor(): void {
    this.#setEditing(null);
  }

  remember(): Place {
    const line = this.line;
    return {
      line: line === undefined ? undefined : lineKey(line),
      column: this.#ground.columns[this.#active.column]?.id,
      at: this.#active,
    };
  }

  /** Returns to a remembered place, or as near as there still is. */
  recall(place: Place): void {
    const line = place.line === undefined ? undefined : this.#ground.lineOfKey(place.line);
    const column = place.column === undefined ? undefined : this.#ground.columnIndex(place.column);
    const to: Position = {
      line: Math.max(0, Math.min(line ?? place.at.line, this.#ground.lines.length - 1)),
      column: Math.max(0, Math.min(column ?? place.at.column, this.#ground.columns.length - 1)),
    };
    this.moveTo(to);
  }

  #covers(range: Range, rowId: string, columnId: string): boolean {
    const line = this.#ground.lineOfRow(rowId);
    const column = this.#ground.columnIndex(columnId);
    return line !== undefined && column !== undefined && within(range, line, column);
  }

  #setEditing(text: string | null): void {
    if (this.#editing === text) return;
    this.#editing = text;
    this.#ringActive();
    this.#ground.subscriptions.ring('editor');
  }

  #ringActive(): void {
    const cell = this.cell;
    if (cell !== undefined) this.#ground.subscriptions.ringCell(cell.rowId, cell.columnId);
  }
}
