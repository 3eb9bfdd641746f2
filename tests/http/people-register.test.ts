import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import { notFound } from '../../src/kernel/errors.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { personFieldsOf } from '../factories/organization.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

let house: TestHouse;
let owner: TestUser;
let scene: Scene;

beforeAll(async () => {
  house = await openHouse();
  owner = await house.newUser('Ute Owner');
  scene = await sceneOf(house, 'Kranich', owner, [await house.newUser('Mia'), await house.newUser('Max')]);
});
afterAll(() => house.close());

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number };

async function ask<T = Row>(id: string, carried: Carried = {}, user = owner): Promise<T> {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  const answer = await house.call(route, { ...carried, path: { organizationId: scene.id, ...carried.path } }, user);
  return (await answer.json()) as T;
}
const add = (name: string, fields: object = {}): Promise<Row> =>
  ask('createPerson', { body: { ...personFieldsOf(name), ...fields } });
const person = (id: string, query = {}): Promise<Row> => ask('person', { path: { personId: id }, query });

describe('units and sites', () => {
  it('are described once a name, and renamed with all their people in one change', async () => {
    const [ada, ben] = [await add('Ada', { unit: 'Logistik', site: 'Kai 3' }), await add('Ben', { unit: 'LOGISTIK' })];
    const before = await ask<{ undescribed: Row[] }>('units');
    expect(before.undescribed.filter(({ kind }) => kind === 'unit')).toEqual([
      { kind: 'unit', name: 'Logistik', people: 2, named: 2, gaps: 0 },
    ]);
    const body = { kind: 'unit', name: 'Logistik', parentId: null, headId: ada.id, note: '' };
    const unit = await ask('createUnit', { body });
    expect(await ask('createUnit', { body: { ...body, name: 'logistik' } })).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'name', message: 'There is a unit logistik already.' }],
    });
    await ask('updateUnit', { path: { unitId: unit.id }, version: 1, body: { name: 'Hafenlogistik' } });
    expect([await person(ada.id), await person(ben.id)]).toMatchObject([
      { unit: 'Hafenlogistik', version: 2 },
      { unit: 'Hafenlogistik', version: 2 },
    ]);
    const after = await ask<{ units: Row[] }>('units');
    expect(after.units.find(({ id }) => id === unit.id)).toMatchObject({
      people: 2,
      headName: 'Ada',
      headIsThere: true,
    });
  });

  it('never stand below themselves, nor below a site', async () => {
    const make = (name: string, parentId: string | null, kind = 'unit'): Promise<Row> =>
      ask('createUnit', { body: { kind, name, parentId, headId: null, note: '' } });
    const top = await make('Werk', null);
    const middle = await make('Halle', top.id);
    const circle = await ask('updateUnit', { path: { unitId: top.id }, version: 1, body: { parentId: middle.id } });
    expect(circle).toMatchObject({
      errors: [{ path: 'parentId', message: expect.stringContaining('would stand below itself') as string }],
    });
    expect(await make('Ort', top.id, 'site')).toMatchObject({
      errors: [{ path: 'parentId', message: 'A site does not stand below a unit.' }],
    });
  });

  it('are forgotten only as a description while people name them', async () => {
    const { units } = await ask<{ units: Row[] }>('units');
    const unit = units.find(({ name }) => name === 'Hafenlogistik');
    const path = { unitId: unit?.id ?? '' };
    const version = unit?.version ?? 0;
    expect(await ask('removeUnit', { path, version })).toMatchObject({
      code: 'still-used',
      detail: 'This unit is still used by 2 people who name it.',
    });
    await ask('removeUnit', { path, version, query: { keepName: 'true' } });
    const { undescribed } = await ask<{ undescribed: Row[] }>('units');
    expect(undescribed).toContainEqual({ kind: 'unit', name: 'Hafenlogistik', people: 2, named: 2, gaps: 0 });
  });
});

describe('absences', () => {
  it('are refused where they share a day, and seen in the register and the answer', async () => {
    const [ada] = scene.people;
    const away = { personId: ada, kind: 'leave', from: '2026-03-01', to: '2026-03-20', note: '' };
    const recorded = await ask('recordAbsence', { body: away });
    expect(await ask('recordAbsence', { body: { ...away, from: '2026-03-19', to: '2026-04-01' } })).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'from' }],
    });
    expect(await person(ada, { on: '2026-03-19' })).toMatchObject({ awayUntil: '2026-03-20' });
    expect(await person(ada, { on: '2026-03-20' })).toMatchObject({ awayUntil: null });
    const ended = { path: { absenceId: recorded.id }, version: 1, body: { to: '2026-03-10' } };
    expect(await ask('updateAbsence', ended)).toMatchObject({ to: '2026-03-10', version: 2 });
    expect(await ask('updateAbsence', { ...ended, version: 2, body: { to: '2026-03-01' } })).toMatchObject({
      errors: [{ path: 'to', message: 'The last day cannot be before the first.' }],
    });
  });
});

describe('somebody who comes back', () => {
  it('keeps one row, whose earlier engagement still counts on its days', async () => {
    const cem = await add('Cem', { from: '2024-01-01', to: '2025-01-01' });
    const path = { personId: cem.id };
    expect(await ask('engageAgain', { path, version: 1, body: { from: '2024-12-31', to: null } })).toMatchObject({
      errors: [{ path: 'from', message: 'Cem is engaged until 2024-12-31; the next engagement begins after that.' }],
    });
    await ask('engageAgain', { path, version: 1, body: { from: '2026-01-01', to: null } });
    const states = await Promise.all(['2024-06-01', '2025-06-01', '2026-06-01'].map((on) => person(cem.id, { on })));
    expect(states.map(({ state }) => state)).toEqual(['active', 'future', 'active']);
    expect(await ask('updatePerson', { path, version: 2, body: { from: '2024-10-01' } })).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'from' }],
    });
  });
});

describe('many people at once', () => {
  it('change together or not at all', async () => {
    const [dan, eva] = [await add('Dan', { weeklyHours: 40 }), await add('Eva', { weeklyHours: 38 })];
    const seen = [dan, eva].map(({ id, version }) => ({ id, version }));
    const hours = { from: '2026-06-01', weeklyHours: 20 };
    expect(await ask('editPeople', { body: { people: seen, set: { unit: 'Lager', hours } } })).toEqual({ changed: 2 });
    expect([await person(eva.id, { on: '2026-05-31' }), await person(eva.id, { on: '2026-06-01' })]).toMatchObject([
      { unit: 'Lager', hoursNow: 38 },
      { unit: 'Lager', hoursNow: 20 },
    ]);
    expect(await ask('editPeople', { body: { people: seen, set: { unit: 'Kasse' } } })).toMatchObject({
      code: 'conflict',
      theirs: { name: 'Dan', version: 2 },
    });
    expect(await person(eva.id)).toMatchObject({ unit: 'Lager', version: 2 });
  });

  it('never report to themselves, not over others either', async () => {
    const fay = await add('Fay');
    const gus = await add('Gus', { managerId: fay.id });
    const own = { people: [{ id: fay.id, version: 1 }], set: { managerId: fay.id } };
    expect(await ask('editPeople', { body: own })).toMatchObject({
      errors: [{ path: 'set.managerId', message: 'Nobody reports to themselves: Fay.' }],
    });
    const circle = { people: [{ id: fay.id, version: 1 }], set: { managerId: gus.id } };
    const refused = { errors: [{ message: 'These people would report to one another in a circle: Fay, Gus.' }] };
    expect(await ask('editPeople', { body: circle })).toMatchObject(refused);
    const alone = { path: { personId: fay.id }, version: 1, body: { managerId: gus.id } };
    expect(await ask('updatePerson', alone)).toMatchObject(refused);
  });

  it('are five hundred at most, and set something', async () => {
    const many = Array.from({ length: 501 }, () => ({ id: scene.people[0], version: 1 }));
    expect(await ask('editPeople', { body: { people: many, set: { unit: 'X' } } })).toMatchObject({ code: 'invalid' });
    const one = [{ id: scene.people[0], version: 1 }];
    expect(await ask('editPeople', { body: { people: one, set: {} } })).toMatchObject({ errors: [{ path: 'set' }] });
  });
});

describe('moving to another unit', () => {
  it('shows the orphans before it is saved, and hands over what does not move along', async () => {
    const [ada, ben] = scene.people;
    const before = await person(ben);
    const move = {
      from: '2026-06-01',
      unit: 'Vertrieb',
      site: 'Kai 9',
      managerId: ada,
      weeklyHours: 24,
      appointments: [{ appointmentId: scene.appointments[0], to: null as string | null }],
      letters: [],
      reportsTo: null,
      dryRun: true,
    };
    const path = { personId: ben };
    const orphaned = await ask<{ created: { rule: string; subject: { label: string } }[] }>('movePerson', {
      path,
      version: before.version,
      body: move,
    });
    const lead = orphaned.created.filter(({ subject }) => subject.label === 'Kranich lead').map(({ rule }) => rule);
    expect(lead).toContain('role.mandatory-vacant');
    expect(await person(ben)).toEqual(before);
    const handed = { ...move, appointments: [{ appointmentId: scene.appointments[0], to: ada }], dryRun: false };
    const done = await ask<typeof orphaned>('movePerson', { path, version: before.version, body: handed });
    expect(done.created.map(({ rule }) => rule)).not.toContain('role.mandatory-vacant');
    expect(await person(ben, { on: '2026-06-01' })).toMatchObject({
      unit: 'Vertrieb',
      managerName: 'Kranich Ada',
      hoursNow: 24,
      roles: [],
    });
    const { roles } = await person(ada, { on: '2026-06-01' });
    expect(roles).toContainEqual({ id: scene.role, name: 'Kranich lead', capacity: 'holder' });
    expect(await person(ben, { on: '2026-05-31' })).toMatchObject({ roles: [{ name: 'Kranich lead' }] });
    const again = await ask('movePerson', { path, version: before.version, body: { ...handed, appointments: [] } });
    expect(again).toMatchObject({ code: 'conflict' });
  });
});
