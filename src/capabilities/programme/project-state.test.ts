import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionOf, analysisOf, projectOf } from '../../../tests/factories/project.ts';
import { requirements } from '../../domain/catalogue.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { plainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { actionStates, analysisVerdicts, projectStates, type ProjectState } from './model.ts';
import { progressOf, type ProjectProgress } from './progress.ts';
import { checkMove, nextState, openPoints } from './project-state.ts';

const ana = '00000000-0000-7000-8000-000000000001' as PersonId;
const on = plainDate('2026-03-20');
const project = projectOf(ana);
const applicable = ['4.1', 'A.5.7', 'A.8.8'].map((id) => requirementIdSchema.parse(id));
const forControl = { requirementId: requirementIdSchema.parse('A.8.8'), projectId: project.id };

const begun = progressOf(applicable, [analysisOf(project, 'A.8.8', 'partly')], [], on);
const planned = progressOf(
  applicable,
  applicable.map((id, index) => analysisOf(project, id, id === 'A.8.8' ? 'missing' : 'enough', index)),
  [actionOf(ana, 1, forControl), actionOf(ana, 2, { ...forControl, state: 'dropped', closedOn: on })],
  on,
);
const refusal = (from: ProjectState, to: ProjectState, reason: string, progress: ProjectProgress): string => {
  try {
    checkMove(from, to, reason, progress);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('how far a project is', () => {
  it('counts what is judged, planned and late; a dropped action fills no gap', () => {
    expect(begun).toEqual({
      applicable: 3,
      verdicts: { enough: 0, partly: 1, missing: 0 },
      analysed: 1,
      unplanned: ['A.8.8'],
      actions: { open: 0, overdue: 0, done: 0, dropped: 0 },
    });
    expect(planned).toMatchObject({ analysed: 3, unplanned: [], actions: { open: 1, overdue: 1, dropped: 1 } });
  });

  it('adds up, whatever is recorded', () => {
    const some = requirements.slice(0, 12).map(({ id }) => id);
    fc.assert(
      fc.property(
        fc.subarray(some),
        fc.array(fc.option(fc.constantFrom(...analysisVerdicts)), { minLength: 12, maxLength: 12 }),
        fc.array(fc.record({ at: fc.nat(11), state: fc.constantFrom(...actionStates) }), { maxLength: 9 }),
        (applies, verdicts, actions) => {
          const progress = progressOf(
            applies,
            some.map((id, index) => analysisOf(project, id, verdicts[index] ?? null, index)),
            actions.map(({ at, state }, index) =>
              actionOf(ana, index, {
                state,
                closedOn: state === 'done' || state === 'dropped' ? on : null,
                requirementId: some[at] ?? null,
              }),
            ),
            on,
          );
          const { open, done, dropped, overdue } = progress.actions;
          expect(open + done + dropped).toBe(actions.length);
          expect(overdue).toBe(open);
          expect(progress.analysed).toBe(
            some.filter((id, index) => applies.includes(id) && (verdicts[index] ?? null) !== null).length,
          );
          expect(progress.unplanned.length).toBeLessThanOrEqual(progress.verdicts.partly + progress.verdicts.missing);
          expect(openPoints('planning', progress).reduce((sum, { count }) => sum + count, 0)).toBe(
            progress.applicable - progress.analysed + progress.unplanned.length,
          );
        },
      ),
    );
  });
});

describe('a project', () => {
  it('goes on one step at a time, and says what is open', () => {
    expect(projectStates.map(nextState)).toEqual(['planning', 'execution', 'closed', null]);
    expect(refusal('analysis', 'execution', 'Why not', begun)).toContain('After analysis comes planning.');
    expect(refusal('analysis', 'planning', '', begun)).toContain('2 requirements are not judged.');
    expect(refusal('planning', 'execution', '', begun)).toContain(
      '2 requirements are not judged and 1 gap has no action.',
    );
    expect(refusal('execution', 'closed', '', planned)).toContain('1 action is open.');
    expect(refusal('analysis', 'planning', '', planned)).toBe('');
    expect(refusal('analysis', 'planning', 'The rest follows in May.', begun)).toBe('');
  });

  it('goes back to any earlier state, with a reason only', () => {
    expect(refusal('closed', 'analysis', '', planned)).toContain('needs a reason');
    expect(refusal('closed', 'analysis', 'The scope has grown.', planned)).toBe('');
    expect(refusal('closed', 'closed', 'Again', planned)).toContain('already');
  });
});
