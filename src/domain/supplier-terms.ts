import { z } from 'zod';
import suppliersJson from './data/suppliers.json' with { type: 'json' };

/** How much depends on a supplier, and so how often it is looked at again. */
export interface SupplierTier {
  readonly id: string;
  readonly meaning: string;
  readonly reviewMonths: number;
  readonly dueDiligenceMonths: number;
}

const supplierFile: z.ZodType<{ supplierKinds: string[]; tiers: SupplierTier[] }> = z.object({
  supplierKinds: z.array(z.string()),
  tiers: z.array(z.object({ id: z.string(), meaning: z.string(), reviewMonths: z.int(), dueDiligenceMonths: z.int() })),
});

const { supplierKinds: kinds, tiers } = supplierFile.parse(suppliersJson);

/** What suppliers do for an ISMS, the most common kinds. */
export const supplierKinds: readonly string[] = kinds;
export const supplierTiers: readonly SupplierTier[] = tiers;
