import { z } from 'zod';
import { letters, requirementIdSchema } from '../../domain/requirement.ts';
import type { Entity } from '../../kernel/entity.ts';
import { idSchema, type AccountabilityId, type PersonId, type RoleId } from '../../kernel/id.ts';

/** One cell of the matrix: the letters of a role (or, exceptionally, of a person) for a requirement. Exactly one of the two is set. */
export const accountabilityFields = z.strictObject({
  requirementId: requirementIdSchema,
  roleId: idSchema<RoleId>().nullable(),
  personId: idSchema<PersonId>().nullable(),
  letters: z
    .array(z.enum(letters, { error: 'Expected R, A, S, C or I.' }))
    .min(1, 'A cell without letters does not exist.')
    .refine((cell) => new Set(cell).size === cell.length, 'A letter stands once in a cell.')
    .transform((cell) => letters.filter((letter) => cell.includes(letter))),
});

export type AccountabilityFields = z.output<typeof accountabilityFields>;
export type Accountability = Entity<AccountabilityId, AccountabilityFields>;
