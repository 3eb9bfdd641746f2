import { z } from 'zod';
import { rowAnswer, rowsAnswer } from '../../kernel/entity.ts';
import type { Page } from '../../kernel/list.ts';
import { pageQuery } from '../../kernel/list.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { proseSchema } from '../../kernel/text.ts';
import type { DigestText } from './digest.ts';
import { mailStates, reminderSettingFields, type MailEntry, type ReminderKind, type ReminderSetting } from './model.ts';

/** What would be told tonight. */
export interface Tonight {
  /** Things that are new to somebody, by kind; a kind that is switched off has none. */
  readonly kinds: readonly { readonly kind: ReminderKind; readonly on: boolean; readonly things: number }[];
  readonly mails: number;
  /** Things of which nobody can be told: no address, and nobody who leads the ISMS. */
  readonly unreachable: number;
  /** Who would get a mail, by name; at most 500. */
  readonly recipients: readonly { readonly id: string; readonly name: string }[];
  /** The mail of the one who was asked for, or of the first. */
  readonly digest: (DigestText & { readonly id: string; readonly name: string; readonly address: string }) | null;
  /** The server that takes the mails; null where none leaves. */
  readonly server: string | null;
  readonly from: string;
}

/** What became of a mail that somebody sent themself. */
export interface TestMail {
  readonly outcome: 'sent' | 'refused' | 'later' | 'unknown';
  readonly reason: string | null;
  readonly to: string;
  readonly server: string | null;
}

export const reminderRoutes = {
  reminderSettings: defineRoute({
    id: 'reminderSettings',
    method: 'GET',
    path: `${inOrganization}/reminder-settings`,
    asOf: true,
    summary: 'The kinds of reminders that were switched on or off, and why. A kind without a setting is on.',
    access: 'organization',
    answer: rowsAnswer<ReminderSetting>(reminderSettingFields),
    errors: ['invalid', 'not-found'],
  }),
  setReminder: defineRoute({
    id: 'setReminder',
    method: 'PUT',
    path: `${inOrganization}/reminder-settings/{reminder}`,
    summary: 'Switches a kind of reminders on or off, with the reason.',
    access: 'organization',
    /** `version` is that of the setting that the editor saw; null where there was none. */
    body: reminderSettingFields.omit({ kind: true }).extend({
      reason: proseSchema(500).refine((text) => text !== '', 'Say why: an auditor will ask.'),
      version: z.int().positive().nullable(),
    }),
    answer: rowAnswer<ReminderSetting>(reminderSettingFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  mailsTonight: defineRoute({
    id: 'mailsTonight',
    method: 'GET',
    path: `${inOrganization}/reminders/tonight`,
    summary: 'What the night would tell: how many mails and things, and the mail of one recipient in words.',
    access: 'organization',
    query: z.object({ recipient: z.string().max(100).optional() }),
    answer: answers<Tonight>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  sendTestMail: defineRoute({
    id: 'sendTestMail',
    method: 'POST',
    path: `${inOrganization}/reminders/test-mail`,
    summary: 'Sends a mail to the one who asks, and says what became of it.',
    access: 'organization',
    answer: answers<TestMail>(),
    errors: ['forbidden', 'not-found'],
  }),
  mailLog: defineRoute({
    id: 'mailLog',
    method: 'GET',
    path: `${inOrganization}/mails`,
    summary: 'The mails of the last 400 days, the latest first: to whom, what about, when, and what became of them.',
    access: 'organization',
    query: z.object({ ...pageQuery, after: z.uuid().optional(), state: z.enum(mailStates).optional() }),
    answer: answers<Page<MailEntry>>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
} as const;
