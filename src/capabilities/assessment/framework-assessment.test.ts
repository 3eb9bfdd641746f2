import { assert, constantFrom, property, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { frameworkOf } from '../../../tests/factories/framework.ts';
import { countingIds, randomSnapshots, someDay } from '../../../tests/factories/snapshot.ts';
import { requirements } from '../../domain/catalogue.ts';
import { plainDate } from '../../kernel/date.ts';
import { notFound } from '../../kernel/errors.ts';
import { assess } from './assess.ts';
import { assessFrameworks, type FrameworkAssessment, type FrameworkCoverage } from './framework-assessment.ts';

const today = plainDate('2026-03-03');
const titles = { 'w-1': 'Watch', 'w-2': 'Log', 'w-3': 'Lifeboats' };
const newId = countingIds();
const sea = frameworkOf(
  'sea',
  titles,
  [
    ['w-1', 'A.8.15'],
    ['w-1', 'A.8.16'],
    ['w-2', 'A.8.17'],
  ],
  (
    () => () =>
      newId().replace('7000', '7777')
  )(),
);

const judged = (firm: Firm): FrameworkAssessment => {
  const [assessment] = assessFrameworks(firm.snapshot(sea), today).values();
  if (assessment === undefined) throw notFound('framework');
  return assessment;
};
const row = (assessment: FrameworkAssessment, id: string): FrameworkCoverage | undefined =>
  assessment.requirements.find(({ requirementId }) => requirementId === id);

describe('a framework', () => {
  const firm = newFirm();
  const ana = firm.hire('Ana Silva');
  firm.appoint(ana, 'ciso');
  firm.letters('A.8.15', 'ciso', 'AR');
  firm.letters('A.8.16', 'it-operations', 'I');
  firm.letters('sea:w-3', ana, 'R');
  const assessment = judged(firm);

  it('takes the letters of every ISO requirement that a row of it is mapped to', () => {
    expect(row(assessment, 'sea:w-1')).toMatchObject({
      source: 'inherited',
      from: ['A.8.15', 'A.8.16'],
      state: 'met',
      accountable: { because: expect.stringContaining('Ana Silva') },
    });
  });

  it('has nobody for a row that is mapped to one without letters', () => {
    expect(row(assessment, 'sea:w-2')).toMatchObject({ source: 'none', from: [], state: 'gap' });
  });

  it('lets letters of its own override', () => {
    expect(row(assessment, 'sea:w-3')).toMatchObject({ source: 'own', responsible: { state: 'met' }, state: 'gap' });
  });

  it('has gaps and totals of its own', () => {
    expect(assessment.totals).toMatchObject({
      assessable: 3,
      sources: { own: 1, inherited: 1, none: 1 },
      states: { met: 1, gap: 2 },
    });
    expect(assessment.gaps.map(({ id }) => id)).toEqual([
      'rasci.no-accountable:sea:w-2',
      'rasci.no-accountable:sea:w-3',
      'rasci.no-responsible:sea:w-2',
    ]);
  });

  it('tells a role that nobody holds, and two who answer', () => {
    const other = newFirm();
    other.letters('sea:w-2', 'it-operations', 'AR');
    other.letters('sea:w-3', 'ciso', 'AR');
    other.letters('sea:w-3', 'hr', 'A');
    const rules = judged(other).gaps.map(({ id }) => id);
    expect(rules).toContain('rasci.unresolved:sea:w-2');
    expect(rules).toContain('rasci.several-accountable:sea:w-3');
    const ida = other.hire('Ida Berg');
    other.appoint(ida, 'ciso');
    other.appoint(ida, 'hr');
    expect(judged(other).gaps.find(({ id }) => id === 'rasci.several-accountable:sea:w-3')).toMatchObject({
      severity: 'minor',
      explanation: expect.stringContaining('All lead to Ida Berg'),
    });
  });
});

it('is judged apart: whatever stands in it, what is said of ISO stays the same', () => {
  const foreign = newFirm();
  const cells = [foreign.letters('sea:w-1', 'ciso', 'AR'), foreign.letters('sea:w-2', 'hr', 'R')].map((cell, at) => ({
    ...cell,
    id: `00000000-0000-7777-9999-00000000000${at}` as typeof cell.id,
  }));
  assert(
    property(randomSnapshots(), subarray(cells), constantFrom(...sea.framework), (snapshot, letters, framework) => {
      const { trail: _trail, ...alone } = assess(snapshot, someDay);
      const beside = { ...snapshot, ...sea, accountability: [...snapshot.accountability, ...letters] };
      const { trail: _also, ...together } = assess(beside, someDay);
      expect(together).toEqual(alone);
      const assessment = assessFrameworks(beside, someDay).get(framework.id);
      expect(assessment?.requirements.map(({ requirementId }) => requirementId)).toEqual([
        'sea:w-1',
        'sea:w-2',
        'sea:w-3',
      ]);
      expect(Object.values(assessment?.totals.sources ?? {}).reduce((sum, count) => sum + count, 0)).toBe(3);
    }),
    { numRuns: 30 },
  );
  expect(requirements).toHaveLength(123);
});
