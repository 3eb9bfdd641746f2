import { headings, requirements } from '../../domain/catalogue.ts';
import type { Letter, RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { covers } from '../../kernel/period.ts';
import type { Person } from '../people/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { rowMarks, type MatrixDocument, type MatrixFigures, type RowMark } from './matrix-document.ts';
import type { MatrixGroup, MatrixRole, MatrixRow } from './matrix-document.ts';
import { byText, inOffice, staffedRoles, type StaffedRole } from './matrix-role.ts';
import { bearerId, letterIndex, matrixRow, type Bearer, type LetterIndex } from './matrix-row.ts';
import type { DocumentControl } from './model.ts';

interface RequirementGroup {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly { readonly id: RequirementId; readonly title: string }[];
}

/** The catalogue as it is printed: a group for each main clause, then one for each theme of Annex A. */
const catalogueGroups: readonly RequirementGroup[] = headings
  .filter((heading) => heading.parent === null)
  .map(({ id, title }) => ({ id, title, requirements: requirements.filter((one) => one.section === id) }));

/** Requirements that have letters and are not in the catalogue: printed at the end rather than lost. */
function otherRequirements(snapshot: Snapshot): readonly RequirementGroup[] {
  const known = new Set(requirements.map((requirement) => requirement.id));
  const others = new Set(snapshot.accountability.map((row) => row.requirementId).filter((id) => !known.has(id)));
  if (others.size === 0) return [];
  const listed = [...others].sort(byText).map((id) => ({ id, title: '' }));
  return [{ id: '', title: 'Other requirements', requirements: listed }];
}

/** Roles in reading order, then people by name, as far as they have a letter at all. */
function bearersOf(
  roles: readonly StaffedRole[],
  people: ReadonlyMap<PersonId, Person>,
  snapshot: Snapshot,
  on: PlainDate,
): readonly Bearer[] {
  const lettered = new Set(snapshot.accountability.map(bearerId));
  const ofRoles = roles
    .filter(({ role }) => lettered.has(role.id))
    .map(({ role, everyone, holders, marks }): Bearer => ({
      id: role.id,
      column: {
        kind: 'role',
        name: role.name,
        mandatory: role.mandatory,
        holders: inOffice(holders).map((one) => one.name),
        everyone,
        vacant: marks.includes('vacant'),
      },
    }));
  const ofPeople = [...people.values()]
    .filter((person) => lettered.has(person.id))
    .sort((a, b) => byText(a.name, b.name))
    .map((person): Bearer => {
      const vacant = !covers(person, on);
      return {
        id: person.id,
        column: { kind: 'person', name: person.name, mandatory: false, holders: [], everyone: false, vacant },
      };
    });
  return [...ofRoles, ...ofPeople];
}

function printedRole(staffed: StaffedRole, applicable: readonly MatrixRow[], index: LetterIndex): MatrixRole {
  const { role, everyone, holders, deputies, marks } = staffed;
  const count = (letter: Letter): number =>
    applicable.filter((row) => index.at(row.requirement, role.id).includes(letter)).length;
  return {
    name: role.name,
    mandatory: role.mandatory,
    everyone,
    holders,
    deputies,
    accountable: count('A'),
    responsible: count('R'),
    marks,
  };
}

function figuresOf(rows: readonly MatrixRow[], roles: readonly MatrixRole[]): MatrixFigures {
  const applicable = rows.filter((row) => row.applicable);
  const marked = Object.fromEntries(
    rowMarks.map((mark) => [mark, applicable.filter((row) => row.marks.some((one) => one.mark === mark)).length]),
  ) as { readonly [M in RowMark]: number };
  return {
    requirements: rows.length,
    applicable: applicable.length,
    sound: applicable.filter((row) => row.marks.length === 0).length,
    marked,
    roles: roles.length,
    vacantRoles: roles.filter((role) => role.marks.includes('vacant')).length,
  };
}

/**
 * The accountability matrix of one organization as it is printed: the letters and names of `snapshot`, with the
 * appointments and engagements of the day `on`. Without `control`, the document is internal and its version is its
 * position in the trail. The same arguments give the same document.
 */
export function accountabilityMatrix(
  snapshot: Snapshot,
  on: PlainDate,
  control: DocumentControl = { classification: 'Internal', version: `Revision ${snapshot.trail.sequence}` },
): MatrixDocument {
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const statements = new Map(snapshot.applicability.map((entry) => [entry.requirementId, entry]));
  const index = letterIndex(snapshot.accountability);
  const staffed = staffedRoles(snapshot, people, on);
  const bearers = bearersOf(staffed, people, snapshot, on);
  const groups = [...catalogueGroups, ...otherRequirements(snapshot)].map((group): MatrixGroup => ({
    id: group.id,
    title: group.title,
    rows: group.requirements.map((one) => matrixRow(one, bearers, index, statements.get(one.id))),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const applicable = rows.filter((row) => row.applicable);
  const roles = staffed.map((one) => printedRole(one, applicable, index));
  return {
    document: 'accountability-matrix',
    schema: 1,
    title: 'Accountability matrix',
    standard: 'ISO/IEC 27001:2022',
    organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
    control,
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    columns: bearers.map((bearer) => bearer.column),
    groups,
    roles,
    figures: figuresOf(rows, roles),
  };
}
