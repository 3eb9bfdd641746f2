import type { PlainDate } from '../../kernel/date.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Hours } from '../../kernel/hours.ts';
import type { CompetenceAssessmentId, MeasureId, PersonId, RoleId, TrainingId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import type { Money } from '../../kernel/money.ts';
import { assess } from '../assessment/assess.ts';
import { competenceIn, type CompetenceJudge } from '../assessment/competence-judge.ts';
import { withThoughts, type Thought } from '../assessment/consequence.ts';
import type { Assessment } from '../assessment/model.ts';
import { resolve, type Resolution, type Staffing } from '../assessment/resolution.ts';
import { termsOn } from '../people/terms.ts';
import { byPrice, reaches } from '../training/measure-choice.ts';
import type { Measure } from '../training/model.ts';
import { isOpen } from '../training/training-standing.ts';
import { placesTaken } from '../training/session-change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { countingKeys } from './mapping.ts';
import type { CompetenceAssessment } from './model.ts';
import type { CompetenceState } from './standing.ts';
import { effectBetween, type Effect } from './way-out-effect.ts';

/** Whose lack is asked about, and the role through which it matters; null where a requirement asks for it by itself. */
export interface WayOutQuestion {
  readonly personId: PersonId;
  readonly competence: string;
  readonly roleId: RoleId | null;
}

export interface TrainWay {
  readonly measureId: MeasureId;
  readonly name: string;
  readonly kind: Measure['kind'];
  readonly provider: string | null;
  /** For one person; null where the reader may not see it, or nobody said. */
  readonly cost: Money | null;
  readonly hours: Hours | null;
  /** The next date with a place; null where none is planned. */
  readonly next: PlainDate | null;
  /** Once it is done and judged. */
  readonly effect: Effect;
}

export interface PersonWay {
  readonly personId: PersonId;
  readonly name: string;
  readonly unit: string | null;
  /** Musts of the role that are proven, of all. */
  readonly proven: number;
  readonly of: number;
  /** Hours a week that no role has yet; null where the hours of their week are not recorded. */
  readonly freeHours: number | null;
  /** What they hold and a rule keeps apart from the role; null where nothing is. */
  readonly against: string | null;
  /** When they take the role over, from the day on. */
  readonly effect: Effect;
}

export interface WaysOut {
  readonly on: PlainDate;
  readonly person: { readonly personId: PersonId; readonly name: string };
  readonly role: {
    readonly roleId: RoleId;
    readonly name: string;
    readonly external: Staffing['role']['external'];
  } | null;
  readonly competence: string;
  readonly name: string;
  readonly level: Level;
  readonly proven: Level;
  readonly state: CompetenceState;
  /** Hours a week that the person has for the role now; what somebody else would need. */
  readonly hoursNeeded: number | null;
  /** Trainings of the person that are to come and reach the level. */
  readonly underWay: readonly { readonly trainingId: TrainingId; readonly name: string; readonly due: PlainDate }[];
  /** Cheapest first; empty where no measure of the catalogue reaches the level. */
  readonly train: readonly TrainWay[];
  /** Own people who prove the level and do not hold the role: those who prove all of the role first. */
  readonly appoint: readonly PersonWay[];
  /** The same of people from outside; empty where the role is kept for the own people. */
  readonly bringIn: readonly PersonWay[];
}

/** Ways of one kind that are worked out: each is judged as a scenario of its own. */
export const SHOWN = 3;

const idOf = (index: number): CompetenceAssessmentId =>
  `ffffffff-ffff-0000-8001-${index.toString(16).padStart(12, '0')}` as CompetenceAssessmentId;

/**
 * The ways out of a lack of competence, compared: train the person, appoint somebody else, bring somebody in. Each is
 * judged on the facts as they would be with it. `before` is the assessment of the snapshot on the day.
 * @throws MusterError `not-found` for a person or role that is not there, or a competence that nothing asks of the person
 */
export function waysOut(
  snapshot: Snapshot,
  on: PlainDate,
  before: Assessment,
  { personId, competence, roleId }: WayOutQuestion,
  maySeeCost: boolean,
): WaysOut {
  const resolution = resolve(snapshot, on);
  const judge = competenceIn(resolution);
  const person = resolution.people.get(personId)?.person;
  const staffing = roleId === null ? null : resolution.roles.get(roleId);
  const need = judge
    .needs()
    .of(personId)
    .find((one) => one.competence === competence);
  if (person === undefined) throw notFound('person');
  if (staffing === undefined) throw notFound('role');
  if (need === undefined) throw notFound('need of this competence');
  const level = need.must ?? need.should;
  const { proven, state } = judge.standing(personId, competence, level);
  const effectOf = (changed: Snapshot): Effect => effectBetween(before, assess(changed, on));
  const { people, hoursNeeded } =
    staffing === null || staffing.holding === 'everyone'
      ? { people: [], hoursNeeded: null }
      : replacements({ resolution, judge, staffing, personId, asked: [{ competence, level }] });
  const ways = (kind: 'internal' | 'external'): readonly PersonWay[] =>
    people
      .filter((one) => one.kind === kind)
      .slice(0, SHOWN)
      .map(({ kind: _kind, ...way }) => ({
        ...way,
        effect: effectOf(
          staffing === null ? snapshot : takenOver(snapshot, resolution, staffing, personId, way.personId),
        ),
      }));
  return {
    on,
    person: { personId, name: person.name },
    role:
      staffing === null
        ? null
        : { roleId: staffing.role.id, name: staffing.role.name, external: staffing.role.external },
    competence,
    name: judge.held().book.nameOf(competence),
    level,
    proven,
    state,
    hoursNeeded,
    underWay: underWay(snapshot, personId, competence, level),
    train: measuresFor(snapshot, competence, level)
      .slice(0, SHOWN)
      .map((measure) => ({
        measureId: measure.id,
        name: measure.name,
        kind: measure.kind,
        provider: measure.provider,
        cost: maySeeCost ? measure.cost : null,
        hours: measure.hours,
        next: nextDate(snapshot, measure, on),
        effect: effectOf(trained(snapshot, [measure], personId, on)),
      })),
    appoint: ways('internal'),
    bringIn: staffing?.role.external === 'no' ? [] : ways('external'),
  };
}

/** Measures of the catalogue that reach a level, the cheapest first. */
export function measuresFor(
  { measure, competenceMapping }: Snapshot,
  competence: string,
  level: Level,
): readonly Measure[] {
  const counting = countingKeys(competenceMapping)(competence);
  return byPrice(measure.filter((one) => !one.withdrawn && reaches(one, competence, level, counting)));
}

/** Trainings of somebody that are to come and reach a level. */
export function underWay(
  { measure, training, competenceMapping }: Snapshot,
  personId: PersonId,
  competence: string,
  level: Level,
): WaysOut['underWay'] {
  const counting = countingKeys(competenceMapping)(competence);
  const measures = new Map(measure.map((one) => [one.id, one]));
  return training
    .filter((one) => one.personId === personId && isOpen(one))
    .flatMap((one) => {
      const of = measures.get(one.measureId);
      const closes =
        (one.competence === competence && one.level !== null && one.level >= level) ||
        (of !== undefined && reaches(of, competence, level, counting));
      return closes ? [{ trainingId: one.id, name: of?.name ?? '', due: one.due }] : [];
    });
}

/** The next planned date with a place left. */
export function nextDate({ trainingSession, training }: Snapshot, measure: Measure, on: PlainDate): PlainDate | null {
  const open = trainingSession.filter(
    ({ id, measureId, on: day, state, capacity }) =>
      measureId === measure.id &&
      state === 'planned' &&
      day >= on &&
      (capacity === null || placesTaken(training, id).length < capacity),
  );
  return open.reduce<PlainDate | null>((first, { on: day }) => (first === null || day < first ? day : first), null);
}

/** As if the person had done measures, and was judged at their levels on the day. */
export function trained(snapshot: Snapshot, measures: readonly Measure[], personId: PersonId, on: PlainDate): Snapshot {
  const competences = measures.flatMap((measure) => measure.competences);
  const judged = competences.map(({ competence, level }, index): CompetenceAssessment => ({
    id: idOf(index),
    version: 1,
    personId,
    competence,
    level,
    on,
    method: 'test',
    assessorId: null,
    assessorName: null,
    evidenceKind: null,
    reference: 'expected',
    evidenceIds: [],
    to: null,
    refreshMonths: null,
    note: '',
    recordedBy: null,
    claim: null,
  }));
  return { ...snapshot, competenceAssessment: [...snapshot.competenceAssessment, ...judged] };
}

/**
 * As if somebody else took over, from the day on, what the person has in a role, in the same capacity; where nobody has
 * it, as if they were appointed to it.
 */
export function takenOver(
  snapshot: Snapshot,
  { people, on }: Resolution,
  staffing: Staffing,
  from: PersonId | null,
  to: PersonId,
): Snapshot {
  const roleId = staffing.role.id;
  const held = from === null ? [] : (people.get(from)?.appointments ?? []).filter((one) => one.roleId === roleId);
  const anew: readonly Thought[] =
    from === null
      ? [{ appointmentId: null, personId: to, roleId, capacity: 'holder', from: on, to: null, hoursPerWeek: null }]
      : [];
  const thoughts = held.flatMap((one): readonly Thought[] => [
    {
      appointmentId: one.id,
      personId: one.personId,
      roleId,
      capacity: one.capacity,
      from: one.from,
      to: on,
      hoursPerWeek: one.hoursPerWeek,
    },
    {
      appointmentId: null,
      personId: to,
      roleId,
      capacity: one.capacity,
      from: on,
      to: one.to,
      hoursPerWeek: one.hoursPerWeek,
    },
  ]);
  // Who stood in for the role until now and takes it over no longer does.
  const former = staffing.deputies
    .filter((one) => one.personId === to)
    .map((one): Thought => ({
      appointmentId: one.id,
      personId: to,
      roleId,
      capacity: 'deputy',
      from: one.from,
      to: on,
      hoursPerWeek: one.hoursPerWeek,
    }));
  return withThoughts(snapshot, [...anew, ...thoughts, ...former]);
}

interface Seeking {
  readonly resolution: Resolution;
  readonly judge: CompetenceJudge;
  readonly staffing: Staffing;
  /** Who has it now and would give it away; null where nobody has. */
  readonly personId: PersonId | null;
  /** All of this they have to prove. */
  readonly asked: readonly { readonly competence: string; readonly level: Level }[];
}

type Replacement = Omit<PersonWay, 'effect'> & { readonly kind: 'internal' | 'external' };

/** Who proves what is asked and could take the role over: no conflict, all that it requires, and hours, come first. */
export function replacements({ resolution, judge, staffing, personId, asked }: Seeking): {
  readonly people: readonly Replacement[];
  readonly hoursNeeded: number | null;
} {
  const { role, holders } = staffing;
  const { on, roles, book, people: standings } = resolution;
  const held = judge.held();
  const musts = role.competences.filter((one) => one.required && one.level > 0);
  const taken = new Set([personId, ...holders.map((one) => one.personId)]);
  const hoursNeeded = ((personId === null ? undefined : standings.get(personId))?.appointments ?? [])
    .filter((one) => one.roleId === role.id)
    .reduce<number | null>((sum, one) => (one.hoursPerWeek === null ? sum : (sum ?? 0) + one.hoursPerWeek), null);
  const people = judge.profiles().flatMap(({ standing, held: own }): readonly Replacement[] => {
    const { person, appointments } = standing;
    if (own === null || taken.has(person.id)) return [];
    if (asked.some((one) => held.proofIn(own, one.competence, one.level) === null)) return [];
    const week = termsOn(person, on).weeklyHours;
    const used = appointments.reduce((sum, one) => sum + (one.hoursPerWeek ?? 0), 0);
    const against = appointments
      .map((one) => roles.get(one.roleId)?.role)
      .find((other) => other !== undefined && other.id !== role.id && book.between(other.key, role.key) !== undefined);
    return [
      {
        personId: person.id,
        name: person.name,
        kind: person.kind,
        unit: person.unit,
        proven: musts.filter((one) => held.proofIn(own, one.competence, one.level) !== null).length,
        of: musts.length,
        freeHours: week === null ? null : Math.round((week - used) * 100) / 100,
        against: against?.name ?? null,
      },
    ];
  });
  const room = ({ freeHours }: Replacement): number =>
    freeHours === null ? 0 : freeHours >= (hoursNeeded ?? 0) ? 1 : -1;
  const ranked = people.sort(
    (a, b) =>
      b.proven - a.proven ||
      Number(a.against !== null) - Number(b.against !== null) ||
      room(b) - room(a) ||
      (b.freeHours ?? 0) - (a.freeHours ?? 0) ||
      (a.personId < b.personId ? -1 : 1),
  );
  return { people: ranked, hoursNeeded };
}
