import { z } from 'zod';
import { rowAnswer, rowsAnswer } from '../../kernel/entity.ts';
import type { AbsenceId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { absenceFields, type Absence } from './model.ts';

export const absenceRoutes = {
  absences: defineRoute({
    id: 'absences',
    method: 'GET',
    path: `${inOrganization}/absences`,
    asOf: true,
    summary: 'Absences, the latest first; of one person, or of everybody.',
    access: 'organization',
    query: z.strictObject({ personId: z.string().optional() }),
    answer: rowsAnswer<Absence>(absenceFields),
    errors: ['invalid', 'not-found'],
  }),
  recordAbsence: defineRoute({
    id: 'recordAbsence',
    method: 'POST',
    path: `${inOrganization}/absences`,
    summary: 'Records days on which somebody is engaged and not there.',
    access: 'organization',
    body: absenceFields,
    answer: rowAnswer<Absence>(absenceFields),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  updateAbsence: defineRoute({
    id: 'updateAbsence',
    method: 'PATCH',
    path: `${inOrganization}/absences/{absenceId}`,
    summary: 'Changes an absence, or ends it earlier.',
    versioned: true,
    access: 'organization',
    body: absenceFields.omit({ personId: true }).partial(),
    answer: rowAnswer<Absence>(absenceFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  removeAbsence: defineRoute({
    id: 'removeAbsence',
    method: 'DELETE',
    path: `${inOrganization}/absences/{absenceId}`,
    summary: 'Removes an absence that was recorded by mistake.',
    versioned: true,
    access: 'organization',
    answer: answers<{ readonly id: AbsenceId }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
} as const;
