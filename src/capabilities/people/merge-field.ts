import type { PersonId, UserId } from '../../kernel/id.ts';
import type { RegisterName } from '../trail/register.ts';
import type { Person } from './model.ts';

/** Fields of which one of the two values is kept. */
export const mergeFields = [
  'name',
  'email',
  'externalId',
  'kind',
  'unit',
  'site',
  'jobTitle',
  'managerId',
  'from',
  'to',
  'weeklyHours',
  'costRate',
  'earlierPeriods',
  'terms',
] as const satisfies readonly (keyof Person)[];
export type MergeField = (typeof mergeFields)[number];

export interface Merge {
  readonly keep: PersonId;
  readonly drop: PersonId;
  /** Fields whose value is taken from the row that goes. */
  readonly take: readonly MergeField[];
  /** The account that merges: it asks for what joined appointments make more. Null for the program. */
  readonly requestedBy: UserId | null;
}

/** One thing that a merge does besides the row itself: said before it is done. */
export interface MergeNote {
  readonly register: RegisterName;
  /** `own-word`: what somebody else judged turns out to be their own; `asked-again`: so does an approval, which goes. */
  readonly what: 'moves' | 'joined' | 'left-out' | 'own-word' | 'asked-again';
  readonly text: string;
}
