import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awarenessRoutes } from '../../src/capabilities/awareness/contract.ts';
import { evidenceRoutes } from '../../src/capabilities/competence/evidence-contract.ts';
import { identityRoutes } from '../../src/capabilities/identity/contract.ts';
import { trailRoutes } from '../../src/capabilities/trail/contract.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { MembershipId, RoleId } from '../../src/kernel/id.ts';
import type { Route } from '../../src/kernel/route.ts';
import { newDraft } from '../factories/campaign.ts';
import { cabinetOf } from '../factories/evidence.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

let house: TestHouse;
let firm: Scene;
let owner: TestUser;
let viewer: TestUser;
let membership: MembershipId;

beforeAll(async () => {
  house = await openHouse();
  const [olga, vera] = await Promise.all(['Olga', 'Vera'].map((name) => house.newUser(name)));
  if (olga === undefined || vera === undefined) throw notFound('user');
  [owner, viewer] = [olga, vera];
  firm = await sceneOf(house, 'Adler', owner, [await house.newUser('Mia'), await house.newUser('Max')]);
  membership = await house.join(firm.id, viewer, 'viewer');
});
afterAll(() => house.close());

const ask = async (route: Route, user: TestUser, carried: Carried = {}): Promise<Record<string, unknown>> => {
  const path = { ...carried.path, organizationId: firm.id };
  const answer = await house.call(route, { ...carried, path }, user);
  return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) };
};
const linkedTo = (personId: string | null, version: number) =>
  ask(identityRoutes.changeMember, owner, { path: { membershipId: membership }, version, body: { personId } });

const questions = [{ question: 'Whom do you tell?', options: ['Nobody', 'The service desk'], answer: 1 }];

describe('a campaign', () => {
  it('is acknowledged by a viewer who is somebody of its audience, with right answers, and by nobody else', async () => {
    const drafted = await ask(awarenessRoutes.createCampaign, owner, { body: newDraft('Phishing', { questions }) });
    const path = { campaignId: String(drafted['id']) };
    const acknowledge = (version: number, answers: readonly number[]) =>
      ask(awarenessRoutes.acknowledgeCampaign, viewer, { path, version, body: { answers } });
    expect(await ask(awarenessRoutes.campaign, viewer, { path })).toMatchObject({ status: 404 });
    await ask(awarenessRoutes.updateCampaign, owner, { path, version: 1, body: { state: 'open' } });

    expect(await acknowledge(2, [1])).toMatchObject({
      status: 403,
      detail: expect.stringContaining('register of people'),
    });
    expect(await linkedTo(firm.people[0], 1)).toMatchObject({ status: 200, personId: firm.people[0] });

    const shown = await ask(awarenessRoutes.campaign, viewer, { path });
    expect(shown).toMatchObject({ mine: 'to-do', questions: [{ question: 'Whom do you tell?', answer: null }] });
    expect(await ask(awarenessRoutes.campaign, owner, { path })).toMatchObject({ questions: [{ answer: 1 }] });

    expect(await acknowledge(1, [1])).toMatchObject({ status: 409, code: 'conflict' });
    expect(await acknowledge(2, [0])).toEqual({ status: 200, right: 0, of: 1, passed: false });
    expect(await ask(awarenessRoutes.campaign, viewer, { path })).toMatchObject({ mine: 'to-do', done: 0 });
    expect(await acknowledge(2, [1])).toEqual({ status: 200, right: 1, of: 1, passed: true });
    expect(await ask(awarenessRoutes.campaign, viewer, { path })).toMatchObject({ mine: 'done', done: 1 });

    const trail = await ask(trailRoutes.trail, owner, { query: { register: 'acknowledgement' } });
    expect(trail['rows']).toMatchObject([{ actorName: 'Vera', reason: 'Campaign Phishing acknowledged' }]);
    await linkedTo(null, 2);
  });

  it('keeps its content once it was acknowledged, and is run again to say something else', async () => {
    const [open] = firm.campaigns;
    const path = { campaignId: open };
    const record = (personIds: readonly string[], on: string) =>
      ask(awarenessRoutes.recordAcknowledgements, owner, { path, body: { personIds, on } });
    expect(await record([firm.people[1]], '2026-02-02')).toEqual({ status: 200, recorded: 1 });
    expect(await record([firm.people[1]], '2026-02-03')).toEqual({ status: 200, recorded: 0 });
    expect(await record([firm.people[2]], '2031-01-01')).toMatchObject({ status: 422, code: 'invalid' });
    const change = (body: object) => ask(awarenessRoutes.updateCampaign, owner, { path, version: 1, body });
    expect(await change({ message: 'Something else' })).toMatchObject({ status: 422, errors: [{ path: 'message' }] });
    expect(await ask(awarenessRoutes.removeCampaign, owner, { path, version: 1 })).toMatchObject({
      code: 'still-used',
    });
    expect(await change({ due: '2027-06-30' })).toMatchObject({ status: 200, version: 2 });
    const again = await ask(awarenessRoutes.runCampaignAgain, owner, { path, body: { from: '2028-01-01' } });
    expect(again).toMatchObject({ state: 'draft', from: '2028-01-01', version: 1 });
    const people = await ask(awarenessRoutes.campaignPeople, viewer, { path, query: { show: 'done' } });
    expect(people).toMatchObject({ total: 1, rows: [{ id: firm.people[1], on: '2026-02-02', recorded: true }] });
  });

  it('is for roles of the organization, and shows everybody no file about one person', async () => {
    const elsewhere = await sceneOf(house, 'Bussard', owner, [await house.newUser('Ina'), await house.newUser('Ivo')]);
    const draft = (changes: Parameters<typeof newDraft>[1]) =>
      ask(awarenessRoutes.createCampaign, owner, { body: newDraft('Clean desk', changes) });
    const audience = (roleId: string) => ({ everyone: false, roleIds: [roleId as RoleId], units: [], externals: true });
    expect(await draft({ audience: audience(elsewhere.role) })).toMatchObject({ status: 404 });
    const drafted = await draft({ audience: audience(firm.role) });
    expect(drafted).toMatchObject({ status: 200 });
    const path = { campaignId: String(drafted['id']) };
    const update = (body: object) => ask(awarenessRoutes.updateCampaign, owner, { path, version: 1, body });
    expect(await update({ audience: audience(elsewhere.role) })).toMatchObject({ status: 404 });
    expect(await update({ evidenceId: firm.evidence[0] })).toMatchObject({
      status: 422,
      errors: [{ path: 'evidenceId' }],
    });
  });

  it('puts a document before its audience, and before nobody of another organization', async () => {
    const elsewhere = await sceneOf(house, 'Falke', await house.newUser('Ida'), [await house.newUser('Ole'), owner]);
    const cabinet = cabinetOf(house, firm);
    const { id: evidenceId } = await cabinet.uploaded({
      name: 'سياسة.txt',
      file: 'We lock our screens.',
      personId: null,
    });
    const drafted = await ask(awarenessRoutes.createCampaign, owner, {
      body: newDraft('Screens', { message: '', evidenceId }),
    });
    const path = { campaignId: String(drafted['id']) };
    const opened = await ask(awarenessRoutes.updateCampaign, owner, { path, version: 1, body: { state: 'open' } });
    expect(opened).toMatchObject({ status: 200, evidenceId });

    expect(await ask(awarenessRoutes.campaign, viewer, { path })).toMatchObject({ evidenceId });
    const named = { query: { ids: evidenceId } };
    expect(await ask(evidenceRoutes.evidenceFiles, viewer, named)).toMatchObject({ rows: [{ name: 'سياسة.txt' }] });
    const preview = await cabinet.of('previewEvidence', evidenceId, viewer);
    expect([preview.status, await preview.text()]).toEqual([200, 'We lock our screens.']);
    const stranger = await house.call(
      evidenceRoutes.previewEvidence,
      { path: { organizationId: firm.id, evidenceId } },
      elsewhere.owner,
    );
    expect(stranger.status).toBe(404);
    const theirs = { path: { organizationId: elsewhere.id }, body: newDraft('Screens', { evidenceId }) };
    expect((await house.call(awarenessRoutes.createCampaign, theirs, elsewhere.owner)).status).toBe(404);

    await ask(awarenessRoutes.recordAcknowledgements, owner, {
      path,
      body: { personIds: [firm.people[1]], on: '2026-02-02' },
    });
    const other = await cabinet.uploaded({ name: 'Other.txt', file: 'Something else.', personId: null });
    expect(
      await ask(awarenessRoutes.updateCampaign, owner, { path, version: 2, body: { evidenceId: other.id } }),
    ).toMatchObject({ status: 422, errors: [{ path: 'evidenceId' }] });
    expect((await cabinet.of('removeEvidence', evidenceId)).status).toBe(409);
  });

  it('is not acknowledged with another text than was read, whoever is first', async () => {
    const drafted = await ask(awarenessRoutes.createCampaign, owner, { body: newDraft('Passwords') });
    const path = { campaignId: String(drafted['id']) };
    await ask(awarenessRoutes.updateCampaign, owner, { path, version: 1, body: { state: 'open' } });
    expect(await linkedTo(firm.people[0], 3)).toMatchObject({ status: 200 });
    const [acknowledged, edited] = await Promise.all([
      ask(awarenessRoutes.acknowledgeCampaign, viewer, { path, version: 2, body: { answers: [] } }),
      ask(awarenessRoutes.updateCampaign, owner, { path, version: 2, body: { message: 'Something else' } }),
    ]);
    expect([
      [200, 422],
      [409, 200],
    ]).toContainEqual([acknowledged['status'], edited['status']]);
    await linkedTo(null, 4);
  });
});
