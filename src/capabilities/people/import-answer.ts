import { z } from 'zod';
import { idSchema, type PersonId } from '../../kernel/id.ts';
import type { ExistingPerson, Match } from './people-match.ts';

/** What somebody says of a row that may mean a person whom the register knows: that one, somebody new, or leave it out. */
export const rowAnswerSchema = z.strictObject({
  /** Where a document has several. */
  sheet: z.string().max(255).nullable().default(null),
  row: z.int().positive(),
  is: z.union([z.enum(['new', 'skip']), idSchema<PersonId>()], { error: 'Expected the id of a person, new or skip.' }),
  /** Who could be meant when this was answered. Where somebody else could be meant by now, the row is asked again. */
  among: z.array(idSchema<PersonId>()).max(50).optional(),
});
export type RowAnswer = z.output<typeof rowAnswerSchema>;

/** A question of the plan: whom a row means. */
export interface PlanQuestion {
  readonly reason: string;
  readonly candidates: readonly ExistingPerson[];
}

export type Settled =
  | { readonly kind: 'match'; readonly match: Exclude<Match, { readonly kind: 'ambiguous' }> }
  | { readonly kind: 'left-out'; readonly reason: string };

/** What becomes of a row by the answer to it, if there is one: nothing is decided for the user. */
export function settled(
  match: Match,
  answer: RowAnswer | undefined,
  byId: ReadonlyMap<PersonId, ExistingPerson>,
): Settled {
  if (match.kind !== 'ambiguous') return { kind: 'match', match: withUnneeded(match, answer) };
  if (answer === undefined) return { kind: 'left-out', reason: match.reason };
  const unseen = match.candidates.find(({ id }) => answer.among?.includes(id) === false);
  if (unseen !== undefined)
    return { kind: 'left-out', reason: `${match.reason} ${unseen.name} came since this was answered.` };
  switch (answer.is) {
    case 'skip':
      return { kind: 'left-out', reason: 'Left out, as you said.' };
    case 'new':
      return { kind: 'match', match: { kind: 'new', doubt: null } };
    default: {
      const existing = byId.get(answer.is);
      return existing === undefined
        ? { kind: 'left-out', reason: `${match.reason} Whom you named is no longer there.` }
        : { kind: 'match', match: { kind: 'same', existing, by: 'answer', doubt: null } };
    }
  }
}

/** An answer to what is no question says otherwise than the facts: that is told, not followed. */
function withUnneeded<M extends Exclude<Match, { readonly kind: 'ambiguous' }>>(
  match: M,
  answer: RowAnswer | undefined,
): M {
  const said = match.kind === 'same' ? match.existing.id : 'new';
  if (answer === undefined || answer.is === said) return match;
  const meant = match.kind === 'same' ? match.existing.name : 'somebody new';
  return { ...match, doubt: `There is no question here any more: the row means ${meant}. The answer was set aside.` };
}
