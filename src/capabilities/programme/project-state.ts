import { invalid, unreachable } from '../../kernel/errors.ts';
import { projectStates, type ProjectState } from './model.ts';
import type { ProjectProgress } from './progress.ts';

/** What is still open where a project wants to go on. `count` things of the kind. */
export interface OpenPoint {
  readonly kind: 'unjudged' | 'unplanned' | 'undone';
  readonly count: number;
}

/** The state that follows; null after the last. */
export const nextState = (state: ProjectState): ProjectState | null =>
  projectStates[projectStates.indexOf(state) + 1] ?? null;

const placeOf = (state: ProjectState): number => projectStates.indexOf(state);

/** What stands against leaving a state for the next one: nothing when the list is empty. */
export function openPoints(state: ProjectState, progress: ProjectProgress): readonly OpenPoint[] {
  const point = (kind: OpenPoint['kind'], count: number): readonly OpenPoint[] =>
    count === 0 ? [] : [{ kind, count }];
  switch (state) {
    case 'analysis':
      return point('unjudged', progress.applicable - progress.analysed);
    case 'planning':
      return [
        ...point('unjudged', progress.applicable - progress.analysed),
        ...point('unplanned', progress.unplanned.length),
      ];
    case 'execution':
      return [...point('unplanned', progress.unplanned.length), ...point('undone', progress.actions.open)];
    case 'closed':
      return [];
    default:
      return unreachable(state);
  }
}

const told = ({ kind, count }: OpenPoint): string => {
  switch (kind) {
    case 'unjudged':
      return `${count} ${count === 1 ? 'requirement is' : 'requirements are'} not judged`;
    case 'unplanned':
      return `${count} ${count === 1 ? 'gap has' : 'gaps have'} no action`;
    case 'undone':
      return `${count} ${count === 1 ? 'action is' : 'actions are'} open`;
    default:
      return unreachable(kind);
  }
};

/**
 * Checks a move of a project from one state to another. Forward goes one step at a time, and with a reason where
 * something is still open; back goes to any earlier state, always with a reason. The trail keeps it.
 * @throws MusterError `invalid` that says what is open
 */
export function checkMove(from: ProjectState, to: ProjectState, reason: string, progress: ProjectProgress): void {
  const step = placeOf(to) - placeOf(from);
  if (step === 0) throw invalid([{ path: 'state', message: `The project is in ${to} already.` }]);
  if (step > 1) {
    throw invalid([
      { path: 'state', message: `After ${from} comes ${nextState(from) ?? from}.`, accepted: 'one step at a time' },
    ]);
  }
  if (reason !== '') return;
  if (step < 0)
    throw invalid([{ path: 'reason', message: `Going back to ${to} needs a reason.`, accepted: 'why it is reopened' }]);
  const open = openPoints(from, progress);
  if (open.length > 0) {
    throw invalid([
      {
        path: 'reason',
        message: `${open.map(told).join(' and ')}.`,
        accepted: 'a reason to go on all the same',
      },
    ]);
  }
}
