import type { PlainDate } from '../../kernel/date.ts';
import type { Action, ActionState } from './model.ts';

/** Whether something is still to be done on the day: an action done later than that was open then. */
export const isOpen = ({ closedOn }: Pick<Action, 'closedOn'>, on: PlainDate): boolean =>
  closedOn === null || closedOn > on;

/** From the day after it was due. */
export const isOverdue = (action: Pick<Action, 'closedOn' | 'due'>, on: PlainDate): boolean =>
  action.due < on && isOpen(action, on);

export const isClosedState = (state: ActionState): boolean => state === 'done' || state === 'dropped';

/** Open ones first by when they are due, then those closed, the latest first. */
export const byUrgency = (a: Action, b: Action): number =>
  Number(a.closedOn !== null) - Number(b.closedOn !== null) ||
  (a.closedOn !== null && b.closedOn !== null ? b.closedOn.localeCompare(a.closedOn) : a.due.localeCompare(b.due)) ||
  (a.title < b.title ? -1 : 1);
