import { canonicalJson } from '../../kernel/canonical.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { invalid, MusterError } from '../../kernel/errors.ts';
import type { ErasureId, NewId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import { GENESIS_HASH, remainderText, type TrailEntry } from '../trail/entry.ts';
import { registerNames, type RegisterName } from '../trail/register.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { erasureObstacles, type ErasureObstacle } from './erasure-obstacle.ts';
import { hasTheirEmail, remainderOf } from './erasure-row.ts';
import type { ErasureSubject } from './erasure-subject.ts';
import type { Erasure, Person } from './model.ts';

/** What is left of one entry of the trail, and the digest by which an erasure records it. */
export interface EntryRemainder extends Pick<TrailEntry, 'sequence' | 'before' | 'after' | 'reason'> {
  readonly digest: string;
}

/** One row that forgets now, and how; `fields` is null where it goes as a whole. */
export interface RowRemainder {
  readonly register: RegisterName;
  readonly id: string;
  readonly version: number;
  readonly fields: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[] | null;
}

/** What erasing a person would do, and what would stay. */
export interface ErasurePlan {
  readonly placeholder: string;
  readonly obstacles: readonly ErasureObstacle[];
  readonly rows: readonly RowRemainder[];
  /** So many entries of the trail would forget. */
  readonly entries: number;
  readonly stays: {
    /** Entries that keep the name as that of who acted. */
    readonly acted: number;
    /** Whether an account with their e-mail was ever a member of the organization: it is still there. */
    readonly account: boolean;
    /** Appointments and compensating controls that stay under the placeholder. */
    readonly records: number;
    /** Names, addresses and ids that somebody else bears too, and that therefore stay in texts. */
    readonly shared: readonly string[];
  };
}

/** Reads the trail once, entry by entry, and keeps what is left of those that must forget. */
export interface TrailErasure {
  readonly next: (entry: TrailEntry) => void;
  readonly remainders: () => readonly EntryRemainder[];
  readonly acted: () => number;
  /** Whether an account with their e-mail was ever a member of the organization. */
  readonly hadAccount: () => boolean;
}

/** `sha256`: of UTF-8 text, in hexadecimal. */
export function trailErasure(subject: ErasureSubject, sha256: (text: string) => string): TrailErasure {
  const remainders: EntryRemainder[] = [];
  const names = new Set([...subject.names, ...subject.shared]);
  let previous = GENESIS_HASH;
  let acted = 0;
  let account = false;
  return {
    next(entry) {
      if (names.has(entry.actorName)) acted += 1;
      account ||= entry.register === 'membership' && saysTheirEmail(entry, subject);
      const left = entryRemainder(entry, subject);
      if (left !== null) remainders.push({ ...left, digest: sha256(remainderText(previous, { ...entry, ...left })) });
      previous = entry.hash;
    },
    remainders: () => remainders,
    acted: () => acted,
    hadAccount: () => account,
  };
}

const saysTheirEmail = ({ before, after }: TrailEntry, { emails }: ErasureSubject): boolean =>
  [before, after].some((json) => json !== null && hasTheirEmail(JSON.parse(json) as object, emails));

/** Null where the entry says nothing of the person. */
export function entryRemainder(entry: TrailEntry, subject: ErasureSubject): Omit<EntryRemainder, 'digest'> | null {
  const { sequence, register } = entry;
  const rowLeft = (json: string | null): string | null => {
    if (json === null) return null;
    const row = JSON.parse(json) as Readonly<Record<string, unknown>>;
    const left = remainderOf(register, row, subject);
    return left === row ? json : canonicalJson(left);
  };
  const before = rowLeft(entry.before);
  const after = rowLeft(entry.after);
  const reason = subject.redact(entry.reason, subject.placeholder);
  const same = before === entry.before && after === entry.after && reason === entry.reason;
  return same ? null : { sequence, before, after, reason };
}

/** What every row of today forgets: absences and open invitations go, the others keep all but the person. */
export function rowRemainders(snapshot: Snapshot, subject: ErasureSubject, on: PlainDate): readonly RowRemainder[] {
  return registerNames.flatMap((register) => {
    const rows = register === 'organization' ? [snapshot.organization] : snapshot[register];
    return rows.flatMap((row): readonly RowRemainder[] => {
      const { id, version } = row;
      const goes =
        (register === 'absence' && 'personId' in row && subject.ids.has(String(row.personId))) ||
        (register === 'invitation' && hasTheirEmail(row, subject.emails));
      if (goes) return [{ register, id, version, fields: null }];
      const entity: Readonly<Record<string, unknown>> = { ...row };
      const kept = remainderOf(register, entity, subject);
      if (kept === entity) return [];
      const left = register === 'person' && subject.ids.has(id) ? { ...kept, erasedOn: on } : kept;
      const fields = Object.entries(entity)
        .map(([field, from]): { field: string; from: unknown; to: unknown } => ({ field, from, to: left[field] }))
        .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
      return fields.length === 0 ? [] : [{ register, id, version, fields }];
    });
  });
}

/**
 * The change that erases: the record first, so that its place on the trail is known, then every row that forgets.
 * @param version of the person's row as the owner saw it
 * @throws MusterError `still-used` while the person is or holds something; `invalid` when the reason names them, or they are erased already
 */
export function erasureChanges(
  person: Person,
  subject: ErasureSubject,
  plan: Pick<ErasurePlan, 'obstacles' | 'rows'>,
  record: Pick<Erasure, 'on' | 'reason' | 'entries'> & { readonly version: number },
  newId: NewId,
): readonly ChangeItem[] {
  const { version, ...recorded } = record;
  refuseErasure(person, subject, plan.obstacles, record.reason);
  return [
    {
      register: 'erasure',
      operation: 'create',
      id: newId() as ErasureId,
      fields: { personId: person.id, ...recorded },
    },
    ...plan.rows.map((row) => itemOf(row.id === person.id ? { ...row, version } : row)),
  ];
}

function itemOf({ register, id, version, fields }: RowRemainder): ChangeItem {
  const item =
    fields === null
      ? { register, operation: 'remove', id, version }
      : {
          register,
          operation: 'update',
          id,
          version,
          fields: Object.fromEntries(fields.map(({ field, to }) => [field, to])),
        };
  return item as ChangeItem;
}

/** What each obstacle is called where a request is refused. */
const obstacleTexts: { readonly [K in ErasureObstacle['kind']]: string } = {
  engaged: 'an engagement that has not ended',
  appointments: 'appointments',
  letters: 'letters',
  duties: 'activities',
  reports: 'people who report to them',
  units: 'units that they head',
  projects: 'projects that are not closed',
  actions: 'open actions',
  controls: 'compensating controls that still count',
  memberships: 'memberships of this organization with their e-mail',
};

function refuseErasure(
  person: Person,
  subject: ErasureSubject,
  obstacles: readonly ErasureObstacle[],
  reason: string,
): void {
  if (person.erasedOn !== null)
    throw invalid([{ path: 'personId', message: `Their personal data were erased on ${person.erasedOn}.` }]);
  if (subject.redact(reason, '') !== reason)
    throw invalid([{ path: 'reason', message: 'The reason stays on the trail: say it without the name.' }]);
  if (obstacles.length === 0) return;
  const by = obstacles.map(({ kind, count }) => obstacleTexts[kind] + (kind === 'engaged' ? '' : ` (${count})`));
  throw new MusterError({ code: 'still-used', what: 'person', by: by.join(', ') });
}

/** The whole plan. `trail`: what reading the trail has found. */
export function erasurePlan(
  snapshot: Snapshot,
  person: Person,
  subject: ErasureSubject,
  trail: TrailErasure,
  on: PlainDate,
): ErasurePlan {
  const about = ({ personId }: { readonly personId: string }): boolean => personId === person.id;
  return {
    placeholder: subject.placeholder,
    obstacles: erasureObstacles(snapshot, person, subject, on),
    rows: rowRemainders(snapshot, subject, on),
    entries: trail.remainders().length,
    stays: {
      acted: trail.acted(),
      account: trail.hadAccount(),
      records: snapshot.appointment.filter(about).length + snapshot.compensatingControl.filter(about).length,
      shared: subject.shared,
    },
  };
}
