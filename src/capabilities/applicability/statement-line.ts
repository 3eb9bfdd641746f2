import type { StatedControl } from './statement-row.ts';

/** One row below the headings: what it says of a control, or why it says nothing. */
export interface StatementLine {
  readonly sheet: string | undefined;
  readonly row: number;
  /** The row's first words, for messages. */
  readonly text: string;
  /** One control, or the several into which the edition of 2022 divided one of 2013. */
  readonly said: readonly StatedControl[] | { readonly reason: string };
}
