import { z } from 'zod';
import type { PlainDate } from '../../kernel/date.ts';
import { rowAnswer } from '../../kernel/entity.ts';
import { idSchema, type TrainingId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { measureFields, trainingSessionFields, type Measure, type TrainingSession } from './model.ts';

/** A measure with what has become of it. */
export interface MeasureRow extends Measure {
  /** Names of the competences, in their order. */
  readonly competenceNames: readonly string[];
  readonly open: number;
  readonly completed: number;
  /** The next session to come that takes place; null where none is planned. */
  readonly nextSession: PlainDate | null;
  /** Of the checks that were made, how many found it effective. */
  readonly checked: number;
  readonly effective: number;
}

export interface SessionRow extends TrainingSession {
  readonly enrolled: number;
  /** Places that are left; null where their number is not limited. */
  readonly free: number | null;
}

/** Trainings as somebody saw them. */
const seen = z.strictObject({ id: idSchema<TrainingId>(), version: z.int().positive() });
export const seenTrainings = z.array(seen).min(1).max(500);
const changed = answers<{ readonly changed: number }>();
const errors = ['invalid', 'forbidden', 'not-found', 'conflict'] as const;

export const measureRoutes = {
  measures: defineRoute({
    id: 'measures',
    method: 'GET',
    path: `${inOrganization}/measures`,
    asOf: true,
    summary: 'The catalogue of measures, withdrawn ones last.',
    access: 'organization',
    answer: answers<readonly MeasureRow[]>(),
    errors: ['invalid', 'not-found'],
  }),
  measure: defineRoute({
    id: 'measure',
    method: 'GET',
    path: `${inOrganization}/measures/{measureId}`,
    asOf: true,
    summary: 'One measure with its sessions, the latest first.',
    access: 'organization',
    answer: answers<MeasureRow & { readonly sessions: readonly SessionRow[] }>(),
    errors: ['invalid', 'not-found'],
  }),
  createMeasure: defineRoute({
    id: 'createMeasure',
    method: 'POST',
    path: `${inOrganization}/measures`,
    summary: 'Adds a measure to the catalogue.',
    access: 'organization',
    body: measureFields,
    answer: rowAnswer<Measure>(measureFields),
    errors: ['invalid', 'forbidden', 'not-found', 'already-exists'],
  }),
  takeMeasures: defineRoute({
    id: 'takeMeasures',
    method: 'POST',
    path: `${inOrganization}/measures/starter`,
    summary: 'Takes measures of the starter set into the catalogue; those that are there by name stay as they are.',
    access: 'organization',
    body: z.strictObject({ keys: z.array(z.string().max(60)).min(1).max(50) }),
    answer: answers<{ readonly taken: number }>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  updateMeasure: defineRoute({
    id: 'updateMeasure',
    method: 'PATCH',
    path: `${inOrganization}/measures/{measureId}`,
    summary: 'Changes a measure, withdraws it or offers it again.',
    versioned: true,
    access: 'organization',
    body: measureFields.partial(),
    answer: rowAnswer<Measure>(measureFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  addSession: defineRoute({
    id: 'addSession',
    method: 'POST',
    path: `${inOrganization}/measures/{measureId}/sessions`,
    summary: 'Plans a date on which a measure takes place.',
    access: 'organization',
    body: trainingSessionFields.omit({ measureId: true, state: true }),
    answer: rowAnswer<TrainingSession>(trainingSessionFields),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  updateSession: defineRoute({
    id: 'updateSession',
    method: 'PATCH',
    path: `${inOrganization}/training-sessions/{trainingSessionId}`,
    summary: 'Moves, changes or cancels a session; who had a place is told, and of a cancelled one is planned again.',
    versioned: true,
    access: 'organization',
    body: trainingSessionFields.omit({ measureId: true }).partial(),
    answer: rowAnswer<TrainingSession>(trainingSessionFields),
    errors,
  }),
  enrol: defineRoute({
    id: 'enrol',
    method: 'POST',
    path: `${inOrganization}/training-sessions/{trainingSessionId}/enrolment`,
    summary: 'Enrols approved trainings in a session, as one change: all of them, or none where places are too few.',
    access: 'organization',
    body: z.strictObject({ trainings: seenTrainings }),
    answer: changed,
    errors,
  }),
  withdrawEnrolment: defineRoute({
    id: 'withdrawEnrolment',
    method: 'POST',
    path: `${inOrganization}/training-sessions/{trainingSessionId}/withdrawal`,
    summary: 'Takes trainings out of a session; they are planned again.',
    access: 'organization',
    body: z.strictObject({ trainings: seenTrainings }),
    answer: changed,
    errors,
  }),
  recordAttendance: defineRoute({
    id: 'recordAttendance',
    method: 'POST',
    path: `${inOrganization}/training-sessions/{trainingSessionId}/attendance`,
    summary: 'Records a session as held: who came has completed the training, who did not is planned again.',
    versioned: true,
    access: 'organization',
    body: z.strictObject({ attended: z.array(seen).max(500), absent: z.array(seen).max(500) }),
    answer: changed,
    errors,
  }),
} as const;
