import type { Instant, PlainDate } from '../../kernel/date.ts';
import type { Money } from '../../kernel/money.ts';
import { resolve } from '../assessment/resolution.ts';
import type { AwarenessTopic } from '../awareness/model.ts';
import { topicCoverage } from '../awareness/topic-coverage.ts';
import { competenceBook } from '../competence/framework.ts';
import { hasLeft } from '../people/engaged.ts';
import type { Budget } from '../training/budget.ts';
import type { TrainingState } from '../training/model.ts';
import { planSummary } from '../training/plan-summary.ts';
import { effectOf, isOpen, isOverdue, isUnapproved, priceOf, type EffectState } from '../training/training-standing.ts';
import type { Training } from '../training/model.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import { byText } from './matrix-role.ts';
import type { DocumentControl, PlanGrouping } from './model.ts';

/** The training plan as every format prints it: plain data, all names resolved. */
export interface PrintedPlan {
  readonly document: 'training-plan';
  /** Grows when a field changes its meaning. */
  readonly schema: 1;
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  readonly by: PlanGrouping;
  /** What is still to happen, by person or unit; within, what is due first. */
  readonly groups: readonly { readonly name: string | null; readonly trainings: readonly PrintedTraining[] }[];
  /** What is approved, and what waits for approval: by currency and quarter. */
  readonly approved: Budget;
  readonly asked: Budget;
  /** Checks of the effect that are due or to come, then those done, the latest first. */
  readonly checks: readonly PrintedTraining[];
  readonly figures: {
    readonly open: number;
    readonly waiting: number;
    readonly overdue: number;
    readonly completed: number;
    /** Of these: done before anybody approved it. */
    readonly unapproved: number;
    readonly checksDue: number;
    readonly checksDone: number;
  };
  readonly awareness: readonly {
    readonly topic: AwarenessTopic;
    readonly campaigns: readonly string[];
    readonly people: number;
    readonly of: number;
  }[];
}

export interface PrintedTraining {
  readonly person: string;
  readonly unit: string | null;
  readonly left: boolean;
  readonly measure: string;
  readonly role: string | null;
  readonly competence: string | null;
  readonly level: number | null;
  readonly due: PlainDate;
  readonly sessionOn: PlainDate | null;
  readonly state: TrainingState;
  readonly overdue: boolean;
  readonly completedOn: PlainDate | null;
  readonly cost: Money | null;
  readonly hours: number | null;
  readonly approval: { readonly by: string; readonly on: PlainDate } | null;
  /** It was done before anybody approved it. */
  readonly unapproved: boolean;
  readonly effect: EffectState;
  readonly check: Training['effectiveness'];
}

/** Turns trainings into what is printed of them: one pass over the other registers, not one a training. */
export function printedTrainings(
  snapshot: Snapshot,
  on: PlainDate,
  trainings: readonly Training[],
): readonly PrintedTraining[] {
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  const roles = new Map(snapshot.role.map(({ id, name }) => [id, name]));
  const sessions = new Map(snapshot.trainingSession.map((session) => [session.id, session.on]));
  const book = competenceBook(snapshot);
  return trainings.flatMap((training): readonly PrintedTraining[] => {
    const [person, measure] = [people.get(training.personId), measures.get(training.measureId)];
    if (person === undefined || measure === undefined) return [];
    const { roleId, competence, level, due, sessionId, state, completedOn, approval } = training;
    return [
      {
        person: person.name,
        unit: person.unit,
        left: hasLeft(person, on),
        measure: measure.name,
        role: roleId === null ? null : (roles.get(roleId) ?? null),
        competence: competence === null ? null : book.nameOf(competence),
        level,
        due,
        sessionOn: sessionId === null ? null : (sessions.get(sessionId) ?? null),
        state,
        overdue: isOverdue(training, on),
        completedOn,
        cost: priceOf(training, measure),
        hours: measure.hours,
        approval: approval?.verdict === 'approved' ? { by: approval.name, on: approval.on } : null,
        unapproved: isUnapproved(training),
        effect: effectOf(training, on),
        check: training.effectiveness,
      },
    ];
  });
}

const isDone = ({ effect }: PrintedTraining): boolean => effect !== 'due' && effect !== 'scheduled';

/** What waits first, by its day; then what is done, the latest first. */
const byCheck = (a: PrintedTraining, b: PrintedTraining): number =>
  Number(isDone(a)) - Number(isDone(b)) ||
  (isDone(a) ? byText(b.check?.on ?? '', a.check?.on ?? '') : byText(a.check?.due ?? '', b.check?.due ?? '')) ||
  byText(a.person, b.person);

/**
 * The trainings that are planned by the facts of the day `on`, what they cost, whether those done worked, and how far
 * awareness reaches (7.2 c, 7.3). The same arguments give the same plan.
 */
export function trainingPlanDocument(
  snapshot: Snapshot,
  on: PlainDate,
  by: PlanGrouping,
  control: DocumentControl = { classification: 'Confidential', version: `Revision ${snapshot.trail.sequence}` },
): PrintedPlan {
  const open = [...printedTrainings(snapshot, on, snapshot.training.filter(isOpen))].sort(
    (a, b) => byText(a.due, b.due) || byText(a.person, b.person) || byText(a.measure, b.measure),
  );
  const completed = snapshot.training.filter(({ state }) => state === 'completed');
  const checks = printedTrainings(snapshot, on, completed).filter(({ effect }) => effect !== 'none');
  const titled = Map.groupBy(open, ({ person, unit }) => (by === 'unit' ? unit : person));
  const { counts, approved, asked } = planSummary(snapshot, on);
  return {
    document: 'training-plan',
    schema: 1,
    title: 'Training plan',
    standard: 'ISO/IEC 27001:2022',
    organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
    control,
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    by,
    groups: [...titled]
      .sort(([a], [b]) => Number(a === null) - Number(b === null) || byText(a ?? '', b ?? ''))
      .map(([name, trainings]) => ({ name, trainings })),
    approved,
    asked,
    checks: [...checks].sort(byCheck),
    figures: {
      open: counts.open,
      waiting: counts.waiting,
      overdue: counts.overdue,
      completed: counts.completed,
      unapproved: counts.unapproved,
      checksDue: counts.checks,
      checksDone: checks.filter(isDone).length,
    },
    awareness: topicCoverage(resolve(snapshot, on)).map(({ topic, campaigns, people, of }) => ({
      topic,
      campaigns: campaigns.map(({ title }) => title),
      people,
      of,
    })),
  };
}
