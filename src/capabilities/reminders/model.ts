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

/** What mails are about. `test`: somebody tries whether mails arrive. */
export const mailKinds = ['reminder', 'training', 'test'] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * How a mail stands. `sending`: claimed by a process, which tells what became of it; one that ended before it could
 * leaves it failed, because nobody knows whether the mail was taken, and nobody gets one twice.
 */
export const mailStates = ['waiting', 'sending', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

/** One mail in the log. */
export const mailEntrySchema = z.strictObject({
  id: z.string(),
  recipient: z.string(),
  kind: z.enum(mailKinds),
  subject: z.string(),
  madeAt: z.string(),
  state: z.enum(mailStates),
  attempts: z.int(),
  sentAt: z.string().nullable(),
  /** Why it failed, or what held it up at the last attempt. */
  error: z.string().nullable(),
});
export type MailEntry = z.output<typeof mailEntrySchema>;
