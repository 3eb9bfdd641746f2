import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { Client } from 'pg';
import { looksLikePeople } from '../src/capabilities/people/people-document.ts';
import { importSheets, type ImportDesk } from '../src/capabilities/people/store/import.ts';
import { change } from '../src/capabilities/trail/store/change.ts';
import { openFacts } from '../src/capabilities/trail/store/facts.ts';
import { foundOrganization } from '../src/capabilities/trail/store/found.ts';
import { writePlanned } from '../src/capabilities/trail/store/planned.ts';
import { openInstallation } from '../src/installation.ts';
import type { UserId } from '../src/kernel/id.ts';
import { systemClock as clock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config.ts';
import { joinEmbedded } from '../src/platform/db/embedded/server.ts';
import { readDocument } from '../src/platform/files/document.ts';
import { openLog } from '../src/platform/log.ts';
import type { BenchResult } from './result.ts';

const ROWS = 10_000;
const BATCH = 500;
const ACTOR = { kind: 'operator', name: 'bench' } as const;

/** `turn` changes what every row says of its job, so that the second import updates all of them. */
const fileOf = (turn: number): Uint8Array =>
  Buffer.from(
    [
      'Employee ID,Name,E-mail,Department,Job title,Manager ID',
      ...Array.from(
        { length: ROWS },
        (_, row) =>
          `E${row},Person${row} Test${row % 977},p${row}@bench.example,Unit ${row % 50},Engineer ${turn},E${Math.floor(row / 10)}`,
      ),
    ].join('\n'),
  );

/** Milliseconds for the same text as rows of a bare table, by multi-row inserts or updates, the longest text being the row in full twice. */
async function bare(owner: Client, file: Uint8Array, update: boolean): Promise<number> {
  const lines = Buffer.from(file).toString().split('\n').slice(1);
  const began = performance.now();
  await owner.query('begin');
  for (let start = 0; start < lines.length; start += BATCH) {
    const some = lines.slice(start, start + BATCH);
    const values = some.map((_, index) => `($${index * 2 + 1}::int, $${index * 2 + 2}::text)`).join();
    const given = some.flatMap((line, index) => [start + index, line]);
    await owner.query(
      update
        ? `update bare set line = v.line from (values ${values}) as v (id, line) where bare.id = v.id`
        : `insert into bare (id, line) values ${values}`,
      given,
    );
  }
  await owner.query('commit');
  return performance.now() - began;
}

/**
 * An import of 10,000 people from a file: read, compare, write, with trail; once as new people and once as changes of all
 * of them. Against the same bytes written to a bare table by multi-row statements. Lower is better. The longest stall is
 * how long any other request had to wait for the process.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  const config = readConfig({ ...process.env, MUSTER_DATA: folder, MUSTER_LOG: 'silent', DATABASE_URL: undefined });
  const installation = await openInstallation(config, 'serve', openLog('silent'));
  const { db } = installation;
  const founder = { name: 'Bench', email: 'bench@muster.example', id: clock.newId() as UserId };
  const { id: organizationId } = await foundOrganization(db, clock, { name: 'Bench', start: 'empty', founder });
  const facts = openFacts(db, 2);
  const desk: ImportDesk = {
    actor: ACTOR,
    today: clock.today(),
    newId: clock.newId,
    facts: () => facts.current(organizationId, null),
    writePlanned: (plan, written) =>
      writePlanned(
        {
          facts: () => facts.current(organizationId, null),
          write: ({ reason, items }, expected) =>
            change(db, clock, { actor: ACTOR, organizationId, reason, items, expected, written }),
        },
        plan,
      ),
  };
  const owner = new Client((await joinEmbedded(config.data)) ?? {});
  await owner.connect();
  await owner.query('create table bare (id int primary key, line text not null)');
  const ticket = { tell: () => undefined, isCancelled: () => false, end: () => undefined };
  const results: BenchResult[] = [];
  try {
    for (const [turn, name] of ['new', 'changed'].entries()) {
      const file = fileOf(turn);
      const yardstick = await bare(owner, file, turn > 0);
      const delay = monitorEventLoopDelay({ resolution: 5 });
      await setImmediate();
      delay.enable();
      const began = performance.now();
      const { sheets } = await readDocument({ name: 'people.csv', bytes: file });
      const people = sheets.filter(looksLikePeople);
      const report = await importSheets(desk, people, { name: 'people.csv', dryRun: false, answers: [] }, ticket);
      const value = performance.now() - began;
      delay.disable();
      const done = turn === 0 ? report.taken : report.changed;
      results.push({
        name: `import of ${done} people, all ${name}`,
        value,
        yardstick,
        ratio: value / yardstick,
        unit: 'ms',
        note: `bare rows of the same bytes; longest stall ${Math.round(delay.max / 1e6)} ms; lower is better`,
      });
    }
  } finally {
    await owner.end();
    await installation.close();
    await rm(folder, { recursive: true, force: true });
  }
  return results;
}
