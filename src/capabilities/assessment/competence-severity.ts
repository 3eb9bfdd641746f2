import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { CompetenceState } from '../competence/standing.ts';
import type { RuleId, Severity } from './model.ts';

/** From so many days before its end a proof that runs out is more than advice. */
export const EXPIRY_URGENT_DAYS = 30;

/** Everything but `met`. */
export type Lacking = Exclude<CompetenceState, 'met'>;

export const ruleOf = (state: Lacking): RuleId => `competence.${state}`;

/** A must that is not met is no less than minor: what is missing, lower or over is a requirement that is not met. */
export function severityOf(state: Lacking, must: boolean, until: PlainDate | null, on: PlainDate): Severity {
  if (!must) return 'advice';
  if (state === 'expiring') return until !== null && until <= addDays(on, EXPIRY_URGENT_DAYS) ? 'minor' : 'advice';
  return state === 'no-evidence' ? 'minor' : 'major';
}
