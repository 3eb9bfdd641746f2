import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { Route } from '../../src/kernel/route.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { personFieldsOf } from '../factories/organization.ts';
import { requestsFor } from '../factories/request.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

let house: TestHouse;
let owner: TestUser;
let scene: Scene;

beforeAll(async () => {
  house = await openHouse();
  owner = await house.newUser('Olga Owner');
  scene = await sceneOf(house, 'Falke', owner, [await house.newUser('Mia'), await house.newUser('Max')]);
});
afterAll(() => house.close());

const routeOf = (id: string): Route => {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  return route;
};
const ask = async (id: string, carried: Carried = {}): Promise<{ readonly status: number; readonly body: unknown }> => {
  const answer = await house.call(routeOf(id), { ...requestsFor(scene)[id], ...carried }, owner);
  return { status: answer.status, body: await answer.json() };
};
const names = (body: unknown): readonly string[] => (body as { rows: { name: string }[] }).rows.map(({ name }) => name);
const lastMoment = async (): Promise<string> =>
  ((await ask('trail', { query: { limit: '1' } })).body as { rows: { recordedAt: string }[] }).rows[0]?.recordedAt ??
  '';

describe('a read as of another date', () => {
  it('shows the register as it was recorded then, and who is engaged on the day', async () => {
    const before = await lastMoment();
    await ask('createPerson', { body: { ...personFieldsOf('Nina Neu'), from: '2030-01-01' } });
    expect(names((await ask('people')).body)).toContain('Nina Neu');
    expect(names((await ask('people', { query: { recordedAt: before } })).body)).not.toContain('Nina Neu');
    const engaged = async (on: string) => names((await ask('people', { query: { on, state: 'active' } })).body);
    expect(await engaged('2029-12-31')).not.toContain('Nina Neu');
    expect(await engaged('2030-01-01')).toContain('Nina Neu');
  });

  it('is offered by every read of the facts', () => {
    const offered = allRoutes.filter((route) => route.asOf === true).map(({ id }) => id);
    expect(offered.toSorted()).toEqual([
      'absences',
      'accountabilityMatrix',
      'actions',
      'analysis',
      'applicability',
      'appointments',
      'assessment',
      'awareness',
      'campaign',
      'campaignPeople',
      'campaigns',
      'cellTurns',
      'columnMappings',
      'compensatingControls',
      'competenceBench',
      'competenceCell',
      'competenceFramework',
      'competenceMappings',
      'competenceMatrix',
      'competenceMatrixDocument',
      'competenceRecord',
      'competenceRegister',
      'competenceRequirements',
      'competenceTrend',
      'competences',
      'controlResources',
      'documentVersions',
      'doubles',
      'duties',
      'evidenceFiles',
      'framework',
      'frameworkExport',
      'frameworkMatrix',
      'frameworkRequirement',
      'frameworks',
      'letterOfAppointment',
      'mappingSuggestions',
      'mappings',
      'matrix',
      'measure',
      'measures',
      'people',
      'peopleLetters',
      'peopleRegister',
      'person',
      'personCompetence',
      'personProfile',
      'project',
      'projects',
      'reminderSettings',
      'requiredCompetences',
      'requirement',
      'resilience',
      'resourceProject',
      'roleCompetences',
      'roleProfile',
      'roleWaysOut',
      'roles',
      'ruleSettings',
      'segregationRules',
      'sessionInvitation',
      'statementOfApplicability',
      'training',
      'trainingGroups',
      'trainingPlanDocument',
      'trainingProposals',
      'trainingRegister',
      'trainingSummary',
      'trainings',
      'units',
      'versionDifferences',
      'waitingClaims',
      'waysOut',
      'workRole',
      'workRoles',
    ]);
  });

  it('refuses a day that does not exist, and a moment before the organization', async () => {
    const wrong = await ask('roles', { query: { on: '2026-02-30' } });
    expect([wrong.status, (wrong.body as { errors: { path: string }[] }).errors[0]?.path]).toEqual([422, 'on']);
    expect((await ask('roles', { query: { recordedAt: '1999-01-01T00:00:00Z' } })).status).toBe(404);
  });
});
