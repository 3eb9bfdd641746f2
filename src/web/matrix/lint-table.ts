import type { LintMark } from './model.ts';
import type { Subscriptions } from './subscriptions.ts';

const none: readonly LintMark[] = [];

const place = (mark: LintMark): string => `${mark.rowId ?? ''}\n${mark.columnId ?? ''}`;

const isGrave = (mark: LintMark): boolean => mark.severity !== 'notice';

const sameMarks = (a: readonly LintMark[], b: readonly LintMark[]): boolean =>
  a.length === b.length &&
  a.every((mark, index) => {
    const other = b[index];
    return mark.reason === other?.reason && mark.severity === other.severity && mark.turn === other.turn;
  });

const byPlace = (marks: readonly LintMark[]): Map<string, readonly LintMark[]> => {
  const places = new Map<string, LintMark[]>();
  for (const mark of marks) {
    const there = places.get(place(mark));
    if (there === undefined) places.set(place(mark), [mark]);
    else there.push(mark);
  }
  return places;
};

/** Remarks by cell, row and column, from two sides: those given for the whole matrix, and those worked out row by row. */
export class LintTable {
  readonly #subscriptions: Subscriptions;
  #given = new Map<string, readonly LintMark[]>();
  readonly #ofRow = new Map<string, Map<string, readonly LintMark[]>>();
  #graveGiven: ReadonlySet<string> = new Set();
  readonly #graveOwn = new Set<string>();

  constructor(subscriptions: Subscriptions) {
    this.#subscriptions = subscriptions;
  }

  cell(rowId: string, columnId: string): readonly LintMark[] {
    return this.#at(rowId, `${rowId}\n${columnId}`);
  }

  row(rowId: string): readonly LintMark[] {
    return this.#at(rowId, `${rowId}\n`);
  }

  /** Whether the row or one of its cells has a mark that asks for something; notices do not. */
  touchesRow(rowId: string): boolean {
    return this.#graveGiven.has(rowId) || this.#graveOwn.has(rowId);
  }

  column(columnId: string): readonly LintMark[] {
    return this.#given.get(`\n${columnId}`) ?? none;
  }

  /** Replaces all given marks; only places whose marks differ are announced. */
  set(marks: readonly LintMark[]): void {
    const before = this.#given;
    this.#given = byPlace(marks);
    this.#graveGiven = new Set(
      marks.flatMap((mark) => (isGrave(mark) && mark.rowId !== undefined ? [mark.rowId] : [])),
    );
    this.#announce(before, this.#given);
  }

  /** Replaces the marks that were worked out for one row. */
  setRow(rowId: string, marks: readonly LintMark[]): void {
    const before = this.#ofRow.get(rowId) ?? new Map<string, readonly LintMark[]>();
    const after = byPlace(marks);
    this.#ofRow.set(rowId, after);
    if (marks.some(isGrave)) this.#graveOwn.add(rowId);
    else this.#graveOwn.delete(rowId);
    this.#announce(before, after);
  }

  #at(rowId: string, where: string): readonly LintMark[] {
    const given = this.#given.get(where) ?? none;
    const own = this.#ofRow.get(rowId)?.get(where) ?? none;
    if (own.length === 0) return given;
    return given.length === 0 ? own : [...given, ...own];
  }

  #announce(before: ReadonlyMap<string, readonly LintMark[]>, after: ReadonlyMap<string, readonly LintMark[]>): void {
    let differs = false;
    for (const where of new Set([...before.keys(), ...after.keys()])) {
      if (sameMarks(before.get(where) ?? none, after.get(where) ?? none)) continue;
      differs = true;
      const [rowId = '', columnId = ''] = where.split('\n');
      if (rowId === '') this.#subscriptions.ring(`column ${columnId}`);
      else if (columnId === '') this.#subscriptions.ring(`row ${rowId}`);
      else this.#subscriptions.ringCell(rowId, columnId);
    }
    if (differs) this.#subscriptions.ring('lint');
  }
}
