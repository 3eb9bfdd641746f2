import { canonicalJson } from '../../kernel/canonical.ts';
import type { Actor } from '../identity/model.ts';
import type { Appointment } from '../roles/model.ts';
import { sameAppointment } from '../roles/overlap.ts';
import type { ChangeItem } from './change.ts';
import type { Operation, TrailEntry } from './entry.ts';
import { mayReadCost, shownTo } from './policy.ts';
import { idsIn, keyOf, labelOf, marksOf, referencesOf } from './reference.ts';
import { complete, registerNames, type RegisterName } from './register.ts';
import type { Snapshot } from './snapshot.ts';

type Row = Readonly<Record<string, unknown>>;

/** A row of a change, with what stood in it before and after. */
export interface ToldRow {
  readonly register: RegisterName;
  readonly subject: string;
  readonly operation: Operation;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** A row that an undo would write: made again, set back, or taken away. */
export interface UndoneRow {
  readonly register: RegisterName;
  readonly subject: string;
  readonly label: string;
  readonly operation: Operation;
  /** The fields that are set back. */
  readonly fields: readonly string[];
}

/** Why a change cannot be undone, and at which row. */
export interface Obstacle {
  readonly register: RegisterName;
  readonly subject: string;
  readonly label: string;
  readonly reason: string;
}

export interface Undo {
  readonly items: readonly ChangeItem[];
  readonly rows: readonly UndoneRow[];
  readonly obstacles: readonly Obstacle[];
}

export interface UndoFacts {
  /** What the actor may read. */
  readonly snapshot: Snapshot;
  /** The rows written after the change: their register and id with a space between. */
  readonly writtenSince: ReadonlySet<string>;
}

/** What belongs to accounts, or is meant not to come back. */
const FINAL: ReadonlySet<RegisterName> = new Set(['organization', 'membership', 'invitation', 'erasure']);

const rowIn = (register: RegisterName, text: string | null): Row | null =>
  text === null ? null : complete(register, JSON.parse(text) as Row);

/** An entry of the trail, read. */
export const toldRow = ({ register, subject, operation, before, after }: TrailEntry): ToldRow => ({
  register,
  subject,
  operation,
  before: rowIn(register, before),
  after: rowIn(register, after),
});

const placeOf = ({ register, subject }: Pick<ToldRow, 'register' | 'subject'>): string => `${register} ${subject}`;

const sameContent = (a: Row, b: Row): boolean =>
  canonicalJson({ ...a, version: 0 }) === canonicalJson({ ...b, version: 0 });

const differing = (before: Row, after: Row): readonly string[] =>
  Object.keys(before).filter(
    (field) =>
      field !== 'id' && field !== 'version' && canonicalJson([before[field]]) !== canonicalJson([after[field]]),
  );

/** Every row of the facts with its register. */
export function* rowsOf(snapshot: Snapshot): Generator<{ readonly register: RegisterName; readonly row: Row }> {
  for (const register of registerNames) {
    if (register === 'organization') yield { register, row: snapshot.organization };
    else for (const row of snapshot[register]) yield { register, row };
  }
}

const wordOf = (register: RegisterName): string => register.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

/** Fields that hold the word of a second person; that on a claim stands in its `decision`. */
const words = ['approval', 'competencesApproval', 'claim'] as const;

function saidIn(row: Row | null, field: (typeof words)[number]): unknown {
  const value = row?.[field] ?? null;
  return field !== 'claim' || typeof value !== 'object' || value === null || !('decision' in value)
    ? value
    : value.decision;
}

/** Why an entry is never undone, whatever came after it; null when it may be. */
function finalReason({ register, operation, before, after }: ToldRow): string | null {
  if (FINAL.has(register)) return 'Changes of the organization, its members and erasures are not undone.';
  const told = { create: after !== null, update: before !== null && after !== null, remove: before !== null };
  if (!told[operation]) return 'What stood here was erased.';
  if (register === 'documentVersion') return 'A version of a document is withdrawn or decided on, not undone.';
  if (register === 'evidence' && operation === 'remove')
    return 'The removal of a file is not undone, because its content went with it: upload it again.';
  const takenBack = words.some((field) => {
    const word = saidIn(before, field);
    return word !== null && canonicalJson([word]) !== canonicalJson([saidIn(after, field)]);
  });
  if (operation === 'update' && takenBack) return 'It would bring back the word of a second person: ask for it again.';
  return null;
}

/** The registers of which a change may be final by what it wrote, whether or not anything was erased. */
export const mayBeFinal: readonly RegisterName[] = [
  ...FINAL,
  'documentVersion',
  'appointment',
  'evidence',
  'training',
  'role',
  'requirementCompetence',
];

/** Whether an entry alone keeps its whole change from ever being undone. */
export const isFinal = (entry: TrailEntry): boolean => finalReason(toldRow(entry)) !== null;

/** What the change left of each row that it wrote, and what was there before. */
interface Span {
  readonly first: ToldRow;
  readonly last: ToldRow;
  readonly all: readonly ToldRow[];
}

/** Why a row no longer stands as the change left it; null when it does. */
function movedReason({ last }: Span, present: Row | undefined, actor: Actor): string | null {
  if (last.after === null) return present === undefined ? null : 'It was made again since.';
  if (present === undefined) return 'It was removed since.';
  const seen = mayReadCost(actor) || present['version'] === last.after['version'];
  return seen && sameContent(shownTo(actor, last.after), present) ? null : 'It was changed since.';
}

/**
 * What takes a change back: its rows in reverse, each against the order in which it was written, so that nothing refers
 * to what is not there. `obstacles` names every row that was changed since, or that others refer to since; where there is
 * one, nothing is to be written. `told` is the whole change in its order.
 */
export function undoOf(told: readonly ToldRow[], { snapshot, writtenSince }: UndoFacts, actor: Actor): Undo {
  const present = new Map<string, Row>();
  const names = new Map<string, string>();
  for (const { register, row } of rowsOf(snapshot)) {
    present.set(`${register} ${String(row['id'])}`, row);
    if (register === 'person' || register === 'role') names.set(String(row['id']), String(row['name']));
  }
  for (const { register, subject, before, after } of told)
    if ((register === 'person' || register === 'role') && !names.has(subject))
      names.set(subject, labelOf(after ?? before ?? {}, names));
  const spans = new Map<string, Span>();
  for (const row of told) {
    const place = placeOf(row);
    const there = spans.get(place);
    spans.set(place, { first: there?.first ?? row, last: row, all: [...(there?.all ?? []), row] });
  }
  const obstacles: Obstacle[] = [];
  const hinder = (
    { register, subject }: Pick<ToldRow, 'register' | 'subject'>,
    row: Row | null,
    reason: string,
  ): void => {
    obstacles.push({ register, subject, label: row === null ? '' : labelOf(row, names), reason });
  };
  for (const [place, span] of spans) {
    const { register, subject } = span.first;
    const reason =
      span.all.map(finalReason).find((found) => found !== null) ?? movedReason(span, present.get(place), actor);
    if (reason !== null) hinder({ register, subject }, span.last.after ?? span.first.before, reason);
  }
  if (obstacles.length === 0) hinderByOthers(spans, { present, writtenSince, names }, hinder);
  return {
    items: obstacles.length > 0 ? [] : reversed(told, present, actor),
    rows: undoneRows(spans, names),
    obstacles,
  };
}

interface Others {
  readonly present: ReadonlyMap<string, Row>;
  readonly writtenSince: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
}

type Hinder = (place: Pick<ToldRow, 'register' | 'subject'>, row: Row | null, reason: string) => void;

/** Looks at the facts as they would be: nothing may refer to what is gone, and no two rows may have the same key. */
function hinderByOthers(
  spans: ReadonlyMap<string, Span>,
  { present, writtenSince, names }: Others,
  hinder: Hinder,
): void {
  const registerOf = (place: string): RegisterName => place.slice(0, place.indexOf(' ')) as RegisterName;
  const future = new Map(present);
  const gone = new Map<string, ToldRow>();
  for (const [place, { first }] of spans) {
    if (first.before === null) {
      const row = present.get(place);
      future.delete(place);
      for (const mark of row === undefined ? [] : marksOf(first.register, row)) gone.set(mark, first);
    } else future.set(place, first.before);
  }
  const keys = new Map<string, string>();
  const appointments = new Map<string, Appointment[]>();
  for (const [place, row] of future) {
    const register = registerOf(place);
    const touched = spans.get(place);
    for (const mark of gone.size > 0 && writtenSince.has(place) ? referencesOf(register, row) : []) {
      const made = gone.get(mark);
      if (made === undefined) continue;
      const user = labelOf(row, names);
      hinder(made, made.after, `The ${wordOf(register)}${user === '' ? '' : ` “${user}”`} refers to it since.`);
    }
    for (const { register: of, id } of touched === undefined ? [] : idsIn(row))
      if (!future.has(`${of} ${id}`))
        hinder(touched?.first ?? { register, subject: '' }, row, `The ${wordOf(of)} to which it refers is gone.`);
    const key = keyOf(register, row);
    const other = key === null ? undefined : keys.get(key);
    if (key !== null) keys.set(key, place);
    const both = other === undefined ? undefined : (touched ?? spans.get(other));
    if (both !== undefined) hinder(both.first, both.first.before, 'Another row has its place now.');
    if (register === 'appointment') {
      const appointment = row as unknown as Appointment;
      const others = appointments.get(appointment.personId) ?? [];
      const twice = others.find((one) => sameAppointment(one, appointment));
      const moved = twice === undefined ? undefined : (touched ?? spans.get(`appointment ${twice.id}`));
      if (moved !== undefined)
        hinder(moved.first, moved.first.before, 'The person holds the role by another appointment now.');
      appointments.set(appointment.personId, [...others, appointment]);
    }
  }
}

/** Fields of an appointment that nobody has to approve. */
const UNASKED: ReadonlySet<string> = new Set(['approval', 'note', 'appointedBy']);

/** An appointment that comes back without approval is asked for by who brings it back: whoever asked first may not want it any more. */
const askedAnew = ({ register, before }: ToldRow, back: Row, actor: Actor): Row =>
  register === 'appointment' &&
  actor.kind === 'member' &&
  (before?.['approval'] ?? null) === null &&
  Object.keys(back).some((field) => !UNASKED.has(field))
    ? { ...back, requestedBy: actor.userId }
    : back;

/** The items that undo entry by entry, from the last to the first. */
function reversed(told: readonly ToldRow[], present: ReadonlyMap<string, Row>, actor: Actor): readonly ChangeItem[] {
  const versions = new Map<string, number>();
  return told.toReversed().map((entry): ChangeItem => {
    const place = placeOf(entry);
    const { register, subject: id, before, after } = entry;
    const version = versions.get(place) ?? Number(present.get(place)?.['version'] ?? 0);
    if (before === null) {
      versions.delete(place);
      return { register, operation: 'remove', id, version } as unknown as ChangeItem;
    }
    const { id: _id, version: _version, ...fields } = before;
    if (after === null) {
      versions.set(place, 1);
      return { register, operation: 'create', id, fields: askedAnew(entry, fields, actor) } as unknown as ChangeItem;
    }
    versions.set(place, version + 1);
    const back = askedAnew(
      entry,
      Object.fromEntries(differing(before, after).map((field) => [field, before[field]])),
      actor,
    );
    return { register, operation: 'update', id, version, fields: back } as unknown as ChangeItem;
  });
}

function undoneRows(spans: ReadonlyMap<string, Span>, names: ReadonlyMap<string, string>): readonly UndoneRow[] {
  return [...spans.values()].flatMap(({ first, last }): readonly UndoneRow[] => {
    const { register, subject, before } = first;
    const { after } = last;
    const row = before ?? after;
    if (row === null) return [];
    const operation = before === null ? 'remove' : after === null ? 'create' : 'update';
    const fields = before === null || after === null ? [] : differing(before, after);
    return [{ register, subject, label: labelOf(row, names), operation, fields }];
  });
}
