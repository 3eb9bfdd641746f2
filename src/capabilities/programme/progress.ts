import type { RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { isOpen, isOverdue } from './action-standing.ts';
import type { Action, Analysis, AnalysisVerdict } from './model.ts';

/** How far a project is. Requirements that no longer apply do not count. */
export interface ProjectProgress {
  readonly applicable: number;
  /** Those that somebody has judged, by verdict. */
  readonly verdicts: Readonly<Record<AnalysisVerdict, number>>;
  readonly analysed: number;
  /** Judged as not enough, without an action that is open or done. */
  readonly unplanned: readonly RequirementId[];
  readonly actions: {
    readonly open: number;
    readonly overdue: number;
    readonly done: number;
    readonly dropped: number;
  };
}

/**
 * Counts what is judged, planned and done. `analyses` and `actions` are those of one project, `applicable` the
 * requirements that apply on the day, in order.
 */
export function progressOf(
  applicable: readonly RequirementId[],
  analyses: readonly Analysis[],
  actions: readonly Action[],
  on: PlainDate,
): ProjectProgress {
  const verdictOf = new Map(analyses.map((analysis) => [analysis.requirementId, analysis.verdict]));
  const planned = new Set(actions.filter(({ state }) => state !== 'dropped').map((action) => action.requirementId));
  const verdicts: Record<AnalysisVerdict, number> = { enough: 0, partly: 0, missing: 0 };
  const unplanned: RequirementId[] = [];
  for (const id of applicable) {
    const verdict = verdictOf.get(id) ?? null;
    if (verdict === null) continue;
    verdicts[verdict] += 1;
    if (verdict !== 'enough' && !planned.has(id)) unplanned.push(id);
  }
  const count = (fits: (action: Action) => boolean): number => actions.filter(fits).length;
  return {
    applicable: applicable.length,
    verdicts,
    analysed: verdicts.enough + verdicts.partly + verdicts.missing,
    unplanned,
    actions: {
      open: count((action) => isOpen(action, on)),
      overdue: count((action) => isOverdue(action, on)),
      done: count((action) => !isOpen(action, on) && action.state === 'done'),
      dropped: count((action) => !isOpen(action, on) && action.state === 'dropped'),
    },
  };
}
