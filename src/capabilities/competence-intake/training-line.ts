import type { PlainDate } from '../../kernel/date.ts';
import { fold } from '../intake/cell-text.ts';
import { personName } from '../people/name-text.ts';
import { labelOf, type ListState } from './list-line.ts';
import type { NamedPerson, ReadLine, Saying, TrainingSaying } from './parsed.ts';
import type { Session } from './session.ts';
import { nameOf, RowFields } from './row-field.ts';
import { hoursIn, isCrowd, isEverybody, measureKindIn, monthsIn } from './row-text.ts';
import type { TableReading } from './table-reading.ts';
import type { TableRow } from '../intake/table-row.ts';
import { cellAt, type TableColumn } from './source-table.ts';

const STATES: readonly (readonly [NonNullable<TrainingSaying['state']>, RegExp])[] = [
  [
    'cancelled',
    /cancel|abgesagt|storniert|annul|cancelad|geannuleerd|zrusen|отмен|anulowan|excused|entschuldigt|waived|exempt|dropped|withdrawn|abandon|abgebrochen/u,
  ],
  ['planned', /^planned|geplant|planifi|prevu|planificad|gepland|planovan|заплан|scheduled|terminiert/u],
  [
    'proposed',
    /^(?:n|no|nein|non|nee|nao|nie|ne|нет|false|✗|❌|o)$|^(?:incomplete|not (?:completed|attended|done|passed|yet)|absent|abwesend|no.?show|failed|nicht|missed|da iniziare|nao iniciado|nie rozpocz|required|due)|^proposed|vorgeschlagen|not started|offen|^open|pending|ausstehend|a faire|pendiente|overdue|uberfallig|vencid|pendente|oczekuj|zaplegl|scadut|не начат|nezahajen|current\/overdue/u,
  ],
  [
    'enrolled',
    /enrol|in progress|laufend|in arbeit|en cours|en curso|in corso|em (?:curso|andamento)|w trakcie|bezig|lopend|probiha|в процессе|angemeldet|booked|\d+\s*(?:\/|of|von)\s*\d+/u,
  ],
  [
    'completed',
    /complet|^done|abgeschlossen|erledigt|bestanden|pass(?:ed)?\b|termin|realis|afgerond|voltooid|splnen|dokonc|заверш|проиден|^✓|^✔|^✅|^x$|^(?:yes|y|ja|j|oui|si|sim|tak|ano|да|true)$|^(?:attended|present|anwesend|teilgenommen|valid|current|gultig|aktuell|certified|concluid|ukonczon|presente|asistio|obecn|aanwezig)/u,
  ],
];

const stateIn = (text: string): TrainingSaying['state'] => {
  const key = fold(text);
  return STATES.find(([state]) => state === key)?.[0] ?? STATES.find(([, words]) => words.test(key))?.[0] ?? null;
};

const YES_OR_NO =
  /^(?:y|n|yes|no|ja|nein|oui|non|si|sim|nao|tak|nie|ano|ne|true|false|✓|✗|❌|x|o|absent|abwesend|not attended|no.?show)$/u;

/** One row about one person's training, or about that of a crowd, which is a measure and nobody's training. */
export function trainingLine(
  row: TableRow,
  columns: readonly TableColumn[],
  about: Session | null,
  reading: TableReading,
): ReadLine {
  const fields = new RowFields(row, columns, reading);
  const person = fields.person();
  const measure = fields.text('training') ?? about?.measure ?? null;
  const label = [person?.name ?? '', measure ?? ''].filter((text) => text !== '').join(': ');
  const out = (reason: string): ReadLine => ({
    row: row.number,
    label: label === '' ? labelOf(row) : label,
    said: { reason: fields.notes.length > 0 ? 'What a template left to be filled in.' : reason },
    notes: fields.notes,
  });
  if (measure === null) return out('It names no training.');
  if (person === null) return out('It names nobody.');
  const type = fields.text('type');
  const measureKind = type === null ? null : measureKindIn(type);
  const nextOn = fields.day('nextRefresh') ?? fields.day('until');
  const status = fields.text('status');
  const stated = status === null ? null : stateIn(status);
  const open = stated === 'proposed' || stated === 'enrolled' || stated === 'planned';
  const [done, held] = [fields.day('completed'), fields.day('date') ?? about?.on ?? null];
  // A day beside `no` or `in progress` is that of the session, or when it began.
  const notYet = open && (done === null || YES_OR_NO.test(fold(status ?? '')));
  const on = done ?? held;
  const completedOn = notYet ? null : on;
  if (isCrowd(person.name) && person.email === null) {
    for (const field of ['status', 'completed', 'due'] as const) {
      const column = fields.column(field);
      if (column !== undefined && cellAt(row, column) !== '')
        fields.note(column, 'How many of a crowd are done is no record of a person: it is not kept.');
    }
    const repeatMonths = completedOn !== null && nextOn !== null ? monthsBetween(completedOn, nextOn) : null;
    return {
      row: row.number,
      label,
      said: [
        {
          kind: 'measure',
          name: measure,
          measureKind,
          description: null,
          provider: fields.text('provider'),
          hours: null,
          repeatMonths,
          audience: person.name,
        },
      ],
      notes: fields.notes,
    };
  }
  if (completedOn !== null && completedOn > reading.today) {
    const column = fields.column('completed') ?? fields.column('date');
    if (column !== undefined) fields.note(column, 'This day is not over: the training is taken as planned.');
  }
  const over = completedOn !== null && completedOn <= reading.today ? completedOn : null;
  const column = fields.column('status');
  if (status !== null && stated === null && column !== undefined)
    fields.note(column, 'This state is none that is known.');
  if (stated === 'completed' && over === null && column !== undefined)
    fields.note(column, 'It says completed and names no day: it is taken as planned.');
  const state = over !== null && stated !== 'cancelled' ? 'completed' : stated === 'completed' ? 'planned' : stated;
  const note = [fields.text('evidence'), fields.text('reference'), fields.text('note')]
    .filter((text) => text !== null)
    .join('; ');
  return {
    row: row.number,
    label,
    said: everyOne(person, fields).map((one, _, all) => ({
      kind: 'training',
      ...(all.length > 1 ? { column: one.name } : {}),
      person: one,
      measure,
      measureKind,
      role: fields.text('role'),
      due: fields.day('due') ?? (over === null ? (completedOn ?? nextOn ?? on) : null),
      completedOn: state === 'completed' ? over : null,
      state,
      note: note === '' ? null : note,
      nextOn,
    })),
    notes: fields.notes,
  };
}

/** Those whom one cell names: `Ana Ruiz; Bo Lind`, or names with a comma between, each of two words at least. */
function everyOne(person: NamedPerson, fields: RowFields): readonly NamedPerson[] {
  const text = fields.text('person') ?? '';
  const parts = /[;\n]/u.test(text) ? text.split(/[;\n]/u) : text.split(/,|\s&\s|\s(?:and|und|et|y|e|i|en)\s/u);
  const names = parts.map((part) => part.trim()).filter((part) => part !== '');
  const several = names.length > 1 && (/[;\n]/u.test(text) || names.every((name) => /\S\s+\S/u.test(name)));
  return several ? names.map((name) => ({ name: personName(name), email: null, externalId: null })) : [person];
}

/** Months from one day to another, to the nearest whole; null when it is none. */
export function monthsBetween(from: PlainDate, to: PlainDate): number | null {
  const months = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000 / 30.4375);
  return months >= 1 && months <= 600 ? months : null;
}

/** One row of a programme: a training, whom it is for, how often. */
export function programmeLine(
  row: TableRow,
  columns: readonly TableColumn[],
  marked: readonly TableColumn[],
  around: string | null,
  state: ListState,
  reading: TableReading,
): ReadLine {
  const fields = new RowFields(row, columns, reading);
  const name = fields.text('training');
  const group = fields.text('group');
  state.group = group ?? state.group;
  const own = fields.text('role');
  if (name === null) {
    const left = fields.notes.length > 0 ? 'What a template left to be filled in.' : 'It names no training.';
    return { row: row.number, label: labelOf(row), said: { reason: left }, notes: fields.notes };
  }
  const frequency = fields.text('frequency') ?? fields.text('refresh');
  const duration = fields.column('duration');
  const type = fields.text('type');
  const rest = columns.flatMap((column) => {
    const text = cellAt(row, column);
    if (marked.includes(column)) return [];
    const kept = column.field === null || ['due', 'must', 'aside', 'note', 'number'].includes(column.field);
    return kept && text !== '' && column.heading !== '' ? [`${nameOf(column)}: ${text}`] : [];
  });
  const forWhom = marked
    .filter((column) => !/^(?:|[-–—]+|no|nein|n|n\/a|non|nie|nao|nee)$/iu.test(cellAt(row, column)))
    .map(({ heading }) => heading)
    .join('; ');
  const said: Saying = {
    kind: 'measure',
    name,
    measureKind: type === null ? null : measureKindIn(type),
    description: [
      ...(frequency === null ? [] : [`Frequency: ${frequency}`]),
      ...(type === null ? [] : [`Format: ${type}`]),
      ...rest,
    ].join('\n'),
    provider: fields.text('provider'),
    hours: duration === undefined ? null : hoursIn(cellAt(row, duration), duration.heading),
    repeatMonths: frequency === null ? null : monthsIn(frequency),
    audience:
      fields.text('audience') ??
      (forWhom === '' ? own : forWhom) ??
      state.group ??
      (around !== null && isEverybody(around) ? around : null),
  };
  return { row: row.number, label: name, said: [said], notes: fields.notes };
}
