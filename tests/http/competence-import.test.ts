import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import type { CompetenceImportReport } from '../../src/capabilities/competence-intake/contract.ts';
import { importCommand } from '../../src/cli/import.ts';
import type { Outcome } from '../../src/cli/command.ts';
import { MusterError, notFound } from '../../src/kernel/errors.ts';
import type { OrganizationId } from '../../src/kernel/id.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { personFieldsOf } from '../factories/organization.ts';

let house: TestHouse;
let folder: string;
let owner: TestUser;
let contributor: TestUser;
let viewer: TestUser;
let stranger: TestUser;
let firm: OrganizationId;
let elsewhere: OrganizationId;

const routeOf = (id: string) => {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  return route;
};
const ask = (id: string, carried: Carried, user = owner): Promise<Response> =>
  house.call(routeOf(id), { ...carried, path: { organizationId: firm, ...carried.path } }, user);
const take = async (
  lines: readonly string[],
  body: object = {},
  query: Readonly<Record<string, string>> = {},
  user = owner,
) =>
  (await (
    await ask(
      'importCompetences',
      { query: { name: 'skills.csv', dryRun: 'false', ...query }, body, file: lines.join('\n') },
      user,
    )
  ).json()) as CompetenceImportReport & { readonly code?: string };

beforeAll(async () => {
  house = await openHouse();
  folder = await mkdtemp(join(tmpdir(), 'muster-skills-'));
  [owner, contributor, viewer, stranger] = [
    await house.newUser('Olga Owner'),
    await house.newUser('Cora'),
    await house.newUser('Vera'),
    await house.newUser('Sven'),
  ];
  firm = await house.newOrganization('Kranich', owner);
  elsewhere = await house.newOrganization('Reiher', stranger);
  await house.join(firm, contributor, 'contributor');
  await house.join(firm, viewer, 'viewer');
  for (const name of ['Ada Okoye', 'Ben Park']) await ask('createPerson', { body: personFieldsOf(name) });
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const grid = ['Name,Risk assessment,Privacy,Knots', 'Ada Okoye,3,x,2', 'Ben Park,5,,1', 'Carla Strange,1,1,1'];

describe('an import of competences', () => {
  it('shows first, writes one change, and is taken back whole', async () => {
    const trial = await take(grid, {}, { dryRun: 'true' });
    expect(trial).toMatchObject({ kind: 'competence', dryRun: true, taken: 2, change: null });
    expect(trial.ignored).toMatchObject([{ row: 4 }]);
    const own = {
      competences: [{ foreign: 'Knots', target: 'new' }],
      levels: [{ value: 'x', level: 4 }],
      on: '2026-01-15',
    };
    const done = await take(grid, own);
    expect(done.rows).toMatchObject([
      { label: 'Ada Okoye', changes: [{ to: '3' }, { to: '4' }, { to: '2' }] },
      { label: 'Ben Park', changes: [{ to: '5' }, { to: '1' }] },
    ]);
    const { competenceAssessment, competence } = await house.facts.current(firm, null);
    expect(competence).toMatchObject([{ key: 'knots', name: 'Knots' }]);
    expect(competenceAssessment.map(({ on, assessorName, recordedBy }) => [on, assessorName, recordedBy])).toEqual(
      Array.from({ length: 5 }, () => ['2026-01-15', 'Olga Owner', owner.id]),
    );
    expect(await take(grid, own)).toMatchObject({ unchanged: 2, taken: 0, changed: 0, change: null });
    await ask('undoChange', { path: { changeId: done.change ?? '' }, body: { dryRun: false } });
    expect(await house.facts.current(firm, null)).toMatchObject({ competenceAssessment: [], competence: [] });
  });

  it('is for who may judge; what a contributor may not say is told', async () => {
    expect(await take(grid, {}, {}, viewer)).toMatchObject({ code: 'forbidden' });
    const lines = [
      'Person,Role,Competence,Required level,Level',
      'Ada Okoye,Privateer,Privacy,5,4',
      'Ada Okoye,Privateer,Knots,1,1',
    ];
    const report = await take(lines, { newCompetences: true }, { dryRun: 'true' }, contributor);
    expect([report.taken, report.flagged, report.ignored]).toMatchObject([
      1,
      [{ row: 2, reason: 'Only owners and managers make roles: ask one of them.' }],
      [{ row: 3, reason: 'Only owners and managers make competences: ask one of them.' }],
    ]);
  });

  it('does not reach another organization, by its address or by an id', async () => {
    const carried = { query: { name: 'skills.csv' }, body: {}, file: grid.join('\n') };
    expect((await ask('importCompetences', { ...carried, path: { organizationId: elsewhere } })).status).toBe(404);
    const theirs = await house.facts.current(elsewhere, null);
    const body = { roles: [{ foreign: 'CISO', target: theirs.role[0]?.id ?? '' }] };
    expect(await take(['Role,Required Competence,Level', 'CISO,Privacy,3'], body)).toMatchObject({ code: 'invalid' });
  });

  it('refuses what it cannot read, and a day to come', async () => {
    expect(await take(['Date,Amount', 'today,12'])).toMatchObject({ code: 'unreadable' });
    expect(await take(grid, {}, { as: 'training' })).toMatchObject({ code: 'unreadable' });
    expect(await take(grid, { on: '2126-01-01' })).toMatchObject({ code: 'invalid', errors: [{ path: 'on' }] });
    expect(await take(grid, { levels: [{ value: 'x', level: 6 }] })).toMatchObject({ code: 'invalid' });
  });
});

describe('the command', () => {
  const run = async (
    lines: readonly string[],
    values: Readonly<Record<string, string | boolean>>,
  ): Promise<Outcome> => {
    const file = join(folder, 'skills.csv');
    await writeFile(file, lines.join('\n'));
    const { installation, facts, clock, storage, post } = house;
    const desk = {
      db: installation.db,
      facts,
      clock,
      storage,
      post,
      organization: { id: firm, name: 'Kranich', slug: 'kranich' },
      actor: { kind: 'operator', name: 'Operator' },
    } as const;
    if (!importCommand.desk) throw new MusterError({ code: 'usage', reason: 'The import works on an organization.' });
    return await importCommand.run({ positionals: [file], values }, desk);
  };

  it('brings a grid in with the user’s words on its steps and names', async () => {
    const lines = ['Name,Risk,Knots,Privacy', 'A. O.,fit,2,', 'Ben Park,x,,3'];
    const people = (await house.facts.current(firm, null)).person;
    const ada = people.find(({ name }) => name === 'Ada Okoye')?.id ?? '';
    const values = {
      on: '2026-02-01',
      level: 'fit=4,x=ignore',
      name: `A. O.=${ada},Risk=risk-assessment`,
      'new-competences': true,
    };
    expect((await run(lines, { ...values, 'dry-run': true })).json).toMatchObject({ taken: 2, dryRun: true });
    expect((await run(lines, values)).json).toMatchObject({ kind: 'competence', taken: 2, ignored: [] });
    const { competenceAssessment } = await house.facts.current(firm, null);
    expect(
      competenceAssessment.map(({ competence, level, on, recordedBy }) => [competence, level, on, recordedBy]),
    ).toEqual([
      ['risk-assessment', 4, '2026-02-01', null],
      ['knots', 2, '2026-02-01', null],
      ['privacy', 3, '2026-02-01', null],
    ]);
  });

  it('says what is wrong with an option, and writes nothing', async () => {
    const before = await house.facts.current(firm, null);
    for (const wrong of [{ level: 'x=9' }, { level: 'x' }, { name: '=a' }, { on: '2126-01-01' }, { as: 'training' }])
      await expect(run(grid, wrong)).rejects.toThrow(MusterError);
    expect(await house.facts.current(firm, null)).toEqual(before);
  });
});
