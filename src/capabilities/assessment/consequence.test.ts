import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { hours, ownRuleOf, randomSnapshots, someDay } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import type { Person } from '../people/model.ts';
import type { Role } from '../roles/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { assess } from './assess.ts';
import { consequences, withThoughts, type Consequences, type Thought } from './consequence.ts';

const today = plainDate('2026-03-03');
const thought = (person: Person, role: Role, changes: Partial<Thought> = {}): Thought => ({
  appointmentId: null,
  personId: person.id,
  roleId: role.id,
  capacity: 'holder',
  from: today,
  to: null,
  hoursPerWeek: hours(4),
  ...changes,
});
const told = (snapshot: Snapshot, thoughts: readonly Thought[], on = today): Consequences =>
  consequences(assess(snapshot, on), assess(withThoughts(snapshot, thoughts), on));

describe('an appointment that is thought of', () => {
  it('tells the vacancy that it closes and the conflict and the missing deputy that it creates', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'internal-auditor');
    const manager = firm.role('information-security-manager');
    const { created, removed } = told(firm.snapshot(), [thought(ana, manager, { hoursPerWeek: null })]);
    expect(removed.map(({ rule }) => rule)).toEqual(['role.mandatory-vacant']);
    expect(created.map(({ rule }) => rule).toSorted()).toEqual(['role.no-deputy', 'role.no-hours', 'sod.conflict']);
  });

  it('tells the conflict that a rule of the house makes of it', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'ciso');
    const segregationRule = [ownRuleOf('procurement', 'ciso', { reason: '' })];
    const { created } = told(firm.snapshot({ segregationRule }), [thought(ana, firm.role('procurement'))]);
    expect(created.find(({ rule }) => rule === 'sod.conflict')).toMatchObject({
      id: `sod.conflict:OWN-1:${ana.id}`,
      explanation:
        'Ana Silva is Procurement and Supplier Manager and Chief Information Security Officer. Apart in this house (OWN-1). What may be done instead: A second person signs.',
    });
  });

  it('stands in the place of the appointment that it changes', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    const post = firm.appoint(ana, 'ceo');
    const { created, removed } = told(firm.snapshot(), [
      thought(ana, firm.role('ceo'), { appointmentId: post.id, capacity: 'deputy' }),
    ]);
    expect(created.map(({ rule }) => rule)).toEqual(['role.mandatory-vacant']);
    expect(removed.map(({ rule }) => rule)).toEqual(['role.no-deputy']);
  });

  it('tells exactly the difference of the two assessments, whatever the facts, and changes none of them', () => {
    assert(
      property(randomSnapshots(), (snapshot) => {
        const [person] = snapshot.person;
        const role = snapshot.role[3];
        if (person === undefined || role === undefined) return;
        const before = structuredClone(snapshot);
        const thoughts = [thought(person, role, { from: someDay })];
        const { created, removed } = told(snapshot, thoughts, someDay);
        expect(snapshot).toEqual(before);
        const ids = (one: Snapshot): readonly string[] =>
          assess(one, someDay)
            .gaps.filter(({ rule }) => rule !== 'role.not-approved')
            .map(({ id }) => id);
        const gone = new Set(removed.map(({ id }) => id));
        const after = new Set([...ids(snapshot).filter((id) => !gone.has(id)), ...created.map(({ id }) => id)]);
        expect(after).toEqual(new Set(ids(withThoughts(snapshot, thoughts))));
      }),
      { numRuns: 60 },
    );
  });
});
