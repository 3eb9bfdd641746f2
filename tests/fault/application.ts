import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { MusterError } from '../../src/kernel/errors.ts';
import { COMPILED } from '../e2e/muster.ts';
import { cookieOf, PASSWORD } from '../factories/house.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

export const failed = (reason: string, cause?: unknown): MusterError =>
  new MusterError({ code: 'unavailable', reason }, { cause });

/** Asks until the answer is not null. */
export async function eventually<T>(what: string, ask: () => Promise<T | null>, milliseconds = 120_000): Promise<T> {
  const until = performance.now() + milliseconds;
  for (;;) {
    const found = await ask();
    if (found !== null) return found;
    if (performance.now() > until) throw failed(`${what} did not come within ${milliseconds} ms`);
    await pause(10);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The program as a user runs it, in a process and a data folder of its own; it can be killed and started again. */
export class RunningApplication {
  readonly data: string;
  readonly url: string;
  readonly #port: number;
  #child: ChildProcess | null = null;
  /** What it wrote to standard error over all its lives. */
  said = '';

  private constructor(data: string, port: number) {
    this.data = data;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async make(): Promise<RunningApplication> {
    return new RunningApplication(await mkdtemp(join(tmpdir(), 'muster-fault-')), await freePort());
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Starts it. @returns what it greets with when it is ready; null when it was ended before */
  async start(greets = 'Muster is ready'): Promise<string | null> {
    const child = spawn(process.execPath, [program], {
      env: {
        PATH: process.env['PATH'],
        HOME: this.data,
        MUSTER_DATA: this.data,
        MUSTER_PORT: String(this.#port),
        MUSTER_LOG: 'error',
        NODE_COMPILE_CACHE: COMPILED,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stderr.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    let greeting = '';
    for await (const line of createInterface(child.stdout)) {
      greeting += `${line}\n`;
      if (line.startsWith(greets) && (await this.#answers())) return greeting;
    }
    await this.#ended();
    return null;
  }

  async #answers(): Promise<boolean> {
    return fetch(`${this.url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async #ended(): Promise<number | null> {
    const child = this.#child;
    if (child !== null && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child?.exitCode ?? null;
  }

  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#ended();
  }

  /** Kills the database's first process. */
  async killDatabase(): Promise<void> {
    const pid = Number(
      (await readFile(join(this.data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n', 1)[0],
    );
    if (Number.isInteger(pid) && pid > 1) process.kill(pid, 'SIGKILL');
  }

  /** Ends it as Ctrl-C does. @returns its exit code */
  async end(): Promise<number | null> {
    this.#child?.kill('SIGTERM');
    return this.#ended();
  }

  /** Ends it and takes its data away. @returns its exit code */
  async stop(): Promise<number | null> {
    const code = await this.end();
    await rm(this.data, { recursive: true, force: true });
    return code;
  }

  async send(
    path: string,
    init: { readonly method: string; readonly headers?: Record<string, string>; readonly body?: unknown },
  ): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method: init.method,
      headers: { 'content-type': 'application/json', ...init.headers },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      signal: AbortSignal.timeout(30_000),
    });
  }

  /** Makes the first administrator with the link of the first greeting, and an empty organization. */
  async settle(greeting: string): Promise<{ readonly cookie: string; readonly organization: string }> {
    const token = /\/setup#(\S+)/.exec(greeting)?.[1] ?? '';
    const body = { token, name: 'Ada Admin', email: 'ada@adler.example', password: PASSWORD };
    const setup = await this.send('/api/v1/setup', { method: 'POST', body });
    if (!setup.ok) throw failed(`set-up was refused: ${await setup.text()}`);
    const cookie = cookieOf(setup.headers.getSetCookie());
    const founded = await this.send('/api/v1/organizations', {
      method: 'POST',
      headers: { cookie },
      body: { name: 'Adler', start: 'empty' },
    });
    const { id } = (await founded.json()) as { readonly id: string };
    return { cookie, organization: id };
  }
}
