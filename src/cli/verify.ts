import type { Verification } from '../capabilities/trail/contract.ts';
import { fileProblems } from '../capabilities/competence/store/evidence.ts';
import { verify } from '../capabilities/trail/store/verify.ts';
import type { Command } from './command.ts';

/** Exit code when the trail or the tables were changed outside Muster. */
const TAMPERED = 4;

const erased = ({ sequence, recordedAt, entries }: Verification['erasures'][number]): string =>
  `Entry ${sequence} of ${recordedAt} erased personal data from ${entries} earlier ${entries === 1 ? 'entry' : 'entries'}, which stand as it left them.`;

export const verifyCommand: Command = {
  usage: 'verify',
  summary:
    'checks the hash chain of the trail, that it rebuilds the tables, and that the files of evidence are there and unchanged; ends with 4 when not',
  options: {},
  desk: true,
  async run(_args, { db, facts, storage, organization }) {
    const trail = await verify(db, organization.id);
    const evidence = await fileProblems(storage, await facts.current(organization.id, null));
    const problems = [...trail.problems, ...evidence];
    const found: Verification = { ...trail, problems, ok: problems.length === 0 };
    const head = `${organization.name}: ${found.entries} entries, head ${found.head.sequence} ${found.head.hash}`;
    const text = [
      head,
      ...(found.ok
        ? [
            'The chain holds, it rebuilds the tables, and the files of evidence are as they were uploaded.',
            ...found.erasures.map(erased),
          ]
        : found.problems.map((problem) => problem.explanation)),
    ].join('\n');
    return { json: found, text, ...(found.ok ? {} : { exit: TAMPERED }) };
  },
};
