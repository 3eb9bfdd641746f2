import { fold } from '../intake/cell-text.ts';
import { documentWords, headingWords, type StatementField } from './statement-dictionary.ts';

export interface StatementHeading {
  readonly field: StatementField;
  /** 3 for the words as the dictionary has them, 2 for words misspelt or among others, 1 for a mere yes or no. */
  readonly rank: 1 | 2 | 3;
}

const REASON =
  /justif|reason|rationale|begrundung|begruendung|\bgrund\b|motif|raison|motiv|razon|\breden|onderbouwing|verantwoording|обоснован|причин|zduvodn|oduvodn|\bduvod/u;
const INCLUSION =
  /inclu|select|einschluss|aufnahme|auswahl|bei ja|si oui|si se aplica|adopt|opname|selectie|включен|применен|выбор|zahrnut|zarazen|vyber/u;
const EXCLUSION =
  /exclu|omission|ausschluss|bei nein|nicht anwendbar|not applicab|non applicab|si non|no aplica|uitsluit|niet van toepassing|исключен|неприменим|vylouc|vyrazen|neaplik/u;
/** A status column beside it says something else: how good, how proven, by when. */
const ELSE =
  /date|datum|fecha|дата|note|descri|beschreib|eviden|nachweis|preuve|bewijs|dukaz|owner|verantwort|plan$|review|method|count|target|next/u;

const EVIDENCE = /\bevidence|\bnachweis|\bpreuve|\bevidencia|\bbewijs|доказательств|свидетельств|\bdukaz/u;
const ABOUT_EVIDENCE =
  /count|number|anzahl|nombre|date|datum|fecha|дата|\btype\b|\btyp\b|owner|verantwort|status|frequen/u;
/** Headings of numbers: a column of words beside it says it better. */
const BY_DEGREE =
  /complet|progress|level|grad|matur|reife|avancement|madurez|volwassen|voortgang|степень|зрелост|zralost|vyspel/u;

const spread = (text: string): string =>
  fold(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two words are at most `most` letters apart, one wrong, missing or too many at a time (Levenshtein, 1966). */
function near(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(substitution, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return (above[b.length] ?? 0) <= most;
}

const fieldOfWord: ReadonlyMap<string, StatementField> = new Map(
  headingWords.flatMap(([field, words]) => words.map((word) => [spread(word), field] as const)),
);

/** Words long enough to be known when misspelt, by their first letter. */
const longWords: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...fieldOfWord.keys()].filter((word) => word.length >= 8),
  (word) => word.charAt(0),
);

function misspelt(key: string): StatementField | undefined {
  const word = longWords.get(key.charAt(0))?.find((known) => near(key, known, known.length >= 12 ? 2 : 1));
  return word === undefined ? undefined : fieldOfWord.get(word);
}

/** No heading is longer; a cell that is holds text. */
const LONGEST = 120;

/** The field that a heading names in the dictionary's own words, with or without its choices in brackets. */
export function plainHeading(cell: string): StatementField | undefined {
  if (cell.length > LONGEST || cell.trim() === '') return undefined;
  const field = fieldOfWord.get(spread(cell));
  return field ?? (/[([]/u.test(cell) ? fieldOfWord.get(spread(unbracketed(cell))) : undefined);
}

const unbracketed = (cell: string): string => cell.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ');

/** Whether a heading names a document, which is evidence where a column of links stands beside it. */
export const isDocumentHeading = (cell: string): boolean => documents.has(spread(cell));
const documents: ReadonlySet<string> = new Set(documentWords.map(spread));

/** The field that a heading names, also misspelt or among other words; null for every other heading. */
export function statementHeading(cell: string): StatementHeading | null {
  if (cell.length > LONGEST) return null;
  const whole = spread(cell);
  const bare = spread(unbracketed(cell));
  if (bare === '') return null;
  if (REASON.test(whole) && !ELSE.test(bare)) {
    const [into, out] = [INCLUSION.test(whole), EXCLUSION.test(whole)];
    return { field: into === out ? 'justification' : into ? 'inclusion' : 'exclusion', rank: 3 };
  }
  const plain = plainHeading(cell);
  if (plain !== undefined) return { field: plain, rank: plain === 'status' && BY_DEGREE.test(bare) ? 1 : 3 };
  if (/^(?:is )?(?:the )?(?:control )?implemented(?: or not)?$|^(?:umgesetzt|implementiert)$/u.test(bare))
    return { field: 'status', rank: 1 };
  const meant = misspelt(bare);
  if (meant !== undefined) return { field: meant, rank: 2 };
  if (EVIDENCE.test(bare) && !ABOUT_EVIDENCE.test(bare)) return { field: 'evidence', rank: 2 };
  if (ELSE.test(bare)) return null;
  return /(?:implement|umsetz|implant)\p{L}* (?:status|state|stand|statut|estado)/u.test(bare)
    ? { field: 'status', rank: 2 }
    : null;
}
