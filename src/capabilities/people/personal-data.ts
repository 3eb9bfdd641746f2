import type { PlainDate } from '../../kernel/date.ts';
import type { TrailEntry } from '../trail/entry.ts';
import { registerNames, type RegisterName } from '../trail/register.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import { entryRemainder } from './erasure.ts';
import { hasTheirEmail, remainderOf } from './erasure-row.ts';
import type { ErasureSubject } from './erasure-subject.ts';
import type { Person } from './model.ts';

type Row = Readonly<Record<string, unknown>>;

/** One row that is about somebody: theirs, or one that mentions them in words. */
export interface HeldRow {
  readonly register: RegisterName;
  readonly row: Row;
  /** The fields that mention them; none for a row that is theirs as a whole. */
  readonly mentions: readonly string[];
}

/** An entry of the trail with its rows as JSON values. */
export interface HeldEntry extends Omit<TrailEntry, 'before' | 'after' | 'nonce' | 'hash' | 'organizationId'> {
  readonly before: unknown;
  readonly after: unknown;
}

/** All that is held on one person, as Article 15 GDPR has it handed to them. */
export interface PersonalData {
  readonly document: 'personal-data';
  readonly organization: string;
  readonly on: PlainDate;
  readonly trail: TrailPosition;
  readonly person: Person;
  /** Every other row that points to them or mentions them, register by register. */
  readonly rows: readonly HeldRow[];
  readonly entries: readonly HeldEntry[];
  /** What the ids in the rows mean, where this organization knows: names of people, roles, projects and frameworks. */
  readonly names: Readonly<Record<string, string>>;
}

/** The fields that point to a person. */
const pointing = ['personId', 'managerId', 'headId', 'ownerId'] as const;

const pointsTo = (row: Row, ids: ReadonlySet<string>): boolean =>
  pointing.some((field) => ids.has(String(row[field]))) ||
  (Array.isArray(row['memberIds']) && row['memberIds'].some((id) => ids.has(String(id))));

/** The fields that mention somebody in words. */
function mentionsIn(register: RegisterName, row: Row, subject: ErasureSubject): readonly string[] {
  const left = remainderOf(register, row, subject);
  return Object.keys(row).filter((field) => JSON.stringify(row[field]) !== JSON.stringify(left[field]));
}

/** A row as it is handed out: of another person the name and what concerns the subject. All else is not theirs to have. */
function shownRow(register: RegisterName, row: Row, subject: ErasureSubject): Row {
  if (register !== 'person' || subject.ids.has(String(row['id']))) return row;
  const shown = new Set(['id', 'name', 'managerId', ...mentionsIn(register, row, subject)]);
  return Object.fromEntries(Object.entries(row).filter(([field]) => shown.has(field)));
}

function heldRows(snapshot: Snapshot, person: Person, subject: ErasureSubject): readonly HeldRow[] {
  return registerNames.flatMap((register) => {
    const rows = register === 'organization' ? [snapshot.organization] : snapshot[register];
    return rows.flatMap((entity): readonly HeldRow[] => {
      const row: Row = { ...entity };
      if (row['id'] === person.id) return [];
      const mentions = mentionsIn(register, row, subject);
      const theirs = pointsTo(row, subject.ids) || hasTheirEmail(row, subject.emails);
      if (!theirs && mentions.length === 0) return [];
      return [{ register, row: shownRow(register, row, subject), mentions: theirs ? [] : mentions }];
    });
  });
}

/** Whether an entry is about somebody: by a row that is theirs, one that points to them, or words that mention them. */
export function isAbout(entry: TrailEntry, subject: ErasureSubject): boolean {
  if (subject.ids.has(entry.subject)) return true;
  const pointed = [entry.before, entry.after].some((json) => [...subject.ids].some((id) => json?.includes(id)));
  return pointed || entryRemainder(entry, subject) !== null;
}

/** @param entries those about the person, in order */
export function personalData(
  snapshot: Snapshot,
  person: Person,
  subject: ErasureSubject,
  entries: readonly TrailEntry[],
  on: PlainDate,
): PersonalData {
  const rows = heldRows(snapshot, person, subject);
  const valueOf = (register: RegisterName, json: string | null): unknown =>
    json === null ? null : shownRow(register, JSON.parse(json) as Row, subject);
  const told = entries.map(
    ({ before, after, nonce: _nonce, hash: _hash, organizationId: _organization, ...entry }) => ({
      ...entry,
      before: valueOf(entry.register, before),
      after: valueOf(entry.register, after),
    }),
  );
  const text = JSON.stringify([person, rows, told]);
  const known = [...snapshot.person, ...snapshot.role, ...snapshot.project, ...snapshot.framework];
  return {
    document: 'personal-data',
    organization: snapshot.organization.name,
    on,
    trail: snapshot.trail,
    person,
    rows,
    entries: told,
    names: Object.fromEntries(known.filter(({ id }) => text.includes(id)).map(({ id, name }) => [id, name])),
  };
}
