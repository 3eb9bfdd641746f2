import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { nordlicht, person } from '../../../tests/factories/matrix-snapshot.ts';
import type { RoleId } from '../../kernel/id.ts';
import type { Role } from '../roles/model.ts';
import { matrixHeadings } from './matrix-heading.ts';

const [template] = nordlicht.role as readonly [Role, ...Role[]];
const role = (at: number, name: string): Role => ({
  ...template,
  id: `00000000-0000-7000-8002-0000000010${String(at).padStart(2, '0')}` as RoleId,
  key: `role-${at}`,
  name,
});

test('a name is its heading; people are told from roles, and namesakes by what only they have', () => {
  const roles = [role(1, 'Auditor'), role(2, 'Guard'), role(3, 'Guard')];
  const people = [person(1, 'Auditor'), person(2, 'Li Na'), person(3, 'Li Na', { externalId: '4711' })];
  const headings = matrixHeadings(roles, people);
  expect([...roles, ...people].map(({ id }) => headings.of(id))).toEqual([
    'Auditor',
    'Guard [role-2]',
    'Guard [role-3]',
    'Auditor (in person)',
    `Li Na (in person) [${people[1]?.id}]`,
    'Li Na (in person) [4711]',
  ]);
  expect(headings.bearerOf('Guard')).toBeUndefined();
});

test('whatever roles and people are called, each heading leads back to its own', () => {
  const names = constantFrom('Guard', 'guard', 'Guard [role-1]', 'Guard (in person)', '=1+1', 'الحارس', 'Li Na');
  assert(
    property(array(names, { maxLength: 8 }), array(names, { maxLength: 8 }), (roleNames, personNames) => {
      const roles = roleNames.map((name, at) => role(at, name));
      const people = personNames.map((name, at) => person(at, name, { externalId: at % 2 === 0 ? 'same' : null }));
      const headings = matrixHeadings(roles, people);
      for (const { id } of [...roles, ...people]) {
        expect(headings.bearerOf(headings.of(id) ?? '')?.id).toBe(id);
        expect(headings.bearerOf(`'${headings.of(id)}`)?.id).toBe(id);
      }
    }),
    { numRuns: 300 },
  );
});
