import type { PlainDate } from '../../kernel/date.ts';
import type { AssessmentMethod } from '../competence/model.ts';
import type { MeasureKind } from '../training/model.ts';
import type { Legend } from './level-scale.ts';

/** How a table is laid out. */
export type TableLayout =
  | 'role and competence in each row'
  | 'person and competence in each row'
  | 'people by competences'
  | 'competences by people'
  | 'roles by competences'
  | 'competences by roles'
  | 'target and actual'
  | 'levels as columns'
  | 'person and training in each row'
  | 'people by trainings'
  | 'roles by trainings'
  | 'training programme'
  | 'scale';

/** Somebody as the file names them. */
export interface NamedPerson {
  readonly name: string;
  readonly email: string | null;
  readonly externalId: string | null;
}

/** What a cell or row says, in the file's words. `column` names the column of the cell where a row has several. */
export type Saying = RequiredSaying | HeldSaying | DefinitionSaying | MeasureSaying | TrainingSaying;

export interface RequiredSaying {
  readonly kind: 'required';
  readonly column?: string | undefined;
  readonly role: string;
  /** The short name of the role, where the file gives it. */
  readonly roleKey?: string | null;
  readonly competence: string;
  readonly competenceKey: string | null;
  readonly group: string | null;
  /** A step of the file's scale; `''` where it says none. */
  readonly value: string;
  /** Null where the file does not say. */
  readonly must: boolean | null;
  /** How long a judgement counts, where the file says it: kept with a competence that is new. */
  readonly refreshMonths: number | null;
}

export interface HeldSaying {
  readonly kind: 'held';
  readonly column?: string | undefined;
  readonly person: NamedPerson;
  readonly competence: string;
  readonly competenceKey: string | null;
  readonly group: string | null;
  readonly value: string;
  readonly on: PlainDate | null;
  readonly method: AssessmentMethod | null;
  readonly assessor: string | null;
  readonly evidenceKind: string | null;
  readonly reference: string | null;
  /** The first day on which it no longer counts. */
  readonly to: PlainDate | null;
  readonly refreshMonths: number | null;
  readonly note: string | null;
}

/** A competence with what its levels mean. */
export interface DefinitionSaying {
  readonly kind: 'definition';
  readonly competence: string;
  readonly group: string | null;
  readonly meanings: readonly { readonly value: string; readonly meaning: string }[];
}

export interface MeasureSaying {
  readonly kind: 'measure';
  readonly name: string;
  readonly measureKind: MeasureKind | null;
  readonly description: string | null;
  readonly provider: string | null;
  readonly hours: number | null;
  readonly repeatMonths: number | null;
  /** Whom it is for, in the file's words. */
  readonly audience: string | null;
}

export interface TrainingSaying {
  readonly kind: 'training';
  readonly column?: string | undefined;
  readonly person: NamedPerson;
  readonly measure: string;
  readonly measureKind: MeasureKind | null;
  readonly role: string | null;
  readonly due: PlainDate | null;
  readonly completedOn: PlainDate | null;
  readonly state: 'proposed' | 'planned' | 'enrolled' | 'completed' | 'cancelled' | null;
  readonly note: string | null;
  readonly nextOn: PlainDate | null;
}

/** A cell to look at, or that was left out. */
export interface CellNote {
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly reason: string;
}

/** One row below the headings. `said` is what it says, or the reason for which it is left out. */
export interface ReadLine {
  readonly row: number;
  readonly label: string;
  readonly said: readonly Saying[] | { readonly reason: string };
  readonly notes: readonly CellNote[];
}

export interface ReadTable {
  readonly kind: 'competence' | 'training';
  readonly layout: TableLayout;
  readonly sheet: string | null;
  readonly heading: string | null;
  /** 1-based row of the sheet, or line of the text file. */
  readonly headerRow: number;
  readonly columns: readonly string[];
  readonly lines: readonly ReadLine[];
  readonly dropped: readonly { readonly column: string; readonly reason: string }[];
}

export interface CompetenceDocument {
  readonly tables: readonly ReadTable[];
  readonly legend: Legend;
  /** Tables, and rows beside tables, that are neither: each with its reason. */
  readonly others: readonly {
    readonly sheet: string | null;
    readonly row: number;
    readonly text: string;
    readonly reason: string;
  }[];
}
