import { z } from 'zod';
import { idSchema, type ChangeId, type PersonId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { DoubleRow } from './doubles.ts';
import { mergeFields, type MergeNote } from './merge-field.ts';

const version = z.int().positive();

export const doublesRoutes = {
  doubles: defineRoute({
    id: 'doubles',
    method: 'GET',
    path: `${inOrganization}/people/doubles`,
    asOf: true,
    summary: 'People who may stand in the register twice, the surest first, 200 at most.',
    access: 'organization',
    answer: answers<{ readonly rows: readonly DoubleRow[]; readonly total: number }>(),
    errors: ['invalid', 'not-found'],
  }),
  mergePeople: defineRoute({
    id: 'mergePeople',
    method: 'POST',
    path: `${inOrganization}/people/{personId}/merge`,
    summary:
      'Makes one person of two rows: the row of the path stays, everything that refers to the other refers to it. One change, which can be undone. With dryRun says what would move and what would be joined.',
    access: 'organization',
    versioned: true,
    body: z.strictObject({
      drop: idSchema<PersonId>(),
      dropVersion: version,
      /** Fields whose value is taken from the row that goes. */
      take: z.array(z.enum(mergeFields)).max(mergeFields.length),
      dryRun: z.boolean(),
    }),
    answer: answers<{ readonly notes: readonly MergeNote[]; readonly change: ChangeId | null }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists', 'still-used'],
  }),
  keepApart: defineRoute({
    id: 'keepApart',
    method: 'POST',
    path: `${inOrganization}/people/{personId}/apart`,
    summary: 'Remembers that two people who look alike are two: they are not offered as doubles again.',
    access: 'organization',
    body: z.strictObject({ other: idSchema<PersonId>() }),
    answer: answers<{ readonly change: ChangeId | null }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
} as const;
