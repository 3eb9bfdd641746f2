import { z } from 'zod';
import { rowAnswer, rowsAnswer } from '../../kernel/entity.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { ruleSettingFields, type RuleSetting } from './model.ts';

export const tuningRoutes = {
  ruleSettings: defineRoute({
    id: 'ruleSettings',
    method: 'GET',
    path: `${inOrganization}/rule-settings`,
    asOf: true,
    summary: 'The rules of the assessment that the organization has judged otherwise, and why.',
    access: 'organization',
    answer: rowsAnswer<RuleSetting>(ruleSettingFields),
    errors: ['invalid', 'not-found'],
  }),
  tuneRule: defineRoute({
    id: 'tuneRule',
    method: 'PUT',
    path: `${inOrganization}/rule-settings/{rule}`,
    summary: 'Switches a rule on or off, or sets its severity or limit, with the reason.',
    access: 'organization',
    /** `version` is that of the setting that the editor saw; null where there was none. */
    body: ruleSettingFields.omit({ rule: true }).extend({ version: z.int().positive().nullable() }),
    answer: rowAnswer<RuleSetting>(ruleSettingFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  resetRule: defineRoute({
    id: 'resetRule',
    method: 'DELETE',
    path: `${inOrganization}/rule-settings/{rule}`,
    versioned: true,
    summary: 'Has a rule judged as the product ships it.',
    access: 'organization',
    answer: answers<{ readonly rule: string }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
} as const;
