import { z } from 'zod';
import type { Instant } from '../../kernel/date.ts';
import { pageQuery, type Page } from '../../kernel/list.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { TrailEntry } from './entry.ts';
import { registerNames } from './register.ts';
import type { ChangeId } from '../../kernel/id.ts';
import type { TrailPosition } from './snapshot.ts';
import type { Obstacle, UndoneRow } from './undo.ts';

/** What `verify` found wrong, and where. */
export interface TrailProblem {
  readonly kind:
    | 'changed-entry'
    | 'missing-entry'
    | 'reordered-entry'
    | 'unrecorded-erasure'
    | 'missing-erasure'
    | 'changed-row'
    | 'missing-row'
    | 'foreign-row'
    | 'missing-file'
    | 'changed-file'
    | 'wrong-head';
  readonly where: string;
  readonly explanation: string;
}

export interface Verification {
  readonly entries: number;
  readonly head: TrailPosition;
  readonly ok: boolean;
  readonly problems: readonly TrailProblem[];
  /** Which entries record an erasure of personal data, and how many entries each made to forget, as far as no later one did. */
  readonly erasures: readonly { readonly sequence: number; readonly recordedAt: Instant; readonly entries: number }[];
}

/** What an undo did, or in a dry run would do. Where there are obstacles, nothing can be written. */
export interface UndoReport {
  readonly dryRun: boolean;
  /** Why the change was made that is taken back. */
  readonly of: string;
  readonly rows: readonly UndoneRow[];
  readonly obstacles: readonly Obstacle[];
  /** The change that the undo was; null in a dry run. */
  readonly change: ChangeId | null;
}

export interface TrailPage extends Page<TrailEntry> {
  /** The changes on this page that can never be undone, whatever came after them. */
  readonly final: readonly ChangeId[];
}

export const trailRoutes = {
  trail: defineRoute({
    id: 'trail',
    method: 'GET',
    path: `${inOrganization}/trail`,
    summary: 'The trail, newest first.',
    access: 'organization',
    query: z.strictObject({
      ...pageQuery,
      register: z.enum(registerNames).optional(),
      subject: z.string().max(60).optional(),
    }),
    answer: answers<TrailPage>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  undoChange: defineRoute({
    id: 'undoChange',
    method: 'POST',
    path: `${inOrganization}/trail/changes/{changeId}/undo`,
    summary:
      'Takes back one change as a whole, as a change of its own. Refused, naming the rows, where they were changed or referred to since.',
    access: 'organization',
    body: z.strictObject({ dryRun: z.boolean() }),
    answer: answers<UndoReport>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists', 'still-used'],
  }),
  verifyTrail: defineRoute({
    id: 'verifyTrail',
    method: 'POST',
    path: `${inOrganization}/trail/verification`,
    summary: 'Checks the hash chain, and that the trail rebuilds the tables.',
    access: 'organization',
    answer: answers<Verification>(),
    errors: ['forbidden', 'not-found'],
  }),
} as const;
