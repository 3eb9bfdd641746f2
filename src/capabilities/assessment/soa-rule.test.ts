import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { plainDate } from '../../kernel/date.ts';
import { assess } from './assess.ts';
import type { Gap, RuleId } from './model.ts';

const today = plainDate('2026-03-03');
const gapsOf = (firm: Firm, rule: RuleId): readonly Gap[] =>
  assess(firm.snapshot(), today).gaps.filter((gap) => gap.rule === rule);

describe('an applicable requirement without any person', () => {
  it("fails the auditor's third check, also when roles stand in its row that nobody holds", () => {
    const firm = newFirm();
    firm.letters('A.8.8', 'security-operations', 'R');
    firm.letters('A.8.8', firm.hire('Ana Silva'), 'I');
    const gap = gapsOf(firm, 'soa.unresourced').find(({ subject }) => subject.id === 'A.8.8');
    expect(gap?.explanation).toBe(
      'A.8.8 Management of technical vulnerabilities applies and no person is there for it: Security Operations stands in its row, and nobody acts in that role.',
    );
    expect(gap?.fix).toMatchObject({ kind: 'appoint', roleId: firm.role('security-operations').id });
  });

  it('is resourced as soon as one person supports it', () => {
    const firm = newFirm();
    firm.letters('A.8.8', firm.hire('Ana Silva'), 'S');
    expect(gapsOf(firm, 'soa.unresourced').length).toBe(122);
  });
});

describe('a control that is declared out', () => {
  it('needs a justification', () => {
    const firm = newFirm();
    const entry = firm.exclude('A.7.4', '');
    firm.exclude('A.8.30', 'All software is bought.');
    expect(gapsOf(firm, 'soa.unjustified')).toMatchObject([
      {
        clause: '6.1.3',
        requirements: ['A.7.4'],
        facts: [{ register: 'applicability', id: entry.id }],
        fix: { kind: 'justify', requirementId: 'A.7.4' },
      },
    ]);
  });

  it('cannot be a clause: 4 to 10 always apply', () => {
    const firm = newFirm();
    firm.exclude('7.1', '');
    const assessment = assess(firm.snapshot(), today);
    expect(assessment.totals.applicable).toBe(123);
    expect(assessment.gaps.filter((gap) => gap.rule === 'soa.unjustified')).toEqual([]);
  });
});
