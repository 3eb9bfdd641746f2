import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/capabilities/competence/model.ts';
import { hashOfFile, sweep } from '../../src/capabilities/competence/store/evidence.ts';
import { doublesRoutes } from '../../src/capabilities/people/doubles-contract.ts';
import { personalDataRoutes } from '../../src/capabilities/people/personal-data-contract.ts';
import type { PersonalData } from '../../src/capabilities/people/personal-data.ts';
import { change, type ChangeResult } from '../../src/capabilities/trail/store/change.ts';
import {
  trailRoutes,
  type TrailPage,
  type UndoReport,
  type Verification,
} from '../../src/capabilities/trail/contract.ts';
import { verifyCommand } from '../../src/cli/verify.ts';
import { instant, plainDate } from '../../src/kernel/date.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { ChangeId, CompetenceAssessmentId, EvidenceId, PersonId } from '../../src/kernel/id.ts';
import { levels } from '../../src/kernel/level.ts';
import { cabinetOf, type Cabinet } from '../factories/evidence.ts';
import { openHouse, type TestHouse } from '../factories/house.ts';
import { freshId } from '../factories/organization.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

let house: TestHouse;
let [home, away]: [Scene, Scene] = [] as never;
let cabinet: Cabinet;

beforeAll(async () => {
  house = await openHouse();
  const guests = [await house.newUser('Mia Member'), await house.newUser('Max Member')] as const;
  home = await sceneOf(house, 'Nordlicht', await house.newUser('Nora Home'), guests);
  away = await sceneOf(house, 'Birke', await house.newUser('Emil Away'), guests);
  cabinet = cabinetOf(house, home);
});
afterAll(() => house.close());

const damage = async ({ sha256 }: Evidence): Promise<void> => {
  const place = join(house.data, 'files', home.id, sha256.slice(0, 2), sha256);
  await writeFile(place, 'Something else');
};

/** A judgement that rests on these files. */
const judged = (evidenceIds: readonly EvidenceId[]): Promise<ChangeResult> =>
  change(house.installation.db, house.clock, {
    actor: { kind: 'operator', name: 'Operator' },
    organizationId: home.id,
    reason: 'Judged',
    items: [
      {
        register: 'competenceAssessment',
        operation: 'create',
        id: freshId<CompetenceAssessmentId>(),
        fields: {
          personId: home.people[0] as PersonId,
          competence: 'risk',
          level: levels[3],
          on: plainDate('2026-03-01'),
          method: 'test',
          assessorId: null,
          assessorName: null,
          evidenceKind: null,
          reference: null,
          evidenceIds: [...evidenceIds],
          to: null,
          refreshMonths: null,
          note: '',
          recordedBy: null,
        },
      },
    ],
  });

describe('a file that is referred to', () => {
  it('is there, and of the same organization: nothing is written otherwise', async () => {
    const before = await home.facts();
    const there = home.evidence[0];
    await expect(judged([there, freshId<EvidenceId>()])).rejects.toMatchObject({ fault: { code: 'not-found' } });
    await expect(judged([away.evidence[0]])).rejects.toMatchObject({ fault: { code: 'not-found' } });
    expect(await home.facts()).toEqual(before);
    await judged([there]);
    expect((await cabinet.list({ ids: there })).rows[0]?.uses).toBe(1);
  });

  it('is not removed, and says by how many', async () => {
    const row = await cabinet.uploaded();
    await judged([row.id]);
    const answer = await cabinet.of('removeEvidence', row.id);
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { code: 'still-used', detail: 'This file is still used by one record that refers to it.' },
    ]);
    expect((await cabinet.list({ ids: row.id })).rows[0]?.uses).toBe(1);
    expect((await cabinet.of('downloadEvidence', row.id)).status).toBe(200);
  });

  it('never comes back by an undo once it was removed', async () => {
    const row = await cabinet.uploaded();
    await cabinet.of('removeEvidence', row.id);
    const carried = { path: { organizationId: home.id }, query: { limit: '1' } };
    const page = (await (await house.call(trailRoutes.trail, carried, home.owner)).json()) as TrailPage;
    const changeId: ChangeId | '' = page.rows[0]?.change ?? '';
    expect(page.final).toEqual([changeId]);
    const undone = await house.call(
      trailRoutes.undoChange,
      { path: { organizationId: home.id, changeId }, body: { dryRun: true } },
      home.owner,
    );
    expect(((await undone.json()) as UndoReport).obstacles[0]?.reason).toContain('upload it again');
  });
});

describe('a file that somebody touched', () => {
  const verified = async (): Promise<{ readonly exit: number | undefined; readonly found: Verification }> => {
    if (!verifyCommand.desk) throw notFound('desk');
    const { json, exit } = await verifyCommand.run(
      { positionals: [], values: {} },
      {
        db: house.installation.db,
        facts: house.facts,
        clock: house.clock,
        storage: house.storage,
        post: house.post,
        organization: { id: home.id, name: 'Nordlicht', slug: 'nordlicht' },
        actor: { kind: 'operator', name: 'Operator' },
      },
    );
    return { exit, found: json as Verification };
  };

  it('is told as damaged or lost, by a download and by verify, until it is back', async () => {
    expect(await verified()).toMatchObject({ exit: undefined, found: { ok: true, problems: [] } });
    const [torn, gone] = [await cabinet.uploaded({ file: 'Torn' }), await cabinet.uploaded({ file: 'Gone' })];
    await damage(torn);
    await house.storage.remove(home.id, gone.sha256);
    for (const [row, why] of [
      [torn, 'is damaged: its content is not what was uploaded'],
      [gone, 'is lost'],
    ] as const) {
      const answer = await cabinet.of('downloadEvidence', row.id);
      expect([answer.status, await answer.json()]).toMatchObject([
        500,
        { code: 'unusable-data', detail: expect.stringContaining(why) },
      ]);
    }
    const { exit, found } = await verified();
    expect([exit, found.ok, found.problems.map(({ kind, where }) => `${kind}: ${where}`).toSorted()]).toEqual([
      4,
      false,
      [`changed-file: evidence ${torn.id}`, `missing-file: evidence ${gone.id}`],
    ]);
    await Promise.all([cabinet.upload({ file: 'Torn' }), cabinet.upload({ file: 'Gone' })]);
    expect((await verified()).exit).toBeUndefined();
  });

  it('and that no row names is swept away a day later, and no other', async () => {
    const row = await cabinet.uploaded();
    const orphan = Buffer.from('Its row was never written');
    await house.storage.put(home.id, hashOfFile(orphan), [orphan]);
    const means = { db: house.installation.db, storage: house.storage };
    const organizations = [{ id: home.id }];
    const at = (days: number) => ({ ...house.clock, now: () => instant(new Date(Date.now() + days * 86_400_000)) });
    expect(await sweep({ ...means, clock: at(0) }, organizations)).toBe(0);
    expect(await sweep({ ...means, clock: at(2) }, organizations)).toBe(1);
    expect([
      await house.storage.has(home.id, hashOfFile(orphan)),
      await house.storage.has(home.id, row.sha256),
    ]).toEqual([false, true]);
  });
});

describe('the evidence about somebody', () => {
  it('follows them where two rows become one, each file of its own', async () => {
    const [keep, drop] = home.doubles;
    const same = { file: 'Seen twice', name: 'Licence.txt' };
    const rows = [
      await cabinet.uploaded({ ...same, personId: keep }),
      await cabinet.uploaded({ ...same, personId: drop }),
    ];
    await judged(rows.map(({ id }) => id));
    const merged = await house.call(
      doublesRoutes.mergePeople,
      {
        path: { organizationId: home.id, personId: keep },
        version: 1,
        body: { drop, dropVersion: 1, take: [], dryRun: false },
      },
      home.owner,
    );
    expect(merged.status).toBe(200);
    const listed = (await cabinet.list({ personId: keep })).rows;
    expect(listed.map(({ id, uses }) => `${id} ${uses}`).toSorted()).toEqual(
      rows.map(({ id }) => `${id} 1`).toSorted(),
    );
  });

  it('stands in what is handed to them, and goes with their personal data; what others need stays', async () => {
    const gone = home.gone as PersonId;
    const own = await cabinet.uploaded({ name: 'Diploma of Edda.txt', file: 'Edda knows', personId: gone });
    const shared = await cabinet.uploaded({ name: 'Attendance.txt', file: 'All were there', personId: gone });
    const other = await cabinet.uploaded({ name: 'Attendance.txt', file: 'All were there' });
    const path = { organizationId: home.id, personId: gone };
    const handed = await house.call(personalDataRoutes.personalData, { path, query: { format: 'json' } }, home.owner);
    const data = (await handed.json()) as PersonalData;
    expect(data.rows.flatMap(({ register, row }) => (register === 'evidence' ? [row['name']] : []))).toEqual([
      'Diploma of Edda.txt',
      'Attendance.txt',
    ]);
    const body = { reason: 'Asked for it' };
    const erased = await house.call(personalDataRoutes.erasePerson, { path, version: 1, body }, home.owner);
    expect(erased.status).toBe(200);
    expect([await house.storage.has(home.id, own.sha256), await house.storage.has(home.id, shared.sha256)]).toEqual([
      false,
      true,
    ]);
    const rows = (await cabinet.list({ personId: gone })).rows;
    expect(rows.map(({ name, erased: is }) => [name, is])).toEqual([
      [`Erased person ${gone.slice(-4)}`, true],
      [`Erased person ${gone.slice(-4)}`, true],
    ]);
    const answers = [own, shared, other].map(async ({ id }) => (await cabinet.of('downloadEvidence', id)).status);
    expect(await Promise.all(answers)).toEqual([404, 404, 200]);
    const trail = await house.call(
      trailRoutes.trail,
      { path: { organizationId: home.id }, query: { limit: '500' } },
      home.owner,
    );
    expect(await trail.text()).not.toContain('Diploma');
    expect((await cabinet.upload({ personId: gone })).status).toBe(422);
    const verification = await house.call(trailRoutes.verifyTrail, { path: { organizationId: home.id } }, home.owner);
    expect(await verification.json()).toMatchObject({ ok: true });
  });
});
