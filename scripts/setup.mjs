// Plain JavaScript without dependencies: it runs on whatever Node the machine has, before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const at = (...parts) => join(root, ...parts);

/** The Node that Muster runs on: the packaged one, or this one where the platform has no package and it is new enough. */
export function nodeProgram() {
  const packaged = at('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(packaged)) return packaged;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `Muster needs Node 22.18 or later; this is ${process.versions.node}, and no packaged Node exists for ${process.platform} on ${process.arch}.`,
  );
}

export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (result.error) throw result.error;
  if (result.status !== 0)
    throw new Error(`${[command, ...args].join(' ')} ended with ${result.status ?? result.signal}`);
}

const hashOf = (...files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
};

const stamped = (file, hash) => existsSync(file) && readFileSync(file, 'utf8') === hash;

/** Installs what the lock file names, when it has changed. No install script of a package runs. */
export function installDependencies() {
  const stamp = at('node_modules', '.muster-installed');
  const hash = hashOf(at('package-lock.json'), at('package.json'));
  if (stamped(stamp, hash)) return;
  process.stderr.write('Installing dependencies (once) …\n');
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it stops where a registry lacks an optional package of some other platform.
  const args = ['install', '--no-save', '--ignore-scripts', '--loglevel=error'];
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args], { stdio: ['ignore', 2, 2] });
  else run('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  writeFileSync(stamp, hash);
}

function filesBelow(folder, found = []) {
  for (const entry of readdirSync(folder).sort()) {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) filesBelow(path, found);
    else found.push(path);
  }
  return found;
}

/** Builds the pages, when their sources have changed: beside the present ones, which are then replaced at once. */
export function buildPages() {
  const pages = at('dist', 'web');
  const sources = filesBelow(at('src')).filter((file) => !file.endsWith('.test.ts'));
  const hash = hashOf(at('package-lock.json'), at('vite.config.ts'), ...sources);
  if (stamped(join(pages, '.built-from'), hash)) return;
  process.stderr.write('Building the pages …\n');
  const fresh = at('dist', `web-${process.pid}`);
  const vite = at('node_modules', 'vite', 'bin', 'vite.js');
  run(nodeProgram(), [vite, 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', fresh], {
    stdio: ['ignore', 2, 2],
  });
  writeFileSync(join(fresh, '.built-from'), hash);
  const former = at('dist', `former-${process.pid}`);
  if (existsSync(pages)) renameSync(pages, former);
  renameSync(fresh, pages);
  rmSync(former, { recursive: true, force: true });
}
