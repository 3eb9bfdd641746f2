import { unreachable } from '../../kernel/errors.ts';
import { fromTabSeparated, proposePaste, toTabSeparated, type PasteProposal } from './clipboard.ts';
import { blockOf, filling, fillingDown, fillingRight, setting } from './edits.ts';
import type { Command, EditorCommand, Move } from './keyboard.ts';
import type { Range } from './lines.ts';
import type { EditOptions, MatrixStore } from './matrix-store.ts';
import type { MatrixMessages } from './messages.ts';
import type { CellChange, CellKind, MatrixColumn } from './model.ts';
import { moved } from './navigation.ts';
import { SaveQueue, type Refusal } from './save-queue.ts';

/** What surrounds a matrix that is being worked in. */
export interface Surroundings {
  readonly kind: CellKind;
  readonly messages: MatrixMessages;
  readonly readOnly: boolean;
  readonly announce: (text: string) => void;
  /** Saves changes that are shown already; rejecting takes them back. Absent in a matrix that is only read. */
  readonly save: ((changes: readonly CellChange[]) => Promise<void>) | undefined;
  readonly onRefused: ((refusal: Refusal) => void) | undefined;
  readonly propose: (proposal: PasteProposal) => void;
  /** Lines that one screen shows. */
  readonly page: () => number;
}

/** Carries out what somebody asks of a matrix by key, pointer or clipboard. It keeps no values: those live in the store. */
export class Session {
  readonly store: MatrixStore;
  readonly #queue: SaveQueue;
  #surroundings: Surroundings;
  #entering = false;

  constructor(store: MatrixStore, surroundings: Surroundings) {
    this.store = store;
    this.#surroundings = surroundings;
    this.#queue = new SaveQueue(
      store,
      async (changes) => this.#surroundings.save?.(changes),
      (refusal) => {
        this.#surroundings.announce(this.#surroundings.messages.refused(refusal.changes.length));
        this.#surroundings.onRefused?.(refusal);
      },
    );
  }

  get surroundings(): Surroundings {
    return this.#surroundings;
  }

  /** True after a value was typed, until somebody moves otherwise than with Tab and Enter. At the border Tab leaves. */
  isEntering(stroke: { readonly key: string; readonly shift: boolean }): boolean {
    const { active } = this.store.cursor;
    const border = stroke.shift ? active.column === 0 : active.column === this.store.columns.length - 1;
    return this.#entering && !(stroke.key === 'Tab' && border);
  }

  /** Somebody points somewhere: Tab and Enter are what they were. */
  rest(): void {
    this.#entering = false;
  }

  /** Takes new surroundings, as when somebody loses the permission to edit. */
  surround(surroundings: Surroundings): void {
    this.#surroundings = surroundings;
  }

  run(command: Command): void {
    const { store, surroundings } = this;
    const { cursor } = store;
    if (command.do !== 'enter' && command.do !== 'type') this.#entering = command.do === 'clear';
    switch (command.do) {
      case 'enter':
        return this.move(command.next, false);
      case 'fold':
        return command.what === 'row' ? this.#foldRow(command.folded) : this.#foldColumn(command.folded);
      case 'move':
        return this.move(command.by, command.extend);
      case 'select':
        return this.#select(command.what);
      case 'fill':
        return this.#fill(command.towards);
      case 'type':
        return this.#type(command.character);
      case 'edit':
        if (cursor.line?.kind === 'group') return this.toggleGroup();
        if (this.#column?.folds !== undefined) return this.#foldColumn(false);
        return this.#openEditor(undefined);
      case 'toggle':
        return cursor.line?.kind !== 'group' && this.#column?.folds !== undefined
          ? this.#foldColumn(false)
          : this.toggleGroup();
      case 'clear':
        return this.#commit(setting(store, cursor.range, ''), surroundings.messages.cleared);
      case 'undo':
      case 'redo':
        return this.travel(command.do);
      case 'leave':
        return cursor.collapse();
      default:
        return unreachable(command);
    }
  }

  move(by: Move, extend: boolean): void {
    const { store } = this;
    if (store.lines.length === 0 || store.columns.length === 0) return;
    store.cursor.moveTo(
      moved(extend ? store.cursor.end : store.cursor.active, by, {
        lines: store.lines.length,
        columns: store.columns.length,
        page: this.surroundings.page(),
        isGroup: (line) => store.lines[line]?.kind === 'group',
        isFilled: (line, column) => {
          const [row, to] = [store.lines[line], store.columns[column]];
          return row?.kind === 'row' && to !== undefined && store.get(row.id, to.id) !== '';
        },
      }),
      extend,
    );
    if (extend) this.announceSelection();
  }

  announceSelection(): void {
    const { range } = this.store.cursor;
    const rows = this.store.lines.slice(range.top, range.bottom + 1).filter((line) => line.kind === 'row').length;
    const columns = range.right - range.left + 1;
    if (rows * columns > 1) this.surroundings.announce(this.surroundings.messages.selectionSize(rows, columns));
  }

  /** Ends the editor. Text that does not fit keeps it open and is answered with the reason. */
  endEditing(command: EditorCommand, text: string): string | undefined {
    const { store, surroundings } = this;
    if (command.do === 'abandon') {
      store.cursor.closeEditor();
      return undefined;
    }
    const parsed = surroundings.kind.parse(text);
    if (!parsed.ok) {
      surroundings.announce(parsed.reason);
      return parsed.reason;
    }
    const cell = store.cursor.cell;
    store.cursor.closeEditor();
    if (command.next === 'fill') {
      this.#commit(setting(store, store.cursor.range, parsed.value), surroundings.messages.filled);
    } else if (cell !== undefined) {
      this.#write([{ ...cell, before: store.get(cell.rowId, cell.columnId), after: parsed.value }]);
      this.#entering = command.next !== 'stay';
      if (command.next !== 'stay') this.move(command.next, false);
    }
    return undefined;
  }

  /** Selects a whole column and makes its cell in the active line the active one. */
  selectColumn(column: number): void {
    this.store.cursor.moveTo({ line: this.store.cursor.active.line, column });
    this.#select('column');
  }

  selectRow(line: number): void {
    this.store.cursor.moveTo({ line, column: this.store.cursor.active.column });
    this.#select('row');
  }

  toggleGroup(line = this.store.cursor.line): void {
    if (line?.kind !== 'group') return;
    const { messages, announce } = this.surroundings;
    this.store.fold(line.id, !line.folded);
    announce(line.folded ? messages.unfolded(line.label) : messages.folded(line.label));
  }

  /** Folds the group of columns under a band of the head, or unfolds it. */
  toggleColumns(group: string): void {
    const folded = !this.store.isColumnFolded(group);
    this.store.foldColumns(group, folded);
    const { messages, announce } = this.surroundings;
    announce(folded ? messages.folded(group) : messages.unfolded(group));
  }

  /** Repeats the selection over the range that its corner was dragged to. */
  fillOver(over: Range): void {
    const { store, surroundings } = this;
    const source = store.cursor.range;
    this.#commit(filling(store, source, over), surroundings.messages.filled);
    store.cursor.select(
      { line: over.top, column: over.left },
      { line: over.bottom, column: over.right },
      store.cursor.active,
    );
  }

  /** The selection as tab-separated text. */
  copy(): string {
    const { store, surroundings } = this;
    const block = blockOf(store, store.cursor.range);
    surroundings.announce(surroundings.messages.copied(block.length, block[0]?.length ?? 0));
    return toTabSeparated(block.map((line) => line.map((value) => surroundings.kind.format(value))));
  }

  cut(): string {
    const text = this.copy();
    this.#commit(setting(this.store, this.store.cursor.range, ''), this.surroundings.messages.cutOut);
    return text;
  }

  /** Proposes what tab-separated text would do from the selection's corner on. One cell that fits is written at once. */
  paste(text: string): void {
    const { store, surroundings } = this;
    if (this.#refuseReadOnly()) return;
    if (text.trim() === '') return surroundings.announce(surroundings.messages.nothingToPaste);
    const { range } = store.cursor;
    const rowsFrom = store.lines.slice(range.top).flatMap((line) => (line.kind === 'row' ? [line.id] : []));
    const selectedRows = store.lines.slice(range.top, range.bottom + 1).filter((line) => line.kind === 'row').length;
    const block = fromTabSeparated(text);
    const proposal = proposePaste(
      block,
      {
        rowIds: rowsFrom,
        columnIds: store.columns.slice(range.left).flatMap((column) => (column.folds === undefined ? [column.id] : [])),
        selectedRows,
        selectedColumns: range.right - range.left + 1,
      },
      {
        get: (rowId, columnId) => store.get(rowId, columnId),
        parse: surroundings.kind.parse,
        locked: (rowId) => store.row(rowId)?.locked,
      },
    );
    const single = block.length === 1 && block[0]?.length === 1 && proposal.fits.length === 1;
    if (single) this.applyPaste(proposal);
    else surroundings.propose(proposal);
  }

  applyPaste(proposal: PasteProposal): void {
    this.#commit(proposal.fits, this.surroundings.messages.pasted);
  }

  travel(way: 'undo' | 'redo'): void {
    const { store, surroundings } = this;
    const { messages } = surroundings;
    if (this.#refuseReadOnly()) return;
    const batch = way === 'undo' ? store.undo() : store.redo();
    if (batch === undefined) {
      return surroundings.announce(way === 'undo' ? messages.nothingToUndo : messages.nothingToRedo);
    }
    void this.#queue.add(batch);
    this.#show(batch.changes);
    surroundings.announce((way === 'undo' ? messages.undone : messages.redone)(batch.changes.length));
  }

  #select(what: 'all' | 'row' | 'column'): void {
    const { lines, columns, cursor } = this.store;
    const { active } = cursor;
    const [lastLine, lastColumn] = [lines.length - 1, columns.length - 1];
    // The active cell stays in view: the selection's anchor and end lie at the border, and nothing scrolls away.
    switch (what) {
      case 'all':
        cursor.select({ line: 0, column: 0 }, { line: lastLine, column: lastColumn }, active);
        break;
      case 'row':
        cursor.select({ line: active.line, column: 0 }, { line: active.line, column: lastColumn }, active);
        break;
      case 'column':
        cursor.select({ line: 0, column: active.column }, { line: lastLine, column: active.column }, active);
        break;
      default:
        return unreachable(what);
    }
    this.announceSelection();
  }

  #fill(towards: 'down' | 'right' | 'selection'): void {
    const { store, surroundings } = this;
    const { range, cell } = store.cursor;
    const { filled } = surroundings.messages;
    switch (towards) {
      case 'down':
        return this.#commit(fillingDown(store, range), filled);
      case 'right':
        return this.#commit(fillingRight(store, range), filled);
      case 'selection':
        if (cell === undefined) return undefined;
        return this.#commit(setting(store, range, store.get(cell.rowId, cell.columnId)), filled);
      default:
        return unreachable(towards);
    }
  }

  #type(character: string): void {
    const { store, surroundings } = this;
    const { cursor } = store;
    const { cell, combining } = cursor;
    if (cell === undefined || this.#refuseReadOnly() || this.#refuseFolded() || this.#refuseLocked(cell.rowId)) return;
    const before = store.get(cell.rowId, cell.columnId);
    const typed = surroundings.kind.type(character, before, combining);
    switch (typed.does) {
      case 'set':
        this.#entering = true;
        cursor.combine(false);
        this.#write([{ ...cell, before, after: typed.value }], { continues: combining });
        surroundings.announce(
          typed.value === ''
            ? surroundings.messages.emptyCell
            : surroundings.kind.describe(typed.value, store.ground(cell.rowId, cell.columnId)),
        );
        return;
      case 'combine':
        cursor.combine(true);
        return surroundings.announce(surroundings.messages.combineHint);
      case 'refuse':
        return surroundings.announce(typed.reason);
      case 'edit':
        return this.#openEditor(character);
      default:
        return unreachable(typed);
    }
  }

  #openEditor(text: string | undefined): void {
    const { store, surroundings } = this;
    const { cell } = store.cursor;
    if (cell === undefined || this.#refuseReadOnly() || this.#refuseFolded() || this.#refuseLocked(cell.rowId)) return;
    store.cursor.openEditor(text ?? surroundings.kind.format(store.get(cell.rowId, cell.columnId)));
  }

  #commit(changes: readonly CellChange[], say: (cells: number) => string): void {
    if (this.#refuseReadOnly()) return;
    this.surroundings.announce(say(this.#write(changes)));
  }

  /** Shows and saves changes; answers how many cells really changed. */
  #write(changes: readonly CellChange[], options: EditOptions = {}): number {
    if (this.surroundings.readOnly) return 0;
    const batch = this.store.edit(changes, options);
    if (batch === undefined) return 0;
    void this.#queue.add(batch);
    return batch.changes.length;
  }

  /** Brings the first of the changed cells into view, out of a folded group if need be. */
  #show(changes: readonly CellChange[]): void {
    const { store } = this;
    const first = changes[0];
    if (first === undefined) return;
    const group = store.row(first.rowId)?.group;
    if (group !== undefined) store.fold(group, false);
    const columns = store.columnFold(first.columnId);
    if (columns !== undefined) store.foldColumns(columns, false);
    const line = store.lineOfRow(first.rowId);
    const column = store.columnIndex(first.columnId);
    if (line !== undefined && column !== undefined) store.cursor.moveTo({ line, column });
  }

  get #column(): MatrixColumn | undefined {
    return this.store.columns[this.store.cursor.active.column];
  }

  #foldRow(folded: boolean): void {
    const { line } = this.store.cursor;
    const group = line?.kind === 'group' ? line.id : line?.row.group;
    const heading = this.store.lines.find((one) => one.kind === 'group' && one.id === group);
    if (heading?.kind === 'group' && heading.folded !== folded) this.toggleGroup(heading);
  }

  #foldColumn(folded: boolean): void {
    const group = this.#column?.group;
    if (group !== undefined && this.store.isColumnFolded(group) !== folded) this.toggleColumns(group);
  }

  #refuseFolded(): boolean {
    const { announce, messages } = this.surroundings;
    const folded = this.#column?.folds !== undefined;
    if (folded) announce(messages.foldedColumn);
    return folded;
  }

  #refuseReadOnly(): boolean {
    const { readOnly, announce, messages } = this.surroundings;
    if (readOnly) announce(messages.readOnly);
    return readOnly;
  }

  #refuseLocked(rowId: string): boolean {
    const reason = this.store.row(rowId)?.locked;
    if (reason === undefined) return false;
    this.surroundings.announce(this.surroundings.messages.locked(reason));
    return true;
  }
}
