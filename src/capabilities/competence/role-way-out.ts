import type { RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { notFound } from '../../kernel/errors.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { Money } from '../../kernel/money.ts';
import { assess } from '../assessment/assess.ts';
import { competenceIn, type CompetenceJudge } from '../assessment/competence-judge.ts';
import type { CompetenceProfile } from '../assessment/competence-profile.ts';
import { ISO_KNOWLEDGE } from '../assessment/competence-role-rule.ts';
import type { Assessment } from '../assessment/model.ts';
import { resolve, type Staffing } from '../assessment/resolution.ts';
import { budgetOf } from '../training/budget.ts';
import type { Measure } from '../training/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { effectBetween, type Effect } from './way-out-effect.ts';
import {
  measuresFor,
  nextDate,
  replacements,
  SHOWN,
  takenOver,
  trained,
  underWay,
  type PersonWay,
  type WaysOut,
} from './way-out.ts';

/**
 * What nobody competent does: a role, with what a requirement calls for beyond it. Without a role: that somebody knows
 * the standard itself.
 */
export interface RoleQuestion {
  readonly roleId: RoleId | null;
  readonly requirementId: RequirementId | null;
}

interface AskedLevel {
  readonly competence: string;
  readonly name: string;
  readonly level: Level;
}

/** A level that somebody is short of, and the measure that would bring them there. */
export interface ShortLevel extends AskedLevel {
  readonly proven: Level;
  /** The cheapest that reaches it; null where no measure of the catalogue does. */
  readonly measureId: Measure['id'] | null;
  readonly measure: string | null;
  /** The next date with a place; null where none is planned. */
  readonly next: PlainDate | null;
  /** What is on its way already. */
  readonly underWay: WaysOut['underWay'];
}

/** Somebody who could be brought there, and by what. */
export interface RaisedPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly unit: string | null;
  /** Whether they have the role now; without one, true. */
  readonly holds: boolean;
  readonly proven: number;
  readonly of: number;
  readonly short: readonly ShortLevel[];
  /** Whether the measures reach all of it. */
  readonly reaches: boolean;
  /** Of the measures that are not on their way; empty where the reader may not see it, or nobody said. */
  readonly costs: readonly Money[];
  readonly hours: number;
  /** Once they are done and judged, and who does not have the role yet has it. */
  readonly effect: Effect;
}

export interface RoleWaysOut {
  readonly on: PlainDate;
  readonly role: WaysOut['role'];
  readonly requirementId: RequirementId | null;
  readonly asked: readonly AskedLevel[];
  /** Who has the role, and how much of it they prove; one of them who proves all of it needs no way out. */
  readonly holders: readonly Pick<RaisedPerson, 'personId' | 'name' | 'proven' | 'of'>[];
  /** Whom somebody else would take it over from: the first holder who does not prove all; null where nobody has it. */
  readonly from: { readonly personId: PersonId; readonly name: string } | null;
  readonly hoursNeeded: number | null;
  readonly train: readonly RaisedPerson[];
  /** Own people who prove all of it and do not have the role. */
  readonly appoint: readonly PersonWay[];
  readonly bringIn: readonly PersonWay[];
}

/**
 * The ways out where nobody competent does what a role, or a requirement through it, asks: bring somebody there by
 * trainings, who has it first and then whoever lacks least; have somebody take it over; bring somebody in. Each is judged on the facts as
 * they would be with it. `before` is the assessment of the snapshot on the day.
 * @throws MusterError `not-found` for a role that is not there, or where no competence is asked
 */
export function roleWaysOut(
  snapshot: Snapshot,
  on: PlainDate,
  before: Assessment,
  { roleId, requirementId }: RoleQuestion,
  maySeeCost: boolean,
): RoleWaysOut {
  const resolution = resolve(snapshot, on);
  const judge = competenceIn(resolution);
  const staffing = roleId === null ? null : resolution.roles.get(roleId);
  if (staffing === undefined) throw notFound('role');
  const asked = askedOf(snapshot, judge, staffing, requirementId);
  if (asked.length === 0) throw notFound('required competence');
  const effectOf = (changed: Snapshot): Effect => effectBetween(before, assess(changed, on));
  const everybody = staffing === null || staffing.holding === 'everyone';
  const own = new Set((staffing?.holders ?? []).map(({ personId }) => personId));
  const profiles = judge.profiles();
  const counted = (one: CompetenceProfile): Counted => countedOf(judge, one, asked);
  const holding = profiles.filter(({ standing }) => own.has(standing.person.id)).map(counted);
  const from = holding.find(({ proven }) => proven < asked.length) ?? null;
  const seeking =
    staffing === null || everybody
      ? { people: [], hoursNeeded: null }
      : replacements({ resolution, judge, staffing, personId: from?.personId ?? null, asked });
  const ways = (kind: 'internal' | 'external'): readonly PersonWay[] =>
    seeking.people
      .filter((one) => one.kind === kind)
      .slice(0, SHOWN)
      .map(({ kind: _kind, ...way }) => ({
        ...way,
        effect: effectOf(
          staffing === null
            ? snapshot
            : takenOver(snapshot, resolution, staffing, from?.personId ?? null, way.personId),
        ),
      }));
  const raised = (one: Counted): RaisedPerson => {
    const holds = everybody || own.has(one.personId);
    const measures = new Map<Measure['id'], Measure>();
    const short = one.short.map((level): ShortLevel => {
      const found = measuresFor(snapshot, level.competence, level.level);
      const measure = found.find(({ id }) => measures.has(id)) ?? found[0];
      if (measure !== undefined) measures.set(measure.id, measure);
      return {
        ...level,
        measureId: measure?.id ?? null,
        measure: measure?.name ?? null,
        next: measure === undefined ? null : nextDate(snapshot, measure, on),
        underWay: underWay(snapshot, one.personId, level.competence, level.level),
      };
    });
    const planned = new Set(short.flatMap((level) => (level.underWay.length > 0 ? (level.measureId ?? []) : [])));
    const open = [...measures.values()].filter(({ id }) => !planned.has(id));
    const { costs, hours } = budgetOf(open.map(({ cost, hours: each }) => ({ on, cost, hours: each })));
    const learnt = trained(snapshot, [...measures.values()], one.personId, on);
    return {
      personId: one.personId,
      name: one.name,
      unit: one.unit,
      holds,
      proven: one.proven,
      of: asked.length,
      short,
      reaches: short.every(({ measureId, underWay: coming }) => measureId !== null || coming.length > 0),
      costs: maySeeCost ? costs : [],
      hours,
      effect: effectOf(
        holds || staffing === null
          ? learnt
          : takenOver(learnt, resolution, staffing, from?.personId ?? null, one.personId),
      ),
    };
  };
  const nearest = profiles
    .filter(({ standing }) => staffing?.role.external !== 'no' || standing.person.kind === 'internal')
    .map(counted)
    .filter(
      ({ short, personId }) => short.length > 0 && (own.has(personId) || everybody || short.length < asked.length),
    )
    .sort(
      (a, b) =>
        Number(own.has(b.personId)) - Number(own.has(a.personId)) ||
        a.missing - b.missing ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : a.personId < b.personId ? -1 : 1),
    )
    .slice(0, SHOWN);
  return {
    on,
    role:
      staffing === null
        ? null
        : { roleId: staffing.role.id, name: staffing.role.name, external: staffing.role.external },
    requirementId,
    asked,
    holders: holding.map(({ personId, name, proven }) => ({ personId, name, proven, of: asked.length })),
    from: from === null ? null : { personId: from.personId, name: from.name },
    hoursNeeded: seeking.hoursNeeded,
    train: nearest.map(raised),
    appoint: ways('internal'),
    bringIn: staffing?.role.external === 'no' ? [] : ways('external'),
  };
}

/** What has to be proven, each competence once at the highest level that anything asks as a must. */
function askedOf(
  { requirementCompetence }: Snapshot,
  judge: CompetenceJudge,
  staffing: Staffing | null,
  requirementId: RequirementId | null,
): readonly AskedLevel[] {
  const { book } = judge.held();
  const all: readonly { readonly competence: string; readonly level: Level; readonly required: boolean }[] =
    staffing === null
      ? [{ ...ISO_KNOWLEDGE, required: true }]
      : [...staffing.role.competences, ...requirementCompetence.filter((one) => one.requirementId === requirementId)];
  const highest = new Map<string, Level>();
  for (const { competence, level, required } of all)
    if (required && level > (highest.get(competence) ?? 0)) highest.set(competence, level);
  return [...highest].map(([competence, level]) => ({ competence, level, name: book.nameOf(competence) }));
}

interface Counted {
  readonly personId: PersonId;
  readonly name: string;
  readonly unit: string | null;
  readonly proven: number;
  readonly short: readonly (AskedLevel & { readonly proven: Level })[];
  /** Levels that are missing in all. */
  readonly missing: number;
}

/** How much of what is asked somebody proves on the day. */
function countedOf(
  judge: CompetenceJudge,
  { standing, held: own }: CompetenceProfile,
  asked: readonly AskedLevel[],
): Counted {
  const { id, name, unit } = standing.person;
  const held = judge.held();
  const short = asked.flatMap((one) => {
    if (own !== null && held.proofIn(own, one.competence, one.level) !== null) return [];
    const proven = own === null ? levels[0] : judge.standing(id, one.competence, one.level).proven;
    return [{ ...one, proven }];
  });
  return {
    personId: id,
    name,
    unit,
    proven: asked.length - short.length,
    short,
    missing: short.reduce((sum, { level, proven }) => sum + level - proven, 0),
  };
}
