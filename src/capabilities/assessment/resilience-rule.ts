import type { RequirementId } from '../../domain/requirement.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { CompetenceJudge } from './competence-judge.ts';
import { explain } from './explanation.ts';
import { appointmentFacts, cellFacts, personFact, personSubject, type Rule, type RuleContext } from './gap.ts';
import type { Fix, Gap } from './model.ts';
import { cellsWith, isEveryone, peopleOf, type ResolvedCell, type ResolvedRow, type Standing } from './resolution.ts';

/** Others on the bench that a sentence looks at, for each row. */
const BENCH = 5;

/**
 * `resilience.single-point`: of all who could do the work of a row (R, holders and deputies) there is exactly one who
 * proves the competence that it takes. While nobody on the bench does, all of them count. One gap a person with all such
 * rows.
 */
export const singlePoint: Rule = (context) => {
  const alone = new Map<PersonId, ResolvedRow[]>();
  for (const row of context.resolution.rows) {
    const person = row.applicable ? onlyPerson(row, context.competence) : undefined;
    if (person === undefined) continue;
    const rows = alone.get(person) ?? [];
    rows.push(row);
    alone.set(person, rows);
  }
  return [...alone].flatMap(([personId, rows]) => {
    const standing = context.resolution.people.get(personId);
    return standing === undefined ? [] : [gapOf(standing, rows, context)];
  });
};

/**
 * The one person on the bench of a row for a letter who can do it, or undefined when there is nobody or somebody else.
 * Of whom competence is asked, only those who prove it count, unless nobody of them does.
 */
export function onlyPerson(row: ResolvedRow, judge: CompetenceJudge, letter: 'A' | 'R' = 'R'): PersonId | undefined {
  const cells = cellsWith(row, letter);
  if (cells.some(isEveryone)) return undefined;
  const [asking, open] = [cells.filter(judge.asks), cells.filter((cell) => !judge.asks(cell))];
  const able = asking.flatMap((cell) => judge.able(cell));
  const people =
    able.length === 0 ? peopleOf(cells, 2, 'bench') : [...new Set([...able, ...peopleOf(open, 2, 'bench')])];
  return people.length === 1 ? people[0] : undefined;
}

function gapOf({ person, appointments, cells }: Standing, rows: readonly ResolvedRow[], context: RuleContext): Gap {
  const ids = rows.map((row) => row.requirement.id);
  const wanted = new Set<RequirementId>(ids);
  const works = ({ cell }: Pick<ResolvedCell, 'cell'>): boolean =>
    wanted.has(cell.requirementId) && cell.letters.includes('R');
  const carrying = appointments
    .map((appointment) => ({
      appointment,
      rows: context.resolution.roles.get(appointment.roleId)?.cells.filter(works).length ?? 0,
    }))
    .filter((entry) => entry.rows > 0)
    .sort((a, b) => b.rows - a.rows);
  const bench = rows.flatMap((row) => peopleOf(row.responsible, BENCH, 'bench'));
  const others = [...new Set(bench)].flatMap((id) =>
    id === person.id ? [] : (context.resolution.people.get(id)?.person.name ?? []),
  );
  return {
    id: `resilience.single-point:${person.id}`,
    rule: 'resilience.single-point',
    severity: 'minor',
    subject: personSubject(person),
    requirements: ids,
    clause: '7.1',
    explanation: explain.singlePoint(person.name, ids, others),
    facts: [
      ...appointmentFacts(carrying.map((entry) => entry.appointment)),
      ...cellFacts(cells.filter((cell) => works({ cell }))),
      personFact(person),
    ],
    ...fixOf(carrying[0]?.appointment.roleId, person.id, rows, context),
  };
}

/** A deputy for the role that carries most of the rows; a second R where the letters are the person's own. */
function fixOf(
  roleId: Standing['appointments'][number]['roleId'] | undefined,
  personId: PersonId,
  rows: readonly ResolvedRow[],
  { resolution, candidates }: RuleContext,
): { readonly fix?: Fix } {
  const staffing = roleId === undefined ? undefined : resolution.roles.get(roleId);
  if (staffing !== undefined)
    return {
      fix: {
        kind: 'appoint',
        roleId: staffing.role.id,
        capacity: 'deputy',
        candidates: candidates.forRole(staffing, personId),
      },
    };
  const [row] = rows;
  if (row === undefined) return {};
  const { id: requirementId } = row.requirement;
  return { fix: { kind: 'set-letter', requirementId, letter: 'R', candidates: candidates.forLetter(row, 'R') } };
}
