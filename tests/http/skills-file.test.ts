import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import {
  competenceIntakeRoutes,
  type CompetenceImportReport,
} from '../../src/capabilities/competence-intake/contract.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { OrganizationId } from '../../src/kernel/id.ts';
import { archive } from '../factories/archive.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { newAppointment, newRole, personFieldsOf } from '../factories/organization.ts';

const MEGABYTE = 1024 * 1024;

let house: TestHouse;
let owner: TestUser;
let firm: OrganizationId;

beforeAll(async () => {
  house = await openHouse();
  owner = await house.newUser('Olga Owner');
  firm = await house.newOrganization('Kranich', owner);
  for (const name of ['Ada Okoye', 'Ben Park']) await ask('createPerson', { body: personFieldsOf(name) });
});
afterAll(() => house.close());

const ask = (id: string, carried: Carried, user = owner): Promise<Response> => {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  return house.call(route, { ...carried, path: { organizationId: firm, ...carried.path } }, user);
};

const taken = async (lines: readonly string[], body: object, query: Readonly<Record<string, string>> = {}) =>
  (await (
    await ask('importCompetences', {
      query: { name: 'skills.csv', dryRun: 'false', ...query },
      body,
      file: lines.join('\n'),
    })
  ).json()) as CompetenceImportReport;

const address = (name: string): string =>
  `${competenceIntakeRoutes.importCompetences.path.replace('{organizationId}', firm)}?name=${name}&dryRun=false`;

const sent = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> => {
  const body = new FormData();
  body.set('file', new Blob([bytes]));
  body.set('body', '{}');
  return house.request(address(name), { method: 'POST', headers: { cookie: owner.cookie }, body });
};

const count = async (): Promise<number> => (await house.facts.current(firm, null)).trail.sequence;

describe('a file of skills', () => {
  it('of 200 MB is refused before it is read, and nothing is written', async () => {
    const before = await count();
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pieces += 1;
          if (pieces > 200) controller.close();
          else controller.enqueue(Buffer.alloc(MEGABYTE, 'x'));
        },
      },
      { highWaterMark: 0 },
    );
    const answer = await house.request(address('big.csv'), {
      method: 'POST',
      headers: {
        cookie: owner.cookie,
        'content-type': 'multipart/form-data; boundary=frontier',
        'content-length': String(200 * MEGABYTE),
      },
      body,
      duplex: 'half',
    } as RequestInit);
    expect([answer.status, pieces <= 1, await count()]).toEqual([413, true, before]);
    expect(await answer.json()).toMatchObject({ code: 'too-large', detail: 'The file is too large. Limit: 50 MB.' });
  });

  it('that unpacks to far more than it shows is refused, and nothing is written', async () => {
    const before = await count();
    const workbook = { name: 'xl/workbook.xml', packed: deflateRawSync(Buffer.from('<workbook/>')), size: 11 };
    const packed = deflateRawSync(Buffer.alloc(130 * MEGABYTE), { level: 1 });
    for (const size of [130 * MEGABYTE, 4000]) {
      const bomb = archive([workbook, { name: 'xl/worksheets/sheet1.xml', packed, size }]);
      const began = performance.now();
      const answer = await sent('bomb.xlsx', new Uint8Array(bomb));
      expect(await answer.json()).toMatchObject({ status: 413, code: 'too-large' });
      expect(performance.now() - began).toBeLessThan(5_000);
    }
    expect(await count()).toBe(before);
  });

  it('that was cut off is refused, and nothing is written', async () => {
    const before = await count();
    const whole = await readFile(new URL('../conformance/documents/raci/packt-project-raci.xlsx', import.meta.url));
    for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, 30), Buffer.from('PK')]) {
      const answer = await sent('cut.xlsx', new Uint8Array(bytes));
      expect(await answer.json()).toMatchObject({ status: 422, code: 'unreadable' });
    }
    expect(await count()).toBe(before);
  });
});

describe('the scale of a source', () => {
  const lines = (level: string): readonly string[] => ['Name,Risk assessment,Privacy', `Ada Okoye,${level},x`];
  const stepOf = ({ scale }: CompetenceImportReport, value: string): unknown => {
    const step = scale.find((one) => one.value === value);
    return [step?.level, step?.by];
  };

  it('is remembered once a file was taken, can be said otherwise, and be forgotten', async () => {
    await taken(lines('3'), { levels: [{ value: 'x', level: 4 }] }, { dryRun: 'true' });
    expect(stepOf(await taken(lines('2'), {}, { dryRun: 'true' }), 'x')).toEqual([3, 'proposed']);

    await taken(lines('3'), { levels: [{ value: 'x', level: 4 }] });
    const next = await taken(lines('2'), {}, { dryRun: 'true', name: 'skills-march.csv' });
    expect([stepOf(next, 'x'), stepOf(next, '2'), next.remembered?.name]).toEqual([
      [4, 'remembered'],
      [2, 'proposed'],
      'skills.csv',
    ]);
    expect(await taken(lines('3'), {})).toMatchObject({ unchanged: 1, taken: 0, changed: 0, change: null });

    await taken(lines('3'), { levels: [{ value: 'x', level: 5 }] });
    const again = await taken(lines('3'), {}, { dryRun: 'true' });
    expect(stepOf(again, 'x')).toEqual([5, 'remembered']);
    const forgotten = await ask('forgetColumnMapping', {
      path: { columnMappingId: again.remembered?.id ?? '' },
      version: again.remembered?.version ?? 0,
    });
    expect(forgotten.status).toBe(200);
    expect(stepOf(await taken(lines('3'), {}, { dryRun: 'true' }), 'x')).toEqual([3, 'proposed']);
  });
});

describe('a dry run', () => {
  it('tells which gaps would come and go, and how far it is', async () => {
    const made = (await (
      await ask('createRole', { body: { ...newRole('pilot', 'Pilot').fields, competences: [] } })
    ).json()) as {
      readonly id: string;
    };
    const { person } = await house.facts.current(firm, null);
    const ben = person.find(({ name }) => name === 'Ben Park');
    const pilot = newAppointment(ben?.id as never, made.id as never).fields;
    const appointed = (await (await ask('appoint', { body: pilot })).json()) as {
      readonly id: string;
      readonly version: number;
    };
    const second = await house.newUser('Mia Manager');
    await house.join(firm, second, 'manager');
    const approval = { path: { appointmentId: appointed.id }, version: appointed.version, body: { paper: null } };
    expect((await ask('approveAppointment', approval, second)).status).toBe(200);

    const wanted = await taken(
      ['Role,Required Competence,Level,Mandatory', 'Pilot,Cryptography,4,yes'],
      {},
      {
        dryRun: 'true',
      },
    );
    expect(wanted.effect?.created).toBeGreaterThan(0);
    expect(wanted.effect?.worst.created.map(({ rule }) => rule)).toContain('competence.missing');

    await taken(['Role,Required Competence,Level,Mandatory', 'Pilot,Cryptography,4,yes'], {});
    const progress = crypto.randomUUID();
    const held = await taken(['Person,Competence,Level', 'Ben Park,Cryptography,5'], {}, { dryRun: 'true', progress });
    expect(held.effect?.worst.removed.map(({ rule }) => rule)).toContain('competence.missing');
    expect(await (await ask('importProgress', { path: { importId: progress } })).json()).toMatchObject({
      stage: 'done',
    });
    expect((await taken(['Person,Competence,Level', 'Ben Park,Cryptography,5'], {})).effect).toBeNull();
  });
});
