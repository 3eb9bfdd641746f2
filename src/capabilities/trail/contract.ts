import { z } from 'zod';
import type { Instant } from '../../kernel/date.ts';
import { pageQuery, type Page } from '../../kernel/list.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { TrailEntry } from './entry.ts';
import { registerNames } from './register.ts';
import type { TrailPosition } from './snapshot.ts';

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
    answer: answers<Page<TrailEntry>>(),
    errors: ['invalid', 'forbidden', 'not-found'],
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
