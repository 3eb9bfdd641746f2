import { z } from 'zod';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { segregationSeverities } from '../../domain/segregation-rule.ts';
import { plainDateSchema } from '../../kernel/date.ts';
import type { Entity } from '../../kernel/entity.ts';
import {
  idSchema,
  type CompensatingControlId,
  type DutyId,
  type PersonId,
  type RoleId,
  type SegregationRuleId,
} from '../../kernel/id.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';

/** What an organization does instead where one person holds two duties that a rule separates. Counts until `expires` (that day excluded). */
export const compensatingControlFields = z.strictObject({
  /** Id of the segregation rule, such as SOD-01. */
  rule: z.string().regex(/^[A-Z]+-[0-9]+$/),
  personId: idSchema<PersonId>(),
  control: proseSchema(2000).refine((text) => text !== '', 'Say what is done instead.'),
  /** Who took the risk: somebody else than the person. */
  approvedBy: lineSchema(200),
  expires: plainDateSchema,
  /** Who sees to it that it is done. */
  ownerId: idSchema<PersonId>().nullable(),
});

export type CompensatingControlFields = z.output<typeof compensatingControlFields>;
export type CompensatingControl = Entity<CompensatingControlId, CompensatingControlFields>;

export const segregationRuleKinds = ['role-pair', 'activity-pair'] as const;

/** A rule of the organization's own beside the shipped ones. `a` and `b` are keys of roles, or of activities. */
export const segregationRuleFields = z.strictObject({
  /** Such as OWN-1; stands in `rule` of a compensating control. */
  key: z.string().regex(/^OWN-[1-9][0-9]{0,4}$/, 'Expected OWN- and a number.'),
  kind: z.enum(segregationRuleKinds, { error: 'Expected role-pair or activity-pair.' }),
  a: lineSchema(60),
  b: lineSchema(60),
  title: lineSchema(200),
  reason: proseSchema(2000),
  severity: z.enum(segregationSeverities, { error: `Expected one of ${segregationSeverities.join(', ')}.` }),
  references: z.array(requirementIdSchema).max(20),
  /** What may be done instead; null where nothing cures the conflict. */
  compensatingControl: proseSchema(1000).nullable(),
});
export type SegregationRuleFields = z.output<typeof segregationRuleFields>;
export type OwnSegregationRule = Entity<SegregationRuleId, SegregationRuleFields>;

/**
 * Who performs an activity that rules separate, such as approving access: a role or a person. Without `requirementIds`
 * and `scope` everywhere; else in those requirements, or that system or area.
 */
export const dutyFields = z.strictObject({
  /** Key of an activity of the segregation rules, such as access-approver. */
  activity: lineSchema(60),
  roleId: idSchema<RoleId>().nullable(),
  personId: idSchema<PersonId>().nullable(),
  requirementIds: z.array(requirementIdSchema).max(200),
  scope: lineSchema(200).nullable(),
  from: plainDateSchema.nullable(),
  to: plainDateSchema.nullable(),
});
export type DutyFields = z.output<typeof dutyFields>;
export type Duty = Entity<DutyId, DutyFields>;
