import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import type { UndoReport } from '../../src/capabilities/trail/contract.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { PersonId, RoleId } from '../../src/kernel/id.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { newAppointment, personFieldsOf } from '../factories/organization.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

let house: TestHouse;
let firm: Scene;
let [owner, second]: TestUser[] = [];

beforeAll(async () => {
  house = await openHouse();
  [owner, second] = await Promise.all(['Olga Ortmann', 'Sena Sahin'].map((name) => house.newUser(name)));
  if (owner === undefined || second === undefined) throw notFound('user');
  firm = await sceneOf(house, 'Adler', owner, [await house.newUser('Mia'), await house.newUser('Max')]);
  await house.join(firm.id, second, 'manager');
});
afterAll(() => house.close());

type Answer = Record<string, unknown> & { readonly id: string };

async function ask(id: string, user: TestUser | undefined, carried: Carried = {}): Promise<Answer> {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  const answer = await house.call(
    route,
    { ...carried, path: { organizationId: firm.id, ...carried.path } },
    user ?? null,
  );
  return { ...((await answer.json()) as Answer), status: answer.status };
}

/** The change that stands last on the trail. */
async function lastChange(): Promise<string> {
  const { rows } = (await ask('trail', owner, { query: { limit: '1' } })) as unknown as {
    readonly rows: readonly { readonly change: string }[];
  };
  return rows[0]?.change ?? '';
}
const undone = (user: TestUser | undefined, changeId: string): Promise<Answer & Partial<UndoReport>> =>
  ask('undoChange', user, { path: { changeId }, body: { dryRun: false } });

describe('an undo', () => {
  it('lets nobody approve what another has asked for and taken back', async () => {
    const { fields } = newAppointment(firm.people[0] as PersonId, firm.role as RoleId);
    const { requestedBy: _asked, approval: _word, ...body } = fields as Record<string, unknown>;
    const { id } = await ask('appoint', owner, { body: { ...body, from: '2041-01-01', to: '2041-12-31' } });
    const made = await lastChange();
    expect(await undone(owner, made)).toMatchObject({ status: 200 });
    expect(await undone(second, await lastChange())).toMatchObject({ status: 200 });
    const path = { appointmentId: id };
    expect(await ask('approveAppointment', second, { path, version: 1, body: { paper: null } })).toMatchObject({
      status: 403,
      detail: 'You asked for this appointment yourself: somebody else has to approve it.',
    });
    const approved = await ask('approveAppointment', owner, { path, version: 1, body: { paper: null } });
    expect(approved).toMatchObject({ status: 200, requestedBy: second?.id });
  });

  it('does not bring back a version of a document that was withdrawn, and takes none away', async () => {
    const waiting = (await firm.facts()).documentVersion.find(({ decision }) => decision === null);
    const path = { documentVersionId: waiting?.id ?? '' };
    await ask('decideVersion', second, { path, version: 1, body: { verdict: 'declined', note: 'Too early' } });
    const put = await ask('submitVersion', owner, { body: { document: waiting?.document } });
    expect(put).toMatchObject({ status: 200 });
    expect(await undone(second, await lastChange())).toMatchObject({
      status: 422,
      errors: [{ message: expect.stringContaining('withdrawn or decided on, not undone') }],
    });
  });

  it('leaves no unit below itself, no two with one name, no circle of managers and no absence on top of another', async () => {
    const unit = (name: string, parentId: string | null = null) =>
      ask('createUnit', owner, { body: { kind: 'unit', name, parentId, headId: null, note: '' } });
    const upper = await unit('Upper');
    const lower = await unit('Lower', upper.id);
    const moved = await ask('updateUnit', owner, {
      path: { unitId: lower.id },
      version: 1,
      body: { parentId: null, name: 'Ground' },
    });
    expect(moved).toMatchObject({ status: 200 });
    const away = await lastChange();
    await ask('updateUnit', owner, { path: { unitId: upper.id }, version: 1, body: { parentId: lower.id } });
    expect(await undone(owner, away)).toMatchObject({ status: 422 });

    const [ann, bob] = [
      await ask('createPerson', owner, { body: personFieldsOf('Ann Auer') }),
      await ask('createPerson', owner, { body: personFieldsOf('Bob Beer') }),
    ];
    const manager = (id: string, version: number, managerId: string | null) =>
      ask('updatePerson', owner, { path: { personId: id }, version, body: { managerId } });
    await manager(ann.id, 1, bob.id);
    await manager(ann.id, 2, null);
    const freed = await lastChange();
    await manager(bob.id, 1, ann.id);
    expect(await undone(owner, freed)).toMatchObject({ status: 422 });

    const days = (from: string, to: string) => ({ kind: 'leave', from, to, note: '' });
    const absence = await ask('recordAbsence', owner, {
      body: { personId: ann.id, ...days('2041-01-01', '2041-01-10') },
    });
    await ask('updateAbsence', owner, {
      path: { absenceId: absence.id },
      version: 1,
      body: days('2041-03-01', '2041-03-10'),
    });
    const later = await lastChange();
    await ask('recordAbsence', owner, { body: { personId: ann.id, ...days('2041-01-05', '2041-01-07') } });
    expect(await undone(owner, later)).toMatchObject({ status: 422 });
  });

  it('of a role stops where a rule of the house names it since', async () => {
    const role = { key: 'treasurer', name: 'Treasurer', mandatory: false, aliases: [], responsibilities: [] };
    const made = await ask('createRole', owner, {
      body: { ...role, competences: [], external: 'no', needsDeputy: false, fallbackKey: null },
    });
    expect(made).toMatchObject({ status: 200 });
    const change = await lastChange();
    const other = (await firm.facts()).role.find(({ key }) => key !== 'treasurer')?.key ?? '';
    const rule = { kind: 'role-pair', a: 'treasurer', b: other, title: 'Apart', reason: 'So', severity: 'low' };
    expect(
      await ask('addSegregationRule', owner, { body: { ...rule, references: [], compensatingControl: null } }),
    ).toMatchObject({ status: 200 });
    expect(await undone(owner, change)).toMatchObject({
      status: 422,
      errors: [{ message: expect.stringContaining('refers to it since') }],
    });
  });
});
