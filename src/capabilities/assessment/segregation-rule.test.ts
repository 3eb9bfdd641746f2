import { describe, expect, it } from 'vitest';
import { assert, property, record, subarray } from 'fast-check';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { ownRuleOf, personOf, randomSnapshots, someDay } from '../../../tests/factories/snapshot.ts';
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
    expect(gap?.explanation).toContain('approved by Ingrid Sørensen counts until 2026-12-31');
    expect(gap?.facts).toContainEqual({ register: 'compensatingControl', id: control.id });
    const [expired] = conflicts(firm, plainDate('2027-01-01'));
    expect(expired).toMatchObject({ severity: 'critical' });
    expect(expired?.explanation).toContain('The compensating control counted until 2026-12-31.');
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

describe('a rule of the house', () => {
  it('separates two roles like a shipped one, and is cured like one', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'ciso');
    firm.appoint(ana, 'procurement');
    const segregationRule = [ownRuleOf('ciso', 'procurement')];
    const found = (): readonly Gap[] =>
      assess(firm.snapshot({ segregationRule }), today).gaps.filter((gap) => gap.rule === 'sod.conflict');
    expect(conflicts(firm)).toEqual([]);
    expect(found()).toMatchObject([{ id: `sod.conflict:OWN-1:${ana.id}`, severity: 'minor', clause: 'A.5.3' }]);
    firm.compensate('OWN-1', ana);
    expect(found()).toMatchObject([{ severity: 'advice' }]);
  });

  it('speaks against a stand-in like a shipped one', () => {
    const firm = newFirm();
    const vacant = firm.snapshot().role.find(({ mandatory, fallbackKey }) => mandatory && fallbackKey !== null);
    const segregationRule = [ownRuleOf(vacant?.fallbackKey ?? '', vacant?.key ?? '')];
    const told = assess(firm.snapshot({ segregationRule }), today).gaps.find(
      ({ rule, subject }) => rule === 'role.mandatory-vacant' && subject.id === vacant?.id,
    );
    expect(told?.explanation).toContain('but OWN-1 keeps the two apart');
  });
});

describe('activities that a rule separates', () => {
  const byRole = (firm: Firm): Person => {
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'it-operations');
    firm.duty('access-approver', ana, { scope: 'Directory' });
    return ana;
  };

  it('are a conflict where one person does both in one area, by name or through a role', () => {
    const firm = newFirm();
    const ana = byRole(firm);
    const duty = firm.duty('access-granter', 'it-operations', { scope: 'directory' });
    expect(conflicts(firm)).toMatchObject([{ id: `sod.conflict:SOD-10:${ana.id}`, severity: 'major' }]);
    expect(conflicts(firm)[0]?.explanation).toContain(
      'Ana Silva acts as access approver and as access granter (Directory).',
    );
    expect(conflicts(firm)[0]?.facts).toContainEqual({ register: 'duty', id: duty.id });
  });

  it('are none in two different areas, nor before or after', () => {
    const firm = newFirm();
    byRole(firm);
    firm.duty('access-granter', 'it-operations', { scope: 'Payroll' });
    firm.duty('access-granter', 'it-operations', { from: plainDate('2026-03-04') });
    expect(conflicts(firm)).toEqual([]);
    expect(conflicts(firm, plainDate('2026-03-04')).length).toBe(1);
  });

  it('say of each rule whether it can be judged', () => {
    const firm = newFirm();
    byRole(firm);
    const rules = (): readonly string[] => assess(firm.snapshot(), today).unjudgedRules.map(({ rule }) => rule);
    expect(rules()).toContain('SOD-10');
    firm.duty('access-granter', 'it-operations');
    expect(rules()).not.toContain('SOD-10');
  });
});

describe('an auditor of an area', () => {
  it('is in conflict where the same person is responsible or accountable there', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'it-operations');
    firm.letters('A.8.8', 'it-operations', 'R');
    firm.letters('A.8.32', 'it-operations', 'I');
    firm.duty('internal-audit', ana, { requirementIds: ['A.8.32', '7.2'] });
    expect(conflicts(firm)).toEqual([]);
    firm.duty('internal-audit', ana, { requirementIds: ['A.8.8'] });
    expect(conflicts(firm)).toMatchObject([
      { id: `sod.conflict:SOD-02:area:${ana.id}`, requirements: ['A.8.8'], clause: '9.2.2', severity: 'major' },
    ]);
  });
});

describe('the end of a compensating control', () => {
  it('is reminded of in the last thirty days, unless a later one is there', () => {
    const firm = newFirm();
    firm.compensate('SOD-01', auditorOfOwnWork(firm));
    const reminders = (on: string): number =>
      assess(firm.snapshot(), plainDate(on)).gaps.filter(({ rule }) => rule === 'sod.control-expiring').length;
    expect(['2026-12-01', '2026-12-02', '2026-12-31', '2027-01-01'].map(reminders)).toEqual([0, 1, 1, 0]);
    firm.compensate('SOD-01', firm.hire('Ben Okafor'), { expires: plainDate('2026-06-01') });
    expect(reminders('2026-12-02')).toBe(1);
  });

  it('does not count when its owner approved it', () => {
    const firm = newFirm();
    const [ana, ingrid] = [auditorOfOwnWork(firm), firm.hire('Ingrid Sørensen')];
    firm.compensate('SOD-01', ana, { ownerId: ingrid.id });
    expect(conflicts(firm)).toMatchObject([{ severity: 'critical' }]);
  });
});

describe('somebody who comes', () => {
  it('never hides the conflict of another', () => {
    assert(
      property(
        randomSnapshots().chain((snapshot) =>
          record({
            appointment: subarray([...snapshot.appointment]),
            duty: subarray([...snapshot.duty]),
          }).map((taken) => ({ snapshot, taken })),
        ),
        ({ snapshot, taken }) => {
          const newcomer = personOf('00000000-0000-7000-8999-000000000001' as Person['id'], 'Newcomer');
          // The newcomer stands beside those who hold a role, and does by name what others do.
          const appointment = taken.appointment.map((row, index) => ({
            ...row,
            id: `00000000-0000-7000-8998-${index.toString(16).padStart(12, '0')}` as typeof row.id,
            personId: newcomer.id,
            capacity: 'deputy' as const,
          }));
          const duty = taken.duty.map((row, index) => ({
            ...row,
            id: `00000000-0000-7000-8997-${index.toString(16).padStart(12, '0')}` as typeof row.id,
            personId: newcomer.id,
            roleId: null,
          }));
          const ids = (facts: typeof snapshot): readonly string[] =>
            assess(facts, someDay)
              .gaps.filter((gap) => gap.rule === 'sod.conflict')
              .map(({ id }) => id);
          const after = ids({
            ...snapshot,
            person: [...snapshot.person, newcomer],
            appointment: [...snapshot.appointment, ...appointment],
            duty: [...snapshot.duty, ...duty],
          });
          for (const id of ids(snapshot)) expect(after).toContain(id);
        },
      ),
      { numRuns: 60 },
    );
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
