import type { Snapshot } from '../capabilities/trail/snapshot.ts';
import { momentOption } from './argument.ts';
import type { Arguments, Desk } from './command.ts';

/** The facts as they are, or as `--recorded-at` asks. */
export function factsFor(args: Arguments, { facts, organization }: Desk): Promise<Snapshot> {
  const at = momentOption(args, 'recorded-at');
  return at === undefined ? facts.current(organization.id, null) : facts.asRecorded(organization.id, at);
}
