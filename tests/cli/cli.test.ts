import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinEmbedded } from '../../src/platform/db/embedded/server.ts';
import { COMPILED, startMuster, type Running } from '../e2e/muster.ts';

const root = join(import.meta.dirname, '..', '..');
const documents = join(root, 'tests', 'conformance', 'documents', 'raci');

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

let muster: Running;
let folder: string;

const cli = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      MUSTER_DATA: muster.data,
      DATABASE_URL: undefined,
      NODE_COMPILE_CACHE: COMPILED,
    };
    const child = spawn(process.execPath, [join(root, 'src', 'cli', 'main.ts'), ...args], { env, cwd: folder });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('error', reject);
    child.once('close', (exit) => resolve({ exit, out, err }));
  });

const json = async <T>(...args: readonly string[]): Promise<{ readonly exit: number | null; readonly value: T }> => {
  const { exit, out, err } = await cli(...args, '--json');
  expect(err).toBe('');
  return { exit, value: JSON.parse(out) as T };
};

beforeAll(async () => {
  [muster, folder] = await Promise.all([startMuster('--demo', '--no-pages'), mkdtemp(join(tmpdir(), 'muster-cli-'))]);
});

afterAll(async () => {
  await muster.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the command line beside a running server', () => {
  it('recognises a document', async () => {
    const { exit, value } = await json<{ kind: string; tables: { matrixRows: number }[] }>(
      'inspect',
      join(documents, 'packt-project-raci.xlsx'),
    );
    expect([exit, value.kind, value.tables.map((table) => table.matrixRows)]).toEqual([0, 'rasci', [8]]);
  });

  it('assesses, and ends with 3 because somebody who left still holds a role', async () => {
    const { exit, value } = await json<{
      on: string;
      requirements: { id: string; coverage: Record<string, { state: string }> }[];
      gaps: { rule: string; severity: string; subject: { label: string }; explanation: string }[];
      checklists: { implementation: unknown[]; audit: { items: unknown[] } };
    }>('assess');
    expect(exit).toBe(3);
    expect(value.requirements).toHaveLength(123);
    expect(Object.keys(value.requirements[0]?.coverage ?? {}).toSorted()).toEqual([
      'accountable',
      'capacity',
      'competent',
      'infrastructure',
      'money',
      'responsible',
    ]);
    expect(value.gaps.filter((gap) => gap.severity === 'critical').map((gap) => [gap.rule, gap.subject.label])).toEqual(
      [['role.holder-left', 'Carsten Möllenkamp']],
    );
    expect([value.checklists.implementation.length, value.checklists.audit.items.length]).toEqual([10, 10]);
  });

  it('answers the question of an auditor, in any case of the letters', async () => {
    const { exit, value } = await json<{
      requirement: { id: string };
      accountable: { name: string }[];
      responsible: { name: string }[];
      enough: boolean | null;
    }>('answer', 'a.8.8');
    expect(exit).toBe(0);
    expect(value.requirement.id).toBe('A.8.8');
    expect(value.accountable.map(({ name }) => name)).toEqual(['Dr. Aylin Karadeniz']);
    expect(value.responsible.map(({ name }) => name)).toEqual(['Gergő Szabó-Végh']);
    expect(value.enough).toBeNull();
  });

  it('shows an import without writing it, then writes it once', async () => {
    const file = join(folder, 'new.csv');
    await writeFile(file, 'Name;E-Mail;Passwort\nنور الهاشمي;nour@nordlicht.example;geheim123\n;;\n');
    type Report = { taken: number; unchanged: number; dropped: { column: string }[]; ignored: unknown[] };
    const dry = await json<Report>('import', file, '--dry-run');
    expect([dry.value.taken, dry.value.dropped.map(({ column }) => column)]).toEqual([1, ['Passwort']]);
    expect((await json<Report>('import', file)).value.taken).toBe(1);
    const again = await json<Report>('import', file);
    expect([again.value.taken, again.value.unchanged]).toEqual([0, 1]);
    expect(JSON.stringify(again.value)).not.toContain('geheim123');
  });

  it('takes a catalogue under a key, once, and refuses what is none by its name', async () => {
    const file = join(folder, 'sea.yaml');
    await writeFile(
      file,
      [
        'urn: urn:x:risk:library:sea',
        'name: Sea rules',
        'version: 2',
        'objects:',
        '  framework:',
        '    name: Sea rules',
        '    requirement_nodes:',
        '    - {urn: "x:watch", ref_id: W, name: Watch, assessable: false, depth: 1}',
        '    - {urn: "x:w.1", parent_urn: "x:watch", ref_id: W.10, name: Somebody is awake, assessable: true, depth: 2}',
      ].join('\n'),
    );
    type Report = { kind: string; key: string; taken: number; dryRun: boolean; rows: { label: string }[] };
    const dry = await json<Report>('import', file, '--as', 'catalogue', '--key', 'sea', '--dry-run');
    expect(dry.value).toMatchObject({ kind: 'catalogue', key: 'sea', taken: 2, dryRun: true });
    expect((await json<Report>('import', file, '--key', 'sea')).value.rows.map(({ label }) => label)).toEqual([
      'sea:W Watch',
      'sea:W.10 Somebody is awake',
    ]);
    const again = await cli('import', file, '--as', 'catalogue');
    expect([again.exit, again.err]).toEqual([1, expect.stringContaining('exists already')]);
    const profile = join(folder, 'low.json');
    await writeFile(profile, '{"profile":{"uuid":"x"}}');
    const refused = await cli('import', profile, '--as', 'catalogue', '--dry-run');
    expect([refused.exit, refused.err]).toEqual([1, expect.stringContaining('it is an OSCAL profile')]);
    expect((await json<{ kind: string; refused: string }>('inspect', profile)).value).toMatchObject({
      kind: 'unknown',
      refused: expect.stringContaining('an OSCAL profile'),
    });
  });

  it('exports what it says, byte for byte, with the position of the trail', async () => {
    const out = join(folder, 'matrix.csv');
    const { value } = await json<{ bytes: number; sha256: string; trail: { seq: number; hash: string } }>(
      'export',
      'accountability-matrix',
      '--format',
      'csv',
      '--out',
      out,
    );
    const bytes = await readFile(out);
    expect([value.bytes, value.sha256]).toEqual([bytes.byteLength, createHash('sha256').update(bytes).digest('hex')]);
    const { value: verified } = await json<{ head: { sequence: number; hash: string } }>('verify');
    expect(value.trail).toEqual({ seq: verified.head.sequence, hash: verified.head.hash });
  });

  it('writes the letter of an appointment, as a file that begins as its format does', async () => {
    const owner = new Client((await joinEmbedded(muster.data)) ?? {});
    await owner.connect();
    const { rows } = await owner.query<{ id: string }>('select id from appointment order by id limit 1');
    await owner.end();
    const letter = async (format: string, appointment: string): Promise<Ended> =>
      await cli('export', 'letter-of-appointment', '--appointment', appointment, '--format', format, '--out', 'letter');
    for (const [format, begins] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
    ] as const) {
      expect((await letter(format, rows[0]?.id ?? '')).exit).toBe(0);
      expect((await readFile(join(folder, 'letter'))).toString('latin1').startsWith(begins)).toBe(true);
    }
    const unknown = await letter('pdf', '00000000-0000-7000-8000-000000000000');
    expect([unknown.exit, unknown.err]).toEqual([1, 'There is no such appointment.\n']);
  });

  it('writes the profile of a role by its short name', async () => {
    const profile = (key: string): Promise<Ended> =>
      cli('export', 'role-profile', '--role', key, '--format', 'docx', '--out', 'profile');
    expect((await profile('ciso')).exit).toBe(0);
    expect((await readFile(join(folder, 'profile'))).toString('latin1').startsWith('PK')).toBe(true);
    expect(await profile('nobody')).toMatchObject({ exit: 1, err: 'There is no such role "nobody".\n' });
  });

  it('writes the competence matrix of a unit, and the record of a person by name', async () => {
    const out = join(folder, 'competence.csv');
    expect((await cli('export', 'competence-matrix', '--format', 'csv', '--out', out)).exit).toBe(0);
    const [, first = ''] = (await readFile(out, 'utf8')).split('\r\n');
    const [name = '', unit = ''] = first.split(',');
    const one = await cli('export', 'competence-matrix', '--unit', unit, '--format', 'csv', '--out', out);
    expect([one.exit, (await readFile(out, 'utf8')).includes(name)]).toEqual([0, true]);
    const record = (who: string): Promise<Ended> =>
      cli('export', 'competence-record', '--person', who, '--format', 'docx', '--out', 'record');
    expect((await record(name)).exit).toBe(0);
    expect((await readFile(join(folder, 'record'))).toString('latin1').startsWith('PK')).toBe(true);
    expect(await record('Nobody At All')).toMatchObject({ exit: 1, err: 'There is no such person "Nobody At All".\n' });
  });

  it('hands out the statement of applicability, takes it back unchanged, and then one change of it', async () => {
    const file = join(folder, 'statement.csv');
    expect((await cli('export', 'statement-of-applicability', '--format', 'csv', '--out', file)).exit).toBe(0);
    type Report = { kind: string; taken: number; changed: number; unchanged: number };
    const same = await json<Report>('import', file, '--dry-run');
    expect(same.value).toMatchObject({ kind: 'applicability', taken: 0, changed: 0, unchanged: 93 });
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^(A\.8\.8,[^,]*,)yes,/mu, '$1no,'));
    const one = await json<Report>('import', file, '--as', 'applicability');
    expect(one.value).toMatchObject({ taken: 0, changed: 1, unchanged: 92 });
  });

  it('tells what the night would tell, carries it out, and a second time tells nobody', async () => {
    const planned = await json<{ mails: { to: string; subject: string }[] }>('remind', '--dry-run');
    expect(planned.value.mails.length).toBeGreaterThan(0);
    const { exit, out, err } = await cli('remind', '--json');
    expect([exit, JSON.parse(out)]).toMatchObject([0, { server: null, sent: planned.value.mails.length, failed: [] }]);
    for (const { to, subject } of planned.value.mails) {
      expect(err).toContain(`<${to}>`);
      expect(err).toContain(`Subject: ${subject}`);
    }
    expect((await json<{ sent: number }>('remind')).value.sent).toBe(0);
  });

  it('says what is wrong: 2 for wrong usage, 1 for what cannot be done', async () => {
    const wrong = await Promise.all([
      cli(),
      cli('dance'),
      cli('answer', 'Z.9'),
      cli('assess', '--on', '2026-02-30'),
      cli('export', 'accountability-matrix', '--format', 'doc', '--out', 'x'),
      cli('export', 'letter-of-appointment', '--format', 'pdf', '--out', 'x'),
    ]);
    expect(wrong.map(({ exit }) => exit)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(wrong[5]?.err).toBe('--appointment takes the id of an appointment.\n');
    expect(wrong[3]?.err).toBe('--on takes a date as YYYY-MM-DD, not "2026-02-30".\n');
    const impossible = await Promise.all([cli('inspect', 'nowhere.xlsx'), cli('verify', '--org', 'nobody')]);
    expect(impossible.map(({ exit }) => exit)).toEqual([1, 2]);
    expect(impossible.every(({ out }) => out === '')).toBe(true);
  });

  it('finds a row that was changed behind its back, names it and ends with 4', async () => {
    expect((await json('verify')).exit).toBe(0);
    const owner = new Client((await joinEmbedded(muster.data)) ?? {});
    await owner.connect();
    try {
      await owner.query("update person set name = 'Somebody Else' where name = 'Dr. Aylin Karadeniz'");
      const { exit, value } = await json<{ ok: boolean; problems: { kind: string; explanation: string }[] }>('verify');
      expect([exit, value.ok, value.problems.map(({ kind }) => kind)]).toEqual([4, false, ['changed-row']]);
      expect(value.problems[0]?.explanation).toContain('differs from the trail in name');
    } finally {
      await owner.end();
    }
  });
});
