import { notFound } from '../../kernel/errors.ts';
import type { RegisterName, Registers } from './register.ts';
import type { Snapshot } from './snapshot.ts';

/** One row of a snapshot. @throws MusterError `not-found` */
export function presentRow<R extends Exclude<RegisterName, 'organization'>>(
  snapshot: Snapshot,
  register: R,
  id: string,
): Registers[R] {
  const rows = snapshot[register] as unknown as readonly Registers[R][];
  const row = rows.find((candidate) => candidate.id === id);
  if (row === undefined) throw notFound(register);
  return row;
}
