import { describe, expect, it } from 'vitest';
import { actionOf, analysisOf, projectOf } from '../../../tests/factories/project.ts';
import { countingIds, personOf, snapshotWith } from '../../../tests/factories/snapshot.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import { leavingChanges } from '../people/engagement-end.ts';
import { actionEdits, analysisEdits, checkTeam, newActions } from './action-change.ts';

const [ana, ben, gone] = [1, 2, 3].map((number) => `00000000-0000-7000-8000-00000000000${number}` as PersonId) as [
  PersonId,
  PersonId,
  PersonId,
];
const on = plainDate('2026-03-20');
const project = projectOf(ana, { memberIds: [gone] });
const control = requirementIdSchema.parse('A.8.8');
const open = actionOf(ana, 1, { projectId: project.id });
const done = actionOf(ana, 2, { state: 'done', closedOn: plainDate('2026-02-01') });
const snapshot = snapshotWith({
  person: [personOf(ana, 'Ana'), personOf(ben, 'Ben'), personOf(gone, 'Gero', { to: plainDate('2026-01-01') })],
  project: [
    project,
    projectOf(ben, { ...project, id: `${project.id.slice(0, -1)}2` as typeof project.id, state: 'closed' }),
  ],
  analysis: [analysisOf(project, 'A.8.8', 'partly')],
  action: [open, done],
});
const pathOf = (act: () => unknown): string => {
  try {
    act();
    return '';
  } catch (error) {
    if (!(error instanceof MusterError)) throw error;
    return error.fault.code === 'invalid' ? (error.fault.errors[0]?.path ?? '') : error.fault.code;
  }
};
const written = {
  title: 'Scan',
  description: '',
  ownerId: ben,
  due: on,
  requirementId: control,
  projectId: project.id,
};

describe('the team of a project', () => {
  it('takes people who are engaged, and keeps whom it has', () => {
    expect(pathOf(() => checkTeam(snapshot, { managerId: gone }, null, on))).toBe('managerId');
    expect(pathOf(() => checkTeam(snapshot, { managerId: ana, memberIds: [ben, gone] }, null, on))).toBe('memberIds.1');
    expect(pathOf(() => checkTeam(snapshot, { memberIds: [gone, ben] }, project, on))).toBe('');
    expect(pathOf(() => checkTeam(snapshot, { memberIds: [ben, ben] }, project, on))).toBe('memberIds');
  });
});

describe('actions', () => {
  it('go to somebody who is engaged, for a requirement and a project that are there', () => {
    const add = (changes: object) => () => newActions(snapshot, [{ ...written, ...changes }], on, countingIds());
    expect(pathOf(add({}))).toBe('');
    expect(pathOf(add({ ownerId: gone }))).toBe('actions.0.ownerId');
    expect(pathOf(add({ requirementId: 'A.9.99' }))).toBe('actions.0.requirementId');
    expect(pathOf(add({ projectId: snapshot.project[1]?.id }))).toBe('actions.0.projectId');
  });

  it('are closed on the day on which they become done, and open again when they are not', () => {
    const [closing] = actionEdits(snapshot, [{ id: open.id, version: 1, state: 'done' }], on);
    expect(closing).toMatchObject({ fields: { state: 'done', closedOn: on } });
    const [reopening] = actionEdits(snapshot, [{ id: done.id, version: 1, state: 'in-progress' }], on);
    expect(reopening).toMatchObject({ fields: { state: 'in-progress', closedOn: null } });
    const [kept] = actionEdits(snapshot, [{ id: done.id, version: 1, state: 'dropped' }], on);
    expect(kept).toEqual({
      register: 'action',
      operation: 'update',
      id: done.id,
      version: 1,
      fields: { state: 'dropped' },
    });
  });

  it('pass to a successor with the projects when their owner leaves, but for those that are done', () => {
    const leaving = {
      personId: ana,
      version: 1,
      to: on,
      handOver: [],
      lettersTo: null,
      reportsTo: null,
      requestedBy: null,
    };
    const items = leavingChanges(snapshot, { ...leaving, workTo: ben }, countingIds());
    expect(items.slice(1)).toEqual([
      { register: 'action', operation: 'update', id: open.id, version: 1, fields: { ownerId: ben } },
      { register: 'project', operation: 'update', id: project.id, version: 1, fields: { managerId: ben } },
    ]);
    expect(leavingChanges(snapshot, leaving, countingIds())).toHaveLength(1);
    expect(pathOf(() => leavingChanges(snapshot, { ...leaving, workTo: gone }, countingIds()))).toBe('workTo');
  });
});

describe('an analysis', () => {
  const edit = { requirementId: control, callsFor: 'A scanner', atHand: '', verdict: 'enough' as const, gap: '' };
  const tried =
    (version: number | null, requirement = control) =>
    () =>
      analysisEdits(snapshot, project.id, [{ ...edit, requirementId: requirement, version }], countingIds());

  it('is written on the version that was seen', () => {
    expect(pathOf(tried(1))).toBe('');
    expect(pathOf(tried(null))).toBe('conflict');
    expect(pathOf(tried(2))).toBe('conflict');
    expect(pathOf(tried(null, requirementIdSchema.parse('4.1')))).toBe('');
    expect(pathOf(tried(null, requirementIdSchema.parse('4.99')))).toBe('edits.0.requirementId');
  });

  it('stands still in a closed project', () => {
    const closed = { ...snapshot, project: [{ ...project, state: 'closed' as const }] };
    expect(() => analysisEdits(closed, project.id, [{ ...edit, version: 1 }], countingIds())).toThrow('is closed');
  });
});
