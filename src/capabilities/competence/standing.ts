import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import { isInDate, provenLevel, type HeldBook, type Judgement } from './held.ts';

/** A certificate or judgement that ends within so many days is said to expire. */
export const EXPIRY_NOTICE_DAYS = 90;

/**
 * How somebody stands to a required level. `expired`: it, or all that was proven, no longer counts; `no-evidence`: it is claimed
 * or was recorded, and nothing proves it; `below`: a lower level is known; `missing`: nothing is.
 */
export const competenceStates = ['missing', 'below', 'no-evidence', 'expired', 'expiring', 'met'] as const;
export type CompetenceState = (typeof competenceStates)[number];

export interface CompetenceStanding {
  readonly state: CompetenceState;
  /** Proven and in date. */
  readonly proven: Level;
  /** The highest level that anybody said in date, the person included; 0 where nobody did. */
  readonly claimed: Level;
  /** What the state rests on: the judgement that proves the level longest, has expired, or is claimed. */
  readonly judgement: Judgement | null;
  /** The first day on which the required level is no longer proven; null where it is not, or for good. */
  readonly until: PlainDate | null;
}

const lasting = (a: Judgement, b: Judgement): Judgement => (a.to === null || (b.to !== null && b.to <= a.to) ? a : b);

/** The one of them that counts longest. */
const longest = (judgements: readonly Judgement[]): Judgement | null =>
  judgements.length === 0 ? null : judgements.reduce(lasting);

/**
 * How a person stands to one required level on a day (7.2 a, b, d). Of the judgements that prove the level the longest
 * counts, whichever was made last: a higher level or a later end never makes it worse.
 */
export function standingOf(
  held: HeldBook,
  personId: PersonId,
  { competence, level }: { readonly competence: string; readonly level: Level },
  on: PlainDate,
): CompetenceStanding {
  const judgements = held.of(personId, competence);
  const inDate = judgements.filter((one) => isInDate(one, on));
  const proven = provenLevel(judgements, on);
  const claimed = inDate.reduce<Level>(
    (best, { assessment }) => (assessment.level > best ? assessment.level : best),
    proven,
  );
  const known = { proven, claimed };
  const proof = longest(inDate.filter((one) => one.proven >= level));
  if (level === 0 || proof !== null) {
    const until = proof?.to ?? null;
    const expiring = until !== null && until <= addDays(on, EXPIRY_NOTICE_DAYS);
    return { ...known, state: expiring ? 'expiring' : 'met', judgement: proof, until };
  }
  // What a lower judgement ended on its own day was corrected by it, and has not expired.
  const corrected = new Set(inDate.map(({ assessment }) => assessment.on));
  const ended = judgements.filter(
    (one) => !isInDate(one, on) && one.proven > 0 && (one.to === null || !corrected.has(one.to)),
  );
  const former = longest(ended.filter((one) => one.proven >= level));
  if (former !== null) return { ...known, state: 'expired', judgement: former, until: null };
  const claim = longest(inDate.filter(({ assessment }) => assessment.level >= level));
  if (claim !== null) return { ...known, state: 'no-evidence', judgement: claim, until: null };
  const best = longest(inDate.filter(({ assessment }) => assessment.level > 0));
  if (best !== null) return { ...known, state: 'below', judgement: best, until: null };
  const last = longest(ended);
  return { ...known, state: last === null ? 'missing' : 'expired', judgement: last, until: null };
}

/** Whether the required level is proven on the day, however long it still is. */
export const isCompetent = ({ state }: Pick<CompetenceStanding, 'state'>): boolean =>
  state === 'met' || state === 'expiring';
