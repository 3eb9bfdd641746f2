import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentRoutes, type DocumentVersions } from '../../src/capabilities/documents/contract.ts';
import { applicabilityRoutes } from '../../src/capabilities/applicability/contract.ts';
import { identityRoutes } from '../../src/capabilities/identity/contract.ts';

import type { DocumentVersion } from '../../src/capabilities/documents/model.ts';
import type { StatementOfApplicability } from '../../src/capabilities/documents/statement-of-applicability.ts';
import type { MembershipId, OrganizationId } from '../../src/kernel/id.ts';
import type { Route } from '../../src/kernel/route.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';

const document = 'statement-of-applicability';

let house: TestHouse;
let [ana, ben]: [TestUser, TestUser] = [] as never;
let organizationId: OrganizationId;
let bensMembership: MembershipId;

beforeAll(async () => {
  house = await openHouse();
  [ana, ben] = [await house.newUser('Ana Silva'), await house.newUser('Ben أوكافور Okafor')];
  organizationId = await house.newOrganization('Falke', ana, 'template');
  bensMembership = await house.join(organizationId, ben, 'approver');
});
afterAll(() => house.close());

async function ask<T>(
  route: Pick<Route, 'method' | 'path'>,
  carried: Carried,
  user: TestUser,
): Promise<{ status: number; body: T }> {
  const answer = await house.call(route, { ...carried, path: { organizationId, ...carried.path } }, user);
  return { status: answer.status, body: (await answer.json()) as T };
}
const submit = (user: TestUser) =>
  ask<DocumentVersion>(documentRoutes.submitVersion, { body: { document, note: 'For the audit' } }, user);
const decide = (version: DocumentVersion, user: TestUser, body: object = { verdict: 'approved' }) =>
  ask<DocumentVersion & { detail: string }>(
    documentRoutes.decideVersion,
    { path: { documentVersionId: version.id }, version: version.version, body },
    user,
  );
const versions = async (user: TestUser = ana): Promise<DocumentVersions> =>
  (await ask<DocumentVersions>(documentRoutes.documentVersions, { query: { document } }, user)).body;
const printed = async (query: Record<string, string> = {}): Promise<StatementOfApplicability> =>
  (
    await ask<StatementOfApplicability>(
      documentRoutes.statementOfApplicability,
      { query: { format: 'json', ...query } },
      ana,
    )
  ).body;
const exclude = (requirementId: string, version: number | null = null) =>
  ask(
    applicabilityRoutes.editApplicability,
    {
      body: {
        edits: [{ requirementId, applicable: false, justification: 'Not here', status: 'not-started', version }],
      },
    },
    ana,
  );
const excludedIn = ({ groups }: StatementOfApplicability): readonly string[] =>
  groups.flatMap(({ rows }) => rows.filter(({ applicable }) => !applicable).map(({ control }) => control));

describe('the statement of applicability with approval', () => {
  let first: DocumentVersion;

  it('is put forward as it stands, and waits; one at a time', async () => {
    await exclude('A.7.4');
    const answer = await submit(ana);
    first = answer.body;
    expect([answer.status, first.number, first.requestedByName]).toEqual([200, 1, 'Ana Silva']);
    expect(await submit(ana)).toMatchObject({ status: 409, body: { code: 'already-exists' } });
    expect((await versions()).versions).toMatchObject([{ number: 1, mayDecide: false, mayWithdraw: true }]);
    expect((await versions(ben)).versions).toMatchObject([{ number: 1, mayDecide: true, mayWithdraw: false }]);
  });

  it('is refused to who put it forward, whatever permission they have by now', async () => {
    expect((await decide(first, ana)).status).toBe(403);
    expect((await decide(first, ben, { verdict: 'declined', note: 'A.7.4 wants a word more.' })).status).toBe(200);
    for (const permission of ['owner', 'approver'] as const) {
      const cem = await house.newUser(`Cem ${permission}`);
      const path = { membershipId: await house.join(organizationId, cem, 'contributor') };
      first = (await submit(cem)).body;
      expect((await ask(identityRoutes.changeMember, { path, version: 1, body: { permission } }, ana)).status).toBe(
        200,
      );
      expect(await decide(first, cem)).toMatchObject({
        status: 403,
        body: { detail: 'Who puts a version forward does not approve it: a second person decides.' },
      });
      expect((await decide(first, ben, { verdict: 'declined', note: 'Not yet' })).status).toBe(200);
    }
    const withdrawn = (await submit(ana)).body;
    const path = { documentVersionId: withdrawn.id };
    expect((await ask(documentRoutes.withdrawVersion, { path, version: 1 }, ben)).status).toBe(403);
    expect((await ask(documentRoutes.withdrawVersion, { path, version: 1 }, ana)).status).toBe(200);
    first = (await submit(ana)).body;
    expect(first.number).toBe(5);
  });

  it('is approved by a second person, once, and on the version that they saw', async () => {
    expect((await decide({ ...first, version: 7 }, ben)).status).toBe(409);
    expect(await decide(first, ben, { verdict: 'declined' })).toMatchObject({ status: 422 });
    const done = await decide(first, ben, { verdict: 'approved', note: 'Seen' });
    expect([done.status, done.body.decision?.name, done.body.decision?.verdict]).toEqual([200, ben.name, 'approved']);
    expect((await decide(done.body, ben)).status).toBe(403);
  });

  it('prints the version with the facts as they were, and the draft with what changed since', async () => {
    expect((await printed()).control.version).toBe('Version 5, unchanged');
    await exclude('A.8.30');
    const [version, draft] = [await printed({ version: '5' }), await printed()];
    expect([version.control.version, excludedIn(version)]).toEqual(['Version 5', ['A.7.4']]);
    expect(version.control.approval).toContain(`Approved by ${ben.name} on 2026-03-02: Seen`);
    expect(version.trail).toEqual({ sequence: first.sequence, hash: first.hash });
    expect([draft.control.version, excludedIn(draft)]).toEqual([
      'Draft, changed since version 5: 1 control',
      ['A.7.4', 'A.8.30'],
    ]);
    expect((await versions()).changed).toEqual(['A.8.30']);
    const differences = await ask(documentRoutes.versionDifferences, { query: { document, from: '5' } }, ben);
    expect(differences.body).toMatchObject([{ requirementId: 'A.8.30', changes: [{ field: 'Applicable' }, {}] }]);
    const nothing = await ask(documentRoutes.versionDifferences, { query: { document, from: '2', to: '5' } }, ben);
    expect([nothing.status, nothing.body]).toEqual([200, []]);
    const missing = await ask(
      documentRoutes.statementOfApplicability,
      { query: { format: 'json', version: '9' } },
      ben,
    );
    expect(missing.status).toBe(404);
  });

  it('stands when the approver has gone', async () => {
    await ask(identityRoutes.removeMember, { path: { membershipId: bensMembership }, version: 1 }, ana);
    expect((await printed({ version: '5' })).control.approval).toContain(`Approved by ${ben.name}`);
    expect((await ask(documentRoutes.documentVersions, { query: { document } }, ben)).status).toBe(404);
  });
});
