import type { PlainDate } from '../../kernel/date.ts';
import { personName } from '../people/name-text.ts';
import { expiryIn } from './cell-date.ts';
import { judgementOf, labelOf, type ListState } from './list-line.ts';
import type { HeldSaying, NamedPerson, ReadLine, Saying } from './parsed.ts';
import { isPlaceholder } from '../intake/placeholder.ts';
import { nameOf, reasons, RowFields } from './row-field.ts';
import type { FoundLayout } from './table-layout.ts';
import type { TableReading } from './table-reading.ts';
import { filled, type TableRow } from '../intake/table-row.ts';
import { cellAt, type TableColumn } from './source-table.ts';

const SUMS =
  /^(?:total|sum|summe|gesamt|average|avg|mean|durchschnitt|mittelwert|schnitt|moyenne|promedio|gemiddelde?|totaal|celkem|prumer|итого|среднее|coverage|abdeckung|median|totale|somma|razem|srednia|ecart type|number of|team (?:average|total|score))(?:\P{L}|$)/iu;
/** Words that somebody or something may be called by too: Max Mustermann, total quality management. */
const SUM_ALONE =
  /^(?:min|max|minimum|maximum|media|soma|suma|count|anzahl|total|sum|summe|gesamt|average|avg|mean|durchschnitt|mittelwert|moyenne|promedio|gemiddelde?|totaal|celkem|prumer|итого|среднее|median|totale|somma|razem|srednia)(?:\s+(?:score|level|rating|value|points?|wert|niveau|team|gesamt|competences?|skills?|kompetenzen))*\s*(?:[:=(%].*)?$/iu;
const WANTED =
  /^(?:required|soll(?:wert|niveau|stufe)?|target|ziel(?:wert|niveau|stufe)?|requis|cible|requerido|objetivo|vereist|pozadovan\p{L}*|требуем\p{L}*|richiest[oa]|atteso|exigid[oa]|wymagan\p{L}*|desired|expected|minimum level|goal)(?:\P{L}|$)/iu;
const LEGEND =
  /^(?:legend|legende|key|scale|skala|bewertungsskala|echelle|escala|schaal|leyenda|легенда|шкала|vysvetlivky|note|notes|hinweis)\s*(?::|$)/iu;

const HEADING = 'A heading within the table.';
const COLOURED = 'Its cells are empty. Levels that only colours show cannot be read: write them as figures or words.';

/** Whether a label is that of a sum; `down`: people or roles stand there, and not competences. */
const isSum = (label: string, down: boolean): boolean => SUM_ALONE.test(label) || (down && SUMS.test(label));

/** What a grid's row is about, where it is no row of the grid. */
function besideReason(label: string, cells: readonly string[], down: boolean): string | null {
  if (label === '') return reasons.nobody;
  if (isSum(label, down)) return 'A sum or an average, no person or competence.';
  if (down && WANTED.test(label)) return 'It wants levels of nobody in particular: requirements belong to roles.';
  if (LEGEND.test(label)) return 'It explains the marks.';
  if (cells.length === 1) return HEADING;
  return null;
}

const named = (name: string): NamedPerson => ({ name: personName(name), email: null, externalId: null });

/** One row of a table with names down and names across. */
export function gridLine(
  row: TableRow,
  columns: readonly TableColumn[],
  { layout, data, label: column, blank: empty }: FoundLayout,
  state: ListState,
  reading: TableReading,
): ReadLine {
  const fields = new RowFields(row, columns, reading);
  const down = layout === 'people by competences' || layout === 'people by trainings';
  const label = cellAt(row, column) !== '' ? cellAt(row, column) : down ? (fields.person()?.name ?? '') : '';
  const out = (reason: string): ReadLine => ({
    row: row.number,
    label: label === '' ? labelOf(row) : label,
    said: { reason },
    notes: fields.notes,
  });
  const group = fields.text('group');
  state.group = group ?? state.group;
  const reason = besideReason(label, filled(row.cells), down || layout === 'roles by competences');
  if (reason === HEADING && empty === true) return out(COLOURED);
  if (reason !== null) {
    if (filled(row.cells).length === 1 && !isSum(label, down)) state.group = label;
    return out(reason);
  }
  if (isPlaceholder(label)) return out('What a template left to be filled in.');
  const person = down ? (fields.person() ?? named(label)) : null;
  const judged = judgementOf(fields, reading);
  const said: Saying[] = [];
  const blank = { competenceKey: null, group: state.group };
  for (const each of data) {
    if (cellAt(row, each) === '') continue;
    if (each.field === 'until') continue;
    if (each.field === 'completed' || each.field === 'date') {
      const held = certified(fields, each, data, reading);
      if (held !== null && person !== null) said.push({ ...held, person });
      continue;
    }
    const paired = each.field === 'target' || each.field === 'actual';
    const across = paired ? (each.group ?? each.heading) : each.heading;
    if (layout === 'roles by trainings') {
      if (!/^(?:[-–—]+|no|nein|n|n\/a|non|nie|nao)$/iu.test(cellAt(row, each)))
        said.push({
          kind: 'measure',
          name: across,
          measureKind: null,
          description: null,
          provider: null,
          hours: null,
          repeatMonths: null,
          audience: label,
        });
      continue;
    }
    const cell = layout === 'people by trainings' ? trained(fields, each, reading) : fields.level(each);
    if (cell.kind === 'training' && person !== null) {
      said.push({
        kind: 'training',
        column: across,
        person,
        measure: across,
        measureKind: null,
        role: null,
        due: null,
        completedOn: cell.on,
        state: 'completed',
        note: cell.note,
        nextOn: null,
      });
      continue;
    }
    if (cell.kind === 'date') {
      fields.note(each, 'A day says no level: it is left out.');
      continue;
    }
    const actual = cell.kind === 'level' ? cell.value : cell.kind === 'both' ? cell.actual : null;
    if (actual === null) continue;
    const target = cell.kind === 'both' ? cell.target : null;
    if (each.field === 'target' && paired) {
      wanted(fields, each, actual, across, said);
      continue;
    }
    if (layout === 'people by competences') {
      said.push({
        kind: 'held',
        column: across,
        person: person ?? named(label),
        competence: across,
        ...blank,
        ...judged,
        group: paired ? null : each.group,
        value: actual,
      });
      if (target !== null) wanted(fields, each, target, across, said);
    } else if (layout === 'competences by people')
      said.push({
        kind: 'held',
        column: across,
        person: named(across),
        competence: label,
        ...blank,
        ...judged,
        value: actual,
      });
    else if (layout === 'roles by competences')
      said.push({
        kind: 'required',
        column: across,
        role: label,
        competence: across,
        ...blank,
        group: each.group,
        value: target ?? actual,
        must: null,
        refreshMonths: null,
      });
    else
      said.push({
        kind: 'required',
        column: across,
        role: across,
        competence: label,
        ...blank,
        value: target ?? actual,
        must: null,
        refreshMonths: null,
      });
  }
  if (said.length > 0) return { row: row.number, label, said, notes: fields.notes };
  return out(fields.notes.length > 0 ? 'None of its cells could be read.' : 'It is empty.');
}

/** `2 -> 4`: what is wanted belongs to the role that the row names. */
function wanted(fields: RowFields, column: TableColumn, value: string, competence: string, said: Saying[]): void {
  const role = fields.text('role') ?? fields.text('jobTitle');
  if (role === null) fields.note(column, 'A level that is wanted belongs to a role: this row names none.');
  else
    said.push({
      kind: 'required',
      column: nameOf(column),
      role,
      competence,
      competenceKey: null,
      group: column.group === competence ? null : column.group,
      value,
      must: null,
      refreshMonths: null,
    });
}

/** A pair of days below the name of a certificate: when it was obtained, and until when it counts. */
function certified(
  fields: RowFields,
  column: TableColumn,
  data: readonly TableColumn[],
  reading: TableReading,
): Omit<HeldSaying, 'person'> | null {
  const day = reading.day(cellAt(fields.row, column));
  if (day === null) {
    fields.note(column, reasons.noDay);
    return null;
  }
  if (day.doubt) fields.note(column, reasons.doubtfulDay);
  const end = data.find(({ field, group }) => field === 'until' && group === column.group);
  const until = cellAt(fields.row, end);
  const to = until === '' ? null : reading.endAfter(until);
  if (end !== undefined && until !== '' && to === null) fields.note(end, reasons.noDay);
  return {
    kind: 'held',
    column: nameOf(column),
    competence: column.group ?? column.heading,
    competenceKey: null,
    group: null,
    value: '',
    on: day.date,
    method: 'certificate',
    assessor: null,
    evidenceKind: null,
    reference: null,
    to,
    refreshMonths: null,
    note: null,
  };
}

type TrainingCell =
  { readonly kind: 'training'; readonly on: PlainDate; readonly note: string | null } | { readonly kind: 'nothing' };

/** A cell of a grid of trainings: the day on which it was completed. */
function trained(
  fields: RowFields,
  column: TableColumn,
  reading: TableReading,
): TrainingCell | { readonly kind: 'blank' } {
  const text = cellAt(fields.row, column);
  const expiry = expiryIn(text);
  const cell = expiry === null ? fields.level(column) : ({ kind: 'text' } as const);
  if (cell.kind === 'date') {
    if (cell.date.date <= reading.today) return { kind: 'training', on: cell.date.date, note: null };
    fields.note(column, 'This day is not over: nothing was completed on it yet.');
    return { kind: 'nothing' };
  }
  if (expiry !== null) fields.note(column, 'It says when a paper ends, and not when the training was completed.');
  else if (cell.kind === 'level') fields.note(column, 'It names no day on which the training was completed.');
  return { kind: 'nothing' };
}
