/**
 * An application of its own process for the tests: starts the embedded database, says so in one line of JSON, and
 * stops it when its standard input ends. It must then end by itself.
 */
import { setgid, setgroups, setuid } from 'node:process';
import { MusterError } from '../../../kernel/errors.ts';
import { startEmbedded } from './server.ts';

const [dataFolder = '', binaries = 'package', uid = ''] = process.argv.slice(2);
if (uid !== '' && setgroups !== undefined && setgid !== undefined && setuid !== undefined) {
  setgroups([]);
  setgid(Number(uid));
  setuid(Number(uid));
}
const say = (what: unknown): boolean => process.stdout.write(`${JSON.stringify(what)}\n`);
try {
  const server = await startEmbedded({ dataFolder, binaries, log: () => undefined });
  say({ running: { pid: server.pid(), version: server.version, adopted: server.adopted } });
  process.stdin.resume().once('end', () => void server.stop());
} catch (error) {
  say({ refused: error instanceof MusterError ? error.fault : String(error) });
  process.exitCode = 1;
}
