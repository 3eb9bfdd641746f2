import { labelOf, type ListState } from './list-line.ts';
import { levelValue } from './level-cell.ts';
import type { NamedPerson, ReadLine, Saying } from './parsed.ts';
import { isPlaceholder } from '../intake/placeholder.ts';
import { subjectOf, type Subject } from './table-subject.ts';
import { nameOf, RowFields } from './row-field.ts';
import type { FoundLayout } from './table-layout.ts';
import type { TableReading } from './table-reading.ts';
import type { TableRow } from '../intake/table-row.ts';
import { cellAt, type TableColumn } from './source-table.ts';

const NOBODYS = 'Nothing says whose level this is: neither a heading above the table nor the name of the sheet.';

const personNamed = (name: string): NamedPerson => ({ name, email: null, externalId: null });

/** One row with a competence and, in columns of one role or person or of several, what is wanted and what is there. */
export function targetLine(
  row: TableRow,
  columns: readonly TableColumn[],
  { data }: FoundLayout,
  subject: Subject | null,
  state: ListState,
  reading: TableReading,
): ReadLine {
  const fields = new RowFields(row, columns, reading);
  const competence = fields.text('competence');
  const group = fields.text('group');
  state.group = group ?? state.group;
  const out = (reason: string): ReadLine => ({
    row: row.number,
    label: competence ?? labelOf(row),
    said: { reason },
    notes: fields.notes,
  });
  if (competence === null)
    return out(fields.notes.length > 0 ? 'What a template left to be filled in.' : 'It names no competence.');
  const said: Saying[] = [];
  const several = new Set(data.map(({ group: over }) => over)).size > 1;
  for (const column of data) {
    if (cellAt(row, column) === '') continue;
    const about =
      (several && column.group !== null ? subjectOf(column.group) : subject) ??
      (column.field === 'actual' ? null : subjectOf(/\(([^()\d]{3,})\)\s*$/u.exec(column.heading)?.[1] ?? null));
    const cell = fields.level(column);
    if (cell.kind === 'date') fields.note(column, 'A day says no level: it is left out.');
    if (cell.kind !== 'level' && cell.kind !== 'both') continue;
    if (about === null) {
      fields.note(column, NOBODYS);
      continue;
    }
    const common = { column: nameOf(column), competence, competenceKey: null, group: state.group };
    const required = column.field === 'target' || (column.field === 'level' && about.role !== null);
    if ((required || cell.kind === 'both') && about.role === null)
      fields.note(column, 'A level that is wanted belongs to a role: only a person is named.');
    else if ((required || cell.kind === 'both') && about.role !== null)
      said.push({
        kind: 'required',
        ...common,
        role: about.role,
        value: cell.kind === 'both' ? cell.target : cell.value,
        must: null,
        refreshMonths: null,
      });
    if (!required || cell.kind === 'both')
      said.push({
        kind: 'held',
        ...common,
        person: personNamed(about.person ?? about.role ?? ''),
        value: cell.kind === 'both' ? cell.actual : cell.value,
        on: fields.day('date'),
        method: column.field === 'self' ? 'self' : null,
        assessor: fields.text('assessor'),
        evidenceKind: null,
        reference: fields.text('evidence'),
        to: null,
        refreshMonths: null,
        note: fields.text('note'),
      });
  }
  return said.length > 0
    ? { row: row.number, label: competence, said, notes: fields.notes }
    : out('None of its cells could be read.');
}

/** One row with a competence and, under a heading for each level, what that level means or a mark. */
export function levelColumnLine(
  row: TableRow,
  columns: readonly TableColumn[],
  { data }: FoundLayout,
  subject: Subject | null,
  state: ListState,
  reading: TableReading,
): ReadLine {
  const fields = new RowFields(row, columns, reading);
  const competence = fields.text('competence');
  const group = fields.text('group');
  state.group = group ?? state.group;
  const out = (reason: string): ReadLine => ({
    row: row.number,
    label: competence ?? labelOf(row),
    said: { reason },
    notes: fields.notes,
  });
  if (competence === null) return out('It names no competence.');
  const cells = data.flatMap((column) => {
    const text = cellAt(row, column);
    return text === '' || isPlaceholder(text) ? [] : [{ column, value: stepOf(column), text }];
  });
  if (cells.length === 0) return out('None of its levels is described.');
  const marks = cells.filter(({ text }) => text.length <= 2);
  const role = fields.text('role') ?? subject?.role ?? null;
  if (marks.length === cells.length) {
    const checked = marks.at(-1);
    const named = fields.person() ?? (subject === null || subject.person === null ? null : personNamed(subject.person));
    const person = fields.text('role') === null ? named : fields.person();
    if (checked === undefined || (role === null && person === null)) {
      if (checked !== undefined) fields.note(checked.column, NOBODYS);
      return out('Nothing says whose level is marked here.');
    }
    if (marks.length > 1)
      for (const { column } of cells.slice(0, -1))
        fields.note(column, 'Several levels are marked: the last one counts.');
    const common = { competence, competenceKey: null, group: state.group, value: checked.value };
    const said: Saying =
      person === null
        ? { kind: 'required', role: role ?? '', ...common, must: null, refreshMonths: null }
        : {
            kind: 'held',
            person,
            ...common,
            on: fields.day('date'),
            method: null,
            assessor: null,
            evidenceKind: null,
            reference: null,
            to: null,
            refreshMonths: null,
            note: null,
          };
    return { row: row.number, label: competence, said: [said], notes: fields.notes };
  }
  const meanings = cells.map(({ value, text }) => ({ value, meaning: text.slice(0, 500) }));
  return {
    row: row.number,
    label: competence,
    said: [{ kind: 'definition', competence, group: state.group, meanings }],
    notes: fields.notes,
  };
}

/** The step of the scale that a heading names: its number, else its word. */
const stepOf = ({ step, heading }: TableColumn): string => step ?? levelValue(heading)?.value ?? heading.slice(0, 40);
