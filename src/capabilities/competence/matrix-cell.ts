import { unreachable } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import { isInDate, provenLevel } from './held.ts';
import type { CompetenceBooks } from './books.ts';
import type { CompetenceNeed } from './need.ts';
import { standingOf, type CompetenceStanding, type CompetenceState } from './standing.ts';

/**
 * What one cell of people by competence shows. `value` is the level with a sign after it where it does not simply count:
 * `!` it ends soon, `x` it was proven and has ended, `?` it is only claimed; empty where nothing is known.
 */
export interface CellFace {
  /** The level that is judged by: the highest that is a must, else the highest at all; null where nothing asks for it. */
  readonly required: Level | null;
  readonly must: boolean;
  readonly state: CompetenceState;
  readonly value: string;
}

export const signs = { expiring: '!', expired: 'x', claimed: '?' } as const;

const lowest: Level = levels[1];

/** The level that a cell is judged by; null where nothing asks for it. */
export const askedOf = (need: CompetenceNeed | undefined): Level | null => need?.must ?? need?.should ?? null;

/** How somebody stands in a cell: to what is asked, else to the level that they prove. */
export function standingIn(
  { held, on }: Pick<CompetenceBooks, 'held' | 'on'>,
  personId: PersonId,
  competence: string,
  required: Level | null,
): CompetenceStanding {
  const proven = required === null ? provenLevel(held.of(personId, competence), on) : lowest;
  return standingOf(held, personId, { competence, level: required ?? (proven > lowest ? proven : lowest) }, on);
}

function valueOf(
  { held, on }: Pick<CompetenceBooks, 'held' | 'on'>,
  personId: PersonId,
  competence: string,
  standing: CompetenceStanding,
): string {
  const { state, proven, claimed, judgement } = standing;
  switch (state) {
    case 'met':
    case 'expiring': {
      const sign = state === 'expiring' ? signs.expiring : '';
      return proven > 0 ? `${proven}${sign}` : isJudged(held, personId, competence, on) ? '0' : '';
    }
    case 'expired':
      return `${judgement?.proven ?? proven}${signs.expired}`;
    case 'no-evidence':
      return `${claimed}${signs.claimed}`;
    case 'below':
      return proven > 0 ? String(proven) : `${claimed}${signs.claimed}`;
    case 'missing':
      return isJudged(held, personId, competence, on) ? '0' : '';
    default:
      return unreachable(state);
  }
}

const isJudged = (held: CompetenceBooks['held'], personId: PersonId, competence: string, on: CompetenceBooks['on']) =>
  held.of(personId, competence).some((one) => isInDate(one, on));

/** One cell of the matrix of people by competence. */
export function faceOf(
  books: Pick<CompetenceBooks, 'held' | 'on'>,
  personId: PersonId,
  competence: string,
  need: CompetenceNeed | undefined,
): CellFace {
  const required = askedOf(need);
  const standing = standingIn(books, personId, competence, required);
  const must = (need?.must ?? null) !== null;
  return { required, must, state: standing.state, value: valueOf(books, personId, competence, standing) };
}
