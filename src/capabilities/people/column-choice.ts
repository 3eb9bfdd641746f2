import { z } from 'zod';
import { lineSchema } from '../../kernel/text.ts';
import type { ColumnMapping } from '../intake/model.ts';
import { compactText } from './cell-text.ts';

/** What somebody may say that a column holds. A manager may be named by number, address or name in one column. */
export const choosableFields = [
  'fullName',
  'givenName',
  'familyName',
  'preferredName',
  'externalId',
  'email',
  'userName',
  'jobTitle',
  'unit',
  'site',
  'manager',
  'kind',
  'from',
  'to',
  'firstDayAfter',
  'status',
  'weeklyHours',
  'fullTimeShare',
] as const;
export type ChoosableField = (typeof choosableFields)[number];

const isChoosable = (field: string): field is ChoosableField => choosableFields.some((known) => known === field);

/** What is said of the columns with a heading; null means: do not read it. */
export const columnChoicesSchema = z
  .array(z.strictObject({ heading: lineSchema(300), field: z.enum(choosableFields).nullable() }))
  .max(200, 'At most 200 columns.');
export type ColumnChoices = z.output<typeof columnChoicesSchema>;

const SOURCE_LENGTH = 4000;

/** By what a file of the same source is known next time: its headings, folded, in their order. */
export const sourceOf = (headings: readonly string[]): string =>
  headings
    .map(compactText)
    .filter((heading) => heading !== '')
    .join('|')
    .slice(0, SOURCE_LENGTH);

/** The mapping that is kept for a file of people with these headings. */
export const keptMapping = (kept: readonly ColumnMapping[], headings: readonly string[]): ColumnMapping | undefined => {
  const source = sourceOf(headings);
  return kept.find((mapping) => mapping.kind === 'people' && mapping.source === source);
};

/** The choices that a kept mapping makes; a field that is no longer known is left to the headings. */
export const choicesIn = ({ columns }: ColumnMapping): ColumnChoices =>
  columns.flatMap(({ heading, field }) => (field === null || isChoosable(field) ? [{ heading, field }] : []));
