/** A table of a report. A cell with `alarm` marks what is missing or late. */
export interface ReportTable {
  readonly heading: string;
  readonly lead: string;
  readonly columns: readonly string[];
  /** Begins on a page of its own. */
  readonly apart: boolean;
  /** Shares of the page's width. */
  readonly shares: readonly number[];
  readonly groups: readonly {
    /** Empty where the table has no groups. */
    readonly heading: string;
    readonly rows: readonly (readonly ReportCell[])[];
  }[];
}

export interface ReportCell {
  readonly text: string;
  readonly look: 'plain' | 'strong' | 'quiet' | 'alarm';
}

/** The words of a report, which is figures, facts and tables: the same in every format. */
export interface ReportText {
  readonly heading: string;
  readonly subtitle: string;
  readonly figures: readonly { readonly figure: string; readonly label: string; readonly loud: boolean }[];
  readonly about: {
    readonly heading: string;
    readonly facts: readonly (readonly [label: string, value: string])[];
  };
  readonly method: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly tables: readonly ReportTable[];
  /** Null for a report that nobody signs. */
  readonly signOff: {
    readonly heading: string;
    readonly lead: string;
    readonly signatures: readonly {
      readonly label: string;
      readonly name: string;
      readonly lines: readonly string[];
    }[];
  } | null;
}

export const reportCell = (text: string, look: ReportCell['look'] = 'plain'): ReportCell => ({ text, look });
