import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { countingIds } from '../../../tests/factories/snapshot.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { plainDate } from '../../kernel/date.ts';
import type { RequirementCompetenceId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import { resolve } from '../assessment/resolution.ts';
import type { RequirementCompetence, RequiredCompetence } from './model.ts';
import { needBook } from './need.ts';

const on = plainDate('2026-03-02');
const newId = countingIds();
const asks = (competence: string, level: 2 | 3 | 4, required = true): RequiredCompetence => ({
  competence,
  level: levels[level],
  required,
});
const calls = (requirement: string, competence: string): RequirementCompetence => ({
  id: newId() as RequirementCompetenceId,
  version: 1,
  requirementId: requirementIdSchema.parse(requirement),
  competence,
  level: levels[4],
  required: true,
  reason: '',
  requestedBy: null,
  approval: null,
});

const house = newFirm();
const [ana, ben, eva, sam] = ['Ana Lindner', 'Ben Vogel', 'Eva Roth', 'Sam Weiß'].map((name) => house.hire(name)) as [
  ReturnType<typeof house.hire>,
  ReturnType<typeof house.hire>,
  ReturnType<typeof house.hire>,
  ReturnType<typeof house.hire>,
];
const gone = house.hire('Ida Frost', { to: plainDate('2026-03-01') });
const coming = house.hire('Jan Moos', { from: plainDate('2026-04-01') });
for (const person of [ana, gone, coming]) house.appoint(person, 'ciso');
house.appoint(ana, 'dpo');
house.appoint(ben, 'dpo', { capacity: 'deputy' });
house.letters('A.8.8', 'ciso', 'A');
house.letters('A.8.8', eva, 'R');
house.letters('A.8.8', sam, 'C');
house.letters('A.8.24', eva, 'A');
house.exclude('A.8.24', 'Nothing is encrypted.');
const all = 'all-staff';
house.letters('A.6.3', all, 'R');
// What falls on everybody falls on nobody in particular, also where a list appoints them by name.
house.appoint(sam, all);
const required: Readonly<Record<string, readonly RequiredCompetence[]>> = {
  ciso: [asks('iam', 3), asks('privacy', 4, false)],
  dpo: [asks('iam', 2), asks('privacy', 3)],
  [all]: [asks('security-awareness', 2)],
};
const facts = house.snapshot();
const book = needBook(
  resolve(
    {
      ...facts,
      role: facts.role.map((role) => ({ ...role, competences: [...(required[role.key] ?? [])] })),
      requirementCompetence: [
        calls('A.8.8', 'vulnerability-management'),
        calls('A.8.24', 'cryptography'),
        calls('A.6.3', 'training-design'),
      ],
    },
    on,
  ),
);
const needs = (person: { readonly id: typeof ana.id }): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(book.of(person.id).map(({ competence, must, should }) => [competence, [must, should]]));

describe('what somebody must be able to do', () => {
  const everybodys = { 'security-awareness': [2, 2] };

  it('is the highest that any of their roles asks; what is only desirable is no must', () => {
    expect(needs(ana)).toEqual({
      ...everybodys,
      iam: [3, 3],
      privacy: [3, 4],
      'vulnerability-management': [4, 4],
    });
  });

  it('is asked of who stands in as of who holds the role', () => {
    expect(needs(ben)).toEqual({ ...everybodys, iam: [2, 2], privacy: [3, 3] });
  });

  it('is what a requirement that applies calls for of who answers for it or does it, and of nobody who is only asked', () => {
    expect(needs(eva)).toEqual({ ...everybodys, 'vulnerability-management': [4, 4] });
    expect(needs(sam)).toEqual(everybodys);
    expect(book.everyone.map(({ competence }) => competence)).toEqual(['security-awareness']);
  });

  it('is nothing before somebody has begun and once they have left', () => {
    expect([needs(gone), needs(coming)]).toEqual([{}, {}]);
  });

  it('says which role and which requirement ask for it', () => {
    const [iam] = book.of(ana.id).filter(({ competence }) => competence === 'iam');
    expect(iam?.reasons).toEqual([
      { kind: 'role', roleId: house.role('ciso').id, level: 3, required: true },
      { kind: 'role', roleId: house.role('dpo').id, level: 2, required: true },
    ]);
    const [special] = book.of(eva.id).filter(({ competence }) => competence === 'vulnerability-management');
    expect(special?.reasons).toEqual([{ kind: 'requirement', requirementId: 'A.8.8', level: 4, required: true }]);
  });
});
