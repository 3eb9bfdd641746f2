import { z } from 'zod';
import glossaryJson from './data/glossary.json' with { type: 'json' };

export interface GlossaryTerm {
  readonly term: string;
  readonly definition: string;
  readonly source: string;
}

const glossaryFile: z.ZodType<{ terms: GlossaryTerm[] }> = z.object({
  terms: z.array(z.object({ term: z.string(), definition: z.string(), source: z.string() })),
});

/** Terms in own words, in the order in which a newcomer meets them. */
export const glossary: readonly GlossaryTerm[] = glossaryFile.parse(glossaryJson).terms;

const byTerm: ReadonlyMap<string, GlossaryTerm> = new Map(glossary.map((entry) => [entry.term.toLowerCase(), entry]));

/** Looks a term up without regard to case. */
export const findTerm = (term: string): GlossaryTerm | undefined => byTerm.get(term.toLowerCase());
