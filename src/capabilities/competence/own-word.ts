import type { CompetenceAssessment } from './model.ts';

/**
 * Whether a judgement is the person's own word and no more: they say so, or they recorded it themself and nobody else
 * confirmed it. Nobody vouches for themself.
 */
export const isOwnWord = ({ method, claim }: Pick<CompetenceAssessment, 'method' | 'claim'>): boolean =>
  method === 'self' || (claim !== null && claim.decision?.verdict !== 'confirmed');

/** Whether somebody recorded it of themself, and nobody has looked at it yet. */
export const awaitsConfirmation = ({ claim }: Pick<CompetenceAssessment, 'claim'>): boolean =>
  claim !== null && claim.decision === null;
