import type { RowAnswer } from '../capabilities/people/import-answer.ts';
import type { Person } from '../capabilities/people/model.ts';
import { usage } from './argument.ts';

/** One person by id, number, address or name. @throws MusterError `usage` when nobody or more than one is meant */
function personMeant(text: string, people: readonly Person[]): Person['id'] {
  const meant = people.filter(({ id, email, externalId, name }) =>
    [id, email, externalId, name].some((known) => known?.toLowerCase() === text.toLowerCase()),
  );
  const [only] = meant;
  if (only === undefined) throw usage(`--answer: nobody in the register is "${text}".`);
  if (meant.length > 1) throw usage(`--answer: ${meant.length} people in the register are "${text}"; name one by id.`);
  return only.id;
}

/**
 * Answers to the questions of an import of people: `7=new,9=skip,12=ada@example.org`; `SHEET!7=new` where a workbook
 * has several sheets.
 * @throws MusterError `usage`
 */
export const rowAnswers = (text: string | undefined, people: readonly Person[]): readonly RowAnswer[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, sheet, row, is] = /^(?:(.+)!)?(\d{1,7})=(.+)$/u.exec(part) ?? [];
      if (row === undefined || is === undefined)
        throw usage(`--answer takes ROW=PERSON, ROW=new or ROW=skip, separated by commas, not "${part}".`);
      const meant = is === 'new' || is === 'skip' ? is : personMeant(is.trim(), people);
      return { sheet: sheet ?? null, row: Number(row), is: meant };
    });
