import type { RequirementId } from '../../domain/requirement.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { CompetenceJudge } from '../assessment/competence-judge.ts';
import { onlyPerson } from '../assessment/resilience-rule.ts';
import type { Resolution } from '../assessment/resolution.ts';

/** What stops while one person is away, each list in the catalogue's order. */
export interface SinglePoint {
  readonly personId: PersonId;
  readonly name: string;
  readonly jobTitle: string | null;
  /** Requirements whose work nobody else could do, deputies counted; only the competent, where there are any. */
  readonly responsible: readonly RequirementId[];
  /** Requirements for which nobody else could answer, deputies counted. */
  readonly accountable: readonly RequirementId[];
}

/** Everybody without whom the work of a requirement stops or nobody answers for it: most stopped work first, then answers, then by name. */
export function singlePoints(resolution: Resolution, judge: CompetenceJudge): readonly SinglePoint[] {
  const points = new Map<PersonId, { readonly R: RequirementId[]; readonly A: RequirementId[] }>();
  for (const row of resolution.rows) {
    if (!row.applicable) continue;
    for (const letter of ['R', 'A'] as const) {
      const personId = onlyPerson(row, judge, letter);
      if (personId === undefined) continue;
      const point = points.get(personId) ?? { R: [], A: [] };
      points.set(personId, point);
      point[letter].push(row.requirement.id);
    }
  }
  return [...points]
    .flatMap(([personId, { R: responsible, A: accountable }]): readonly SinglePoint[] => {
      const person = resolution.people.get(personId)?.person;
      return person === undefined
        ? []
        : [{ personId, name: person.name, jobTitle: person.jobTitle, responsible, accountable }];
    })
    .sort(
      (a, b) =>
        b.responsible.length - a.responsible.length ||
        b.accountable.length - a.accountable.length ||
        a.name.localeCompare(b.name, 'en') ||
        (a.personId < b.personId ? -1 : 1),
    );
}
