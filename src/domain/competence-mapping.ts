import { z } from 'zod';
import competencesJson from './data/competences.json' with { type: 'json' };

/** What in frameworks of others is about the same subject as a competence of the 39. Ours; no owner of a framework has endorsed it. */
export interface CompetenceSubject {
  readonly id: string;
  /** Codes of the e-CF (EN 16234-1), such as `E.3`. */
  readonly eCF: readonly string[];
  /** Ids of `ecsfProfiles`. */
  readonly ecsf: readonly string[];
  /** Identifiers of work roles of the NICE Framework, version 2. */
  readonly nice: readonly string[];
}

const texts = z.array(z.string());
const file: z.ZodType<{
  competences: { id: string; mapping: { eCF: string[]; ecsf: string[]; nice: string[] } }[];
  ecsfProfiles: { id: string; name: string }[];
}> = z.object({
  competences: z.array(z.object({ id: z.string(), mapping: z.object({ eCF: texts, ecsf: texts, nice: texts }) })),
  ecsfProfiles: z.array(z.object({ id: z.string(), name: z.string() })),
});

const data = file.parse(competencesJson);

/** The profiles of the ECSF (ENISA, 2022) by name. */
export const ecsfProfiles: readonly { readonly id: string; readonly name: string }[] = data.ecsfProfiles;

export const competenceSubjects: readonly CompetenceSubject[] = data.competences.map(({ id, mapping }) => ({
  id,
  ...mapping,
}));
