import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { competenceFrameworkRoutes } from '../../src/capabilities/competence/framework-contract.ts';
import { requiredCompetenceRoutes } from '../../src/capabilities/competence/required-contract.ts';
import type { RequiredPage } from '../../src/capabilities/competence/required-list.ts';
import { roleRoutes } from '../../src/capabilities/roles/contract.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { Route } from '../../src/kernel/route.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { newRole } from '../factories/organization.ts';

let house: TestHouse;
let organizationId: string;
let [owner, second]: TestUser[] = [];

beforeAll(async () => {
  house = await openHouse();
  [owner, second] = await Promise.all(['Olga', 'Sena'].map((name) => house.newUser(name)));
  if (owner === undefined || second === undefined) throw notFound('user');
  const id = await house.newOrganization('Falke', owner);
  organizationId = id;
  await house.join(id, second, 'approver');
});
afterAll(() => house.close());

const ask = async (
  route: Route,
  user: TestUser | undefined,
  carried: Carried = {},
): Promise<Record<string, unknown>> => {
  const answer = await house.call(route, { ...carried, path: { ...carried.path, organizationId } }, user);
  return { ...((await answer.json()) as Record<string, unknown>), status: answer.status };
};
const take = (file: string, dryRun: 'true' | 'false', name = 'nice.json') =>
  ask(competenceFrameworkRoutes.importCompetenceFramework, owner, { query: { name, dryRun }, file });
const required = async (user: TestUser | undefined): Promise<RequiredPage> =>
  (await ask(requiredCompetenceRoutes.competenceRequirements, user)) as unknown as RequiredPage;

describe('the NICE Framework', () => {
  it('is tried without a trace, taken as one change, and taken again without another', async () => {
    const packed = await readFile(
      new URL('../conformance/documents/published/nice-v2.0.0-cprt.json.gz', import.meta.url),
    );
    const nice = gunzipSync(packed).toString('utf8');
    const tried = await take(nice, 'true');
    expect(tried).toMatchObject({ status: 200, dryRun: true, taken: 1222 });
    expect(await ask(competenceFrameworkRoutes.competenceFramework, owner)).toMatchObject({ frameworks: [] });
    const taken = await take(nice, 'false');
    expect(taken).toMatchObject({ status: 200, taken: 1222, change: expect.any(String) });
    expect(await take(nice, 'false')).toMatchObject({ status: 200, taken: 0, changed: 0, change: null });
    expect(await ask(competenceFrameworkRoutes.competenceFramework, second)).toMatchObject({
      frameworks: [{ edition: '2.0.0', workRoles: 41, licence: expect.stringContaining('NIST') }],
    });
  });

  it.each([
    ['broken JSON', '{"elements":', /not valid JSON/],
    ['some other JSON', '{"a":[1]}', /no framework of competences/],
    ['an export of another framework', '{"documents":[],"elements":[]}', /without work roles/],
  ])('is refused as %s, and nothing is written', async (_what, file, reason) => {
    const answer = await take(file, 'false');
    expect(answer).toMatchObject({ status: 422, code: 'unreadable', detail: expect.stringMatching(reason) });
  });
});

describe('what a role requires', () => {
  it('is approved by a second person, and waits again as soon as it is another', async () => {
    const role = await ask(roleRoutes.createRole, owner, { body: newRole('watch', 'Watch').fields });
    const roleId = String(role['id']);
    const stateFor = async (user: TestUser | undefined) => {
      const found = (await required(user)).roles.find(({ id }) => id === roleId);
      return [found?.state, found?.hindrance, found?.requestedByName];
    };
    const word = (user: TestUser | undefined, version: number) =>
      ask(requiredCompetenceRoutes.approveRequiredCompetences, user, { body: { roles: [{ id: roleId, version }] } });
    expect(await stateFor(owner)).toEqual(['waiting', 'requested', 'Olga']);
    expect(await word(owner, 1)).toMatchObject({
      status: 403,
      detail: 'You set what Watch requires yourself: somebody else has to approve it.',
    });
    expect(await word(second, 1)).toMatchObject({ status: 200, approved: 1 });
    expect(await stateFor(second)).toEqual(['approved', 'approved', 'Olga']);
    const competences = [{ competence: 'iam', level: 5, required: true }];
    await ask(roleRoutes.updateRole, owner, { path: { roleId }, version: 2, body: { competences } });
    expect(await stateFor(second)).toEqual(['outdated', null, 'Olga']);
    expect(await word(second, 2)).toMatchObject({ status: 409, code: 'conflict' });
  });

  it('cannot be approved by writing the approval as a field of the role', async () => {
    const role = await ask(roleRoutes.createRole, owner, { body: newRole('helm', 'Helm').fields });
    const body = { competencesApproval: { userId: null, name: 'Nobody', on: '2026-03-03', competences: [] } };
    const path = { roleId: String(role['id']) };
    expect(await ask(roleRoutes.updateRole, owner, { path, version: 1, body })).toMatchObject({ status: 422 });
  });
});

describe('what a requirement calls for', () => {
  const row = { requirementId: 'A.8.24', competence: 'cryptography', level: 4, required: true, reason: 'Own keys' };

  it('is required once, of a competence that is there, for a requirement that is there', async () => {
    const require = (changes: object) =>
      ask(requiredCompetenceRoutes.requireCompetence, owner, { body: { ...row, ...changes } });
    expect(await require({})).toMatchObject({ status: 200, approval: null, requestedBy: owner?.id });
    expect(await require({})).toMatchObject({ status: 409, code: 'already-exists' });
    expect(await require({ requirementId: 'A.9.99' })).toMatchObject({ status: 422 });
    expect(await require({ competence: 'sea' })).toMatchObject({ status: 422 });
    expect((await required(second)).requirements).toMatchObject([{ state: 'waiting', hindrance: null }]);
  });
});

describe('an own competence', () => {
  it('that a role requires is retired and stays, and is not removed', async () => {
    const written = {
      key: 'tides',
      name: 'المد والجزر',
      description: '',
      group: null,
      aliases: [],
      refreshMonths: null,
      levels: [],
    };
    const own = await ask(competenceFrameworkRoutes.createCompetence, owner, { body: written });
    const competences = [{ competence: 'tides', level: 2, required: true }];
    await ask(roleRoutes.createRole, owner, { body: { ...newRole('pilot', 'Pilot').fields, competences } });
    const path = { competenceId: String(own['id']) };
    expect(await ask(competenceFrameworkRoutes.removeCompetence, owner, { path, version: 1 })).toMatchObject({
      status: 409,
      detail: 'This competence is still used by the role Pilot.',
    });
    const retired = await ask(competenceFrameworkRoutes.updateCompetence, owner, {
      path,
      version: 1,
      body: { retired: true },
    });
    expect(retired).toMatchObject({ status: 200, retired: true, version: 2 });
    expect((await required(owner)).roles.find(({ key }) => key === 'pilot')?.competences).toEqual(competences);
    const late = await ask(competenceFrameworkRoutes.updateCompetence, owner, {
      path,
      version: 1,
      body: { name: 'Tides' },
    });
    expect(late).toMatchObject({ status: 409, code: 'conflict', theirs: { name: 'المد والجزر' } });
  });
});
