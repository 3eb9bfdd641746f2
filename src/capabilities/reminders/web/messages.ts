import { counted, defineMessages } from '../../../web/message.ts';
import type { MailKind, MailState, ReminderKind } from '../model.ts';

const kind: Readonly<Record<ReminderKind, { readonly title: string; readonly when: string }>> = {
  'competence-expiring': {
    title: 'Competence that ends',
    when: 'The person and their manager, 90, 60, 30 and 7 days before the proof of a needed competence ends, when it has, and every 14 days until it is renewed.',
  },
  'training-due': {
    title: 'Trainings',
    when: 'The person, 30 and 7 days before a training is due; the manager too once it is late, every 14 days.',
  },
  'effectiveness-due': {
    title: 'Checks whether a training worked',
    when: 'The manager, 7 days before the check is due, on the day, and every 14 days.',
  },
  'campaign-open': {
    title: 'Campaigns',
    when: 'Who has not acknowledged, as often as the campaign says; the manager too once it is late.',
  },
  'action-due': {
    title: 'Actions',
    when: 'The owner, 7 days before an action is due and on the day; the manager too once it is late, every 14 days.',
  },
  'control-expiring': {
    title: 'Compensating controls that end',
    when: 'Who sees to it, else who leads the ISMS, 30 and 7 days before, and when it has ended.',
  },
  'approval-waiting': {
    title: 'What waits for a second person',
    when: 'Those who may approve and have not asked for it themselves, every 14 days; the manager, for a training that somebody reports.',
  },
};

const state: Readonly<Record<MailState, string>> = {
  waiting: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  failed: 'Failed',
};

const mailKind: Readonly<Record<MailKind, string>> = { reminder: 'Reminder', training: 'Training', test: 'Test' };

export const reminderMessages = defineMessages({
  en: {
    lead: 'Who is told what by mail, and when: one mail a day for each person with all that is new, and quiet once it is done.',
    kind,
    state,
    mailKind,
    kinds: 'What people are reminded of',
    columns: { what: 'Reminder', state: 'State', tonight: 'Tonight', reason: 'Reason', change: 'Change' },
    on: 'On',
    off: 'Off',
    edit: 'Change',
    change: (title: string) => `Change ${title}`,
    readOnly: 'Owners and managers switch reminders, and see who was told what.',
    dialog: (title: string) => `Reminder: ${title}`,
    remind: 'Remind people',
    remindHint: 'Switched off, nobody gets a mail about it. What is due still stands on the pages.',
    reason: 'Reason',
    reasonHint: 'Stands with the setting and in the trail.',
    asShipped: 'on, as shipped',
    mail: 'Mail',
    leaves: (from: string, server: string) => `Mails come from ${from} and leave over ${server}.`,
    stays:
      'No mail leaves: no mail server is set. Mails are written to the output of the server instead. Whoever runs Muster sets one with MUSTER_SMTP and MUSTER_MAIL_FROM.',
    test: 'Send me a test mail',
    testDone: {
      sent: (to: string) => `Sent to ${to}.`,
      written: (to: string) => `Written to the output of the server, for ${to}.`,
      later: (reason: string) => `Not sent yet, and tried again later. ${reason}`,
      refused: (reason: string) => `Refused. ${reason}`,
      unknown: (reason: string) => `It may have arrived: the connection broke. ${reason}`,
    },
    tonight: 'What would be sent tonight',
    tonightNone: 'Nothing: there is nothing new to tell anybody.',
    tonightMails: (mails: number, things: number) =>
      `${counted(mails, 'mail', 'mails')} with ${counted(things, 'thing', 'things')}.`,
    unreachable: (things: number) =>
      `${counted(things, 'thing reaches', 'things reach')} nobody: give an address to the person, to a manager, or to who leads the ISMS.`,
    recipient: 'The mail of',
    to: (address: string) => `To ${address}`,
    log: 'What was sent',
    logHint: 'Of the last 400 days. What a mail said is not kept once it is sent.',
    logNone: 'No mail yet.',
    logNoneOf: 'No such mail.',
    filter: 'State',
    anyState: 'All mails',
    shown: (shown: number, total: number) => `${shown} of ${counted(total, 'mail', 'mails')}`,
    older: 'Older mails',
    logColumns: { when: 'Made', who: 'To', kind: 'About', subject: 'Subject', state: 'State' },
    attempts: (count: number) => counted(count, 'attempt', 'attempts'),
  },
});
