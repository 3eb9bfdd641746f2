import { assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { ownRuleOf, randomSnapshots } from '../../../tests/factories/snapshot.ts';
import { ruleBook } from '../segregation/rule-book.ts';
import { keptApart } from './kept-apart.ts';

test('what is kept apart from a role is told by the shipped rules and those of the house, from either side', () => {
  const { role } = newFirm().snapshot();
  const [auditor, facilities] = [newFirm().role('internal-auditor'), newFirm().role('facilities')];
  const book = ruleBook([ownRuleOf('facilities', 'internal-auditor'), ownRuleOf('a', 'b', { kind: 'activity-pair' })]);
  const rulesOf = (one: typeof auditor): readonly string[] => keptApart(one, role, book).map(({ rule }) => rule.id);
  expect(rulesOf(facilities)).toEqual([
    ...keptApart(facilities, role, ruleBook([])).map(({ rule }) => rule.id),
    'OWN-1',
  ]);
  expect(rulesOf(auditor)).toEqual(expect.arrayContaining(['SOD-01', 'OWN-1']));
  const [own] = keptApart(facilities, role, book).filter(({ rule }) => rule.id === 'OWN-1');
  expect(own).toMatchObject({ otherName: 'Internal Auditor', otherId: auditor.id });
});

test('a role that the organization does not have is told by the name of the template, or by its key', () => {
  const { role } = newFirm().snapshot();
  const known = role.filter(({ key }) => key !== 'finance');
  const book = ruleBook([ownRuleOf('ceo', 'finance'), ownRuleOf('ceo', 'treasurer', { key: 'OWN-2' })]);
  expect(keptApart({ key: 'ceo' }, known, book).filter(({ rule }) => rule.id.startsWith('OWN'))).toMatchObject([
    { otherName: newFirm().role('finance').name, otherId: null },
    { otherName: 'treasurer', otherId: null },
  ]);
});

test('two roles are kept apart from one another or not at all', () => {
  assert(
    property(randomSnapshots(), ({ role, segregationRule }) => {
      const book = ruleBook(segregationRule);
      for (const { key } of role)
        for (const { other, rule } of book.opponentsOf(key)) {
          expect(book.opponentsOf(other)).toContainEqual({ role: other, other: key, rule });
          expect(book.between(key, other)).toBe(book.between(other, key));
        }
    }),
    { numRuns: 30 },
  );
});
