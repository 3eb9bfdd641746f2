import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailEntry } from '../../src/capabilities/reminders/model.ts';
import { ATTEMPTS_AT_MOST, claimMail, forgetMails, mailLog } from '../../src/capabilities/reminders/store/mail.ts';
import { keepNight } from '../../src/capabilities/reminders/store/night.ts';
import { mailsToSend, sendMail } from '../../src/capabilities/reminders/store/sending.ts';
import { openFacts } from '../../src/capabilities/trail/store/facts.ts';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import { addDays, instant, plainDate } from '../../src/kernel/date.ts';
import type { ActionId, OrganizationId, PersonId, ReminderSettingId } from '../../src/kernel/id.ts';
import type { MailOutcome } from '../../src/platform/mail/mailer.ts';
import type { Message } from '../../src/platform/mail/message.ts';
import { embedded, pglite, type TestDatabase } from '../factories/database.ts';
import { recordingMailer } from '../factories/mail.ts';
import {
  foundedOrganization,
  freshId,
  newPerson,
  steppingClock,
  type TestOrganization,
} from '../factories/organization.ts';

const on = plainDate('2026-03-03');
const url = 'https://muster.example';

const actionOf = (ownerId: PersonId, title: string): ChangeItem => ({
  register: 'action',
  operation: 'create',
  id: freshId<ActionId>(),
  fields: {
    title,
    description: '',
    ownerId,
    due: addDays(on, 3),
    state: 'open',
    closedOn: null,
    requirementId: null,
    projectId: null,
  },
});

describe.each([pglite, embedded])('the nights of an organization on $name', ({ open }) => {
  const clock = steppingClock();
  let database: TestDatabase;
  const mails: Message[] = [];
  let outcome: MailOutcome = { kind: 'sent' };
  const mailer = recordingMailer(mails, () => outcome);

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const means = () => ({ db: database.db, facts: openFacts(database.db, 5), clock, mailer, url });
  const log = (id: OrganizationId): Promise<readonly MailEntry[]> =>
    database.db.inOrganization(id, async (tx) => (await mailLog(tx, id, { state: null, after: null, limit: 50 })).rows);

  /** Ada and Ben own an action each. */
  const begun = async (name: string): Promise<{ organization: TestOrganization; ada: PersonId; ben: PersonId }> => {
    const organization = await foundedOrganization(database.db, clock, name);
    const ada = newPerson('Ada Ahn', { email: 'ada@adler.example' });
    const ben = newPerson('Ben "B" Berg', { email: 'ben@adler.example' });
    await organization.write([ada, ben]);
    await organization.write([actionOf(ada.id, 'Hire a deputy'), actionOf(ben.id, 'Ask Ada Ahn')]);
    mails.length = 0;
    outcome = { kind: 'sent' };
    return { organization, ada: ada.id, ben: ben.id };
  };
  const send = async (id: OrganizationId, ids: readonly string[]): Promise<void> => {
    for (const mail of ids) await sendMail(means(), id, mail);
  };

  it('tell each recipient once, in one mail, and the same night again nothing', async () => {
    const { organization } = await begun('Once');
    await send(organization.id, await keepNight(means(), organization.id, on));
    expect(mails.map(({ to, subject }) => `${to.address} ${subject}`).sort()).toEqual([
      'ada@adler.example Once: 1 thing to look at',
      'ben@adler.example Once: 1 thing to look at',
    ]);
    expect(mails[0]?.body.sections[0]?.lines[0]?.href).toBe('https://muster.example/o/adler-optics/actions');
    expect(await keepNight(means(), organization.id, on)).toEqual([]);
    expect(await keepNight(means(), organization.id, addDays(on, 1))).toEqual([]);
    expect((await log(organization.id)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 1],
      ['sent', 1],
    ]);
  });

  it('tell once what two processes work out at once, and send once what both find', async () => {
    const { organization } = await begun('Twice');
    const kept = await Promise.all([1, 2, 3].map(() => keepNight(means(), organization.id, on)));
    expect(kept.flat()).toHaveLength(2);
    await Promise.all([1, 2, 3].map(() => send(organization.id, kept.flat())));
    expect(mails).toHaveLength(2);
  });

  it('say nothing of a kind that was switched off', async () => {
    const { organization } = await begun('Off');
    await organization.write([
      {
        register: 'reminderSetting',
        operation: 'create',
        id: freshId<ReminderSettingId>(),
        fields: { kind: 'action-due', on: false, reason: 'We meet every week' },
      },
    ]);
    expect(await keepNight(means(), organization.id, on)).toEqual([]);
  });

  it('do not send again what a process had in hand when it was killed, and show it', async () => {
    const { organization } = await begun('Killed');
    const [first = '', second = ''] = await keepNight(means(), organization.id, on);
    await database.db.inOrganization(organization.id, (tx) => claimMail(tx, organization.id, first, clock.now()));
    expect(await mailsToSend(means(), organization.id)).toEqual([]);
    clock.set(instant(new Date(Date.parse(clock.now()) + 20 * 60_000)));
    await send(organization.id, [first, ...(await mailsToSend(means(), organization.id))]);
    expect(mails).toHaveLength(1);
    expect((await log(organization.id)).map(({ id, state, error }) => [id, state, error])).toEqual(
      expect.arrayContaining([
        [second, 'sent', null],
        [first, 'failed', expect.stringContaining('is not sent again')],
      ]),
    );
  });

  it('try again what was certainly not taken, and give up what was refused or may have arrived', async () => {
    const { organization } = await begun('Trying');
    const [first = '', second = ''] = await keepNight(means(), organization.id, on);
    outcome = { kind: 'later', reason: '451 greylisted' };
    await send(organization.id, [first]);
    clock.set(instant(new Date(Date.parse(clock.now()) + 5 * 60_000)));
    expect(await mailsToSend(means(), organization.id)).toEqual([second]);
    expect(await mailsToSend(means(), organization.id, true)).toHaveLength(2);
    outcome = { kind: 'refused', reason: '550 no such mailbox' };
    await send(organization.id, [second, second]);
    outcome = { kind: 'later', reason: '451 still greylisted' };
    for (let attempt = 0; attempt < ATTEMPTS_AT_MOST + 2; attempt++) await send(organization.id, [first]);
    const stands = new Map((await log(organization.id)).map(({ id, ...entry }) => [id, entry]));
    expect(stands.get(first)).toMatchObject({
      state: 'failed',
      attempts: ATTEMPTS_AT_MOST,
      error: '451 still greylisted',
    });
    expect(stands.get(second)).toMatchObject({ state: 'failed', attempts: 1, error: '550 no such mailbox' });
  });

  it('keep what a mail says no longer than until it is sent', async () => {
    const { organization } = await begun('Kept');
    const contents = async (): Promise<number> => {
      const { rows } = await database.db.inOrganization(organization.id, (tx) =>
        sql<{
          kept: number;
        }>`select count(content)::int as kept from mail where organization_id = ${organization.id}`.execute(tx),
      );
      return rows[0]?.kept ?? -1;
    };
    const ids = await keepNight(means(), organization.id, on);
    expect(await contents()).toBe(2);
    await send(organization.id, ids);
    expect(await contents()).toBe(0);
  });

  it('forget with a person what was sent to them, and what is still to be sent that names them', async () => {
    const { organization, ada, ben } = await begun('Forgotten');
    const ids = await keepNight(means(), organization.id, on);
    expect(ids).toHaveLength(2);
    const forget = (id: PersonId, addresses: string[], names: string[]): Promise<void> =>
      database.db.inOrganization(organization.id, (tx) => forgetMails(tx, organization.id, id, addresses, names));
    await forget(ada, ['ada@adler.example'], ['Ada Ahn']);
    expect(await log(organization.id)).toEqual([]);
    await organization.write([actionOf(ben, 'Another one')]);
    await send(organization.id, await keepNight(means(), organization.id, on));
    expect(mails.map(({ to }) => to.address)).toContain('ben@adler.example');
    await forget(ben, [], ['Ben "B" Berg']);
    expect((await log(organization.id)).map(({ recipient }) => recipient)).toEqual(['ada@adler.example']);
  });
});
