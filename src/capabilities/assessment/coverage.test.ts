import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { plainDate } from '../../kernel/date.ts';
import { assess } from './assess.ts';
import type { Coverage } from './model.ts';

const today = plainDate('2026-03-03');
const coverageOf = (firm: Firm, requirement: string): Coverage | undefined =>
  assess(firm.snapshot(), today).requirements.find((row) => row.requirementId === requirement);

describe('the coverage of a requirement', () => {
  it('is met where one person answers, people work and hours are set aside', () => {
    const firm = newFirm();
    const [ana, ben] = [firm.hire('Ana Silva'), firm.hire('Ben Okafor')];
    firm.appoint(ana, 'isms-leadership');
    firm.appoint(ben, 'security-operations');
    firm.prove(ana, 'isms-leadership');
    firm.prove(ben, 'security-operations');
    firm.letters('A.8.8', 'isms-leadership', 'A');
    firm.letters('A.8.8', 'security-operations', 'R');
    expect(coverageOf(firm, 'A.8.8')).toMatchObject({
      state: 'met',
      weakest: null,
      aspects: {
        accountable: { because: 'Ana Silva is accountable as Information Security Management Leadership.' },
        responsible: { because: 'Ben Okafor is responsible as Security Operations.' },
        capacity: { state: 'met' },
        competent: {
          state: 'met',
          because:
            'Who is accountable proves what is required, with evidence in date. Who is responsible proves what is required, with evidence in date.',
        },
      },
    });
  });

  it('is weak where only a deputy acts, and the capacity is a gap where nobody has hours', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'isms-leadership', { capacity: 'deputy' });
    firm.appoint(ana, 'security-operations', { hoursPerWeek: null });
    firm.letters('A.8.8', 'isms-leadership', 'A');
    firm.letters('A.8.8', 'security-operations', 'R');
    expect(coverageOf(firm, 'A.8.8')).toMatchObject({
      state: 'gap',
      weakest: 'competent',
      aspects: {
        competent: {
          state: 'gap',
          because:
            'Ana Silva is accountable and does not prove what is required. Ana Silva is responsible and does not prove what is required.',
        },
        accountable: { state: 'weak', because: 'Ana Silva can only stand in as deputy: no holder is accountable.' },
        capacity: { state: 'gap', because: 'None of the responsible people has hours set aside.' },
      },
    });
  });

  it('is weak where only some of the responsible have hours or only some roles are staffed', () => {
    const firm = newFirm();
    firm.appoint(firm.hire('Ana Silva'), 'security-operations');
    firm.appoint(firm.hire('Ben Okafor'), 'security-operations', { hoursPerWeek: null });
    firm.letters('A.8.8', 'security-operations', 'R');
    firm.letters('A.8.8', 'it-operations', 'R');
    const aspects = coverageOf(firm, 'A.8.8')?.aspects;
    expect(aspects?.responsible).toEqual({
      state: 'weak',
      because: 'Ana Silva and Ben Okafor are responsible; nobody acts for IT Operations Manager.',
    });
    expect(aspects?.capacity).toEqual({
      state: 'weak',
      because: '4 hours a week are set aside, but 1 responsible appointment has none.',
    });
  });

  it('points to the gaps that touch it', () => {
    const firm = newFirm();
    firm.letters('A.8.8', 'security-operations', 'R');
    expect(coverageOf(firm, 'A.8.8')?.gapIds).toEqual([
      'rasci.no-accountable:A.8.8',
      `rasci.unresolved:${firm.role('security-operations').id}`,
      'soa.unresourced:A.8.8',
    ]);
  });

  it('is unjudged for a control that does not apply', () => {
    const firm = newFirm();
    firm.exclude('A.7.4', '');
    expect(coverageOf(firm, 'A.7.4')).toMatchObject({
      applicable: false,
      state: 'unjudged',
      gapIds: ['soa.unjustified:A.7.4'],
    });
  });
});
