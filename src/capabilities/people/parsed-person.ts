import type { PlainDate } from '../../kernel/date.ts';
import type { WeeklyHours } from '../../kernel/hours.ts';
import type { ManagerReference } from './manager-reference.ts';

/** One person as a file tells of them. `[from, to)` is half-open: `to` is the first day on which they are gone. */
export interface ParsedPerson {
  /** The row in the person's own program, 1-based. */
  readonly row: number;
  readonly externalId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly kind: 'internal' | 'external';
  readonly unit: string | null;
  readonly site: string | null;
  readonly jobTitle: string | null;
  readonly managerReference: ManagerReference | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** Gone on the day of the import. */
  readonly ended: boolean;
  readonly weeklyHours: WeeklyHours | null;
  /** What the file does not say and the import supplied: nobody is changed by it. */
  readonly assumed: readonly ('kind' | 'to')[];
}

/** A column of the file. `field` is what it was read as; null when it was not used. */
export interface PeopleColumn {
  readonly header: string;
  /** 1-based, as A is 1. */
  readonly column: number;
  readonly field: string | null;
  /** Said by somebody, not read from the heading. */
  readonly chosen?: true;
  /** Why its values were not even looked at. */
  readonly dropped?: string;
}

/** Without `column`: the whole row gave nobody. With it: one cell was not used. */
export interface IgnoredText {
  readonly row: number;
  readonly column?: string;
  readonly text: string;
  readonly reason: string;
}

/** Something to look at. The row was taken all the same, unless it stands in `ignored` too. */
export interface FlaggedText {
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly reason: string;
}

export interface PeopleDocument {
  /** 0 when no row of the sheet is a heading that names people. */
  readonly headerRow: number;
  /** The cells of that row. */
  readonly headings: readonly string[];
  readonly columns: readonly PeopleColumn[];
  readonly people: readonly ParsedPerson[];
  readonly ignored: readonly IgnoredText[];
  readonly flagged: readonly FlaggedText[];
  readonly dropped: readonly { readonly column: string; readonly reason: string }[];
  /** The program that writes exports with these headings, as far as they tell. */
  readonly recognisedAs: string | null;
}
