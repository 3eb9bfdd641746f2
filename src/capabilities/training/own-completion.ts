import { MusterError } from '../../kernel/errors.ts';
import type { Actor } from '../identity/model.ts';
import type { Training } from './model.ts';

interface Written {
  readonly register: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** What who was trained is told where they would say themselves that it is done. */
export const ownCompletion = {
  action: 'complete a training',
  reason: 'It is your own training: report that you did it, and somebody else confirms it.',
};

const resultOf = (training: Training | null) => training?.effectiveness?.result ?? null;

/**
 * Refuses a row by which an account says of its own person that a training is done, or what its effect was: whichever way
 * it is written, an import and an undo among them. What was another row's may move to the person when the two are joined.
 * @throws MusterError `forbidden`
 */
export function refuseOwnCompletion(actor: Actor, { register, before, after }: Written): void {
  if (register !== 'training' || after === null) return;
  if (actor.kind !== 'member' || actor.personId === null || after['personId'] !== actor.personId) return;
  if (before !== null && before['personId'] !== after['personId']) return;
  const [was, is] = [before, after] as unknown as readonly [Training | null, Training];
  const done = is.state === 'completed' && was?.state !== 'completed';
  const checked = resultOf(is) !== null && resultOf(is) !== resultOf(was);
  if (done || checked) throw new MusterError({ code: 'forbidden', ...ownCompletion });
}
