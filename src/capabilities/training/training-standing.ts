import { addMonths, type PlainDate } from '../../kernel/date.ts';
import type { Money } from '../../kernel/money.ts';
import type { Measure, Training } from './model.ts';

/** Whether it is still to happen. */
export const isOpen = ({ state }: Pick<Training, 'state'>): boolean => state !== 'completed' && state !== 'cancelled';

/**
 * Whether it was asked for here and done, and nobody else's word covers it: it happened, and so it is recorded, but it
 * is shown until somebody approves it. What was done before anybody asked here, such as in an imported register, is history.
 */
export const isUnapproved = ({ state, approval, requestedBy }: Pick<Training, 'state' | 'approval' | 'requestedBy'>) =>
  state === 'completed' && approval === null && requestedBy !== null;

/** From the day after it was due. */
export const isOverdue = (training: Pick<Training, 'state' | 'due'>, on: PlainDate): boolean =>
  isOpen(training) && training.due < on;

/**
 * Where the check of its effect stands (7.2 c). `none`: nobody chose one; `scheduled`: its day is to come; `due`: from
 * that day on, until there is a result.
 */
export const effectStates = ['none', 'scheduled', 'due', 'effective', 'partly', 'not-effective'] as const;
export type EffectState = (typeof effectStates)[number];

export function effectOf(
  { state, effectiveness }: Pick<Training, 'state' | 'effectiveness'>,
  on: PlainDate,
): EffectState {
  if (state !== 'completed' || effectiveness === null) return 'none';
  return effectiveness.result ?? (effectiveness.due <= on ? 'due' : 'scheduled');
}

/** The day by which a completed training has to be repeated; null where its measure asks for no repetition. */
export const dueAgain = (
  { state, completedOn }: Pick<Training, 'state' | 'completedOn'>,
  { repeatMonths }: Pick<Measure, 'repeatMonths'>,
): PlainDate | null =>
  state !== 'completed' || completedOn === null || repeatMonths === null ? null : addMonths(completedOn, repeatMonths);

/** What a training costs: as recorded of it, else as its measure says. */
export const priceOf = ({ cost }: Pick<Training, 'cost'>, measure: Pick<Measure, 'cost'>): Money | null =>
  cost ?? measure.cost;
