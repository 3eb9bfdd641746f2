import { describe, expect, it } from 'vitest';
import { instant } from '../../../kernel/date.ts';
import type { ChangeId, OrganizationId } from '../../../kernel/id.ts';
import type { Operation, TrailEntry } from '../entry.ts';
import { differencesOf } from './entry-difference.ts';

const entry = (operation: Operation, before: object | null, after: object | null): TrailEntry => ({
  sequence: 7,
  organizationId: '0199a000-0000-7000-8000-000000000001' as OrganizationId,
  recordedAt: instant('2026-03-03T09:00:00Z'),
  change: '0199a000-0000-7000-8000-000000000002' as ChangeId,
  actor: 'member',
  actorName: 'Ana Ruiz',
  reason: '',
  register: 'appointment',
  subject: '0199a000-0000-7000-8000-000000000003',
  operation,
  before: before === null ? null : JSON.stringify(before),
  after: after === null ? null : JSON.stringify(after),
  nonce: null,
  erasedBy: null,
  hash: 'f'.repeat(64),
});

describe('reading an entry of the trail', () => {
  it('names the hours that changed, and neither the version nor what stayed', () => {
    const before = { id: 'a', version: 1, hoursPerWeek: null, from: '2026-01-01' };
    expect(differencesOf(entry('update', before, { ...before, version: 2, hoursPerWeek: 4 }))).toEqual([
      { field: 'hoursPerWeek', before: null, after: 4 },
    ]);
  });

  it('tells of a new row what it holds, and passes over what it leaves empty', () => {
    const after = { id: 'a', version: 1, capacity: 'holder', to: null, note: '', letters: [] };
    expect(differencesOf(entry('create', null, after))).toEqual([
      { field: 'capacity', before: undefined, after: 'holder' },
    ]);
  });

  it('tells of a removed row what went with it', () => {
    expect(differencesOf(entry('remove', { id: 'a', version: 3, letters: ['A'] }, null))).toEqual([
      { field: 'letters', before: ['A'], after: undefined },
    ]);
  });
});
