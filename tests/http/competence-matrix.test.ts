import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { Route } from '../../src/kernel/route.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

interface Judged {
  readonly cells: readonly { readonly face: { readonly value: string; readonly state: string } }[];
  readonly recorded: readonly { readonly id: string; readonly ended: readonly unknown[] }[];
  readonly change: string | null;
}

let house: TestHouse;
let owner: TestUser;
let scene: Scene;

beforeAll(async () => {
  house = await openHouse();
  owner = await house.newUser('Olga Owner');
  scene = await sceneOf(house, 'Sperber', owner, [await house.newUser('Mia'), await house.newUser('Max')]);
});
afterAll(() => house.close());

const routeOf = (id: string): Route => {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  return route;
};
async function ask<T>(id: string, carried: Carried = {}): Promise<{ readonly status: number; readonly body: T }> {
  const answer = await house.call(routeOf(id), { path: { organizationId: scene.id }, ...carried }, owner);
  return { status: answer.status, body: (await answer.json()) as T };
}

const terms = { on: '2026-03-01', method: 'manager', assessorId: null, assessorName: 'Line manager', reference: null };
const cell = (seen: string, edit: unknown, competence = 'iam') => ({
  personId: scene.people[0],
  competence,
  seen,
  edit,
});
const judge = (cells: readonly unknown[], changes: object = {}) =>
  ask<Judged>('judgeCells', { body: { cells, terms: { ...terms, ...changes } } });
const values = ({ cells }: Judged): readonly string[] => cells.map(({ face }) => face.value);

describe('levels typed into the matrix', () => {
  it('are judgements; a lower one ends what said more, and its withdrawal brings that back', async () => {
    const four = await judge([cell('', { level: 4 })]);
    expect([four.status, values(four.body)]).toEqual([200, ['4']]);
    const two = await judge([cell('4', { level: 2 })]);
    expect(values(two.body)).toEqual(['2']);
    expect(two.body.recorded[0]?.ended).toEqual([{ id: four.body.recorded[0]?.id, to: null }]);
    const [last] = two.body.recorded;
    const back = await judge([cell('2', { withdraw: last?.id, ended: last?.ended })]);
    expect(values(back.body)).toEqual(['4']);
    const [first] = four.body.recorded;
    expect(values((await judge([cell('4', { withdraw: first?.id, ended: [] })])).body)).toEqual(['']);
  });

  it('are one change, all of them or none', async () => {
    const levels = ['privacy', 'cryptography', 'risk-governance'].map((key) => cell('', { level: 3 }, key));
    const { change } = (await judge(levels)).body;
    const { rows } = (await ask<{ rows: { change: string }[] }>('trail', { query: { limit: '3' } })).body;
    expect(rows.map((row) => row.change)).toEqual([change, change, change]);
    const stale = await judge([cell('', { level: 1 }, 'audit-technique'), cell('', { level: 2 }, 'privacy')]);
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({ theirs: { competence: 'privacy', value: '3' } });
    const { face } = (
      await ask<{ face: { value: string } }>('competenceCell', {
        query: { personId: scene.people[0], competence: 'audit-technique' },
      })
    ).body;
    expect(face.value).toBe('');
  });

  it('are judged by the first of several who type into one cell at once; the others are told', async () => {
    const all = await Promise.all(
      [1, 2, 3].map((level) =>
        judge([cell('', { level }, 'network-cloud-security')], { assessorName: `Manager ${level}` }),
      ),
    );
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('count as the own word where one judges oneself, and prove nothing', async () => {
    const own = await judge([cell('', { level: 5 }, 'training-design')], {
      assessorId: scene.people[0],
      assessorName: null,
    });
    expect(values(own.body)).toEqual(['5?']);
  });

  it('are refused on a day to come, for what nobody knows, and twice for one cell', async () => {
    expect((await judge([cell('', { level: 1 })], { on: '2999-01-01' })).status).toBe(422);
    expect((await judge([cell('', { level: 1 }, 'juggling')])).status).toBe(422);
    expect((await judge([cell('', { level: 1 }), cell('', { level: 2 })])).status).toBe(422);
    expect((await judge([cell('', { level: 6 })])).status).toBe(422);
  });

  it('are withdrawn by the account that wrote them, and by no other', async () => {
    const written = await judge([cell('', { level: 3 }, 'people-security')]);
    const manager = await house.newUser('Max Manager');
    await house.join(scene.id, manager, 'manager');
    const body = {
      cells: [cell('3', { withdraw: written.body.recorded[0]?.id, ended: [] }, 'people-security')],
      terms,
    };
    const answer = await house.call(routeOf('judgeCells'), { path: { organizationId: scene.id }, body }, manager);
    expect(answer.status).toBe(403);
  });
});

describe('what roles require', () => {
  it('is set, made desirable and removed by version, and asked of who holds the role', async () => {
    const require = (version: number, requirement: unknown) =>
      ask<{ roles: { version: number; competences: { competence: string }[] }[] }>('requireCells', {
        body: { roles: [{ roleId: scene.role, version, cells: [{ competence: 'evidence-handling', requirement }] }] },
      });
    const set = await require(1, { level: 4, required: true });
    expect(set.body.roles[0]).toMatchObject({ version: 2 });
    const { reasons, face } = (
      await ask<{ reasons: { name: string }[]; face: object }>('competenceCell', {
        query: { personId: scene.people[1], competence: 'evidence-handling' },
      })
    ).body;
    expect(reasons.map(({ name }) => name)).toEqual(['Sperber lead']);
    expect(face).toMatchObject({ required: 4, must: true, state: 'missing', value: '' });
    expect((await require(1, null)).status).toBe(409);
    expect((await require(2, { level: 4, required: false })).status).toBe(200);
    const { competences } = (await require(3, null)).body.roles[0] ?? { competences: [] };
    expect(competences.map(({ competence }) => competence)).not.toContain('evidence-handling');
  });
});
