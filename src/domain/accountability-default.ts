import { z } from 'zod';
import defaultsJson from './data/rasci-defaults.json' with { type: 'json' };
import { letters, requirementIdSchema, type Letter, type RequirementId } from './requirement.ts';

/** The default letters of one requirement, by key of the template role. A starting point that each organization edits. */
export interface AccountabilityDefault {
  readonly requirementId: RequirementId;
  readonly cells: readonly { readonly roleKey: string; readonly letters: readonly Letter[] }[];
  /** `required` where whoever does the work must not be the one who answers for it. */
  readonly segregation: 'required' | 'preferred';
  readonly segregationReason?: string | undefined;
}

const roleKeys = z.array(z.string());
const defaultsFile = z.object({
  rows: z.array(
    z.object({
      ref: requirementIdSchema,
      A: z.string(),
      R: roleKeys.min(1),
      S: roleKeys,
      C: roleKeys,
      I: roleKeys,
      segregation: z.enum(['required', 'preferred']),
      segregationReason: z.string().optional(),
    }),
  ),
});

/** One row for each of the 123 requirements: exactly one A, at least one R, each role once. */
export const accountabilityDefaults: readonly AccountabilityDefault[] = defaultsFile
  .parse(defaultsJson)
  .rows.map(({ ref, segregation, segregationReason, ...row }) => ({
    requirementId: ref,
    segregation,
    segregationReason,
    cells: letters.flatMap((letter) =>
      (letter === 'A' ? [row.A] : row[letter]).map((roleKey) => ({ roleKey, letters: [letter] })),
    ),
  }));

/** The requirements whose A and R must not meet in one person (ROW-01). */
export const segregatedRequirements: ReadonlySet<RequirementId> = new Set(
  accountabilityDefaults.filter((row) => row.segregation === 'required').map((row) => row.requirementId),
);
