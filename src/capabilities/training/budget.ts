import type { PlainDate } from '../../kernel/date.ts';
import type { Money } from '../../kernel/money.ts';

/** What something takes: money and working hours by a day. */
export interface Expense {
  readonly on: PlainDate;
  readonly cost: Money | null;
  /** Working hours of the people; null where nobody said. */
  readonly hours: number | null;
}

export interface QuarterBudget {
  /** Such as `2026-Q1`. */
  readonly quarter: string;
  readonly costs: readonly Money[];
  readonly hours: number;
}

/** Sums by currency, never across currencies; currencies in the order of the alphabet. */
export interface Budget {
  readonly costs: readonly Money[];
  /** To a hundredth. */
  readonly hours: number;
  readonly quarters: readonly QuarterBudget[];
}

/** The calendar quarter of a day, such as `2026-Q1`. */
export const quarterOf = (on: PlainDate): string => `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;

interface YearOf {
  /** Such as `2026`. */
  readonly year: string;
}

function costsOf(expenses: readonly Pick<Expense, 'cost'>[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { cost } of expenses)
    if (cost !== null) sums.set(cost.currency, (sums.get(cost.currency) ?? 0) + cost.minor);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minor]) => ({ minor, currency }));
}

/** What several budgets take together; each currency by itself. */
export const sumOf = (budgets: readonly Pick<Budget, 'costs' | 'hours'>[]): Pick<Budget, 'costs' | 'hours'> => ({
  costs: costsOf(budgets.flatMap(({ costs }) => costs.map((cost) => ({ cost })))),
  hours: hoursOf(budgets),
});

/** What is taken in each calendar year, by the quarters of a budget; the earliest first. */
export const yearsOf = (quarters: readonly QuarterBudget[]): readonly (Pick<Budget, 'costs' | 'hours'> & YearOf)[] =>
  [...Map.groupBy(quarters, ({ quarter }) => quarter.slice(0, 4))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, some]) => ({ year, ...sumOf(some) }));

/** Summed in hundredths, so that no order of the parts gives another sum. */
const hoursOf = (expenses: readonly Pick<Expense, 'hours'>[]): number =>
  expenses.reduce((sum, { hours }) => sum + Math.round((hours ?? 0) * 100), 0) / 100;

/** What all of it takes together, and in which quarter. */
export function budgetOf(expenses: readonly Expense[]): Budget {
  const quarters = Map.groupBy(expenses, ({ on }) => quarterOf(on));
  return {
    costs: costsOf(expenses),
    hours: hoursOf(expenses),
    quarters: [...quarters]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([quarter, some]) => ({ quarter, costs: costsOf(some), hours: hoursOf(some) })),
  };
}
