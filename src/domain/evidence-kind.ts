import { z } from 'zod';
import competencesJson from './data/competences.json' with { type: 'json' };

/** A kind of certificate or other evidence of competence. `validityMonths`: how long it usually counts; null for good. */
export interface EvidenceKind {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly validityMonths: number | null;
}

const evidenceFile: z.ZodType<{ evidenceKinds: EvidenceKind[] }> = z.object({
  evidenceKinds: z.array(
    z.object({ id: z.string(), kind: z.string(), name: z.string(), validityMonths: z.int().nullable() }),
  ),
});

export const evidenceKinds: readonly EvidenceKind[] = evidenceFile.parse(competencesJson).evidenceKinds;

const byId: ReadonlyMap<string, EvidenceKind> = new Map(evidenceKinds.map((kind) => [kind.id, kind]));

export const findEvidenceKind = (id: string): EvidenceKind | undefined => byId.get(id);
