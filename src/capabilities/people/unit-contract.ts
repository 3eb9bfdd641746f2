import { z } from 'zod';
import { rowAnswer } from '../../kernel/entity.ts';
import type { UnitId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { unitFields, type Unit } from './model.ts';
import type { UnitList } from './unit-list.ts';

/** Units and sites that are described. People name them; what only people name is told beside them. */
export const unitRoutes = {
  units: defineRoute({
    id: 'units',
    method: 'GET',
    path: `${inOrganization}/units`,
    asOf: true,
    summary:
      'Units and sites with their heads, people and gaps, and the names that people use and nobody has described.',
    access: 'organization',
    answer: answers<UnitList>(),
    errors: ['invalid', 'not-found'],
  }),
  createUnit: defineRoute({
    id: 'createUnit',
    method: 'POST',
    path: `${inOrganization}/units`,
    summary: 'Describes a unit or site.',
    access: 'organization',
    body: unitFields,
    answer: rowAnswer<Unit>(unitFields),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  updateUnit: defineRoute({
    id: 'updateUnit',
    method: 'PATCH',
    path: `${inOrganization}/units/{unitId}`,
    summary: 'Changes a unit or site; a new name is given to all its people in the same change.',
    versioned: true,
    access: 'organization',
    body: unitFields.omit({ kind: true }).partial(),
    answer: rowAnswer<Unit>(unitFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  removeUnit: defineRoute({
    id: 'removeUnit',
    method: 'DELETE',
    path: `${inOrganization}/units/{unitId}`,
    summary:
      'Removes the description of a unit or site; what stood below it stands below its parent. While people name it, only with keepName=true, which leaves their name for it as it is.',
    versioned: true,
    access: 'organization',
    query: z.strictObject({ keepName: z.enum(['true', 'false']).default('false') }),
    answer: answers<{ readonly id: UnitId }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'still-used'],
  }),
} as const;
