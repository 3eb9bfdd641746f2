import { canonicalJson } from '../../kernel/canonical.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { invalid } from '../../kernel/errors.ts';
import type { PersonId, UserId } from '../../kernel/id.ts';
import { overlaps } from '../../kernel/period.ts';
import { letters as letterOrder } from '../../domain/requirement.ts';
import { changesSubstance, isOwnWord } from '../roles/approval.ts';
import type { Appointment } from '../roles/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { RegisterName } from '../trail/register.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { Merge, MergeField, MergeNote } from './merge-field.ts';
import type { Person } from './model.ts';

export interface PlannedMerge {
  readonly items: readonly ChangeItem[];
  readonly notes: readonly MergeNote[];
}

/** What is gathered while the registers are gone through. Removals stand first: what is joined must not meet itself. */
interface Gathering {
  readonly snapshot: Snapshot;
  readonly keep: Person;
  readonly drop: Person;
  readonly removals: ChangeItem[];
  readonly updates: ChangeItem[];
  readonly notes: MergeNote[];
}

type Row = { readonly id: string; readonly version: number };

const removal = (register: RegisterName, { id, version }: Row): ChangeItem =>
  ({ register, operation: 'remove', id, version }) as unknown as ChangeItem;
const update = (register: RegisterName, { id, version }: Row, fields: object): ChangeItem =>
  ({ register, operation: 'update', id, version, fields }) as unknown as ChangeItem;

/**
 * What makes one person of two rows: everything that refers to the row that goes refers to the one that stays.
 * Appointments to the same role that overlap, cells of the same requirement and rows that would then be alike are joined.
 * @throws MusterError `not-found`; `invalid` when the two are one, or the data of either were erased
 */
export function planMerge(snapshot: Snapshot, { keep: keepId, drop: dropId, take, requestedBy }: Merge): PlannedMerge {
  const keep = presentRow(snapshot, 'person', keepId);
  const drop = presentRow(snapshot, 'person', dropId);
  if (keepId === dropId) throw invalid([{ path: 'drop', message: 'Nobody is merged with themselves.' }]);
  const erased = [keep, drop].find(({ erasedOn }) => erasedOn !== null);
  if (erased !== undefined)
    throw invalid([{ path: erased === keep ? 'keep' : 'drop', message: 'The personal data of this row were erased.' }]);
  const gathering: Gathering = { snapshot, keep, drop, removals: [], updates: [], notes: [] };
  const fields = mergedFields(gathering, take);
  mergeAppointments(gathering, { ...keep, ...fields }, requestedBy);
  mergeCells(gathering);
  movePlain(gathering);
  moveMembers(gathering);
  const { id, version } = drop;
  return {
    items: [
      ...gathering.removals,
      ...gathering.updates,
      ...reports(gathering),
      // A personnel number is one person's: it is given up before the other takes it.
      ...(take.includes('externalId') && drop.externalId !== null
        ? [update('person', drop, { externalId: null })]
        : []),
      ...(Object.keys(fields).length === 0 ? [] : [update('person', keep, fields)]),
      removal('person', {
        id,
        version: take.includes('externalId') && drop.externalId !== null ? version + 1 : version,
      }),
    ],
    notes: gathering.notes,
  };
}

const later = (a: PlainDate | null, b: PlainDate | null): PlainDate | null =>
  a === null || b === null ? null : a > b ? a : b;

/**
 * Appointments to the same role in the same capacity that overlap are joined into one, from the first day to the last.
 * The word of a second person does not spread to one that nobody has approved, and goes where the approver turns out to
 * be the person `merged`.
 */
function mergeAppointments(
  { snapshot, keep, drop, removals, updates, notes }: Gathering,
  merged: Person,
  requestedBy: UserId | null,
): void {
  const membership = snapshot.membership.map((member) =>
    member.personId === drop.id ? { ...member, personId: keep.id } : member,
  );
  const roles = new Map(snapshot.role.map(({ id, name }) => [id, name]));
  const theirs = snapshot.appointment.filter(({ personId }) => personId === keep.id || personId === drop.id);
  for (const group of Map.groupBy(theirs, ({ roleId, capacity }) => `${roleId} ${capacity}`).values()) {
    const open = [...group].sort((a, b) => (a.from < b.from ? -1 : 1));
    while (open.length > 0) {
      const [first] = open;
      if (first === undefined) break;
      let period = { from: first.from, to: first.to };
      const cluster = [first];
      open.shift();
      for (let next = open[0]; next !== undefined && overlaps(period, next); next = open[0]) {
        period = { from: period.from, to: later(period.to, next.to) };
        cluster.push(next);
        open.shift();
      }
      const stays: Appointment = cluster.find(({ personId }) => personId === keep.id) ?? first;
      const others = cluster.filter((one) => one !== stays);
      const text = `${roles.get(stays.roleId) ?? ''}, ${stays.capacity}`;
      for (const other of others) {
        removals.push(removal('appointment', other));
        notes.push({ register: 'appointment', what: 'joined', text });
      }
      const hours =
        stays.hoursPerWeek ?? others.find(({ hoursPerWeek }) => hoursPerWeek !== null)?.hoursPerWeek ?? null;
      const spreads =
        cluster.some(({ approval }) => approval === null) &&
        changesSubstance(stays, { ...stays, ...period, hoursPerWeek: hours });
      const { approval } = stays;
      const own = approval !== null && [merged, drop].some((one) => isOwnWord(approval, one, membership));
      const fields = {
        ...(stays.personId === keep.id ? {} : { personId: keep.id }),
        ...(others.length === 0 ? {} : { ...period, hoursPerWeek: hours }),
        ...(spreads || own ? { requestedBy, approval: null } : {}),
      };
      if (Object.keys(fields).length > 0) updates.push(update('appointment', stays, fields));
      if (stays.personId !== keep.id) notes.push({ register: 'appointment', what: 'moves', text });
    }
  }
}

/** Letters of both for one requirement stand in one cell. */
function mergeCells({ snapshot, keep, drop, removals, updates, notes }: Gathering): void {
  const there = new Map(
    snapshot.accountability.flatMap((cell) => (cell.personId === keep.id ? [[cell.requirementId, cell] as const] : [])),
  );
  for (const cell of snapshot.accountability) {
    if (cell.personId !== drop.id) continue;
    const own = there.get(cell.requirementId);
    if (own === undefined) {
      updates.push(update('accountability', cell, { personId: keep.id }));
      notes.push({ register: 'accountability', what: 'moves', text: `${cell.requirementId} ${cell.letters.join('')}` });
      continue;
    }
    const letters = letterOrder.filter((letter) => own.letters.includes(letter) || cell.letters.includes(letter));
    removals.push(removal('accountability', cell));
    updates.push(update('accountability', own, { letters }));
    notes.push({ register: 'accountability', what: 'joined', text: `${cell.requirementId} ${letters.join('')}` });
  }
}

/** Registers whose rows name a person, by field, and what such a row is called. */
const plain = {
  unit: ['headId'],
  absence: ['personId'],
  duty: ['personId'],
  compensatingControl: ['personId', 'ownerId'],
  project: ['managerId'],
  action: ['ownerId'],
  evidence: ['personId'],
} as const satisfies { readonly [R in RegisterName]?: readonly string[] };

const titleOf = (row: Readonly<Record<string, unknown>>): string =>
  [row['name'], row['title'], row['rule'], row['activity'], row['from']].find(
    (text): text is string => typeof text === 'string',
  ) ?? '';

/** Rows that name the person move; one that would then say the same as another is left out. */
function movePlain({ snapshot, keep, drop, removals, updates, notes }: Gathering): void {
  for (const [register, fields] of Object.entries(plain) as [keyof typeof plain, readonly string[]][]) {
    const rows: readonly (Row & Readonly<Record<string, unknown>>)[] = snapshot[register];
    const moved = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
      ...row,
      ...Object.fromEntries(fields.filter((field) => row[field] === drop.id).map((field) => [field, keep.id])),
    });
    const content = (row: Readonly<Record<string, unknown>>): string =>
      canonicalJson({ ...moved(row), id: '', version: 0 });
    const seen = new Set(
      rows
        .filter(
          (row) => fields.some((field) => row[field] === keep.id) && !fields.some((field) => row[field] === drop.id),
        )
        .map(content),
    );
    for (const row of rows) {
      const set = fields.filter((field) => row[field] === drop.id);
      if (set.length === 0) continue;
      const text = titleOf(row);
      // Records refer to a file's row, so each of two rows with the same file stays.
      if (register !== 'evidence' && seen.has(content(row))) {
        removals.push(removal(register, row));
        notes.push({ register, what: 'joined', text });
        continue;
      }
      seen.add(content(row));
      updates.push(update(register, row, Object.fromEntries(set.map((field) => [field, keep.id]))));
      notes.push({ register, what: 'moves', text });
    }
  }
}

/** Lists of people in which both may stand. */
function moveMembers({ snapshot, keep, drop, updates, notes }: Gathering): void {
  for (const project of snapshot.project) {
    if (!project.memberIds.includes(drop.id)) continue;
    const memberIds = [...new Set(project.memberIds.map((id) => (id === drop.id ? keep.id : id)))];
    const same = updates.findIndex((item) => item.register === 'project' && item.id === project.id);
    const [managed] = same < 0 ? [] : updates.splice(same, 1);
    const managerId = managed === undefined ? {} : { managerId: keep.id };
    updates.push(update('project', project, { memberIds, ...managerId }));
    if (managed === undefined) notes.push({ register: 'project', what: 'moves', text: project.name });
  }
  for (const person of snapshot.person) {
    if (person.id === keep.id || person.id === drop.id || !person.distinctFrom.includes(drop.id)) continue;
    const distinctFrom = [...new Set(person.distinctFrom.map((id) => (id === drop.id ? keep.id : id)))];
    if (person.managerId !== drop.id) updates.push(update('person', person, { distinctFrom }));
  }
}

/** Who reported to the row that goes reports to the one that stays. */
const reports = ({ snapshot, keep, drop, notes }: Gathering): readonly ChangeItem[] =>
  snapshot.person.flatMap((person) => {
    if (person.managerId !== drop.id || person.id === keep.id) return [];
    notes.push({ register: 'person', what: 'moves', text: person.name });
    const distinctFrom = person.distinctFrom.includes(drop.id)
      ? { distinctFrom: [...new Set(person.distinctFrom.map((id) => (id === drop.id ? keep.id : id)))] }
      : {};
    return [update('person', person, { managerId: keep.id, ...distinctFrom })];
  });

/** The fields of the row that stays. Its manager is left out where the two would then report to one another in a circle. */
function mergedFields({ snapshot, keep, drop, notes }: Gathering, take: readonly MergeField[]): Partial<Person> {
  const taken: Partial<Person> = Object.fromEntries(
    take
      .filter((field) => canonicalJson([keep[field]]) !== canonicalJson([drop[field]]))
      .map((field) => [field, drop[field]]),
  );
  const distinctFrom = [...new Set([...keep.distinctFrom, ...drop.distinctFrom])].filter(
    (id) => id !== keep.id && id !== drop.id,
  );
  const apart = canonicalJson(distinctFrom) === canonicalJson(keep.distinctFrom) ? {} : { distinctFrom };
  const above = new Map(snapshot.person.map(({ id, managerId }) => [id, managerId === drop.id ? keep.id : managerId]));
  const wanted = taken.managerId === undefined ? keep.managerId : taken.managerId;
  const manager = wanted === drop.id ? (drop.managerId === keep.id ? null : drop.managerId) : wanted;
  let next = manager;
  for (let steps = 0; next !== null && next !== keep.id && steps <= snapshot.person.length; steps += 1)
    next = above.get(next) ?? null;
  const managerId = next === null ? manager : null;
  if (managerId === null && wanted !== null)
    notes.push({ register: 'person', what: 'left-out', text: 'Manager: they would report to themselves.' });
  const { managerId: _taken, ...others } = taken;
  return { ...others, ...apart, ...(managerId === keep.managerId ? {} : { managerId }) };
}

/** What remembers that two people are two. */
export function apartItems(snapshot: Snapshot, one: PersonId, other: PersonId): readonly ChangeItem[] {
  const person = presentRow(snapshot, 'person', one);
  presentRow(snapshot, 'person', other);
  if (one === other) throw invalid([{ path: 'other', message: 'Somebody is always the same as themselves.' }]);
  return person.distinctFrom.includes(other)
    ? []
    : [update('person', person, { distinctFrom: [...person.distinctFrom, other] })];
}
