import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { nullOn } from '../../files/absent.ts';

/** A dead process that its parent has not yet fetched still answers to signals; Linux tells it by state Z. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return /^[ZX]/.test(text.slice(text.lastIndexOf(')') + 2));
  } catch {
    return true;
  }
}

/** Does the process run? True also for processes of others. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Sends a signal; false when the process is gone already. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

/** Waits until the process is gone; false when it still runs after `seconds`. */
export async function ends(pid: number, seconds: number): Promise<boolean> {
  const until = performance.now() + seconds * 1000;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await delay(10);
  }
  return true;
}

/** The command line as `ps` shows it; empty when there is no such process. */
export async function commandLine(pid: number): Promise<string> {
  const found = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(nullOn(1));
  return found?.stdout ?? '';
}
