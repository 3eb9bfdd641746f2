import type { Letter, RequirementId } from '../../domain/requirement.ts';
import type { Instant, PlainDate } from '../../kernel/date.ts';
import type { WeeklyHours } from '../../kernel/hours.ts';
import type { RuleId, Severity } from '../assessment/model.ts';
import type { TrailPosition } from '../trail/snapshot.ts';
import type { DocumentControl } from './model.ts';

/** The accountability matrix as every format prints it: plain data, all names resolved. Its JSON is the JSON export. */
export interface MatrixDocument {
  readonly document: 'accountability-matrix';
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
  /** The facts' position in the trail. With it, anybody who has the trail can make this document again. */
  readonly trail: TrailPosition;
  /** Only roles and people that have a letter. */
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly MatrixGroup[];
  /** Every role, with or without a letter. */
  readonly roles: readonly MatrixRole[];
  /** What the assessment of the day finds about roles, letters, applicability and segregation, worst first. */
  readonly openPoints: readonly OpenPoint[];
  readonly figures: MatrixFigures;
  /** How many A and R the organization asks of a row; `most` is null where it sets no limit. */
  readonly asked: { readonly accountable: AskedLetters; readonly responsible: AskedLetters };
}

export interface AskedLetters {
  readonly least: 0 | 1;
  readonly most: number | null;
}

export interface MatrixColumn {
  readonly kind: 'role' | 'person';
  readonly name: string;
  /** What stands over the column where the document may come back through the import: like no other column's. */
  readonly heading: string;
  readonly mandatory: boolean;
  /** Names of the holders in office; empty for a vacant role, for a person, and for a role that everyone holds. */
  readonly holders: readonly string[];
  readonly everyone: boolean;
  /** Nobody holds the role, or the person named has left. */
  readonly vacant: boolean;
}

export interface MatrixGroup {
  /** `4` to `10` for a clause, `A.5` to `A.8` for a theme. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly requirement: RequirementId;
  readonly title: string;
  /** False when the statement of applicability excludes the control. */
  readonly applicable: boolean;
  /** The reason given in the statement of applicability; empty where there is none. */
  readonly justification: string;
  /** One for each of the document's columns, in their order. */
  readonly cells: readonly (readonly Letter[])[];
  readonly marks: readonly RowMark[];
}

/** The assessment's rules that are about one row as it is printed. An excluded control can only lack its reason. */
export const rowRules = [
  'rasci.no-accountable',
  'rasci.several-accountable',
  'rasci.no-responsible',
  'rasci.unresolved',
  'role.holder-left',
  'soa.unjustified',
] as const satisfies readonly RuleId[];
export type RowRule = (typeof rowRules)[number];

export interface RowMark {
  readonly rule: RowRule;
  /** The assessment's sentence. */
  readonly because: string;
}

export interface OpenPoint {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The clause or control that it offends. */
  readonly clause: string;
  readonly subject: string;
  readonly because: string;
}

export interface MatrixRole {
  readonly name: string;
  readonly mandatory: boolean;
  /** Every active person holds it without an appointment. */
  readonly everyone: boolean;
  readonly holders: readonly MatrixHolder[];
  readonly deputies: readonly MatrixHolder[];
  /** Number of applicable requirements for which the role is accountable, and responsible. */
  readonly accountable: number;
  readonly responsible: number;
  readonly marks: readonly RoleRule[];
}

export interface MatrixHolder {
  readonly name: string;
  readonly external: boolean;
  readonly from: PlainDate;
  readonly hoursPerWeek: WeeklyHours | null;
  /** Still appointed although the engagement has ended. */
  readonly left: boolean;
}

/** The assessment's rules that are about one role. */
export const roleRules = [
  'role.mandatory-vacant',
  'rasci.unresolved',
  'rasci.several-accountable',
  'role.no-deputy',
  'role.no-hours',
  'role.holder-left',
] as const satisfies readonly RuleId[];
export type RoleRule = (typeof roleRules)[number];

/** Counts of applicable requirements, unless the name says otherwise. */
export interface MatrixFigures {
  readonly requirements: number;
  readonly applicable: number;
  /** Applicable requirements with no mark. */
  readonly sound: number;
  readonly marked: { readonly [R in RowRule]: number };
  readonly roles: number;
  /** Roles without a holder in office. */
  readonly vacantRoles: number;
}

export const letterMeanings: { readonly [L in Letter]: { readonly name: string; readonly meaning: string } } = {
  R: { name: 'Responsible', meaning: 'does the work' },
  A: { name: 'Accountable', meaning: 'answers for the result; one for each requirement' },
  S: { name: 'Supporting', meaning: 'helps with people, tools or time' },
  C: { name: 'Consulted', meaning: 'is asked before' },
  I: { name: 'Informed', meaning: 'is told after' },
};

/** Short enough for a narrow column; the open points have the sentence. */
export const rowMarkTexts: { readonly [R in RowRule]: string } = {
  'rasci.no-accountable': 'no A',
  'rasci.several-accountable': 'several A',
  'rasci.no-responsible': 'no R',
  'rasci.unresolved': 'vacant',
  'role.holder-left': 'has left',
  'soa.unjustified': 'no reason',
};

export const roleMarkTexts: { readonly [R in RoleRule]: string } = {
  'role.mandatory-vacant': 'must be staffed',
  'rasci.unresolved': 'nobody acts',
  'rasci.several-accountable': 'several answer',
  'role.no-deputy': 'no deputy',
  'role.no-hours': 'no hours set aside',
  'role.holder-left': 'holder has left',
};

/** A cell as text: `R/A`. */
export const cellText = (cell: readonly Letter[]): string => cell.join('/');
