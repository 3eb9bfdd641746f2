import { assert, property, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { randomSnapshots, someDay } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import type { SegregationRuleId } from '../../kernel/id.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { assess } from './assess.ts';
import type { Gap } from './model.ts';

const today = plainDate('2026-03-03');
const apart = (firm: Firm, key: string, conflicts: readonly string[]): Snapshot =>
  firm.snapshot({
    role: firm.snapshot().role.map((role) => (role.key === key ? { ...role, conflicts: [...conflicts] } : role)),
  });
const conflictsIn = (snapshot: Snapshot, on = today): readonly Gap[] =>
  assess(snapshot, on).gaps.filter((gap) => gap.rule === 'sod.conflict' && gap.id.includes('+'));

describe('roles that an organization itself keeps apart', () => {
  it('are a conflict in whoever holds both, told with its source, and less where one is held as deputy', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'facilities');
    firm.appoint(ana, 'procurement');
    const snapshot = apart(firm, 'procurement', ['facilities']);
    expect(conflictsIn(snapshot)).toMatchObject([
      {
        severity: 'major',
        subject: { label: 'Ana Silva' },
        explanation:
          "Ana Silva is Procurement and Supplier Manager and Facilities and Physical Security. The organization's own description of Procurement and Supplier Manager keeps the two apart: one of them must go, or the description is wrong.",
        fix: { kind: 'end-appointment' },
      },
    ]);
    expect(conflictsIn(firm.snapshot())).toEqual([]);
    const deputy = newFirm();
    const ben = deputy.hire('Ben Okafor');
    deputy.appoint(ben, 'facilities', { capacity: 'deputy' });
    deputy.appoint(ben, 'procurement');
    expect(conflictsIn(apart(deputy, 'procurement', ['facilities']))).toMatchObject([{ severity: 'minor' }]);
  });

  it('are left to a rule that keeps them apart already, shipped or own, and told once where both say it', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    for (const key of ['ciso', 'internal-auditor', 'facilities', 'procurement']) firm.appoint(ana, key);
    expect(conflictsIn(apart(firm, 'ciso', ['internal-auditor', 'nobody-knows']))).toEqual([]);
    const both = apart(firm, 'facilities', ['procurement']).role.map((role) =>
      role.key === 'procurement' ? { ...role, conflicts: ['facilities'] } : role,
    );
    expect(conflictsIn(firm.snapshot({ role: both })).length).toBe(1);
    const rule = {
      id: '00000000-0000-7000-8777-000000000001' as SegregationRuleId,
      version: 1,
      key: 'OWN-1',
      kind: 'role-pair' as const,
      a: 'procurement',
      b: 'facilities',
      title: 'Buying and receiving',
      reason: 'Who orders should not say that it came.',
      severity: 'high' as const,
      references: [],
      compensatingControl: null,
    };
    expect(conflictsIn(firm.snapshot({ role: both, segregationRule: [rule] }))).toEqual([]);
  });

  it('never meet in fewer people when somebody takes one more role', () => {
    const keys = ['ceo', 'ciso', 'it-operations', 'dpo', 'asset-owner', 'information-security-manager'];
    assert(
      property(randomSnapshots(), subarray(keys), (random, conflicts) => {
        const snapshot = { ...random, role: random.role.map((role) => ({ ...role, conflicts })) };
        const fewer = { ...snapshot, appointment: snapshot.appointment.slice(1) };
        const all = conflictsIn(snapshot, someDay).map(({ id }) => id);
        expect(all).toEqual(expect.arrayContaining(conflictsIn(fewer, someDay).map(({ id }) => id)));
      }),
      { numRuns: 60 },
    );
  });
});
