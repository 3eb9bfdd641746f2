import { headings, requirements } from '../../domain/catalogue.ts';
import type { Letter, RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import { matrixHeadings } from '../accountability/matrix-heading.ts';
import { assessResolution } from '../assessment/assess.ts';
import type { Gap, RuleId } from '../assessment/model.ts';
import { assessFrameworks, referenceAndTitle, type FrameworkAssessment } from '../assessment/framework-assessment.ts';
import { resolve, type Resolution, type Staffing } from '../assessment/resolution.ts';
import { isOn, limitOf, settingsOf } from '../assessment/rule-tuning.ts';
import type { Framework, FrameworkRequirement } from '../frameworks/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { rowRules, type MatrixDocument, type MatrixFigures, type OpenPoint, type RowRule } from './matrix-document.ts';
import type { AskedLetters, MatrixGroup, MatrixRole, MatrixRow } from './matrix-document.ts';
import { byText, inReadingOrder, matrixRole } from './matrix-role.ts';
import { bearerId, letterIndex, marksByRequirement, matrixRow, type Bearer, type LetterIndex } from './matrix-row.ts';
import type { DocumentControl } from './model.ts';
import { draftControl } from './version.ts';

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
  const known = new Set([
    ...requirements.map(({ id }) => id),
    ...snapshot.frameworkRequirement.map((row) => row.requirementId),
  ]);
  const others = new Set(snapshot.accountability.map((row) => row.requirementId).filter((id) => !known.has(id)));
  if (others.size === 0) return [];
  const listed = [...others].sort(byText).map((id) => ({ id, title: '' }));
  return [{ id: '', title: 'Other requirements', requirements: listed }];
}

const isVacant = (staffing: Staffing): boolean => staffing.holding !== 'everyone' && staffing.holders.length === 0;

/** A framework as it is printed: its requirements below their nearest headings. Rows without own letters say whose they show. */
function groupsOf(snapshot: Snapshot, assessment: FrameworkAssessment): readonly RequirementGroup[] {
  const rows = snapshot.frameworkRequirement.filter((row) => row.frameworkId === assessment.frameworkId);
  const headed = new Map(rows.map((row) => [row.requirementId, referenceAndTitle(row)]));
  const from = new Map(assessment.requirements.map((row) => [row.requirementId, row.from]));
  const titleOf = (row: FrameworkRequirement): string => {
    const inherited = from.get(row.requirementId) ?? [];
    return inherited.length === 0
      ? referenceAndTitle(row)
      : `${referenceAndTitle(row)} [letters of ${inherited.join(', ')}]`;
  };
  const assessable = rows.filter((row) => row.assessable).toSorted((a, b) => a.position - b.position);
  return [...Map.groupBy(assessable, (row) => row.parent)].map(([parent, below]) => ({
    id: '',
    title: parent === null ? '' : (headed.get(parent) ?? ''),
    requirements: below.map((row) => ({ id: row.requirementId, title: titleOf(row) })),
  }));
}

/** Roles in reading order, then people by name, as far as they have a letter at all. */
function bearersOf(staffed: readonly Staffing[], resolution: Resolution): readonly Bearer[] {
  const { snapshot } = resolution;
  const lettered = new Set(snapshot.accountability.map(bearerId));
  const headings = matrixHeadings(snapshot.role, snapshot.person);
  const heading = (id: RoleId | PersonId): string => headings.of(id) ?? '';
  const ofRoles = staffed
    .filter(({ role }) => lettered.has(role.id))
    .map((staffing): Bearer => ({
      id: staffing.role.id,
      column: {
        kind: 'role',
        name: staffing.role.name,
        heading: heading(staffing.role.id),
        mandatory: staffing.role.mandatory,
        holders: staffing.holders
          .flatMap((holder) => resolution.people.get(holder.personId)?.person.name ?? [])
          .sort(byText),
        everyone: staffing.holding === 'everyone',
        vacant: isVacant(staffing),
      },
    }));
  const ofPeople = [...resolution.people.values()]
    .filter(({ person }) => lettered.has(person.id))
    .sort((a, b) => byText(a.person.name, b.person.name))
    .map(({ person, active }): Bearer => ({
      id: person.id,
      column: {
        kind: 'person',
        name: person.name,
        heading: heading(person.id),
        mandatory: false,
        holders: [],
        everyone: false,
        vacant: !active,
      },
    }));
  return [...ofRoles, ...ofPeople];
}

function printedRole(
  staffing: Staffing,
  resolution: Resolution,
  gaps: readonly Gap[],
  applicable: readonly MatrixRow[],
  index: LetterIndex,
): MatrixRole {
  const count = (letter: Letter): number =>
    applicable.filter((row) => index.at(row.requirement, staffing.role.id).includes(letter)).length;
  return { ...matrixRole(staffing, resolution, gaps), accountable: count('A'), responsible: count('R') };
}

function figuresOf(rows: readonly MatrixRow[], staffed: readonly Staffing[]): MatrixFigures {
  const applicable = rows.filter((row) => row.applicable);
  const marked = Object.fromEntries(
    rowRules.map((rule) => [rule, rows.filter((row) => row.marks.some((mark) => mark.rule === rule)).length]),
  ) as { readonly [R in RowRule]: number };
  return {
    requirements: rows.length,
    applicable: applicable.length,
    sound: applicable.filter((row) => row.marks.length === 0).length,
    marked,
    roles: staffed.length,
    vacantRoles: staffed.filter(isVacant).length,
  };
}

/** What two rules ask of the number of a letter in a row, as the organization set them. */
function asked(snapshot: Snapshot, none: RuleId, several: RuleId): AskedLetters {
  const settings = settingsOf(snapshot);
  const most = limitOf(settings, several);
  return { least: isOn(settings, none) ? 1 : 0, most: Number.isFinite(most) ? most : null };
}

const isAboutTheMatrix = (rule: RuleId): boolean => /^(role|rasci|sod)\.|^soa\.un/.test(rule);

const openPoint = ({ rule, severity, clause, subject, explanation }: Gap): OpenPoint => ({
  rule,
  severity,
  clause,
  subject: subject.label,
  because: explanation,
});

/**
 * The accountability matrix of one organization as it is printed: the letters and names of `snapshot`, with the
 * appointments and engagements of the day `on`, and what the assessment of that day says of them. Without `control`,
 * the document is internal and its version is its position in the trail. The same arguments give the same document.
 * With `framework`, the matrix is the one of that catalogue.
 */
export function accountabilityMatrix(
  snapshot: Snapshot,
  on: PlainDate,
  control: DocumentControl = draftControl(snapshot, 'accountability-matrix'),
  framework: Framework | null = null,
): MatrixDocument {
  const resolution = resolve(snapshot, on);
  const other = framework === null ? undefined : assessFrameworks(snapshot, on).get(framework.id);
  const { gaps } = other ?? assessResolution(resolution);
  const marks = marksByRequirement(gaps);
  const statements = new Map(snapshot.applicability.map((entry) => [entry.requirementId, entry]));
  const index = letterIndex(snapshot.accountability);
  const staffed = [...resolution.roles.values()].sort((a, b) => inReadingOrder(a.role, b.role));
  const bearers = bearersOf(staffed, resolution);
  const groups = (
    other === undefined ? [...catalogueGroups, ...otherRequirements(snapshot)] : groupsOf(snapshot, other)
  ).map((group): MatrixGroup => ({
    id: group.id,
    title: group.title,
    rows: group.requirements.map((one) =>
      matrixRow(one, bearers, index, statements.get(one.id), marks.get(one.id) ?? []),
    ),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const applicable = rows.filter((row) => row.applicable);
  return {
    document: 'accountability-matrix',
    schema: 1,
    title: 'Accountability matrix',
    standard: framework === null ? 'ISO/IEC 27001:2022' : [framework.name, framework.edition ?? ''].join(' ').trim(),
    organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
    control,
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    columns: bearers.map((bearer) => bearer.column),
    groups,
    roles: staffed.map((staffing) => printedRole(staffing, resolution, gaps, applicable, index)),
    openPoints: gaps.filter((gap) => isAboutTheMatrix(gap.rule)).map(openPoint),
    figures: figuresOf(rows, staffed),
    asked: {
      accountable: asked(snapshot, 'rasci.no-accountable', 'rasci.several-accountable'),
      responsible: asked(snapshot, 'rasci.no-responsible', 'rasci.several-responsible'),
    },
  };
}
