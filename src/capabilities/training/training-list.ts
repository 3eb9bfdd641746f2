import type { PlainDate } from '../../kernel/date.ts';
import type { TrainingId } from '../../kernel/id.ts';
import { competenceBook } from '../competence/framework.ts';
import { hasLeft } from '../people/engaged.ts';
import type { Person } from '../people/model.ts';
import { isReader, type Reader } from '../roles/approval.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { hindranceOf } from './approval.ts';
import type { TrainingRow, TrainingShow } from './contract.ts';
import type { Training } from './model.ts';
import { dueAgain, effectOf, isOpen, isOverdue, isUnapproved, priceOf } from './training-standing.ts';

/** The latest completed training of each person and measure: only it calls for a repetition. */
export function latestDone(trainings: readonly Training[]): ReadonlySet<TrainingId> {
  const latest = new Map<string, Training>();
  for (const training of trainings) {
    if (training.completedOn === null || training.state !== 'completed') continue;
    const key = `${training.personId} ${training.measureId}`;
    const there = latest.get(key);
    if ((there?.completedOn ?? '') < training.completedOn) latest.set(key, training);
  }
  return new Set([...latest.values()].map(({ id }) => id));
}

/** Turns trainings into rows of the register: one pass over the other registers, not one a training. */
export function trainingRowMaker(
  snapshot: Snapshot,
  on: PlainDate,
  reader: Reader,
): (training: Training) => TrainingRow | null {
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  const roles = new Map(snapshot.role.map((role) => [role.id, role.name]));
  const sessions = new Map(snapshot.trainingSession.map((session) => [session.id, session]));
  const members = new Map(snapshot.membership.map(({ userId, name }) => [userId, name]));
  const book = competenceBook(snapshot);
  const latest = latestDone(snapshot.training);
  const own = new Map<Person, boolean>();
  const isOwn = (person: Person): boolean => {
    const known = own.get(person) ?? isReader(reader, person, snapshot);
    own.set(person, known);
    return known;
  };
  return (training) => {
    const { personId, measureId, roleId, competence, sessionId, requestedBy } = training;
    const [person, measure] = [people.get(personId), measures.get(measureId)];
    if (person === undefined || measure === undefined) return null;
    return {
      ...training,
      personName: person.name,
      unit: person.unit,
      personLeft: hasLeft(person, on),
      measureName: measure.name,
      roleName: roleId === null ? null : (roles.get(roleId) ?? null),
      competenceName: competence === null ? null : book.nameOf(competence),
      price: priceOf(training, measure),
      hours: measure.hours,
      overdue: isOverdue(training, on),
      unapproved: isUnapproved(training),
      effect: effectOf(training, on),
      dueAgain: latest.has(training.id) ? dueAgain(training, measure) : null,
      sessionOn: sessionId === null ? null : (sessions.get(sessionId)?.on ?? null),
      requestedByName: requestedBy === null ? null : (members.get(requestedBy) ?? null),
      own: isOwn(person),
      hindrance: hindranceOf(training, person, reader, snapshot),
    };
  };
}

/** Whether a training belongs to a view of the register on the day. */
export function shows(training: Training, show: TrainingShow, on: PlainDate): boolean {
  switch (show) {
    case 'open':
      return isOpen(training);
    case 'waiting':
      return training.state === 'proposed';
    case 'planned':
    case 'enrolled':
    case 'completed':
      return training.state === show;
    case 'overdue':
      return isOverdue(training, on);
    case 'reported':
      return training.reported !== null && isOpen(training);
    case 'checks':
      return effectOf(training, on) === 'due';
    case 'unapproved':
      return isUnapproved(training);
    case 'all':
      return true;
    default:
      return show satisfies never;
  }
}

export interface TrainingQuery {
  readonly show: TrainingShow;
  readonly search?: string | undefined;
  readonly personId?: string | undefined;
  readonly measureId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly roleId?: string | undefined;
  readonly unit?: string | undefined;
  readonly sort: 'due' | '-due' | 'person' | '-person' | 'measure' | '-measure';
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The day that a row is sorted by: when it is to be checked, else done, else due. */
const dayOf = ({ effectiveness, completedOn, due, effect }: TrainingRow): PlainDate =>
  (effect === 'due' || effect === 'scheduled' ? effectiveness?.due : completedOn) ?? due;

function compared(a: TrainingRow, b: TrainingRow, field: string): number {
  if (field === 'person') return collator.compare(a.personName, b.personName);
  if (field === 'measure') return collator.compare(a.measureName, b.measureName);
  return 0;
}

/** The rows that match, sorted; searched in names of person, measure, role and competence without regard to accents. */
export function trainingList(
  snapshot: Snapshot,
  query: TrainingQuery,
  on: PlainDate,
  reader: Reader,
): readonly TrainingRow[] {
  const { show, personId, measureId, sessionId, roleId, unit, sort } = query;
  const row = trainingRowMaker(snapshot, on, reader);
  const wanted = folded(query.search ?? '').trim();
  const rows = snapshot.training.flatMap((training) => {
    const named =
      shows(training, show, on) &&
      (personId === undefined || training.personId === personId) &&
      (measureId === undefined || training.measureId === measureId) &&
      (sessionId === undefined || training.sessionId === sessionId) &&
      (roleId === undefined || training.roleId === roleId);
    const made = named ? row(training) : null;
    if (made === null || (unit !== undefined && made.unit?.toLowerCase() !== unit.toLowerCase())) return [];
    const text = [made.personName, made.measureName, made.roleName, made.competenceName].join(' ');
    return wanted === '' || folded(text).includes(wanted) ? [made] : [];
  });
  const direction = sort.startsWith('-') ? -1 : 1;
  const field = sort.replace('-', '');
  return rows.sort(
    (a, b) =>
      direction * compared(a, b, field) ||
      (field === 'due' ? direction : 1) * dayOf(a).localeCompare(dayOf(b)) ||
      collator.compare(a.personName, b.personName) ||
      (a.id < b.id ? -1 : 1),
  );
}
