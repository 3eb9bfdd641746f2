import type { PlainDate } from '../../kernel/date.ts';
import type { Measure, Training } from './model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { budgetOf, type Expense } from './budget.ts';
import {
  trainingShows,
  type PlanSummary,
  type TrainingGroup,
  type trainingGroupings,
  type TrainingShow,
} from './contract.ts';
import { shows } from './training-list.ts';
import { effectOf, isOpen, isOverdue, isUnapproved, priceOf } from './training-standing.ts';

type Grouping = (typeof trainingGroupings)[number];

/** What one training takes, on the day on which it was done, else of its session, else by when it is due. */
function expenseOf(
  training: Training,
  measures: ReadonlyMap<string, Measure>,
  days: ReadonlyMap<string, PlainDate>,
): Expense {
  const measure = measures.get(training.measureId);
  const session = training.sessionId === null ? undefined : days.get(training.sessionId);
  const on = training.completedOn ?? session ?? training.due;
  return {
    on,
    cost: measure === undefined ? training.cost : priceOf(training, measure),
    hours: measure?.hours ?? null,
  };
}

const expenses = (snapshot: Snapshot): ((training: Training) => Expense) => {
  const measures = new Map<string, Measure>(snapshot.measure.map((measure) => [measure.id, measure]));
  const days = new Map<string, PlainDate>(snapshot.trainingSession.map(({ id, on }) => [id, on]));
  return (training) => expenseOf(training, measures, days);
};

/** How the plan stands on the day, and what is still to be spent: what was completed is no longer in it. */
export function planSummary(snapshot: Snapshot, on: PlainDate): PlanSummary {
  const expense = expenses(snapshot);
  const counts = Object.fromEntries(
    trainingShows.map((show) => [show, snapshot.training.filter((training) => shows(training, show, on)).length]),
  ) as { readonly [S in TrainingShow]: number };
  const sessions = snapshot.trainingSession
    .filter(({ state }) => state === 'planned')
    .map((session): Expense => ({ on: session.on, cost: session.cost, hours: null }));
  const asked = snapshot.training.filter(({ state }) => state === 'proposed').map(expense);
  const approved = snapshot.training.filter(({ state }) => state === 'planned' || state === 'enrolled').map(expense);
  return {
    counts,
    approved: budgetOf([...approved, ...sessions]),
    asked: budgetOf(asked),
    sessions: budgetOf(sessions),
    unapproved: budgetOf(snapshot.training.filter(isUnapproved).map(expense)),
  };
}

/** The plan by person, role, unit or measure; what is most in arrears first. */
export function trainingGroups(snapshot: Snapshot, by: Grouping, on: PlainDate): readonly TrainingGroup[] {
  const expense = expenses(snapshot);
  const named = new Map<string, string>(
    [...snapshot.person, ...snapshot.role, ...snapshot.measure].map(({ id, name }) => [id, name]),
  );
  const units = new Map<string, string | null>(snapshot.person.map(({ id, unit }) => [id, unit]));
  const keyOf = (training: Training): string | null => {
    switch (by) {
      case 'person':
        return training.personId;
      case 'role':
        return training.roleId;
      case 'measure':
        return training.measureId;
      case 'unit':
        return units.get(training.personId) ?? null;
      default:
        return by satisfies never;
    }
  };
  const groups = Map.groupBy(
    snapshot.training.filter(({ state }) => state !== 'cancelled'),
    keyOf,
  );
  const count = (trainings: readonly Training[], is: (training: Training) => boolean): number =>
    trainings.filter(is).length;
  return [...groups]
    .map(([key, some]): TrainingGroup => {
      const open = some.filter(isOpen);
      const { costs, hours } = budgetOf(open.map(expense));
      return {
        key,
        name: key === null ? null : by === 'unit' ? key : (named.get(key) ?? null),
        open: open.length,
        waiting: count(open, ({ state }) => state === 'proposed'),
        overdue: count(open, (training) => isOverdue(training, on)),
        checks: count(some, (training) => effectOf(training, on) === 'due'),
        completed: count(some, ({ state }) => state === 'completed'),
        budget: { costs, hours },
      };
    })
    .sort(
      (a, b) =>
        b.overdue - a.overdue ||
        b.checks - a.checks ||
        b.open - a.open ||
        (a.name ?? '').localeCompare(b.name ?? '', 'en'),
    );
}
