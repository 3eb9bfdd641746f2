// Every check and every test, with all set-up they need. The last line says how many passed and failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies, nodeProgram, root, run } from './setup.mjs';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** On Debian as root the missing programs are installed; elsewhere the message says what is missing. */
function installPrograms() {
  const wanted = [];
  if (!process.env.MUSTER_CHROMIUM && !BROWSERS.some((path) => existsSync(path))) wanted.push('chromium');
  if (existsSync('/etc/debian_version') && !existsSync('/usr/lib/postgresql/15/bin/postgres'))
    wanted.push('postgresql-15');
  if (wanted.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    process.stderr.write(`Missing for the tests: ${wanted.join(', ')}. Tests that need them will say so.\n`);
    return;
  }
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] };
  run('apt-get', ['update', '-qq'], options);
  for (const program of wanted) {
    const found = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', program], options);
    if (found.status !== 0)
      process.stderr.write(`${program} could not be installed. Tests that need it will say so.\n`);
  }
}

const bin = (name) => join(root, 'node_modules', '.bin', name);
const results = [];

function check(name, command, args) {
  process.stdout.write(`\n== ${name}\n`);
  const began = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  results.push({ name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 });
  process.stdout.write(`${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

installDependencies();
installPrograms();
process.env.PATH = `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`;

check('types of the core', bin('tsc'), ['-p', 'tsconfig.core.json']);
check('types of the server', bin('tsc'), ['-p', 'tsconfig.server.json']);
check('types of the pages', bin('tsc'), ['-p', 'tsconfig.web.json']);
check('types of the end-to-end tests', bin('tsc'), ['-p', 'tsconfig.e2e.json']);
check('lint', bin('oxlint'), ['--type-aware', '--quiet']);
check('format', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
check('pages build', nodeProgram(), [
  '--input-type=module',
  '-e',
  `import { buildPages } from '${join(root, 'scripts', 'setup.mjs')}'; buildPages();`,
]);

const report = join(root, 'dist', 'test-report.json');
mkdirSync(join(root, 'dist'), { recursive: true });
rmSync(report, { force: true });
process.stdout.write('\n== tests\n');
const vitest = spawnSync(
  nodeProgram(),
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numTotalTestSuites, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that could not even be loaded has no tests of its own: it counts as one that failed.
  const broken = vitest.status !== 0 && numFailedTests === 0 ? Math.max(1, numFailedTestSuites) : 0;
  results.push({ name: `${numTotalTestSuites} suites`, passed: numPassedTests, failed: numFailedTests + broken });
} else results.push({ name: 'tests', passed: 0, failed: 1 });

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
for (const { name, failed } of results) if (failed > 0) process.stdout.write(`failed: ${name}\n`);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exit(sum('failed') === 0 ? 0 : 1);
