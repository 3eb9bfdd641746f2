import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client, type QueryResult } from 'pg';
import { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import type { Connection } from './connection.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isAlive, signal } from './process.ts';
import { stopPostmaster } from './postmaster.ts';
import { joinEmbedded } from './server.ts';

const said = z.object({
  running: z.object({ pid: z.number(), version: z.string(), adopted: z.boolean() }).optional(),
  refused: z.unknown().optional(),
});

/** Another application on a data folder, in a process of its own. */
export interface Application {
  readonly pid: number;
  readonly said: z.infer<typeof said>;
  kill(): Promise<void>;
  /** Lets it stop and end by itself; gives its exit code. */
  stop(): Promise<number | null>;
}

const program = fileURLToPath(new URL('./application.fixture.ts', import.meta.url));

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

/** Starts one and waits for its first words. `uid` runs it as that number. */
export async function application(dataFolder: string, binaries = 'package', uid?: number): Promise<Application> {
  const child = spawn(process.execPath, [program, dataFolder, binaries, uid === undefined ? '' : String(uid)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    pid: child.pid ?? 0,
    said: said.parse(JSON.parse(line)),
    kill: async () => {
      child.kill('SIGKILL');
      await ended(child);
    },
    stop: async () => {
      child.stdin.end();
      return await ended(child);
    },
  };
}

/** Data folders of one test file; what still runs on them is stopped at the end. */
export class DataFolders {
  readonly #made: { base: string; data: string }[] = [];

  async make(below = ''): Promise<string> {
    const base = await mkdtemp(join(tmpdir(), 'muster-embedded-'));
    const data = below === '' ? base : join(base, below);
    this.#made.push({ base, data });
    return data;
  }

  async remove(): Promise<void> {
    for (const { base, data } of this.#made) {
      const file = await readPostmasterFile(join(data, 'postgres', 'cluster'));
      if (file !== null && file.pid > 1 && file.pid !== process.pid && isAlive(file.pid))
        await stopPostmaster(file.pid);
      await rm(base, { recursive: true, force: true });
    }
  }
}

/** One query on a connection of its own. */
export async function query(connection: Connection, sql: string, values: unknown[] = []): Promise<QueryResult> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

/** The connection to what another application runs on the data folder. */
export async function joined(dataFolder: string): Promise<Connection> {
  const connection = await joinEmbedded(dataFolder);
  if (connection === null) throw notFound('running database');
  return connection;
}

export const killHard = (pid: number | null): boolean => pid !== null && signal(pid, 'SIGKILL');
