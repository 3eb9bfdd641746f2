import { z } from 'zod';
import type { Branded } from '../kernel/brand.ts';

/** A leaf clause (`7.2`) or a control of Annex A (`A.8.8`) of ISO/IEC 27001:2022; other catalogues will prefix theirs. */
export type RequirementId = Branded<string, 'RequirementId'>;

export const requirementIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.:_-]{0,39}$/, {
  error: 'Expected a requirement such as 7.2 or A.8.8.',
}) as unknown as z.ZodType<RequirementId, string>;

/** The five letters, in the order in which a cell shows them. */
export const letters = ['R', 'A', 'S', 'C', 'I'] as const;
export type Letter = (typeof letters)[number];
