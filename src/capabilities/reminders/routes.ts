import type { VisitHandlers } from '../../api/mount.ts';
import type { Visit } from '../../api/visit.ts';
import { forbidden, MusterError, notFound } from '../../kernel/errors.ts';
import type { ReminderSettingId } from '../../kernel/id.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Message } from '../../platform/mail/message.ts';
import { mayReadMail } from '../trail/policy.ts';
import { changedRow } from '../trail/store/change.ts';
import type { reminderRoutes } from './contract.ts';
import { digestsOf, toldBefore } from './digest.ts';
import { reminderKinds, type ReminderKind } from './model.ts';
import { remindersOn } from './reminder.ts';
import { keepMails, mailLog } from './store/mail.ts';
import type { Post } from './store/post.ts';
import { sendMail } from './store/sending.ts';
import { toldRows } from './store/told.ts';
import { tonight } from './tonight.ts';

export interface ReminderMeans {
  readonly post: Post;
  readonly clock: Clock;
}

const refuseOthers = ({ actor }: Visit): void => {
  if (!mayReadMail(actor)) throw forbidden('see who is told what');
};

function knownKind(text: string): ReminderKind {
  const kind = reminderKinds.find((known) => known === text);
  if (kind === undefined) throw notFound('kind of reminders');
  return kind;
}

const testMessage = (visit: Visit, url: string, organization: { name: string; slug: string }): Message => ({
  to: { name: visit.user.name, address: visit.user.email },
  subject: `${organization.name}: mails from Muster arrive`,
  body: {
    title: 'Mails from Muster arrive',
    sections: [
      {
        heading: null,
        lines: [{ text: 'Reminders look like this one.', href: `${url}/o/${organization.slug}/settings/reminders` }],
      },
    ],
    footer: [`${visit.user.name} asked for this mail in Settings, Reminders.`],
  },
  calendar: null,
});

export const reminderHandlers = ({ post, clock }: ReminderMeans): VisitHandlers<typeof reminderRoutes> => ({
  reminderSettings: async (visit) => (await visit.facts()).reminderSetting,

  async setReminder(visit, { text, body: { version, on, reason } }) {
    const kind = knownKind(text('reminder'));
    const there = (await visit.facts()).reminderSetting.find((setting) => setting.kind === kind);
    const fields = { on, reason };
    if ((there?.version ?? null) !== version)
      throw new MusterError({ code: 'conflict', what: 'reminder setting', yours: fields, theirs: there ?? null });
    const id = there?.id ?? (visit.newId() as ReminderSettingId);
    const result = await visit.change(`Reminders ${kind} switched ${on ? 'on' : 'off'}: ${reason}`, [
      there === undefined
        ? { register: 'reminderSetting', operation: 'create', id, fields: { kind, ...fields } }
        : { register: 'reminderSetting', operation: 'update', id, version: there.version, fields },
    ]);
    return result.change === null && there !== undefined ? there : changedRow(result, 'reminderSetting', id);
  },

  async mailsTonight(visit, { query: { recipient } }) {
    refuseOthers(visit);
    const snapshot = await visit.facts();
    const told = await visit.db.inOrganization(visit.organizationId, (tx) => toldRows(tx, visit.organizationId));
    const dues = remindersOn(snapshot, visit.today);
    const { server, from } = post.mailer;
    return {
      ...tonight(snapshot, dues, digestsOf(dues, toldBefore(told)), recipient),
      server,
      from: from.address,
    };
  },

  async sendTestMail(visit) {
    refuseOthers(visit);
    const { organizationId, db } = visit;
    const { organization } = await visit.facts();
    const message = testMessage(visit, post.url, organization);
    const mail = { id: clock.newId(), personId: visit.actor.kind === 'member' ? visit.actor.personId : null };
    await db.inOrganization(organizationId, (tx) =>
      keepMails(tx, organizationId, [{ ...mail, kind: 'test', message }], clock.now()),
    );
    const outcome = await sendMail({ db, clock, mailer: post.mailer }, organizationId, mail.id);
    const kind = outcome?.kind ?? 'sent';
    const reason = outcome === null || outcome.kind === 'sent' ? null : outcome.reason;
    return { outcome: kind, reason, to: visit.user.email, server: post.mailer.server };
  },

  async mailLog(visit, { query: { state, after, limit } }) {
    refuseOthers(visit);
    return visit.db.inOrganization(visit.organizationId, (tx) =>
      mailLog(tx, visit.organizationId, { state: state ?? null, after: after ?? null, limit }),
    );
  },
});
