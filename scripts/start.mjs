import { spawn } from 'node:child_process';
import { buildPages, installDependencies, nodeProgram, root } from './setup.mjs';

installDependencies();
buildPages();

const server = spawn(nodeProgram(), ['src/main.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
