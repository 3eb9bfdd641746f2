import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { competenceMatrixRoutes } from '../../src/capabilities/competence/matrix-contract.ts';
import type { CompetenceAssessment } from '../../src/capabilities/competence/model.ts';
import { personCompetenceRoutes } from '../../src/capabilities/competence/person-contract.ts';
import type { PersonCompetence } from '../../src/capabilities/competence/person-competence.ts';
import type { Permission } from '../../src/capabilities/identity/model.ts';
import { change } from '../../src/capabilities/trail/store/change.ts';
import type { PersonId } from '../../src/kernel/id.ts';
import { openHouse, type TestHouse, type TestUser } from '../factories/house.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

let house: TestHouse;
let home: Scene;
let ben: PersonId;
const members: Partial<Record<Permission, TestUser>> = {};

beforeAll(async () => {
  house = await openHouse();
  home = await sceneOf(house, 'Nordlicht', await house.newUser('Nora Home'), [
    await house.newUser('Mia Member'),
    await house.newUser('Max Member'),
  ]);
  ben = home.people[1] as PersonId;
  for (const permission of ['viewer', 'contributor', 'manager'] as const) {
    const user = await house.newUser(`Desk ${permission}`);
    const membership = await house.join(home.id, user, permission);
    members[permission] = user;
    await change(house.installation.db, house.clock, {
      actor: { kind: 'operator', name: 'Operator' },
      organizationId: home.id,
      reason: 'All three accounts are Ben’s',
      items: [{ register: 'membership', operation: 'update', id: membership, version: 1, fields: { personId: ben } }],
    });
  }
});
afterAll(() => house.close());

const user = (permission: Permission): TestUser => members[permission] ?? home.owner;
const path = (): { organizationId: string; personId: PersonId } => ({ organizationId: home.id, personId: ben });
const certificate = {
  competence: 'iso-requirements',
  level: 4,
  on: '2026-02-01',
  method: 'certificate',
  reference: 'LI-17',
};
const record = (by: TestUser, body: object = certificate) =>
  house.call(personCompetenceRoutes.recordJudgement, { path: path(), body }, by);
const proven = async (competence = 'iso-requirements'): Promise<number | undefined> => {
  const read = await house.call(personCompetenceRoutes.personCompetence, { path: path() }, home.owner);
  const { needed, further } = (await read.json()) as PersonCompetence;
  return [...needed, ...further].find((line) => line.competence === competence)?.proven;
};
const confirm = (row: CompetenceAssessment, by: TestUser, verdict = 'confirmed') =>
  house.call(
    personCompetenceRoutes.confirmJudgement,
    { path: { organizationId: home.id, competenceAssessmentId: row.id }, version: row.version, body: { verdict } },
    by,
  );

describe('a certificate recorded by whom it is about', () => {
  it('is recorded whatever the permission, proves nothing, and no account of theirs confirms it', async () => {
    for (const permission of ['viewer', 'contributor', 'manager'] as const) {
      const answer = await record(user(permission));
      const row = (await answer.json()) as CompetenceAssessment;
      expect([permission, answer.status, row.claim, row.method]).toEqual([
        permission,
        200,
        { decision: null },
        'certificate',
      ]);
      for (const own of ['viewer', 'contributor', 'manager'] as const)
        expect((await confirm(row, user(own))).status).toBe(403);
    }
    expect(await proven()).toBe(0);
  });

  it('counts once somebody else confirmed it, and two who decide at once do not overwrite each other', async () => {
    const row = (await (
      await record(user('viewer'), { ...certificate, competence: 'privacy' })
    ).json()) as CompetenceAssessment;
    const both = await Promise.all([confirm(row, home.owner), confirm(row, home.owner, 'declined')]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const again = (await (
      await record(user('viewer'), { ...certificate, competence: 'audit-technique' })
    ).json()) as CompetenceAssessment;
    expect((await confirm(again, home.owner)).status).toBe(200);
    expect(await proven('audit-technique')).toBe(4);
  });

  it.each([
    ['test', { method: 'test', reference: 'T 1' }],
    ['qualification', { method: 'qualification', reference: 'MSc' }],
    ['attended training', { method: 'training', reference: 'T 2' }],
    ['years of experience', { method: 'experience', reference: 'CV' }],
  ])('as a %s is a claim all the same', async (_, how) => {
    const answer = await record(user('contributor'), { ...certificate, competence: 'cryptography', ...how });
    expect(((await answer.json()) as CompetenceAssessment).claim).toEqual({ decision: null });
    expect(await proven('cryptography')).toBe(0);
  });

  it('counts no more through the cells of the matrix', async () => {
    const answer = await house.call(
      competenceMatrixRoutes.judgeCells,
      {
        path: { organizationId: home.id },
        body: {
          cells: [{ personId: ben, competence: 'risk-treatment', seen: '', edit: { level: 5 } }],
          terms: { on: '2026-02-01', method: 'certificate', assessorId: null, assessorName: null, reference: 'X 1' },
        },
      },
      user('manager'),
    );
    const { cells } = (await answer.json()) as { cells: { face: { value: string } }[] };
    expect([answer.status, cells.map(({ face }) => face.value)]).toEqual([200, ['5?']]);
  });

  it('does not begin to count by a change to what others recorded without a paper', async () => {
    const others = (await (
      await record(home.owner, { ...certificate, competence: 'cryptography', reference: null })
    ).json()) as CompetenceAssessment;
    const answer = await house.call(
      personCompetenceRoutes.updateJudgement,
      {
        path: { organizationId: home.id, competenceAssessmentId: others.id },
        version: others.version,
        body: { reference: 'My own number' },
      },
      user('manager'),
    );
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('somebody else has to change it'),
    ]);
    expect(await proven('cryptography')).toBe(0);
  });
});
