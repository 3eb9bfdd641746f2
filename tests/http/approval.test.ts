import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityRoutes } from '../../src/capabilities/identity/contract.ts';
import { awarenessRoutes } from '../../src/capabilities/awareness/contract.ts';
import { doublesRoutes } from '../../src/capabilities/people/doubles-contract.ts';
import { peopleRoutes } from '../../src/capabilities/people/contract.ts';
import { roleRoutes } from '../../src/capabilities/roles/contract.ts';
import { segregationRoutes } from '../../src/capabilities/segregation/contract.ts';
import { trainingRoutes } from '../../src/capabilities/training/contract.ts';
import { trailRoutes } from '../../src/capabilities/trail/contract.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { PersonId, RoleId } from '../../src/kernel/id.ts';
import type { Route } from '../../src/kernel/route.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { newAppointment, newRole, personFieldsOf } from '../factories/organization.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

let house: TestHouse;
let firm: Scene;
let [owner, second, contributor]: TestUser[] = [];

beforeAll(async () => {
  house = await openHouse();
  [owner, second, contributor] = await Promise.all(['Olga', 'Sena', 'Cora'].map((name) => house.newUser(name)));
  if (owner === undefined || second === undefined || contributor === undefined) throw notFound('user');
  firm = await sceneOf(house, 'Adler', owner, [await house.newUser('Mia'), await house.newUser('Max')]);
  await house.join(firm.id, second, 'approver');
  await house.join(firm.id, contributor, 'contributor');
});
afterAll(() => house.close());

const json = async (answer: Response): Promise<Record<string, unknown>> => ({
  ...((await answer.json()) as Record<string, unknown>),
  status: answer.status,
});
const ask = async (route: Route, user: TestUser | undefined, carried: Carried): Promise<Record<string, unknown>> =>
  json(await house.call(route, { ...carried, path: { ...carried.path, organizationId: firm.id } }, user ?? undefined));
const word = (user: TestUser | undefined, appointmentId: string, version: number, paper: unknown = null) =>
  ask(roleRoutes.approveAppointment, user, { path: { appointmentId }, version, body: { paper } });

/** A fresh appointment, asked for by the owner; each from another year, so that none overlaps another. */
let year = 2030;
async function appointed(): Promise<string> {
  year += 1;
  const { fields } = newAppointment(firm.people[0] as PersonId, firm.role as RoleId);
  const body = { ...fields, from: `${year}-01-01`, to: `${year}-12-31` };
  return String((await ask(roleRoutes.appoint, owner, { body }))['id']);
}

describe('an appointment', () => {
  it('is kept with who asked for it, approved by another and by nobody else, and the trail says who', async () => {
    const id = await appointed();
    expect(await word(owner, id, 1)).toMatchObject({
      status: 403,
      detail: 'You asked for this appointment yourself: somebody else has to approve it.',
    });
    expect(await word(contributor, id, 1)).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await word(second, id, 1)).toMatchObject({
      status: 200,
      version: 2,
      requestedBy: owner?.id,
      approval: { userId: second?.id, name: 'Sena' },
    });
    expect(await word(second, id, 2)).toMatchObject({ code: 'already-exists' });
    const trail = await ask(trailRoutes.trail, owner, { query: { subject: id } });
    expect(trail['rows']).toMatchObject([{ reason: 'Appointment approved', actorName: 'Sena' }, { actorName: 'Olga' }]);
  });

  it('that somebody else changed meanwhile is not approved as it was', async () => {
    const id = await appointed();
    await ask(roleRoutes.updateAppointment, owner, {
      path: { appointmentId: id },
      version: 1,
      body: { hoursPerWeek: 9 },
    });
    expect(await word(second, id, 1)).toMatchObject({ status: 409, code: 'conflict', theirs: { hoursPerWeek: 9 } });
  });

  it('keeps its approval when it ends earlier, and needs it again when it asks for more, now by who changed it', async () => {
    const id = await appointed();
    const path = { appointmentId: id };
    await word(second, id, 1, { signer: 'Board', on: '2026-01-05' });
    const shorter = { path, version: 2, body: { to: `${year}-06-30`, note: 'Until summer' } };
    expect(await ask(roleRoutes.updateAppointment, owner, shorter)).toMatchObject({
      approval: { userId: null, name: 'Board', on: '2026-01-05' },
    });
    const more = { path, version: 3, body: { hoursPerWeek: 20 } };
    expect(await ask(roleRoutes.updateAppointment, owner, more)).toMatchObject({
      approval: null,
      requestedBy: owner?.id,
    });
    expect(await ask(roleRoutes.updateAppointment, second, { path, version: 4, body: { note: 'x' } })).toMatchObject({
      status: 403,
    });
  });

  it('keeps the approver another than the one appointed, by whatever name, address or account', async () => {
    const created = await ask(peopleRoutes.createPerson, owner, { body: personFieldsOf('Selin Arslan') });
    const personId = String(created['id']);
    const { fields } = newAppointment(personId as PersonId, firm.role as RoleId);
    const appointment = await ask(roleRoutes.appoint, owner, { body: fields });
    expect(await word(second, String(appointment['id']), 1)).toMatchObject({ status: 200 });
    const renamed = (body: object) => ask(peopleRoutes.updatePerson, owner, { path: { personId }, version: 1, body });
    for (const body of [{ name: 'Dr. Sena Arslan' }, { email: second?.email.toUpperCase() }])
      expect(await renamed(body)).toMatchObject({
        status: 422,
        errors: [
          { path: 'name', message: expect.stringContaining('approved by Sena: they would be one and the same') },
        ],
      });
    const { members } = (await ask(identityRoutes.members, owner, {})) as {
      members?: readonly { id: string; userId: string; version: number }[];
    };
    const member = members?.find(({ userId }) => userId === second?.id);
    const linked = await ask(identityRoutes.changeMember, owner, {
      path: { membershipId: member?.id ?? '' },
      version: member?.version ?? 0,
      body: { personId },
    });
    expect(linked).toMatchObject({ status: 422, errors: [{ path: 'personId' }] });
    expect(await renamed({ name: 'Selin Demir' })).toMatchObject({ status: 200, version: 2 });
  });

  it('is not alone: a training keeps the word of somebody else too, who is not another account of who asked', async () => {
    const created = await ask(peopleRoutes.createPerson, owner, { body: personFieldsOf('Nadia Brandt') });
    const personId = String(created['id']);
    const { measure } = firm.training;
    const asked = { personId, measureId: measure, roleId: null, competence: null, level: null };
    const trainings = [{ ...asked, reason: 'Wanted', due: '2031-01-01' }];
    expect(await ask(trainingRoutes.planTrainings, owner, { body: { trainings } })).toMatchObject({ status: 200 });
    const list = (await ask(trainingRoutes.trainings, owner, { query: { personId } })) as {
      rows?: readonly { id: string; version: number }[];
    };
    const seen = (list.rows ?? []).map(({ id, version }) => ({ id, version }));
    expect(seen).toHaveLength(1);
    expect(await ask(trainingRoutes.approveTrainings, second, { body: { trainings: seen } })).toMatchObject({
      status: 200,
    });
    const renamed = { path: { personId }, version: 1, body: { name: 'Sena Brandt' } };
    expect(await ask(peopleRoutes.updatePerson, owner, renamed)).toMatchObject({
      status: 422,
      errors: [{ message: expect.stringContaining('approved by Sena: they would be one and the same') }],
    });
    const { members } = (await ask(identityRoutes.members, owner, {})) as {
      members?: readonly { id: string; userId: string; version: number }[];
    };
    const link = (user: TestUser | undefined, to: string | null | undefined) => {
      const member = members?.find(({ userId }) => userId === user?.id);
      const path = { membershipId: member?.id ?? '' };
      return ask(identityRoutes.changeMember, owner, {
        path,
        version: member?.version ?? 0,
        body: { personId: to ?? null },
      });
    };
    expect(await link(second, personId)).toMatchObject({ status: 422, errors: [{ path: 'personId' }] });
    // Whoever asked for the training and who approved it cannot become the two accounts of one person either.
    const other = await ask(peopleRoutes.createPerson, owner, { body: personFieldsOf('Timo Lang') });
    expect(await link(owner, String(other['id']))).toMatchObject({ status: 200 });
    expect(await link(second, String(other['id']))).toMatchObject({
      status: 422,
      errors: [{ message: expect.stringContaining('who approved it would be one and the same') }],
    });
  });

  it('waits in the list of who may approve it, with what keeps the others from it', async () => {
    const id = await appointed();
    const seenBy = async (user: TestUser | undefined): Promise<unknown> => {
      const path = { organizationId: firm.id };
      const answer = await house.call(roleRoutes.appointments, { path, query: { waiting: 'true' } }, user);
      const rows = (await answer.json()) as { id: string; hindrance: string | null; requestedByName: string }[];
      const row = rows.find((one) => one.id === id);
      return [row?.hindrance, row?.requestedByName];
    };
    expect(await Promise.all([owner, second, contributor].map(seenBy))).toEqual([
      ['requested', 'Olga'],
      [null, 'Olga'],
      ['permission', 'Olga'],
    ]);
  });
});

describe('two rows of one person, one with an account', () => {
  it('become one by an owner’s hand, for the account goes with them; a campaign is acknowledged once', async () => {
    const [keep, drop] = await Promise.all(
      ['Ruth Falk', 'Falk, Ruth'].map(async (name) =>
        String((await ask(peopleRoutes.createPerson, owner, { body: personFieldsOf(name) }))['id']),
      ),
    );
    const { members } = (await ask(identityRoutes.members, owner, {})) as {
      members?: readonly { id: string; userId: string; version: number }[];
    };
    const member = members?.find(({ userId }) => userId === contributor?.id);
    const linked = { path: { membershipId: member?.id ?? '' }, version: member?.version ?? 0 };
    expect(await ask(identityRoutes.changeMember, owner, { ...linked, body: { personId: drop } })).toMatchObject({
      status: 200,
    });
    const [campaignId] = firm.campaigns;
    for (const [person, on] of [
      [keep, '2026-03-02'],
      [drop, '2026-03-01'],
    ])
      expect(
        await ask(awarenessRoutes.recordAcknowledgements, owner, {
          path: { campaignId },
          body: { personIds: [person], on },
        }),
      ).toMatchObject({ status: 200 });
    const manager = await house.newUser('Gita');
    await house.join(firm.id, manager, 'manager');
    const merge = { path: { personId: keep ?? '' }, version: 1, body: { drop, dropVersion: 1, take: [] } };
    const by = (user: TestUser | undefined, dryRun: boolean) =>
      ask(doublesRoutes.mergePeople, user, { ...merge, body: { ...merge.body, dryRun } });
    expect(await by(manager, true)).toMatchObject({ status: 403 });
    expect(await by(owner, true)).toMatchObject({
      notes: [
        { register: 'membership', what: 'moves' },
        { register: 'acknowledgement', what: 'joined' },
      ],
    });
    expect(await by(owner, false)).toMatchObject({ status: 200 });
    expect((await ask(identityRoutes.members, owner, {}))['members']).toContainEqual(
      expect.objectContaining({ id: member?.id, personId: keep }),
    );
    const { acknowledgement } = await house.facts.current(firm.id, null);
    expect(acknowledgement.filter(({ personId }) => personId === keep)).toMatchObject([{ on: '2026-03-01' }]);
  });
});

describe('several appointments', () => {
  const words = (user: TestUser | undefined, appointments: readonly { id: string; version: number }[]) =>
    ask(roleRoutes.approveAppointments, user, { body: { appointments } });
  const approvals = async (ids: readonly string[]): Promise<readonly unknown[]> => {
    const { appointment } = await firm.facts();
    return ids.map((id) => appointment.find((row) => row.id === id)?.approval?.name ?? null);
  };

  it('are approved as one change of the trail', async () => {
    const ids = [await appointed(), await appointed(), await appointed()];
    const seen = ids.map((id) => ({ id, version: 1 }));
    expect(await words(second, seen)).toMatchObject({ status: 200, approved: 3 });
    expect(await approvals(ids)).toEqual(['Sena', 'Sena', 'Sena']);
    const trail = await Promise.all(ids.map((subject) => ask(trailRoutes.trail, owner, { query: { subject } })));
    const last = trail.map(({ rows }) => (rows as { change: string; reason: string }[])[0]);
    expect(last.map((entry) => entry?.reason)).toEqual(Array(3).fill('3 appointments approved'));
    expect(new Set(last.map((entry) => entry?.change)).size).toBe(1);
  });

  it('are approved all or not at all: not where one is changed, approved already, named twice, of another organization or asked for by the reader', async () => {
    const members = [await house.newUser('Nora'), await house.newUser('Nils')] as const;
    const elsewhere = await sceneOf(house, 'Birke', await house.newUser('Nele'), members);
    const [first, other, done] = [await appointed(), await appointed(), await appointed()];
    await word(second, done, 1);
    const whole = (id: string, version = 1): Promise<Record<string, unknown>> =>
      words(second, [
        { id: first, version: 1 },
        { id, version },
      ]);
    expect(await whole(other, 7)).toMatchObject({ code: 'conflict' });
    expect(await whole(done, 2)).toMatchObject({ code: 'already-exists' });
    expect(await whole(first)).toMatchObject({ code: 'invalid', errors: [{ path: 'appointments' }] });
    expect(await whole(elsewhere.appointments[2])).toMatchObject({ code: 'not-found', what: 'appointment' });
    expect(await words(owner, [{ id: first, version: 1 }])).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await words(contributor, [{ id: first, version: 1 }])).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await approvals([first, other])).toEqual([null, null]);
  });

  it('are not approved by who is appointed in one of them', async () => {
    const self = await house.newUser('Selma');
    await house.join(firm.id, self, 'approver');
    const people = await ask(peopleRoutes.updatePerson, owner, {
      path: { personId: firm.people[1] },
      version: 1,
      body: { email: self.email },
    });
    expect(people).toMatchObject({ status: 200 });
    const { fields } = newAppointment(firm.people[1] as PersonId, firm.role as RoleId);
    const own = await ask(roleRoutes.appoint, owner, {
      body: { ...fields, capacity: 'deputy', from: '2051-01-01', to: '2051-12-31' },
    });
    const another = await appointed();
    expect(
      await words(self, [
        { id: another, version: 1 },
        { id: String(own['id']), version: 1 },
      ]),
    ).toMatchObject({ status: 403, detail: 'You are the one appointed: somebody else has to approve it.' });
    expect(await approvals([another, String(own['id'])])).toEqual([null, null]);
  });
});

describe('a role', () => {
  it('that is used stays, and is told what uses it; one that would stand in for itself is told so at the field', async () => {
    const path = { roleId: firm.role };
    expect(await ask(roleRoutes.removeRole, owner, { path, version: 1 })).toMatchObject({
      code: 'still-used',
      detail: expect.stringMatching(
        /still used by \d+ appointments, past ones included, 1 letter in the matrix and 1 activity/,
      ),
    });
    const body = { ...newRole('porter', 'Porter').fields, fallbackKey: 'porter' };
    expect(await ask(roleRoutes.createRole, owner, { body })).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'fallbackKey' }],
    });
  });

  it('that a rule of the house names stays until the rule is gone', async () => {
    const added = [];
    for (const [key, name] of [
      ['keeper', 'Keeper of stock'],
      ['counter', 'Counter of stock'],
    ] as const)
      added.push(await ask(roleRoutes.createRole, owner, { body: newRole(key, name).fields }));
    const [keeper] = added;
    const path = { roleId: String(keeper?.['id']) };
    const rule = await ask(segregationRoutes.addSegregationRule, owner, {
      body: {
        kind: 'role-pair',
        a: 'keeper',
        b: 'counter',
        title: 'Keeping and counting',
        reason: '',
        severity: 'high',
        references: [],
        compensatingControl: null,
      },
    });
    expect(await ask(roleRoutes.removeRole, owner, { path, version: 1 })).toMatchObject({
      code: 'still-used',
      detail: expect.stringContaining(`the segregation of duties by ${String(rule['key'])}`),
    });
    const ruled = { path: { segregationRuleId: String(rule['id']) }, version: 1 };
    expect(await ask(segregationRoutes.removeSegregationRule, owner, ruled)).toMatchObject({ status: 200 });
    expect(await ask(roleRoutes.removeRole, owner, { path, version: 1 })).toMatchObject({ status: 200 });
  });
});
