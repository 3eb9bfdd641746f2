// Runs a TypeScript entry point on the packaged Node, in the folder from which the command was called.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installDependencies, nodeProgram, root } from './setup.mjs';

installDependencies();

const [entry, ...args] = process.argv.slice(2);
const child = spawn(nodeProgram(), [join(root, entry), ...args], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
