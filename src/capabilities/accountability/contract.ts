import { z } from 'zod';
import { rowsAnswer } from '../../kernel/entity.ts';
import { letters, requirementIdSchema } from '../../domain/requirement.ts';
import { instantSchema, plainDateSchema } from '../../kernel/date.ts';
import { idSchema, type ChangeId, type PersonId, type RoleId } from '../../kernel/id.ts';
import { pageQuery } from '../../kernel/list.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { ImportReport } from '../intake/model.ts';
import type { CellTurn } from './cell-turn.ts';
import { accountabilityFields, type Accountability } from './model.ts';
import { letterWays, type PeopleLetters } from './person-letters.ts';

/** One edit of one cell. `version` is the version of the cell that the editor saw; null where the cell was empty. No letters: the cell empties. */
export const cellEdit = z.strictObject({
  requirementId: requirementIdSchema,
  roleId: idSchema<RoleId>().nullable(),
  personId: idSchema<PersonId>().nullable(),
  letters: z.array(z.enum(letters)).max(5),
  version: z.int().positive().nullable(),
});
export type CellEdit = z.output<typeof cellEdit>;

export const accountabilityRoutes = {
  matrix: defineRoute({
    id: 'matrix',
    method: 'GET',
    path: `${inOrganization}/accountability`,
    asOf: true,
    summary: 'All cells of the accountability matrix.',
    access: 'organization',
    answer: rowsAnswer<Accountability>(accountabilityFields),
    errors: ['invalid', 'not-found'],
  }),
  peopleLetters: defineRoute({
    id: 'peopleLetters',
    method: 'GET',
    path: `${inOrganization}/accountability/people`,
    asOf: true,
    summary: 'The letters of each active person: as holder of a role, as deputy, and by name.',
    access: 'organization',
    query: z.strictObject({
      ...pageQuery,
      search: z.string().max(200).optional(),
      unit: z.string().max(120).optional(),
      person: z.string().max(60).optional(),
      way: z.enum(letterWays).optional(),
      letter: z.enum(letters).optional(),
    }),
    answer: answers<PeopleLetters>(),
    errors: ['invalid', 'not-found'],
  }),
  cellTurns: defineRoute({
    id: 'cellTurns',
    method: 'GET',
    path: `${inOrganization}/accountability/changes`,
    asOf: true,
    summary: 'The cells that are not as they were at a moment, or at the beginning of a day (UTC); without one, ever.',
    access: 'organization',
    query: z.strictObject({ since: z.union([plainDateSchema, instantSchema]).optional() }),
    answer: answers<readonly CellTurn[]>(),
    errors: ['invalid', 'not-found'],
  }),
  editCells: defineRoute({
    id: 'editCells',
    method: 'PUT',
    path: `${inOrganization}/accountability`,
    summary: 'Edits cells: all of them or none, one change in the trail.',
    access: 'organization',
    body: z.strictObject({ edits: z.array(cellEdit).min(1).max(20_000), reason: z.string().max(400).default('') }),
    /** The cells as they stand now, those emptied left out. */
    answer: answers<{ readonly cells: readonly Accountability[]; readonly change: ChangeId | null }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  importMatrix: defineRoute({
    id: 'importMatrix',
    method: 'POST',
    path: `${inOrganization}/accountability/import`,
    file: true,
    summary: 'Imports a RASCI matrix from XLSX, CSV or Markdown; with dryRun=true shows every row and writes nothing.',
    access: 'organization',
    query: z.strictObject({
      name: z.string().min(1).max(255),
      dryRun: z.enum(['true', 'false']).default('true'),
      /** JSON object: foreign role name to the id of a role, `new` to make one, or `ignore`; foreign row label to a requirement id or `ignore`. */
      mapping: z.string().max(100_000).optional(),
    }),
    answer: answers<MatrixImportReport>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists', 'too-large', 'unreadable'],
  }),
} as const;

/** An import report with the mapping that was used or is proposed, for the user to correct. */
export interface MatrixImportReport extends ImportReport {
  readonly roles: readonly MappedName[];
  readonly requirements: readonly MappedName[];
}

export interface MappedName {
  readonly foreign: string;
  /** Id of the role or requirement; `new` when a role will be made; null when the user must choose or it is left out. */
  readonly target: string | null;
  readonly how: 'chosen' | 'id' | 'name' | 'alias' | 'similar' | 'none';
}
