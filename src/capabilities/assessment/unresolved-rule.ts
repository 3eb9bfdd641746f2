import { explain } from './explanation.ts';
import { cellFacts, inOrder, personFact, personSubject, roleFact, roleSubject, vacancyOf, type Rule } from './gap.ts';
import type { Gap } from './model.ts';
import type { ResolvedCell } from './resolution.ts';

/**
 * `rasci.unresolved`: A or R on a role that nobody holds, one gap a role with its rows (minor while a deputy stands in);
 * or on a person whose engagement has not begun. Letters of a leaver are `role.holder-left`.
 */
export const unresolved: Rule = ({ resolution, candidates }) => {
  const gaps: Gap[] = [];
  const carries = (entry: ResolvedCell): boolean =>
    entry.cell.letters.some((letter) => letter === 'A' || letter === 'R');
  for (const staffing of resolution.roles.values()) {
    const stoodIn = staffing.deputies.length > 0;
    if (staffing.holding === 'everyone' ? resolution.activePeople > 0 : staffing.holders.length > 0) continue;
    const cells = staffing.cells.filter(carries);
    if (cells.length === 0) continue;
    const { role } = staffing;
    const rows = inOrder(cells.map((entry) => entry.cell.requirementId));
    const letters = (['A', 'R'] as const).filter((letter) =>
      cells.some((entry) => entry.cell.letters.includes(letter)),
    );
    gaps.push({
      id: `rasci.unresolved:${role.id}`,
      rule: 'rasci.unresolved',
      severity: stoodIn ? 'minor' : 'major',
      subject: roleSubject(role),
      requirements: rows,
      clause: '5.3',
      explanation: explain.unresolved(role.name, letters, rows.length, vacancyOf(staffing, resolution)),
      facts: [...cellFacts(cells.map((entry) => entry.cell)), roleFact(role)],
      fix: { kind: 'appoint', roleId: role.id, capacity: 'holder', candidates: candidates.forRole(staffing) },
    });
  }
  for (const { person, active, ended, cells } of resolution.people.values()) {
    if (active || ended || person.from === null) continue;
    const carried = cells.filter((cell) => cell.letters.includes('A') || cell.letters.includes('R'));
    if (carried.length === 0) continue;
    const rows = inOrder(carried.map((cell) => cell.requirementId));
    gaps.push({
      id: `rasci.unresolved:${person.id}`,
      rule: 'rasci.unresolved',
      severity: 'major',
      subject: personSubject(person),
      requirements: rows,
      clause: '5.3',
      explanation: explain.notYetEngaged(person.name, person.from, rows.length),
      facts: [...cellFacts(carried), personFact(person)],
    });
  }
  return gaps;
};
