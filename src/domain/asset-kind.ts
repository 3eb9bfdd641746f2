import { z } from 'zod';
import infrastructureJson from './data/infrastructure.json' with { type: 'json' };

/** A kind of infrastructure that an ISMS needs, with what refers to it and how often it is usually looked at again. */
export interface AssetKind {
  readonly id: string;
  readonly category: string;
  readonly name: string;
  /** Clauses and controls of ISO/IEC 27001:2022. */
  readonly references: readonly string[];
  readonly defaultReviewMonths: number;
}

const infrastructureFile: z.ZodType<{ kinds: AssetKind[]; statuses: string[] }> = z.object({
  statuses: z.array(z.string()),
  kinds: z.array(
    z.object({
      id: z.string(),
      category: z.string(),
      name: z.string(),
      references: z.array(z.string()),
      defaultReviewMonths: z.int(),
    }),
  ),
});

const { kinds, statuses } = infrastructureFile.parse(infrastructureJson);

export const assetKinds: readonly AssetKind[] = kinds;
/** From being planned to being disposed of. */
export const assetStatuses: readonly string[] = statuses;

const byId: ReadonlyMap<string, AssetKind> = new Map(kinds.map((kind) => [kind.id, kind]));

export const findAssetKind = (id: string): AssetKind | undefined => byId.get(id);
