import { canonicalJson } from '../../kernel/canonical.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { invalid } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import { overlaps } from '../../kernel/period.ts';
import { letters as letterOrder } from '../../domain/requirement.ts';
import { changesSubstance } from '../roles/approval.ts';
import type { Appointment } from '../roles/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { asksOneself, askAgain, isOwnOfMerged } from './merge-approval.ts';
import type { Merge, MergeField, MergeNote } from './merge-field.ts';
import { removal, update, type Gathering } from './merge-gathering.ts';
import { moveAcknowledgements, moveJudgements, movePlain, moveTrainings } from './merge-rows.ts';
import type { Person } from './model.ts';

export interface PlannedMerge {
  readonly items: readonly ChangeItem[];
  readonly notes: readonly MergeNote[];
}

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
  const notes: MergeNote[] = [];
  const fields = mergedFields({ snapshot, keep, drop, notes }, take);
  const gathering: Gathering = {
    snapshot,
    keep,
    drop,
    merged: { ...keep, ...fields },
    membership: snapshot.membership.map((member) =>
      member.personId === drop.id ? { ...member, personId: keep.id } : member,
    ),
    requestedBy,
    removals: [],
    updates: [],
    notes,
  };
  mergeAppointments(gathering);
  mergeCells(gathering);
  movePlain(gathering);
  moveJudgements(gathering);
  moveTrainings(gathering);
  moveAcknowledgements(gathering);
  askAgain(gathering);
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
 * be the person of the merged row.
 */
function mergeAppointments(gathering: Gathering): void {
  const { snapshot, keep, drop, requestedBy, removals, updates, notes } = gathering;
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
      const own =
        approval !== null &&
        (isOwnOfMerged(gathering, approval) || asksOneself(gathering, stays.requestedBy, approval));
      const fields = {
        ...(stays.personId === keep.id ? {} : { personId: keep.id }),
        ...(others.length === 0 ? {} : { ...period, hoursPerWeek: hours }),
        ...(spreads || own ? { requestedBy, approval: null } : {}),
      };
      if (Object.keys(fields).length > 0) updates.push(update('appointment', stays, fields));
      if (stays.personId !== keep.id) notes.push({ register: 'appointment', what: 'moves', text });
      if (own) notes.push({ register: 'appointment', what: 'asked-again', text });
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
function mergedFields(
  { snapshot, keep, drop, notes }: Pick<Gathering, 'snapshot' | 'keep' | 'drop' | 'notes'>,
  take: readonly MergeField[],
): Partial<Person> {
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
