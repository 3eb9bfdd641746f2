import { invalid, notFound } from '../../kernel/errors.ts';
import { ruleIds, type RuleId } from '../assessment/model.ts';
import { ruleLimits } from '../assessment/rule-tuning.ts';

/** @throws MusterError `not-found` when the assessment has no such rule */
export function knownRule(text: string): RuleId {
  const rule = ruleIds.find((id) => id === text);
  if (rule === undefined) throw notFound('rule');
  return rule;
}

/** @throws MusterError `invalid` when the rule judges by no figure, or the figure lies outside of what makes sense */
export function refuseUnfitLimit(rule: RuleId, limit: number | null): void {
  if (limit === null) return;
  const bounds = ruleLimits[rule];
  if (bounds === undefined)
    throw invalid([{ path: 'limit', message: `${rule} judges by no figure.`, accepted: 'null' }]);
  const { unit, least, most } = bounds;
  if (limit < least || limit > most || (unit !== 'share' && !Number.isInteger(limit)))
    throw invalid([
      {
        path: 'limit',
        message: `${limit} is no limit for ${rule}.`,
        accepted: `${unit === 'share' ? 'a share' : `whole ${unit === 'days' ? 'days' : 'number'}`} from ${least} to ${most}`,
      },
    ]);
}
