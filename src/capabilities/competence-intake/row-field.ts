import type { PlainDate } from '../../kernel/date.ts';
import { fold } from '../intake/cell-text.ts';
import { joinName, personName } from '../people/name-text.ts';
import type { ColumnField } from './column-field.ts';
import type { LevelCell } from './level-cell.ts';
import type { TableReading } from './table-reading.ts';
import type { CellNote, NamedPerson } from './parsed.ts';
import { isPlaceholder } from '../intake/placeholder.ts';
import type { TableRow } from '../intake/table-row.ts';
import { cellAt, type TableColumn } from './source-table.ts';

/** Why a cell is not read. */
export const reasons = {
  placeholder: 'A template left this to be filled in.',
  notApplicable: 'It says that nothing applies here.',
  noLevel: 'This is no level.',
  noDay: 'This is no day.',
  marked: 'The mark behind the level is not kept.',
  doubtfulDay: 'It was read day first: check it.',
  nobody: 'It names nobody and nothing.',
} as const;

/** One row of a table by what its columns hold. What is looked at and not kept is noted. */
export class RowFields {
  readonly row: TableRow;
  readonly notes: CellNote[] = [];
  readonly #columns: readonly TableColumn[];
  readonly #reading: TableReading;

  constructor(row: TableRow, columns: readonly TableColumn[], reading: TableReading) {
    this.row = row;
    this.#columns = columns;
    this.#reading = reading;
  }

  column(field: ColumnField): TableColumn | undefined {
    return (
      this.#columns.find((column) => column.field === field && cellAt(this.row, column) !== '') ??
      this.#columns.find((column) => column.field === field)
    );
  }

  note(column: TableColumn, reason: string): void {
    this.notes.push({
      row: this.row.number,
      column: nameOf(column),
      text: cellAt(this.row, column).slice(0, 200),
      reason,
    });
  }

  /** The text of a field; null when it is blank. What a template left is noted, and is null too. */
  text(field: ColumnField): string | null {
    const column = this.column(field);
    const text = cellAt(this.row, column);
    if (column === undefined || text === '' || /^[-–—]+$/u.test(text)) return null;
    if (!isPlaceholder(text)) return text;
    this.note(column, reasons.placeholder);
    return null;
  }

  day(field: ColumnField): PlainDate | null {
    const column = this.column(field);
    const text = this.text(field);
    if (column === undefined || text === null) return null;
    const found = this.#reading.day(text);
    if (found === null && !/^(?:n\/?a|open|offen)$/u.test(fold(text))) this.note(column, reasons.noDay);
    if (found?.doubt === true) this.note(column, reasons.doubtfulDay);
    return found?.date ?? null;
  }

  /** Whether one of these days was written so that it is none. */
  hasNoDay(...named: readonly ColumnField[]): boolean {
    const columns = new Set(named.flatMap((field) => this.column(field) ?? []).map(nameOf));
    return this.notes.some(({ column, reason }) => reason === reasons.noDay && columns.has(column));
  }

  /** A level's cell, with a note where it says something that is not kept. */
  level(column: TableColumn): LevelCell {
    const cell = this.#reading.level(cellAt(this.row, column));
    if (cell.kind === 'placeholder') this.note(column, reasons.placeholder);
    else if (cell.kind === 'none') this.note(column, reasons.notApplicable);
    else if (cell.kind === 'text') this.note(column, reasons.noLevel);
    else if (cell.kind === 'level' && cell.marked !== null) this.note(column, reasons.marked);
    else if (cell.kind === 'date' && cell.date.doubt) this.note(column, reasons.doubtfulDay);
    return cell;
  }

  /** Whom the row names; null when nobody, or only a placeholder. */
  person(): NamedPerson | null {
    const [given, family] = [this.text('given'), this.text('family')];
    const whole = this.text('person');
    const email = this.text('email')?.toLowerCase() ?? null;
    const externalId = this.text('externalId');
    const name = personName(whole ?? (given === null && family === null ? '' : joinName(given ?? '', family ?? '')));
    return name === '' && email === null && externalId === null ? null : { name, email, externalId };
  }
}

/** A column in a report: its heading, with what stands above it. */
export const nameOf = ({ group, heading, index }: TableColumn): string =>
  heading === ''
    ? (group ?? `column ${index + 1}`)
    : group === null || group === heading
      ? heading
      : `${group}: ${heading}`;
