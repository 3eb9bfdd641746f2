import { z } from 'zod';
import termsJson from './data/requirement-terms.json' with { type: 'json' };
import { requirementIdSchema, type RequirementId } from './requirement.ts';

const words = z.array(z.string().min(1));
const file = z.object({
  requirements: z.array(z.object({ id: requirementIdSchema, en: words, de: words, fr: words, es: words })),
});

const terms: ReadonlyMap<RequirementId, readonly string[]> = new Map(
  file.parse(termsJson).requirements.map(({ id, en, de, fr, es }) => [id, [...en, ...de, ...fr, ...es]]),
);

/**
 * What people who keep an ISMS call the work of a requirement, in English, German, French and Spanish: Muster's own
 * words, to find what a row of somebody's matrix may mean. A likeness is a proposal, never a reference.
 */
export const termsOf = (id: RequirementId): readonly string[] => terms.get(id) ?? [];
