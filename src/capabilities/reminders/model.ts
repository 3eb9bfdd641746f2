import { z } from 'zod';
import type { Entity } from '../../kernel/entity.ts';
import type { ReminderSettingId } from '../../kernel/id.ts';
import { proseSchema } from '../../kernel/text.ts';

/** What people are reminded of. Each can be switched off. */
export const reminderKinds = [
  'competence-expiring',
  'training-due',
  'effectiveness-due',
  'campaign-open',
  'action-due',
  'control-expiring',
  'approval-waiting',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** What an organization set of one kind; a kind without a row is on. */
export const reminderSettingFields = z.strictObject({
  kind: z.enum(reminderKinds),
  on: z.boolean(),
  reason: proseSchema(500),
});
export type ReminderSettingFields = z.output<typeof reminderSettingFields>;
export type ReminderSetting = Entity<ReminderSettingId, ReminderSettingFields>;
