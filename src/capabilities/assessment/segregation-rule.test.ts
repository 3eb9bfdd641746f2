import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { plainDate } from '../../kernel/date.ts';
import type { Person } from '../people/model.ts';
import { assess } from './assess.ts';
import type { Gap } from './model.ts';

const today = plainDate('2026-03-03');
const conflicts = (firm: Firm, on = today): readonly Gap[] =>
  assess(firm.snapshot(), on).gaps.filter((gap) => gap.rule === 'sod.conflict');

const auditorOfOwnWork = (firm: Firm, capacity: 'holder' | 'deputy' = 'holder'): Person => {
  const ana = firm.hire('Ana Silva');
  firm.appoint(ana, 'information-security-manager', { capacity });
  firm.appoint(ana, 'internal-auditor');
  return ana;
};

describe('one person with two duties that a rule separates', () => {
  it('is a conflict with its rule, its rows and a compensating control to record', () => {
    const firm = newFirm();
    const ana = auditorOfOwnWork(firm);
    expect(conflicts(firm)).toMatchObject([
      {
        id: `sod.conflict:SOD-01:${ana.id}`,
        severity: 'critical',
        clause: '9.2.2',
        explanation:
          'Ana Silva is Internal Auditor and Information Security Manager. Auditing the ISMS that one runs: impartial audit is required; nobody marks own work (SOD-01). What may be done instead: External or swapped auditor from another unit.',
        fix: { kind: 'record-compensating-control', rule: 'SOD-01', personId: ana.id },
      },
    ]);
  });

  it('may hold other roles together: small firms do', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    for (const role of ['information-security-manager', 'isms-leadership', 'document-controller', 'project-manager'])
      firm.appoint(ana, role);
    expect(conflicts(firm)).toEqual([]);
  });

  it('weighs one step less where one of the two is held only as deputy', () => {
    const firm = newFirm();
    auditorOfOwnWork(firm, 'deputy');
    expect(conflicts(firm)).toMatchObject([{ severity: 'major' }]);
  });

  it('is in conflict by the pairs of the role catalogue too, once for each pair', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'procurement');
    firm.appoint(ana, 'finance');
    firm.appoint(ana, 'finance', { from: plainDate('2026-02-01') });
    expect(conflicts(firm).map((gap) => [gap.id.split(':')[1], gap.severity])).toEqual([['ROLE-14', 'major']]);
  });

  it('is in conflict only while both are held and the person is there', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva', { to: plainDate('2026-06-01') });
    firm.appoint(ana, 'procurement', { to: plainDate('2026-04-01') });
    firm.appoint(ana, 'finance', { from: plainDate('2026-02-01') });
    const found = ['2026-01-31', '2026-02-01', '2026-03-31', '2026-04-01'].map(
      (on) => conflicts(firm, plainDate(on)).length,
    );
    expect(found).toEqual([0, 1, 1, 0]);
  });
});

describe('a compensating control', () => {
  it('turns the conflict into advice until the day it expires', () => {
    const firm = newFirm();
    const ana = auditorOfOwnWork(firm);
    const control = firm.compensate('SOD-01', ana);
    const [gap] = conflicts(firm);
    expect(gap).toMatchObject({ severity: 'advice' });
    expect(gap?.fix).toBeUndefined();
    expect(gap?.explanation).toContain('approved by Ingrid Sørensen counts until 2027-01-01');
    expect(gap?.facts).toContainEqual({ register: 'compensatingControl', id: control.id });
    const [expired] = conflicts(firm, plainDate('2027-01-01'));
    expect(expired).toMatchObject({ severity: 'critical' });
    expect(expired?.explanation).toContain('The compensating control expired on 2027-01-01.');
  });

  it('does not count when the person approved it, nor where nothing cures the conflict', () => {
    const firm = newFirm();
    const ana = auditorOfOwnWork(firm);
    firm.compensate('SOD-01', ana, { approvedBy: 'ana silva' });
    expect(conflicts(firm)).toMatchObject([{ severity: 'critical' }]);
    const other = newFirm();
    const ben = other.hire('Ben Okafor');
    other.appoint(ben, 'certification-body-contact');
    other.appoint(ben, 'external-specialist');
    other.compensate('SOD-04', ben);
    expect(conflicts(other)).toMatchObject([{ severity: 'critical', fix: { kind: 'end-appointment' } }]);
  });
});

describe('a row whose duties must be split', () => {
  it('is a conflict where one person has both A and R, however the letters came', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'isms-leadership');
    firm.letters('A.8.32', 'isms-leadership', 'A');
    firm.letters('A.8.32', ana, 'R');
    firm.letters('A.8.8', 'isms-leadership', 'AR');
    expect(conflicts(firm)).toMatchObject([
      { id: `sod.conflict:ROW-01:${ana.id}`, severity: 'minor', requirements: ['A.8.32'], clause: 'A.5.3' },
    ]);
  });
});

describe('rules over acts on records', () => {
  it('are listed as unjudged instead of passed over', () => {
    const { unjudgedRules } = assess(newFirm().snapshot(), today);
    expect(unjudgedRules.length).toBe(18);
    expect(unjudgedRules[0]).toMatchObject({ rule: 'SOD-05' });
    expect(unjudgedRules[0]?.because).toContain('policy author');
  });
});
