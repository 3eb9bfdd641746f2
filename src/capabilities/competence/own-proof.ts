import type { PlainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { Actor } from '../identity/model.ts';
import { provenBy } from './held.ts';
import type { CompetenceAssessment } from './model.ts';

interface Written {
  readonly register: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const isLater = (end: PlainDate | null, than: PlainDate | null): boolean =>
  than !== null && (end === null || end > than);

/**
 * Refuses a row by which an account proves something of its own person, or proves more of it, or for longer: whichever
 * way it is written. What another row of the register was judged in may move to the person when the two are joined.
 * @throws MusterError `forbidden`
 */
export function refuseOwnProof(actor: Actor, { register, before, after }: Written): void {
  if (register !== 'competenceAssessment' || after === null) return;
  if (actor.kind !== 'member' || actor.personId === null || after['personId'] !== actor.personId) return;
  if (before !== null && before['personId'] !== after['personId']) return;
  const [was, is] = [before, after] as unknown as readonly [CompetenceAssessment | null, CompetenceAssessment];
  const proven = provenBy(is);
  if (proven === 0) return;
  const refreshed = was === null || was.refreshMonths !== is.refreshMonths || was.on !== is.on;
  if (was !== null && proven <= provenBy(was) && !isLater(is.to, was.to) && !(is.to === null && refreshed)) return;
  throw new MusterError({
    code: 'forbidden',
    action: 'prove your own competence',
    reason: 'What you record of yourself counts once somebody else has confirmed it.',
  });
}
