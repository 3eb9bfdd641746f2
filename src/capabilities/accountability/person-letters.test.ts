import { describe, expect, it } from 'vitest';
import { accountability, appointment, excluded, nordlicht, person } from '../../../tests/factories/matrix-snapshot.ts';
import { resolve } from '../assessment/resolution.ts';
import type { Role } from '../roles/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { holdingOf } from '../../domain/role-template.ts';
import { plainDate } from '../../kernel/date.ts';
import { peopleLetters } from './person-letters.ts';

const on = plainDate('2026-03-03');
const roleCalled = (key: string): Role => nordlicht.role.find((role) => role.key === key) as Role;
const [manager, auditor] = [roleCalled('information-security-manager'), roleCalled('internal-auditor')];
const everybody = nordlicht.role.find((role) => holdingOf(role.key) === 'everyone') as Role;
const [ada, ben, cem, gone] = [
  person(1, 'Ada Öz', { unit: 'Security' }),
  person(2, 'Ben Ng', { unit: 'Works' }),
  person(3, 'Cem Ay'),
  person(4, 'Dan Went', { to: plainDate('2026-01-31') }),
] as const;

const firm: Snapshot = {
  ...nordlicht,
  person: [ada, ben, cem, gone],
  appointment: [
    appointment(1, ada, manager),
    appointment(2, ben, manager, { capacity: 'deputy' }),
    appointment(3, ben, auditor),
    appointment(4, gone, manager),
  ],
  applicability: [excluded(1, 'A.8.30', 'nothing is developed outside')],
  accountability: [
    accountability(1, 'A.5.1', { role: manager }, ['R', 'A']),
    accountability(2, 'A.5.1', { role: auditor }, ['C']),
    accountability(3, 'A.5.1', { person: ben }, ['I']),
    accountability(4, 'A.8.30', { role: manager }, ['A']),
    accountability(5, '4.1', { person: gone }, ['A']),
    accountability(6, 'A.6.3', { role: everybody }, ['I']),
  ],
};
const asked = (query: Omit<Parameters<typeof peopleLetters>[1], 'limit'> & { readonly limit?: number } = {}) =>
  peopleLetters(resolve(firm, on), { limit: 100, ...query });
const told = (found: ReturnType<typeof peopleLetters>) =>
  found.rows.map(({ name, rows }) => [
    name,
    ...rows.map(({ requirementId, letters }) => `${requirementId} ${letters.join('/')}`),
  ]);

describe('the letters of people', () => {
  it('come through roles held, roles deputized and by name; leavers and excluded controls have none', () => {
    expect(told(asked())).toEqual([
      ['Ada Öz', 'A.5.1 R/A'],
      ['Ben Ng', 'A.5.1 R/A/C/I'],
    ]);
    expect(asked().rows[1]?.rows[0]?.sources.map(({ way, roleName, letters }) => [way, roleName, letters])).toEqual([
      ['deputy', manager.name, ['R', 'A']],
      ['holder', auditor.name, ['C']],
      ['name', null, ['I']],
    ]);
    expect(asked().units).toEqual(['Security', 'Works']);
  });

  it('are found by way, letter, unit, name and person', () => {
    expect(told(asked({ way: 'holder' }))).toEqual([
      ['Ada Öz', 'A.5.1 R/A'],
      ['Ben Ng', 'A.5.1 C'],
    ]);
    expect(told(asked({ letter: 'I' }))).toEqual([['Ben Ng', 'A.5.1 I']]);
    expect(told(asked({ unit: 'Works' })).map(([name]) => name)).toEqual(['Ben Ng']);
    expect(told(asked({ search: 'oz' })).map(([name]) => name)).toEqual(['Ada Öz']);
    expect(told(asked({ person: ben.id })).map(([name]) => name)).toEqual(['Ben Ng']);
    const first = asked({ limit: 1 });
    expect([first.total, first.next]).toEqual([2, ada.id]);
    expect(told(asked({ limit: 1, after: ada.id })).map(([name]) => name)).toEqual(['Ben Ng']);
  });

  it('that all have at once stand once', () => {
    expect(asked().everybody).toMatchObject({ people: 3, rows: [{ requirementId: 'A.6.3', letters: ['I'] }] });
  });

  it('are none in an organization without people', () => {
    expect(peopleLetters(resolve({ ...firm, person: [], appointment: [] }, on), { limit: 10 })).toMatchObject({
      rows: [],
      total: 0,
      next: null,
      units: [],
    });
  });
});
