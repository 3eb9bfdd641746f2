import { z } from 'zod';
import termsJson from './data/competence-terms.json' with { type: 'json' };

const file = z.object({ terms: z.record(z.string(), z.array(z.string().min(1))) });

const terms: Readonly<Record<string, readonly string[]>> = file.parse(termsJson).terms;

/**
 * What people call a competence that comes with Muster in skills matrices and registers, in English, German, French,
 * Spanish, Dutch, Czech and Russian: Muster's own words, to find what a name of somebody's file may mean. None for one
 * that does not come with Muster.
 */
export const competenceTerms = (id: string): readonly string[] => terms[id] ?? [];
