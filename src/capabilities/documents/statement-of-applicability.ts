import { headings } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { Instant, PlainDate } from '../../kernel/date.ts';
import type { ApplicabilityFields } from '../applicability/model.ts';
import {
  acting,
  cellsWith,
  isEveryone,
  resolve,
  type ResolvedCell,
  type ResolvedRow,
} from '../assessment/resolution.ts';
import type { Resolution } from '../assessment/resolution.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import { byText } from './matrix-role.ts';
import type { DocumentControl } from './model.ts';
import { draftControl } from './version.ts';

/** The statement of applicability (6.1.3 d) as every format prints it: plain data. Its JSON is the JSON export. */
export interface StatementOfApplicability {
  readonly document: 'statement-of-applicability';
  /** Grows when a field changes its meaning. */
  readonly schema: 1;
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  /** The day whose appointments and engagements count. */
  readonly on: PlainDate;
  /** The moment as of which the facts were recorded; null for all that is recorded. */
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  /** One for each theme of Annex A. */
  readonly groups: readonly StatementGroup[];
  readonly figures: StatementFigures;
}

export interface StatementGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly StatedRow[];
}

export interface StatedRow extends Omit<ApplicabilityFields, 'requirementId'> {
  readonly control: RequirementId;
  readonly title: string;
  readonly accountable: readonly StatedBearer[];
  readonly responsible: readonly StatedBearer[];
}

/** Who comes to a control through one letter of the matrix. */
export interface StatedBearer {
  /** Null when the letter was given to the person and not to a role. */
  readonly role: string | null;
  /** Those in office on the day, by name, the first few of them. */
  readonly people: readonly string[];
  /** How many more there are. */
  readonly more: number;
  /** `vacant`: nobody holds the role. `left`: the person named is no longer engaged. */
  readonly state: 'in office' | 'everyone' | 'vacant' | 'left';
}

/** Counts of controls. */
export interface StatementFigures {
  readonly controls: number;
  readonly applicable: number;
  readonly excluded: number;
  /** Exclusions without the justification that 6.1.3 d asks for. */
  readonly unjustified: number;
  /** Of the applicable ones. */
  readonly byStatus: { readonly [S in ApplicabilityFields['status']]: number };
  /** Applicable ones for which no person in office is accountable. */
  readonly unanswered: number;
}

/** So many names stand in a cell; a role that hundreds hold is told by its first holders and their number. */
const MOST_NAMES = 6;

function bearer(cell: ResolvedCell, { people }: Resolution): StatedBearer | null {
  const { staffing, standing } = cell;
  if (standing !== null)
    return { role: null, people: [standing.person.name], more: 0, state: standing.active ? 'in office' : 'left' };
  if (staffing === null) return null;
  const role = staffing.role.name;
  if (isEveryone(cell)) return { role, people: [], more: 0, state: 'everyone' };
  const names = acting(staffing)
    .flatMap(({ personId }) => people.get(personId)?.person.name ?? [])
    .sort(byText);
  const shown = names.slice(0, MOST_NAMES);
  return { role, people: shown, more: names.length - shown.length, state: names.length === 0 ? 'vacant' : 'in office' };
}

function statedRow(row: ResolvedRow, resolution: Resolution): StatedRow {
  const bearers = (letter: 'A' | 'R'): readonly StatedBearer[] =>
    cellsWith(row, letter).flatMap((cell) => bearer(cell, resolution) ?? []);
  return {
    control: row.requirement.id,
    title: row.requirement.title,
    applicable: row.applicable,
    justification: row.entry?.justification ?? '',
    status: row.entry?.status ?? 'not-started',
    statusOn: row.entry?.statusOn ?? null,
    reasons: row.entry?.reasons ?? [],
    evidence: row.entry?.evidence ?? [],
    accountable: bearers('A'),
    responsible: bearers('R'),
  };
}

const isAnswered = ({ accountable }: StatedRow): boolean =>
  accountable.some(({ state }) => state === 'in office' || state === 'everyone');

function figuresOf(rows: readonly StatedRow[]): StatementFigures {
  const applicable = rows.filter((row) => row.applicable);
  const excluded = rows.filter((row) => !row.applicable);
  const count = (status: ApplicabilityFields['status']): number =>
    applicable.filter((row) => row.status === status).length;
  return {
    controls: rows.length,
    applicable: applicable.length,
    excluded: excluded.length,
    unjustified: excluded.filter(({ justification }) => justification === '').length,
    byStatus: {
      'not-started': count('not-started'),
      planned: count('planned'),
      partial: count('partial'),
      implemented: count('implemented'),
    },
    unanswered: applicable.filter((row) => !isAnswered(row)).length,
  };
}

/**
 * The statement of applicability of one organization as it is printed: all controls of Annex A with what `snapshot`
 * records of them, and who is in office for them on the day `on`. Without `control`, the document is internal and its
 * version is its position in the trail. The same arguments give the same document.
 */
export function statementOfApplicability(
  snapshot: Snapshot,
  on: PlainDate,
  control: DocumentControl = draftControl(snapshot, 'statement-of-applicability'),
): StatementOfApplicability {
  const resolution = resolve(snapshot, on);
  const controls = resolution.rows.filter(({ requirement }) => requirement.kind === 'control');
  const groups = headings
    .filter(({ parent, id }) => parent === null && controls.some(({ requirement }) => requirement.section === id))
    .map(({ id, title }): StatementGroup => ({
      id,
      title,
      rows: controls.filter(({ requirement }) => requirement.section === id).map((row) => statedRow(row, resolution)),
    }));
  return {
    document: 'statement-of-applicability',
    schema: 1,
    title: 'Statement of applicability',
    standard: 'ISO/IEC 27001:2022',
    organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
    control,
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    groups,
    figures: figuresOf(groups.flatMap(({ rows }) => rows)),
  };
}

/** The bearers of one letter in words: `Ada Berg (Head of IT); Chief Executive Officer: vacant`. */
export const bearersText = (bearers: readonly StatedBearer[]): string => bearers.map(bearerText).join('; ');

function bearerText({ role, people, more, state }: StatedBearer): string {
  const names = [...people, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  if (state === 'left') return `${names}: has left`;
  if (role === null) return names;
  return state === 'in office' ? `${names} (${role})` : `${role}: ${state}`;
}
