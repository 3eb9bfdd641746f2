import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { judgedSnapshots } from '../../../tests/factories/random-judgement.ts';
import { personOf, randomSnapshots, someDay } from '../../../tests/factories/snapshot.ts';
import { requirements } from '../../domain/catalogue.ts';
import { plainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { covers } from '../../kernel/period.ts';
import { leaverImpact } from '../assessment/leaver.ts';
import { resilience } from './resilience.ts';

const today = plainDate('2026-03-03');

describe('a firm whose work hangs on few', () => {
  const firm = newFirm();
  const ana = firm.hire('Ana Silva', { jobTitle: 'Head of IT', unit: 'IT' });
  const ben = firm.hire('Ben Okafor', { unit: 'IT' });
  const chloe = firm.hire('Chloé Martin');
  const gone = firm.hire('Gus Gone', { to: plainDate('2026-02-01') });
  firm.appoint(ana, 'it-operations');
  firm.appoint(ben, 'it-operations', { capacity: 'deputy' });
  firm.appoint(ana, 'ciso');
  firm.appoint(gone, 'dpo');
  firm.letters('A.8.8', 'it-operations', 'R');
  firm.letters('A.8.9', 'it-operations', 'R');
  firm.letters('A.8.9', chloe, 'R');
  firm.letters('A.8.32', ana, 'RA');
  firm.letters('A.5.2', 'ciso', 'A');
  firm.letters('A.5.34', 'dpo', 'R');
  firm.letters('A.6.8', 'all-staff', 'R');
  for (const { id } of requirements)
    if (id.startsWith('A.') && !['A.8.8', 'A.8.9', 'A.8.32', 'A.5.2', 'A.5.34', 'A.6.8'].includes(id))
      firm.exclude(id, 'Not here.');
  const found = resilience(firm.snapshot(), today);
  const people = (id: string) => found.requirements.find(({ requirementId }) => requirementId === id)?.people;

  it('counts for each requirement who could do its work, deputies with holders', () => {
    expect(['A.8.8', 'A.8.9', 'A.8.32', 'A.5.34', 'A.6.8', '4.1'].map(people)).toEqual([2, 3, 1, 0, null, 0]);
    expect(found.requirements).toHaveLength(found.applicable);
  });

  it('names who alone does the work, and who alone answers', () => {
    expect(found.people).toEqual([
      {
        personId: ana.id,
        name: 'Ana Silva',
        jobTitle: 'Head of IT',
        responsible: ['A.8.32'],
        accountable: ['A.5.2', 'A.8.32'],
      },
    ]);
  });

  it('has no truck to fear: more than half of the requirements have nobody as it is', () => {
    expect(found.truck).toMatchObject({ factor: 0, uncovered: found.applicable - 4, steps: [] });
  });

  it('counts the work as it is done: a deputy behind a holder does none', () => {
    expect(found.absence).toEqual({
      factor: 1,
      total: 4,
      carried: 3,
      named: [
        { personId: ana.id, name: 'Ana Silva', duties: 3 },
        { personId: chloe.id, name: 'Chloé Martin', duties: 1 },
      ],
    });
    expect(found.carriers).toBe(3);
  });

  it('puts the shallowest roles first, and offers who else could follow', () => {
    const role = (key: string) => found.roles.find(({ roleId }) => roleId === firm.role(key).id);
    expect(role('all-staff')).toBeUndefined();
    expect(role('dpo')).toMatchObject({ depth: 0, holders: { count: 0, named: [] }, requirements: 1 });
    expect(role('it-operations')).toMatchObject({
      depth: 2,
      holders: { count: 1, named: [{ name: 'Ana Silva' }] },
      deputies: { count: 1, named: [{ name: 'Ben Okafor' }] },
      candidates: [],
    });
    expect(role('ciso')).toMatchObject({ depth: 1, candidates: [{ personId: ben.id, label: 'Ben Okafor' }] });
    const depths = found.roles.map(({ depth }) => depth);
    expect(depths).toEqual(depths.toSorted((a, b) => a - b));
  });
});

describe('resilience on any facts', () => {
  it('agrees with what the page of a leaver says', () => {
    assert(
      property(judgedSnapshots(), (snapshot) => {
        const { people } = resilience(snapshot, someDay);
        for (const person of snapshot.person) {
          if (!covers(person, someDay)) continue;
          const point = people.find(({ personId }) => personId === person.id);
          expect(point?.responsible ?? []).toEqual(leaverImpact(snapshot, person.id, someDay).singlePoint);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts one person for a requirement exactly where somebody is named for it', () => {
    assert(
      property(judgedSnapshots(), (snapshot) => {
        const found = resilience(snapshot, someDay);
        const alone = found.requirements.filter(({ people }) => people === 1).map(({ requirementId }) => requirementId);
        expect(found.people.flatMap(({ responsible }) => responsible).toSorted()).toEqual(alone.toSorted());
        const empty = found.requirements.filter(({ people }) => people === 0);
        expect(found.truck.uncovered).toBe(empty.length);
      }),
      { numRuns: 100 },
    );
  });

  it('does not change when somebody joins who carries nothing, nor with the order of the records', () => {
    const newcomer = personOf('00000000-0000-7000-8999-000000000001' as PersonId, 'Newcomer');
    assert(
      property(randomSnapshots(), (snapshot) => {
        const { truck, absence, people } = resilience(snapshot, someDay);
        const turned = {
          ...snapshot,
          person: snapshot.person.toReversed(),
          appointment: snapshot.appointment.toReversed(),
          accountability: snapshot.accountability.toReversed(),
        };
        expect(resilience(turned, someDay)).toMatchObject({ truck, absence, people });
        // The first active person of all makes everybody somebody.
        if (!snapshot.person.some((person) => covers(person, someDay))) return;
        const joined = { ...snapshot, person: [...snapshot.person, newcomer] };
        expect(resilience(joined, someDay)).toMatchObject({ truck, absence, people });
      }),
      { numRuns: 100 },
    );
  });
});
