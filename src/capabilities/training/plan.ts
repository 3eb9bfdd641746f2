import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { MeasureId, PersonId, RoleId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import type { Resolution } from '../assessment/resolution.ts';
import { heldBook } from '../competence/held.ts';
import { countingKeys } from '../competence/mapping.ts';
import { needBook, type CompetenceNeed } from '../competence/need.ts';
import { standingOf, type CompetenceState } from '../competence/standing.ts';
import { audienceOf } from './audience.ts';
import { byPrice, reaches } from './measure-choice.ts';
import type { Measure, Training } from './model.ts';
import { dueAgain, effectOf, isOpen } from './training-standing.ts';

/** Why a training is proposed: a gap of competence, a measure that everybody of an audience does, or its repetition. */
export type ProposalCause = Exclude<CompetenceState, 'met'> | 'mandatory' | 'repeat';

/** A gap of one person that a training can close. */
export interface ServedGap {
  readonly competence: string;
  /** The level that is required. */
  readonly level: Level;
  /** Proven and in date. */
  readonly proven: Level;
  readonly state: Exclude<CompetenceState, 'met'>;
  /** The role that requires it; null where a requirement does. */
  readonly roleId: RoleId | null;
  /** The day from which the level is no longer proven; null unless it expires. */
  readonly until: PlainDate | null;
}

/** One training that suggests itself, of one person. */
export interface Proposal {
  readonly personId: PersonId;
  readonly measureId: MeasureId;
  readonly cause: ProposalCause;
  /** What it closes, the first the weightiest; empty for a measure that is done whatever one can. */
  readonly gaps: readonly ServedGap[];
  readonly due: PlainDate;
  /** Measures that would do as well, the cheapest first; without the one proposed. */
  readonly alternatives: readonly MeasureId[];
}

export interface TrainingPlan {
  readonly proposals: readonly Proposal[];
  /** Gaps that no measure of the catalogue closes. */
  readonly unserved: readonly (ServedGap & { readonly personId: PersonId })[];
  /** Gaps that a training closes which is planned already, or done and not yet checked. */
  readonly underWay: readonly (ServedGap & { readonly personId: PersonId })[];
}

/** So many days are given for a training, by its cause. */
const DAYS: Readonly<Record<ProposalCause, number>> = {
  missing: 90,
  below: 90,
  'no-evidence': 60,
  expired: 30,
  expiring: 90,
  mandatory: 30,
  repeat: 30,
};

/** Repetitions are planned so many days ahead. */
const REPEAT_NOTICE_DAYS = 60;

const weight: readonly CompetenceState[] = ['missing', 'expired', 'below', 'no-evidence', 'expiring', 'met'];

const demanding = ({ reasons, must }: CompetenceNeed): RoleId | null =>
  reasons.flatMap((reason) =>
    reason.kind === 'role' && reason.required && reason.level === must ? [reason.roleId] : [],
  )[0] ?? null;

const dueOf = (cause: ProposalCause, until: PlainDate | null, on: PlainDate): PlainDate =>
  until === null || until <= on ? addDays(on, DAYS[cause]) : addDays(until, -1);

/**
 * The trainings that suggest themselves on the day: for each gap of what is a must the cheapest measure that reaches the
 * level, one measure for several gaps where it closes them, and what an audience has to do or to repeat. Nothing that is
 * planned already, or that was done and waits for the check of its effect, is proposed again.
 */
export function trainingPlan(resolution: Resolution): TrainingPlan {
  const { snapshot, on, people } = resolution;
  const catalogue = byPrice(snapshot.measure.filter(({ withdrawn }) => !withdrawn));
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  const trainings = Map.groupBy(snapshot.training, ({ personId }) => personId);
  const counting = countingKeys(snapshot.competenceMapping);
  const [held, needs] = [heldBook(snapshot, on), needBook(resolution)];
  const routine = routineMeasures(resolution, catalogue);
  const proposals: Proposal[] = [];
  const unserved: (ServedGap & { readonly personId: PersonId })[] = [];
  const underWay: (ServedGap & { readonly personId: PersonId })[] = [];

  const adequate = new Map<string, readonly Measure[]>();
  const measuresFor = ({ competence, level }: ServedGap): readonly Measure[] => {
    const key = `${level} ${competence}`;
    const known = adequate.get(key);
    if (known !== undefined) return known;
    const found = catalogue.filter((measure) => reaches(measure, competence, level, counting(competence)));
    adequate.set(key, found);
    return found;
  };

  for (const { person, active } of people.values()) {
    if (!active) continue;
    const own = trainings.get(person.id) ?? [];
    const gaps = needs.of(person.id).flatMap((need): readonly ServedGap[] => {
      const { competence, must } = need;
      if (must === null) return [];
      const { state, proven, until } = standingOf(held, person.id, { competence, level: must }, on);
      return state === 'met' ? [] : [{ competence, level: must, proven, state, roleId: demanding(need), until }];
    });
    gaps.sort(
      (a, b) =>
        weight.indexOf(a.state) - weight.indexOf(b.state) ||
        b.level - a.level ||
        (a.competence < b.competence ? -1 : 1),
    );
    const chosen = new Map<MeasureId, { readonly gaps: ServedGap[]; readonly alternatives: readonly MeasureId[] }>();
    for (const gap of gaps) {
      if (own.some((training) => closes(training, gap, measures, counting(gap.competence), on))) {
        underWay.push({ ...gap, personId: person.id });
        continue;
      }
      const failed = new Set(own.flatMap((one) => (effectOf(one, on) === 'not-effective' ? [one.measureId] : [])));
      const found = measuresFor(gap).filter(({ id }) => !own.some((one) => one.measureId === id && isOpen(one)));
      // What did not help is the last choice.
      const fit = [...found.filter(({ id }) => !failed.has(id)), ...found.filter(({ id }) => failed.has(id))];
      const shared = fit.find(({ id }) => chosen.has(id));
      const [best] = fit;
      if (best === undefined) unserved.push({ ...gap, personId: person.id });
      else if (shared !== undefined) chosen.get(shared.id)?.gaps.push(gap);
      else chosen.set(best.id, { gaps: [gap], alternatives: fit.slice(1).map(({ id }) => id) });
    }
    for (const [measureId, { gaps: served, alternatives }] of chosen) {
      const [first] = served;
      if (first === undefined) continue;
      const due = served.map((gap) => dueOf(gap.state, gap.until, on)).sort()[0] ?? on;
      const others = alternatives.filter((id) => served.every((gap) => measuresFor(gap).some((one) => one.id === id)));
      proposals.push({ personId: person.id, measureId, cause: first.state, gaps: served, due, alternatives: others });
    }
    for (const { measure, members } of routine) {
      if (chosen.has(measure.id)) continue;
      const call = routineCall(measure, members?.has(person.id) ?? null, own, on);
      if (call !== null)
        proposals.push({ personId: person.id, measureId: measure.id, gaps: [], alternatives: [], ...call });
    }
  }
  return { proposals, unserved, underWay };
}

/** Whether a training is on its way to close a gap: open, or done and still to be checked. */
function closes(
  training: Training,
  gap: ServedGap,
  measures: ReadonlyMap<MeasureId, Measure>,
  counting: readonly string[],
  on: PlainDate,
): boolean {
  const waits = training.state === 'completed' && ['scheduled', 'due'].includes(effectOf(training, on));
  if (!isOpen(training) && !waits) return false;
  if (training.competence === gap.competence && training.level !== null && training.level >= gap.level) return true;
  const measure = measures.get(training.measureId);
  return measure !== undefined && reaches(measure, gap.competence, gap.level, counting);
}

interface Routine {
  readonly measure: Measure;
  /** Who has to do it; null where only who did it repeats it. */
  readonly members: ReadonlySet<PersonId> | null;
}

const routineMeasures = (resolution: Resolution, catalogue: readonly Measure[]): readonly Routine[] =>
  catalogue.flatMap((measure): readonly Routine[] => {
    const { audience, repeatMonths } = measure;
    if (audience === null) return repeatMonths === null ? [] : [{ measure, members: null }];
    return [{ measure, members: new Set(audienceOf(resolution, audience).map(({ id }) => id)) }];
  });

/** What a measure asks of somebody whatever they can: to do it, or to do it again. */
function routineCall(
  measure: Measure,
  member: boolean | null,
  own: readonly Training[],
  on: PlainDate,
): { readonly cause: 'mandatory' | 'repeat'; readonly due: PlainDate } | null {
  if (member === false) return null;
  const ofMeasure = own.filter(({ measureId }) => measureId === measure.id);
  if (ofMeasure.some(isOpen)) return null;
  const done = ofMeasure.filter(({ state }) => state === 'completed');
  if (done.length === 0) return member === true ? { cause: 'mandatory', due: addDays(on, DAYS.mandatory) } : null;
  const again = done
    .flatMap((training) => dueAgain(training, measure) ?? [])
    .sort()
    .at(-1);
  if (again === undefined || again > addDays(on, REPEAT_NOTICE_DAYS)) return null;
  return { cause: 'repeat', due: again > on ? again : addDays(on, DAYS.repeat) };
}
