import type { RequirementId } from '../../domain/requirement.ts';
import type { PersonId } from '../../kernel/id.ts';
import { explain } from './explanation.ts';
import { appointmentFacts, cellFacts, personFact, personSubject, type Rule, type RuleContext } from './gap.ts';
import type { Fix, Gap } from './model.ts';
import { cellsWith, isEveryone, peopleOf, type ResolvedCell, type ResolvedRow, type Standing } from './resolution.ts';

/**
 * `resilience.single-point`: of all who could do the work of a row (R, holders and deputies) there is exactly one. One
 * gap a person with all such rows. Competence will narrow the circle when it is kept.
 */
export const singlePoint: Rule = (context) => {
  const alone = new Map<PersonId, ResolvedRow[]>();
  for (const row of context.resolution.rows) {
    const person = row.applicable ? onlyPerson(row) : undefined;
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

/** The one person on the bench of a row for a letter, or undefined when there is nobody or somebody else. */
export function onlyPerson(row: ResolvedRow, letter: 'A' | 'R' = 'R'): PersonId | undefined {
  const cells = cellsWith(row, letter);
  if (cells.some(isEveryone)) return undefined;
  const people = peopleOf(cells, 2, 'bench');
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
  return {
    id: `resilience.single-point:${person.id}`,
    rule: 'resilience.single-point',
    severity: 'minor',
    subject: personSubject(person),
    requirements: ids,
    clause: '7.1',
    explanation: explain.singlePoint(person.name, ids),
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
