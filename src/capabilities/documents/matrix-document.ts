import type { Letter, RequirementId } from '../../domain/requirement.ts';
import type { Instant, PlainDate } from '../../kernel/date.ts';
import type { WeeklyHours } from '../../kernel/hours.ts';
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
  readonly figures: MatrixFigures;
}

export interface MatrixColumn {
  readonly kind: 'role' | 'person';
  readonly name: string;
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
  readonly marks: readonly { readonly mark: RowMark; /** A sentence that names who. */ readonly because: string }[];
}

/** What is wrong with one row as it is printed. An excluded control has no marks. */
export const rowMarks = ['no-accountable', 'several-accountable', 'no-responsible', 'vacant'] as const;
export type RowMark = (typeof rowMarks)[number];

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
  readonly marks: readonly RoleMark[];
}

export interface MatrixHolder {
  readonly name: string;
  readonly external: boolean;
  readonly from: PlainDate;
  readonly hoursPerWeek: WeeklyHours | null;
  /** Still appointed although the engagement has ended. */
  readonly left: boolean;
}

export const roleMarks = ['vacant', 'no-deputy', 'no-hours', 'holder-left'] as const;
export type RoleMark = (typeof roleMarks)[number];

/** Counts of applicable requirements, unless the name says otherwise. */
export interface MatrixFigures {
  readonly requirements: number;
  readonly applicable: number;
  /** Applicable requirements with no mark. */
  readonly sound: number;
  readonly marked: { readonly [M in RowMark]: number };
  readonly roles: number;
  readonly vacantRoles: number;
}

export const letterMeanings: { readonly [L in Letter]: { readonly name: string; readonly meaning: string } } = {
  R: { name: 'Responsible', meaning: 'does the work' },
  A: { name: 'Accountable', meaning: 'answers for the result; one for each requirement' },
  S: { name: 'Supporting', meaning: 'helps with people, tools or time' },
  C: { name: 'Consulted', meaning: 'is asked before' },
  I: { name: 'Informed', meaning: 'is told after' },
};

/** Short enough for a narrow column. */
export const rowMarkTexts: { readonly [M in RowMark]: string } = {
  'no-accountable': 'no A',
  'several-accountable': 'several A',
  'no-responsible': 'no R',
  vacant: 'vacant',
};

export const roleMarkTexts: { readonly [M in RoleMark]: string } = {
  vacant: 'vacant',
  'no-deputy': 'no deputy',
  'no-hours': 'no hours set aside',
  'holder-left': 'holder has left',
};

/** A cell as text: `R/A`. */
export const cellText = (cell: readonly Letter[]): string => cell.join('/');
