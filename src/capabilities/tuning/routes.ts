import type { VisitHandlers } from '../../api/mount.ts';
import { MusterError, notFound } from '../../kernel/errors.ts';
import type { RuleSettingId } from '../../kernel/id.ts';
import { changedRow } from '../trail/store/change.ts';
import type { tuningRoutes } from './contract.ts';
import { knownRule, refuseUnfitLimit } from './rule-check.ts';

export const tuningHandlers: VisitHandlers<typeof tuningRoutes> = {
  ruleSettings: async (visit) => (await visit.facts()).ruleSetting,

  async tuneRule(visit, { text, body: { version, ...fields } }) {
    const rule = knownRule(text('rule'));
    refuseUnfitLimit(rule, fields.limit);
    const there = (await visit.facts()).ruleSetting.find((setting) => setting.rule === rule);
    if ((there?.version ?? null) !== version)
      throw new MusterError({ code: 'conflict', what: 'rule setting', yours: fields, theirs: there ?? null });
    const id = there?.id ?? (visit.newId() as RuleSettingId);
    const result = await visit.change(`Rule ${rule} set: ${fields.reason}`, [
      there === undefined
        ? { register: 'ruleSetting', operation: 'create', id, fields: { rule, ...fields } }
        : { register: 'ruleSetting', operation: 'update', id, version: there.version, fields },
    ]);
    return result.change === null && there !== undefined ? there : changedRow(result, 'ruleSetting', id);
  },

  async resetRule(visit, { text, version }) {
    const rule = knownRule(text('rule'));
    const there = (await visit.facts()).ruleSetting.find((setting) => setting.rule === rule);
    if (there === undefined) throw notFound('rule setting');
    await visit.change(`Rule ${rule} judged as shipped again`, [
      { register: 'ruleSetting', operation: 'remove', id: there.id, version },
    ]);
    return { rule };
  },
};
