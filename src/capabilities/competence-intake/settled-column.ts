import { fold } from '../intake/cell-text.ts';
import { cellDate } from './cell-date.ts';
import type { ColumnField } from './column-field.ts';
import { levelOfWord } from './level-word.ts';
import { plainDate } from '../../kernel/date.ts';
import type { TableRow } from '../intake/table-row.ts';
import { cellAt, type TableColumn } from './source-table.ts';

const ABOUT_TRAINING =
  /training|schulung|unterweis|formation|formaz|capacit|treinament|opleiding|обучен|skoleni|szkole|awareness/u;
const ABOUT_COMPETENCE = /compet|kompet|skill|umiej|vaardig|dovednost|компетен|навык|fahigkeit|habilidad/u;
const LEVELS: readonly ColumnField[] = ['level', 'target', 'actual', 'self', 'manager'];
const PEOPLE: readonly ColumnField[] = ['person', 'given', 'family', 'email', 'externalId'];
const YES_NO =
  /^(?:y|n|yes|no|ja|nein|oui|non|si|sim|nao|tak|nie|ano|ne|да|нет|x|o|✓|✔|✅|✗|❌|true|false|nee|completed?|done|passed|failed|pending|open|in progress|not started|overdue)$/u;

/** Any day: whether a text is one does not hang on it. */
const anyDay = plainDate('2026-01-01');

/** A heading that names one training and says that it was done: `Awareness training completed (Y/N)`. */
const DONE =
  /^(.*(?:training|schulung|unterweisung|awareness|formation|course|curso|szkolenie).*?)[\s:–-]*(?:completed?|completion|done|attended|passed|abgeschlossen|absolviert|teilgenommen|erledigt|effectuee?|realizad[oa])?\s*\??\s*(?:\([^()]*\))?\s*\??$/iu;

/** The training that a column of answers names in its heading, beside a day: all rows are about it; null when there is none. */
export function trainingOfAnswers(columns: readonly TableColumn[], body: readonly TableRow[]): TableColumn | null {
  if (columns.some(({ field }) => field === 'training' || field === 'competence')) return null;
  if (!columns.some(({ field }) => field === 'completed' || field === 'date')) return null;
  const found = columns.filter(
    (column) =>
      (column.field === null || column.field === 'status') && DONE.test(column.heading) && areAnswers(column, body),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The name of the training in such a heading. */
export const trainingInHeading = (heading: string): string => (DONE.exec(heading)?.[1] ?? heading).trim();

const areAnswers = (column: TableColumn, body: readonly TableRow[]): boolean => {
  const texts = body.map((row) => cellAt(row, column)).filter((text) => text !== '');
  return texts.length > 0 && texts.filter((text) => YES_NO.test(fold(text))).length * 2 > texts.length;
};

const PERIOD = /20\d\d|^[qh][1-4]$|^(?:q|quarter|quartal|trimestre|jahr|year|kw|week|monat|month) ?\d+$/u;

const holdsFigures = (column: TableColumn | undefined, body: readonly TableRow[]): boolean => {
  const texts = body.map((row) => cellAt(row, column)).filter((text) => text !== '');
  return (
    texts.length > 0 &&
    texts.every((text) => /^(?:\d(?:[.,]\d)?|10|\d{1,3}\s*%)$/u.test(text) || levelOfWord(fold(text)) !== null)
  );
};

/**
 * What the columns of one table hold, where a heading alone does not say: a topic is taught or known by what stands
 * beside it; a certificate is what somebody holds where nothing else is named; a first name needs a last one.
 */
export function settledColumns(
  columns: readonly TableColumn[],
  body: readonly TableRow[],
  title: string,
): readonly TableColumn[] {
  const has = (...fields: readonly ColumnField[]): boolean =>
    columns.some(({ field }) => field !== null && fields.includes(field));
  const named = has('competence', 'competenceKey', 'training');
  const taught =
    !has(...LEVELS) &&
    (ABOUT_TRAINING.test(fold(title)) ||
      has('provider', 'duration', 'frequency', 'audience') ||
      columns.some(({ heading }) =>
        /sign|unterschrift|firma|podpis|emargement|acknowledg|gelesen/u.test(fold(heading)),
      ));
  const dated = has('until', 'completed', 'date', 'nextRefresh');
  const holdsDays = (column: TableColumn): boolean =>
    body.some((row) => cellDate(cellAt(row, column), anyDay) !== null);
  const meant = (column: TableColumn): ColumnField | null => {
    const { field } = column;
    if (field === 'topic') return named ? 'aside' : taught ? 'training' : 'competence';
    if (field === 'trainingKey') return named || has('topic') ? 'number' : 'training';
    if (field === 'group' && !named && has(...LEVELS) && !has('topic'))
      return has(...PEOPLE) || ABOUT_COMPETENCE.test(fold(column.heading)) ? 'competence' : 'group';
    if (field === 'type' && !named && !has('topic', 'trainingKey') && ABOUT_TRAINING.test(fold(column.heading)))
      return 'training';
    if (field === 'completed') return areAnswers(column, body) && !holdsDays(column) ? 'status' : 'completed';
    if (field === 'person' && has('family') && !has('given')) return 'given';
    if (field === 'evidence' && !named && !has('topic', ...LEVELS) && dated && has(...PEOPLE)) return 'certificate';
    return field;
  };
  const settled = columns.map((column) => ({ ...column, field: meant(column) }));
  const isHeld = (field: ColumnField | null): boolean =>
    field === 'competence' || field === 'competenceKey' || field === 'certificate';
  // Levels of one quarter after the other: the last one is how it stands.
  if (has(...PEOPLE) && !has(...LEVELS) && settled.some(({ field }) => isHeld(field))) {
    const periods = settled.filter(
      ({ field, heading }, at) => field === null && PERIOD.test(fold(heading)) && holdsFigures(columns[at], body),
    );
    const last = periods.at(-1);
    if (last !== undefined && periods.length >= 2) settled[settled.indexOf(last)] = { ...last, field: 'level' };
  }
  const first = (field: ColumnField): TableColumn | undefined => settled.find((column) => column.field === field);
  // Of several that could name the same thing the first one does.
  return settled.map((column) =>
    (column.field === 'certificate' && column !== first('certificate')) ||
    (column.field === 'competence' &&
      columns[settled.indexOf(column)]?.field !== 'competence' &&
      column !== first('competence'))
      ? { ...column, field: column.field === 'certificate' ? 'evidence' : 'group' }
      : column,
  );
}
