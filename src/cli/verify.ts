import type { Verification } from '../capabilities/trail/contract.ts';
import { verify } from '../capabilities/trail/store/verify.ts';
import type { Command } from './command.ts';

/** Exit code when the trail or the tables were changed outside Muster. */
const TAMPERED = 4;

const erased = ({ sequence, recordedAt, entries }: Verification['erasures'][number]): string =>
  `Entry ${sequence} of ${recordedAt} erased personal data from ${entries} earlier ${entries === 1 ? 'entry' : 'entries'}, which stand as it left them.`;

export const verifyCommand: Command = {
  usage: 'verify',
  summary: 'checks the hash chain of the trail, and that it rebuilds the tables; ends with 4 when not',
  options: {},
  desk: true,
  async run(_args, { db, organization }) {
    const found = await verify(db, organization.id);
    const head = `${organization.name}: ${found.entries} entries, head ${found.head.sequence} ${found.head.hash}`;
    const text = [
      head,
      ...(found.ok
        ? ['The chain holds, and it rebuilds the tables.', ...found.erasures.map(erased)]
        : found.problems.map((problem) => problem.explanation)),
    ].join('\n');
    return { json: found, text, ...(found.ok ? {} : { exit: TAMPERED }) };
  },
};
