import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureRoutes } from '../../src/capabilities/training/measure-contract.ts';
import { personalDataRoutes } from '../../src/capabilities/people/personal-data-contract.ts';
import { reminderRoutes, type TestMail, type Tonight } from '../../src/capabilities/reminders/contract.ts';
import type { MailEntry } from '../../src/capabilities/reminders/model.ts';
import { keepMails } from '../../src/capabilities/reminders/store/mail.ts';
import { keepNight } from '../../src/capabilities/reminders/store/night.ts';
import { mailsToSend, sendMail } from '../../src/capabilities/reminders/store/sending.ts';
import { change } from '../../src/capabilities/trail/store/change.ts';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import { addDays, plainDate } from '../../src/kernel/date.ts';
import type { ActionId, MeasureId, OrganizationId, TrainingId, TrainingSessionId } from '../../src/kernel/id.ts';
import type { Route } from '../../src/kernel/route.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { freshId, newPerson } from '../factories/organization.ts';
import { measureFieldsOf, sessionFieldsOf, trainingFieldsOf } from '../factories/training.ts';

let house: TestHouse;
let owner: TestUser;
let organizationId: OrganizationId;
const ada = newPerson('Ada Ahn', { email: 'ada@falke.example' });
const gone = newPerson('Gus Gone', { email: 'gus@falke.example', to: plainDate('2026-02-01') });
const [measure, session, training] = [freshId<MeasureId>(), freshId<TrainingSessionId>(), freshId<TrainingId>()];

beforeAll(async () => {
  house = await openHouse();
  owner = await house.newUser('Olga Owner');
  organizationId = await house.newOrganization('Falke', owner);
  const today = house.clock.today();
  const items: readonly ChangeItem[] = [
    ada,
    gone,
    {
      register: 'action',
      operation: 'create',
      id: freshId<ActionId>(),
      fields: {
        title: 'Hire a deputy',
        description: '',
        ownerId: ada.id,
        due: addDays(today, 3),
        state: 'open',
        closedOn: null,
        requirementId: null,
        projectId: null,
      },
    },
    { register: 'measure', operation: 'create', id: measure, fields: measureFieldsOf('Course') },
    { register: 'trainingSession', operation: 'create', id: session, fields: sessionFieldsOf(measure) },
    {
      register: 'training',
      operation: 'create',
      id: training,
      fields: trainingFieldsOf(ada.id, measure, { due: addDays(today, 200) }),
    },
  ];
  await change(house.installation.db, house.clock, {
    actor: { kind: 'operator', name: 'Operator' },
    organizationId,
    reason: 'Begun',
    items,
  });
});
afterAll(() => house.close());

const ask = async <T>(
  route: Pick<Route, 'method' | 'path'>,
  carried: Carried = {},
  user = owner,
): Promise<{ readonly status: number; readonly body: T }> => {
  const answer = await house.call(route, { ...carried, path: { organizationId, ...carried.path } }, user);
  return { status: answer.status, body: (await answer.json()) as T };
};
const means = () => ({
  db: house.installation.db,
  facts: house.facts,
  clock: house.clock,
  mailer: house.post.mailer,
  url: house.post.url,
});
const sendAll = async (): Promise<void> => {
  for (const id of await mailsToSend(means(), organizationId, true)) await sendMail(means(), organizationId, id);
};
const log = async (): Promise<readonly MailEntry[]> =>
  (await ask<{ rows: readonly MailEntry[] }>(reminderRoutes.mailLog)).body.rows;

describe('reminders in the settings', () => {
  it('show what would be sent tonight, and no more of it once it was sent', async () => {
    const tonight = async () => (await ask<Tonight>(reminderRoutes.mailsTonight)).body;
    expect(await tonight()).toMatchObject({
      mails: 1,
      unreachable: 0,
      recipients: [{ id: ada.id, name: 'Ada Ahn' }],
      digest: { address: 'ada@falke.example', subject: 'Falke: 1 thing to look at' },
      server: 'mail.example:587',
    });
    await keepNight(means(), organizationId, house.clock.today());
    await sendAll();
    expect(await tonight()).toMatchObject({ mails: 0, digest: null });
    expect((await log()).map(({ recipient, kind, state }) => [recipient, kind, state])).toEqual([
      ['ada@falke.example', 'reminder', 'sent'],
    ]);
  });

  it('are switched off with a reason, and the second of two tabs is told', async () => {
    const set = (body: object) => ask(reminderRoutes.setReminder, { path: { reminder: 'action-due' }, body });
    expect(await set({ on: false, reason: ' ', version: null })).toMatchObject({ status: 422 });
    expect(await set({ on: false, reason: 'We meet every week', version: null })).toMatchObject({
      status: 200,
      body: { kind: 'action-due', on: false, version: 1 },
    });
    expect((await set({ on: true, reason: 'Again', version: null })).status).toBe(409);
    expect((await set({ on: true, reason: 'Again', version: 1 })).status).toBe(200);
    const unknown = { path: { reminder: 'birthdays' }, body: { on: true, reason: 'x', version: null } };
    expect((await ask(reminderRoutes.setReminder, unknown)).status).toBe(404);
  });

  it('send a mail to who asks, and nobody but owners and managers see the log', async () => {
    const { body } = await ask<TestMail>(reminderRoutes.sendTestMail);
    expect(body).toEqual({ outcome: 'sent', reason: null, to: owner.email, server: 'mail.example:587' });
    expect((await log())[0]).toMatchObject({ kind: 'test', recipient: owner.email, state: 'sent', attempts: 1 });
    const auditor = await house.newUser('Anna Auditor');
    await house.join(organizationId, auditor, 'auditor');
    for (const route of [reminderRoutes.mailLog, reminderRoutes.mailsTonight, reminderRoutes.sendTestMail])
      expect((await ask(route, {}, auditor)).status).toBe(403);
    const failed = await ask<{ total: number }>(reminderRoutes.mailLog, { query: { state: 'failed' } });
    expect(failed.body.total).toBe(0);
    const first = await ask<{ rows: MailEntry[]; next: string }>(reminderRoutes.mailLog, { query: { limit: '1' } });
    const rest = await ask<{ rows: MailEntry[]; next: null }>(reminderRoutes.mailLog, {
      query: { limit: '1', after: first.body.next },
    });
    expect([...first.body.rows, ...rest.body.rows].map(({ kind }) => kind)).toEqual(['test', 'reminder']);
    expect(rest.body.next).toBeNull();
  });
});

describe('people in a session', () => {
  it('are invited, told of a change, and told when they lose their place, as one event of their calendar', async () => {
    const from = house.mails.length;
    const seen = async (version: number, route: Route) =>
      ask(route, {
        path: { trainingSessionId: session },
        body: { trainings: [{ id: training, version }] },
      });
    expect((await seen(1, measureRoutes.enrol)).status).toBe(200);
    const edit = (version: number, body: object) =>
      ask(measureRoutes.updateSession, { path: { trainingSessionId: session }, version, body });
    expect((await edit(1, { on: '2026-05-11' })).status).toBe(200);
    expect((await edit(2, { note: 'Bring water' })).status).toBe(200);
    expect((await seen(2, measureRoutes.withdrawEnrolment)).status).toBe(200);
    await sendAll();
    const mails = house.mails.slice(from);
    expect(mails.map(({ to, subject }) => `${to.address} ${subject}`)).toEqual([
      'ada@falke.example Invitation: Course, 2026-05-04',
      'ada@falke.example Changed: Course, 2026-05-11',
      'ada@falke.example Cancelled: Course, 2026-05-11',
    ]);
    const events = mails.map(({ calendar }) => {
      const root = new ICAL.Component(ICAL.parse(calendar?.content ?? '') as unknown[]);
      const event = new ICAL.Event(root.getFirstSubcomponent('vevent') ?? undefined);
      return [root.getFirstPropertyValue('method'), event.uid, event.startDate.toJSDate().toISOString()];
    });
    expect(events).toEqual([
      ['REQUEST', session, '2026-05-04T07:00:00.000Z'],
      ['REQUEST', session, '2026-05-11T07:00:00.000Z'],
      ['CANCEL', session, '2026-05-11T07:00:00.000Z'],
    ]);
    const sequences = mails.map(({ calendar }) => Number(/SEQUENCE:(\d+)/.exec(calendar?.content ?? '')?.[1]));
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });
});

describe('mails of somebody whose data are erased', () => {
  it('go with them', async () => {
    const { db } = house.installation;
    const body = { title: 'Ask Gus Gone', sections: [], footer: [] };
    await db.inOrganization(organizationId, (tx) =>
      keepMails(
        tx,
        organizationId,
        ['gus@falke.example', 'ada@falke.example'].map((address) => ({
          id: house.clock.newId(),
          personId: null,
          kind: 'reminder' as const,
          message: { to: { name: null, address }, subject: 'To do', body, calendar: null },
        })),
        house.clock.now(),
      ),
    );
    const before = (await log()).length;
    const erased = await ask(personalDataRoutes.erasePerson, {
      path: { personId: gone.id },
      version: 1,
      body: { reason: 'Asked for' },
    });
    expect(erased.status).toBe(200);
    const left = await log();
    expect(left).toHaveLength(before - 2);
    expect(left.map(({ recipient }) => recipient)).not.toContain('gus@falke.example');
  });
});
