import { z } from 'zod';
import { answers, type AnswerOf, type Schema } from './route.ts';
import { plainDateSchema } from './date.ts';
import { idSchema, type UserId } from './id.ts';
import { lineSchema } from './text.ts';

/** Every register's row: the fields, who it is, and how often it was changed (the version that a writer must have seen). */
export type Entity<Ident, Fields> = Readonly<Fields> & { readonly id: Ident; readonly version: number };

/** The row with the fields that are set; what is left out or undefined stays as it is. */
export const changedBy = <Row extends object>(
  row: Row,
  set: { readonly [F in keyof Row]?: Row[F] | undefined },
): Row => ({ ...row, ...Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) });

/**
 * A second person's word on what somebody asked for. `userId` is null where it was given on paper, to be recorded with
 * the signer's name.
 */
export const decisionSchema = z.strictObject({
  userId: idSchema<UserId>().nullable(),
  name: lineSchema(200),
  on: plainDateSchema,
});
export type Decision = z.output<typeof decisionSchema>;

const rowSchema = (fields: z.ZodObject): z.ZodObject => fields.extend({ id: idSchema(), version: z.int().positive() });

/** The answer that is one row of a register. */
export const rowAnswer = <Row>(fields: z.ZodObject): AnswerOf<Row> =>
  answers(rowSchema(fields) as unknown as Schema<unknown, Row>);

/** The answer that is rows of a register. */
export const rowsAnswer = <Row>(fields: z.ZodObject): AnswerOf<readonly Row[]> =>
  answers(z.array(rowSchema(fields)) as unknown as Schema<unknown, readonly Row[]>);
