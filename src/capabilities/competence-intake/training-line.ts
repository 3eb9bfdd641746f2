import type { PlainDate } from '../../kernel/date.ts';
import { fold } from '../intake/cell-text.ts';
import { labelOf, type ListState } from './list-line.ts';
import type { ReadLine, Saying, TrainingSaying } from './parsed.ts';
import { nameOf, RowFields } from './row-field.ts';
import { hoursIn, isCrowd, isEverybody, measureKindIn, monthsIn } from './row-text.ts';
import type { TableReading } from './table-reading.ts';
import { cellAt, type TableColumn, type TableRow } from './source-table.ts';

const STATES: readonly (readonly [NonNullable<TrainingSaying['state']>, RegExp])[] = [
  ['cancelled', /cancel|abgesagt|storniert|annul|cancelad|geannuleerd|zrusen|отмен/u],
  ['planned', /^planned|geplant|planifi|prevu|planificad|gepland|planovan|заплан|scheduled|terminiert/u],
  [
    'proposed',
    /^proposed|vorgeschlagen|not started|offen|^open|pending|ausstehend|a faire|pendiente|overdue|uberfallig|vencid|не начат|nezahajen|current\/overdue/u,
  ],
  [
    'enrolled',
    /enrol|in progress|laufend|in arbeit|en cours|en curso|bezig|lopend|probiha|в процессе|angemeldet|booked|\d+\s*(?:\/|of|von)\s*\d+/u,
  ],
  [
    'completed',
    /complet|^done|abgeschlossen|erledigt|bestanden|passed|termin|realis|afgerond|voltooid|splnen|dokonc|заверш|пройден|^✓|^✔|^✅|^yes$|^ja$/u,
  ],
];

const stateIn = (text: string): TrainingSaying['state'] => {
  const key = fold(text);
  return STATES.find(([state]) => state === key)?.[0] ?? STATES.find(([, words]) => words.test(key))?.[0] ?? null;
};

/** One row about one person's training, or about that of a crowd, which is a measure and nobody's training. */
export function trainingLine(row: TableRow, columns: readonly TableColumn[], reading: TableReading): ReadLine {
  const fields = new RowFields(row, columns, reading);
  const person = fields.person();
  const measure = fields.text('training');
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
  const nextOn = fields.day('nextRefresh');
  const completedOn = fields.day('completed') ?? fields.day('date');
  const status = fields.text('status');
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
  const stated = status === null ? null : stateIn(status);
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
    said: [
      {
        kind: 'training',
        person,
        measure,
        measureKind,
        role: fields.text('role'),
        due: fields.day('due') ?? (over === null ? (completedOn ?? nextOn) : null),
        completedOn: state === 'completed' ? over : null,
        state,
        note: note === '' ? null : note,
        nextOn,
      },
    ],
    notes: fields.notes,
  };
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
    const kept = column.field === null || ['due', 'must', 'aside', 'note', 'number'].includes(column.field);
    return kept && text !== '' && column.heading !== '' ? [`${nameOf(column)}: ${text}`] : [];
  });
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
    audience: fields.text('audience') ?? own ?? state.group ?? (around !== null && isEverybody(around) ? around : null),
  };
  return { row: row.number, label: name, said: [said], notes: fields.notes };
}
