import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPages } from '../../scripts/setup.mjs';

/**
 * Where Node keeps code that it has compiled: half of a start is compiling. One that ends in peace writes it, and
 * whatever starts after it reads it.
 */
export const COMPILED = join(import.meta.dirname, '..', '..', 'dist', 'compiled');

export interface Running {
  readonly url: string;
  /** The link that a start printed: to set up, or signed in to the demonstration. */
  readonly link: string;
  readonly data: string;
  readonly stop: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Starts the real program on data of its own, with the pages as they are now. */
export async function startMuster(...args: readonly string[]): Promise<Running> {
  if (!args.includes('--no-pages')) buildPages();
  const data = await mkdtemp(join(tmpdir(), 'muster-e2e-'));
  await chmod(data, 0o755);
  const port = await freePort();
  const env = {
    ...process.env,
    MUSTER_NIGHTLY: 'off',
    MUSTER_DATA: data,
    MUSTER_PORT: String(port),
    DATABASE_URL: undefined,
    NODE_COMPILE_CACHE: COMPILED,
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'src', 'main.ts'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  const link = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /: (http\S+\/(?:setup#|enter\/)\S+)\n/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new TypeError(`Muster ended before it was ready: ${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    link,
    data,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}
