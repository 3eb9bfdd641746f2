import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceRoutes } from '../../src/capabilities/competence/evidence-contract.ts';
import { personCompetenceRoutes } from '../../src/capabilities/competence/person-contract.ts';
import type { Evidence } from '../../src/capabilities/competence/model.ts';
import { hashOfFile } from '../../src/capabilities/competence/store/evidence.ts';
import { documentRoutes } from '../../src/capabilities/documents/contract.ts';
import { permissions, type Permission } from '../../src/capabilities/identity/model.ts';
import { change } from '../../src/capabilities/trail/store/change.ts';
import { trailRoutes, type TrailPage } from '../../src/capabilities/trail/contract.ts';
import type { PersonId } from '../../src/kernel/id.ts';
import { cabinetOf, type Cabinet, type Upload } from '../factories/evidence.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { freshId } from '../factories/organization.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

/** The harmless text that every malware scanner knows, in pieces so that none finds it here. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD', '-ANTIVIRUS-TEST', '-FILE!$H+H*'].join('');

let folder: string;
let house: TestHouse;
let [home, away]: [Scene, Scene] = [] as never;
let cabinet: Cabinet;
const members: Record<string, TestUser> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-scanner-'));
  const scanner = join(folder, 'scanner');
  await writeFile(scanner, '#!/bin/sh\nif grep -q EICAR "$1"; then exit 1; fi\n');
  await chmod(scanner, 0o700);
  house = await openHouse(null, scanner);
  const guests = [await house.newUser('Mia Member'), await house.newUser('Max Member')] as const;
  home = await sceneOf(house, 'Nordlicht', await house.newUser('Nora Home'), guests);
  away = await sceneOf(house, 'Birke', await house.newUser('Emil Away'), guests);
  cabinet = cabinetOf(house, home);
  for (const permission of permissions) {
    const user = await house.newUser(`Having ${permission}`);
    await house.join(home.id, user, permission);
    members[permission] = user;
  }
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const member = (permission: Permission): TestUser => members[permission] ?? home.owner;
const ada = (scene: Scene): PersonId => scene.people[0] as PersonId;

const everything = async (): Promise<readonly unknown[]> => [
  await home.facts(),
  await cabinet.kept(home.id),
  await away.facts(),
  await cabinet.kept(away.id),
];
describe('a file of evidence', () => {
  it('is kept by its content, scanned, told in the trail with its hash, and given back under its own name', async () => {
    const content = 'شهادة: اجتازت بتفوق';
    const before = (await home.facts()).trail.sequence;
    const row = await cabinet.uploaded({ name: "Ada's شهادة (1).txt", file: content });
    const sha256 = hashOfFile(Buffer.from(content));
    expect(row).toMatchObject({ name: "Ada's شهادة (1).txt", sha256, mediaType: 'text/plain', scan: 'clean' });
    expect([row.bytes, row.uploadedBy]).toEqual([Buffer.byteLength(content), home.owner.id]);
    const trail = await house.call(
      trailRoutes.trail,
      { path: { organizationId: home.id }, query: { register: 'evidence', limit: '1' } },
      home.owner,
    );
    const [entry] = ((await trail.json()) as TrailPage).rows;
    expect([entry?.sequence, entry?.after?.includes(sha256)]).toEqual([before + 1, true]);

    const answer = await cabinet.of('downloadEvidence', row.id);
    expect(await answer.text()).toBe(content);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': `attachment; filename="Ada's _____ (1).txt"; filename*=UTF-8''Ada%27s%20%D8%B4%D9%87%D8%A7%D8%AF%D8%A9%20%281%29.txt`,
      etag: `"${sha256}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    const preview = await cabinet.of('previewEvidence', row.id);
    expect([await preview.text(), preview.headers.get('content-disposition')]).toEqual([content, 'inline']);
    expect(preview.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect((await cabinet.list({ personId: ada(home) })).rows.find(({ id }) => id === row.id)).toMatchObject({
      uses: 0,
      uploadedByName: 'Nora Home',
      erased: false,
    });
  });

  it('has no preview where a browser could not show it safely', async () => {
    const id = freshId<Evidence['id']>();
    const { name, sha256, bytes, uploadedOn } = await cabinet.uploaded({ personId: null });
    const rest = { personId: null, note: '', uploadedBy: null, scan: 'clean' } as const;
    const mediaType = 'application/vnd.oasis.opendocument.text';
    await change(house.installation.db, house.clock, {
      actor: { kind: 'operator', name: 'Operator' },
      organizationId: home.id,
      reason: 'Kept',
      items: [
        {
          register: 'evidence',
          operation: 'create',
          id,
          fields: { name, sha256, bytes, uploadedOn, ...rest, mediaType },
        },
      ],
    });
    expect([
      (await cabinet.of('previewEvidence', id)).status,
      (await cabinet.of('downloadEvidence', id)).status,
    ]).toEqual([404, 200]);
  });

  it.each<[string, Upload, number, string]>([
    ['of a wrong type', { name: 'paper.pdf', file: 'no PDF' }, 422, 'The name says pdf'],
    ['of a type that is not taken', { name: 'run.exe' }, 422, 'of these types are taken'],
    ['with ../ in its name', { name: '../../etc/paper.txt' }, 422, 'without / and'],
    ['with a control character in its name', { name: 'a\u0007.txt' }, 422, 'invisible'],
    ['without content', { file: '' }, 422, 'empty'],
    ['in which the scanner finds malware', { file: eicar }, 422, 'malware scanner found something'],
    ['about nobody who is there', { personId: freshId() }, 404, 'person'],
  ])('%s is refused, and nothing is written', async (_, asked, status, why) => {
    const before = await everything();
    const answer = await cabinet.upload(asked);
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(why)]);
    expect(await everything()).toEqual(before);
  });

  it('is never that of another organization, nor about its people: nothing is told or written', async () => {
    const foreign = away.evidence[0];
    const before = await everything();
    for (const route of ['downloadEvidence', 'previewEvidence', 'removeEvidence'] as const) {
      const answer = await cabinet.of(route, foreign);
      expect([route, answer.status]).toEqual([route, 404]);
      expect(await answer.text()).not.toContain('Birke');
      expect((await cabinet.of(route, foreign, home.owner, away.id)).status).toBe(404);
    }
    expect((await cabinet.upload({ personId: ada(away) })).status).toBe(404);
    expect((await cabinet.list({ ids: foreign })).rows).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('of 200 MB is refused before it is read: at once where it says so, else at the bound', async () => {
    const before = await everything();
    const boundary = 'frontier';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="blob"\r\n\r\n`;
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const total = 200;
    for (const [declared, most] of [
      [true, 1],
      [false, 35],
    ] as const) {
      let sent = 0;
      const body = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            sent += 1;
            if (sent > total) controller.close();
            else controller.enqueue(sent === 1 ? Buffer.from(head) : piece);
          },
        },
        { highWaterMark: 0 },
      );
      const path = evidenceRoutes.uploadEvidence.path.replace('{organizationId}', home.id);
      const answer = await house.request(`${path}?name=big.txt`, {
        method: 'POST',
        headers: {
          cookie: home.owner.cookie,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          ...(declared ? { 'content-length': String(total * piece.length) } : {}),
        },
        body,
        duplex: 'half',
      } as RequestInit);
      expect([answer.status, sent <= most]).toEqual([413, true]);
      expect(await answer.json()).toMatchObject({ code: 'too-large', detail: 'The file is too large. Limit: 25 MB.' });
    }
    const barely = await cabinet.upload({ file: 'x'.repeat(25 * 1024 * 1024 + 1) });
    expect([barely.status, await barely.json()]).toEqual([
      413,
      expect.objectContaining({ detail: 'The file is too large. Limit: 25 MB.' }),
    ]);
    expect(await everything()).toEqual(before);
  });
});

describe('the same content', () => {
  it('lies there once, and goes with the last row that has it', async () => {
    const twice = { file: 'Signed by all who came' };
    const [first, second] = [await cabinet.uploaded(twice), await cabinet.uploaded({ ...twice, personId: null })];
    expect([first.id === second.id, first.sha256 === second.sha256]).toEqual([false, true]);
    const lies = async (): Promise<number> =>
      (await cabinet.kept(home.id)).filter((sha256) => sha256 === first.sha256).length;
    expect(await lies()).toBe(1);
    expect((await cabinet.of('removeEvidence', first.id)).status).toBe(200);
    expect([await lies(), await (await cabinet.of('downloadEvidence', second.id)).text()]).toEqual([1, twice.file]);
    expect((await cabinet.of('removeEvidence', second.id)).status).toBe(200);
    expect([await lies(), (await cabinet.of('downloadEvidence', second.id)).status]).toEqual([0, 404]);
  });

  it('of two organizations lies apart', async () => {
    const [ours, theirs] = [
      await cabinet.uploaded({ file: 'The same course' }),
      await cabinet.uploaded({ file: 'The same course', scene: away }),
    ];
    expect(ours.sha256).toBe(theirs.sha256);
    await cabinet.of('removeEvidence', ours.id);
    expect([
      (await cabinet.kept(home.id)).includes(ours.sha256),
      (await cabinet.kept(away.id)).includes(ours.sha256),
    ]).toEqual([false, true]);
  });

  it('that is uploaded while its last row is removed is there afterwards, whoever is first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const file = `Contested ${round}`;
      const first = await cabinet.uploaded({ file });
      const [second] = await Promise.all([cabinet.uploaded({ file }), cabinet.of('removeEvidence', first.id)]);
      expect((await cabinet.of('downloadEvidence', second.id)).status).toBe(200);
    }
  });

  it('asked for again with its key is kept once', async () => {
    const asked: Carried = {
      path: { organizationId: home.id },
      query: { name: 'Once.txt' },
      body: { personId: null, note: '' },
      file: 'Once',
      headers: { 'idempotency-key': 'the same upload' },
    };
    const send = async (): Promise<Evidence> =>
      (await (await house.call(evidenceRoutes.uploadEvidence, asked, home.owner)).json()) as Evidence;
    expect(await send()).toEqual(await send());
  });
});

describe('who may', () => {
  it.each<[Permission, boolean, boolean]>([
    ['owner', true, true],
    ['manager', true, true],
    ['contributor', true, false],
    ['approver', false, false],
    ['auditor', false, true],
    ['viewer', false, false],
  ])('%s: upload and remove %s, read %s', async (permission, writes, reads) => {
    const user = member(permission);
    const row = await cabinet.uploaded();
    const before = await everything();
    const status = (yes: boolean): number => (yes ? 200 : 403);
    expect((await cabinet.of('downloadEvidence', row.id, user)).status).toBe(status(reads));
    expect((await cabinet.of('previewEvidence', row.id, user)).status).toBe(status(reads));
    expect((await cabinet.list({ ids: row.id }, user)).rows).toHaveLength(reads ? 1 : 0);
    const done = [(await cabinet.upload({ user })).status, (await cabinet.of('removeEvidence', row.id, user)).status];
    expect(done).toEqual([status(writes), status(writes)]);
    const untouched = JSON.stringify(await everything()) === JSON.stringify(before);
    expect(untouched).toBe(!writes);
  });

  it.each<[Permission, boolean]>([
    ['owner', true],
    ['auditor', true],
    ['contributor', false],
    ['viewer', false],
  ])('%s: sees its name and hash in the record of competence: %s', async (permission, reads) => {
    const row = await cabinet.uploaded({ name: `For ${permission}.txt` });
    const path = { organizationId: home.id, personId: ada(home) };
    const record = await house.call(
      documentRoutes.competenceRecord,
      { path, query: { format: 'docx' } },
      member(permission),
    );
    const body = strFromU8(unzipSync(await record.bytes())['word/document.xml'] ?? new Uint8Array());
    expect([body.includes(row.name), body.includes(row.sha256.slice(0, 32))]).toEqual([reads, reads]);
    expect(body.includes('may not read the files about this person')).toBe(!reads);
  });

  it('everybody: read and upload what is about themself, and take their own upload away while nothing names it', async () => {
    const user = await house.newUser('Ben Himself');
    const membership = await house.join(home.id, user, 'viewer');
    const ben = home.people[1] as PersonId;
    await change(house.installation.db, house.clock, {
      actor: { kind: 'operator', name: 'Operator' },
      organizationId: home.id,
      reason: 'Is Ben',
      items: [{ register: 'membership', operation: 'update', id: membership, version: 1, fields: { personId: ben } }],
    });
    const row = await cabinet.uploaded({ user, personId: ben });
    expect([
      (await cabinet.of('downloadEvidence', row.id, user)).status,
      (await cabinet.list({ personId: ben }, user)).total,
    ]).toEqual([200, 1]);
    expect((await cabinet.upload({ user, personId: ada(home) })).status).toBe(403);
    expect((await cabinet.upload({ user, personId: null })).status).toBe(403);
    const others = await cabinet.uploaded({ personId: ben });
    expect((await cabinet.of('removeEvidence', others.id, user)).status).toBe(403);

    const judge = await house.call(
      personCompetenceRoutes.recordJudgement,
      {
        path: { organizationId: home.id, personId: ben },
        body: { competence: 'privacy', level: 3, on: '2026-02-01', method: 'certificate', evidenceIds: [row.id] },
      },
      user,
    );
    const { id, version } = (await judge.json()) as { id: string; version: number };
    const named = await cabinet.of('removeEvidence', row.id, user);
    expect([named.status, await named.text()]).toEqual([409, expect.stringContaining('one record that refers to it')]);
    await house.call(
      personCompetenceRoutes.withdrawJudgement,
      { path: { organizationId: home.id, competenceAssessmentId: id }, version },
      user,
    );
    const before = (await home.facts()).trail.sequence;
    expect((await cabinet.of('removeEvidence', row.id, user)).status).toBe(200);
    expect((await cabinet.kept(home.id)).includes(row.sha256)).toBe(false);
    const trail = await house.call(
      trailRoutes.trail,
      { path: { organizationId: home.id }, query: { register: 'evidence', limit: '1' } },
      home.owner,
    );
    const [entry] = ((await trail.json()) as TrailPage).rows;
    expect([entry?.sequence, entry?.operation, entry?.before?.includes(row.sha256)]).toEqual([
      before + 1,
      'remove',
      true,
    ]);
  });
});
