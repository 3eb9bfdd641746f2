import type { PlainDate } from '../../kernel/date.ts';
import { addDays } from '../../kernel/date.ts';
import { evidenceKinds } from '../../domain/evidence-kind.ts';
import { fold } from '../intake/cell-text.ts';
import type { AssessmentMethod } from '../competence/model.ts';
import type { ColumnField } from './column-field.ts';
import type { HeldSaying, ReadLine, Saying } from './parsed.ts';
import { RowFields } from './row-field.ts';
import { methodIn, monthsIn, mustIn, partsOf } from './row-text.ts';
import { isLevelField } from './table-layout.ts';
import type { TableReading } from './table-reading.ts';
import { filled, type TableRow } from '../intake/table-row.ts';
import { cellAt, type TableColumn } from './source-table.ts';

/** What rows of a list have in common with those above them. */
export interface ListState {
  /** Names that stand once for several rows. */
  role: string | null;
  group: string | null;
}

const NOTHING_NAMED = 'It names no competence.';

const line = (fields: RowFields, label: string, said: ReadLine['said']): ReadLine => ({
  row: fields.row.number,
  label,
  said,
  notes: fields.notes,
});

export const labelOf = (row: TableRow): string => filled(row.cells).slice(0, 2).join(' ').slice(0, 120);

const emptied = (fields: RowFields, otherwise: string): string =>
  fields.notes.length > 0 && filled(fields.row.cells).length > 0 ? 'What a template left to be filled in.' : otherwise;

/** One row that says which competence a role requires. */
export function requiredLine(
  row: TableRow,
  columns: readonly TableColumn[],
  levels: readonly TableColumn[],
  state: ListState,
  reading: TableReading,
): ReadLine {
  const fields = new RowFields(row, columns, reading);
  const own = fields.text('role');
  const text = fields.text('competence') ?? fields.text('competenceKey');
  state.role = own ?? (fields.notes.length > 0 ? null : state.role);
  const group = fields.text('group');
  state.group = group ?? state.group;
  const { role } = state;
  if (role === null) return line(fields, labelOf(row), { reason: emptied(fields, 'It names no role.') });
  if (text === null) return line(fields, role, { reason: emptied(fields, NOTHING_NAMED) });
  const level = levels[0];
  const cell = level === undefined ? ({ kind: 'blank' } as const) : fields.level(level);
  const value =
    cell.kind === 'level' ? cell.value : cell.kind === 'both' ? cell.target : cell.kind === 'blank' ? '' : null;
  if (value === null) return line(fields, `${role}: ${text}`, { reason: 'Its level is none that can be read.' });
  const key = fields.text('competenceKey');
  const refresh = fields.text('refresh');
  const must = fields.text('must');
  const names = level === undefined && key === null ? partsOf(text) : [text];
  const said = names.map((competence): Saying => ({
    kind: 'required',
    ...(names.length > 1 ? { column: competence } : {}),
    role,
    roleKey: fields.text('roleKey'),
    competence,
    competenceKey: key,
    group: state.group,
    value,
    must: must === null ? null : mustIn(must),
    refreshMonths: refresh === null ? null : monthsIn(refresh),
  }));
  return line(fields, names.length > 1 ? role : `${role}: ${text}`, said);
}

const LEVELS: readonly (readonly [ColumnField, AssessmentMethod | null])[] = [
  ['level', null],
  ['actual', null],
  ['manager', 'manager'],
  ['self', 'self'],
];

/** What a row says of a judgement, besides person, competence and level. */
export function judgementOf(
  fields: RowFields,
  reading: TableReading,
): Omit<HeldSaying, 'kind' | 'person' | 'competence' | 'competenceKey' | 'group' | 'value'> {
  const stated = fields.text('method');
  const evidence = fields.text('evidence');
  const kind = fields.text('evidenceKind');
  const evidenceKind = kind === null ? null : evidenceKindIn(kind);
  const [kindColumn, methodColumn] = [fields.column('evidenceKind'), fields.column('method')];
  if (kind !== null && evidenceKind === null && kindColumn !== undefined)
    fields.note(kindColumn, 'No kind of evidence is called so.');
  if (stated !== null && methodIn(stated) === null && methodColumn !== undefined)
    fields.note(methodColumn, 'It says no way of judging that is known.');
  const method =
    stated === null
      ? evidence !== null && methodIn(evidence) === 'certificate'
        ? 'certificate'
        : null
      : methodIn(stated);
  const until = fields.text('until');
  const refresh = fields.text('refresh');
  return {
    on: fields.day('completed') ?? fields.day('date'),
    method,
    assessor: fields.text('assessor'),
    evidenceKind,
    reference: fields.text('reference') ?? evidence,
    to: until === null ? nextDay(fields.day('nextRefresh')) : reading.endAfter(until),
    refreshMonths: refresh === null ? null : monthsIn(refresh),
    note: fields.text('note'),
  };
}

const evidenceKindIn = (text: string): string | null =>
  evidenceKinds.find(({ id, name }) => id === text || fold(name) === fold(text))?.id ?? null;

const nextDay = (day: PlainDate | null): PlainDate | null => (day === null ? null : addDays(day, 1));

const NOT_YET =
  /plan|in progress|in arbeit|laufend|not started|pending|offen|enrol|scheduled|en cours|en curso|in corso|em curso|w trakcie|failed|nicht bestanden|revoked|withdrawn/u;

/** One row that says what somebody can do, or, beside it, what their role requires. */
export function heldLine(
  row: TableRow,
  columns: readonly TableColumn[],
  state: ListState,
  reading: TableReading,
): ReadLine {
  const fields = new RowFields(row, columns, reading);
  const person = fields.person();
  const certificate = fields.text('certificate');
  const text = fields.text('competence') ?? fields.text('competenceKey') ?? certificate;
  const group = fields.text('group');
  state.group = group ?? state.group;
  if (person === null) return line(fields, labelOf(row), { reason: emptied(fields, 'It names nobody.') });
  const who = person.name === '' ? (person.email ?? person.externalId ?? '') : person.name;
  if (text === null) return line(fields, who, { reason: emptied(fields, NOTHING_NAMED) });
  const common = { competence: text, competenceKey: fields.text('competenceKey'), group: state.group };
  const judged = judgementOf(fields, reading);
  // Taken as of today, it would end what was judged since.
  if (judged.on === null && fields.hasNoDay('completed', 'date'))
    return line(fields, `${who}: ${text}`, { reason: 'Its day is none: write it so that it can be read.' });
  const status = certificate === null ? null : fields.text('status');
  if (status !== null && NOT_YET.test(fold(status)))
    return line(fields, `${who}: ${text}`, { reason: `It is no certificate that somebody holds: “${status}”.` });
  const said: Saying[] = [];
  const required = (value: string, column: TableColumn): void => {
    const role = fields.text('role');
    if (role === null) fields.note(column, 'A level that is wanted belongs to a role: this row names none.');
    else
      said.push({ kind: 'required', column: column.heading, role, ...common, value, must: null, refreshMonths: null });
  };
  for (const [field, method] of LEVELS) {
    const column = fields.column(field);
    if (column === undefined || cellAt(row, column) === '') continue;
    const cell = fields.level(column);
    if (cell.kind === 'both') required(cell.target, column);
    if (cell.kind === 'level' || cell.kind === 'both')
      said.push({
        kind: 'held',
        ...(said.length > 0 ? { column: column.heading } : {}),
        person,
        ...common,
        ...judged,
        value: cell.kind === 'level' ? cell.value : cell.actual,
        method: method ?? judged.method,
      });
  }
  const target = fields.column('target');
  if (target !== undefined && cellAt(row, target) !== '') {
    const cell = fields.level(target);
    if (cell.kind === 'level') required(cell.value, target);
  }
  // A list of certificates, or of what people were judged in, that says no levels at all.
  if (said.length === 0 && !columns.some(({ field }) => isLevelField(field)))
    said.push({
      kind: 'held',
      person,
      ...common,
      ...judged,
      value: '',
      ...(certificate === null
        ? {}
        : { method: 'certificate', evidenceKind: judged.evidenceKind ?? evidenceKindIn(certificate) }),
    });
  const nothing = fold(text) === '' ? NOTHING_NAMED : 'It says no level that can be read.';
  return line(fields, `${who}: ${text}`, said.length > 0 ? said : { reason: emptied(fields, nothing) });
}
