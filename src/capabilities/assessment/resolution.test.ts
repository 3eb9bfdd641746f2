import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSnapshots, someDay } from '../../../tests/factories/snapshot.ts';
import { holdingOf } from '../../domain/role-template.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { isEveryone, peopleOf, resolve } from './resolution.ts';

/**
 * Who has a letter in a row on the day, told one fact at a time: whoever the cell names and is engaged; of a role its
 * holders who are engaged, or its deputies while there is no such holder. A role that everybody holds names nobody.
 */
function bearers(snapshot: Snapshot, requirement: RequirementId, letter: 'A' | 'R'): ReadonlySet<PersonId> {
  const engaged = (id: PersonId): boolean =>
    snapshot.person.some(
      (person) =>
        person.id === id &&
        (person.from === null || person.from <= someDay) &&
        (person.to === null || someDay < person.to),
    );
  const found = new Set<PersonId>();
  for (const cell of snapshot.accountability) {
    if (cell.requirementId !== requirement || !cell.letters.includes(letter)) continue;
    if (cell.personId !== null && engaged(cell.personId)) found.add(cell.personId);
    const role = snapshot.role.find(({ id }) => id === cell.roleId);
    if (role === undefined || holdingOf(role.key) === 'everyone') continue;
    const inRole = snapshot.appointment.filter(
      ({ roleId, personId, from, to }) =>
        roleId === role.id && from <= someDay && (to === null || someDay < to) && engaged(personId),
    );
    const holders = inRole.filter(({ capacity }) => capacity === 'holder');
    for (const { personId } of holders.length > 0 ? holders : inRole) found.add(personId);
  }
  return found;
}

describe('the expansion of roles and letters to people', () => {
  it('finds in every row whom the facts name, and nobody else', () => {
    assert(
      property(randomSnapshots(), (snapshot) => {
        for (const { requirement, accountable, responsible } of resolve(snapshot, someDay).rows)
          for (const [letter, cells] of [
            ['A', accountable],
            ['R', responsible],
          ] as const) {
            const found = peopleOf(
              cells.filter((cell) => !isEveryone(cell)),
              1000,
            );
            expect([requirement.id, [...found].sort()]).toEqual([
              requirement.id,
              [...bearers(snapshot, requirement.id, letter)].sort(),
            ]);
          }
      }),
      { numRuns: 60 },
    );
  });
});
