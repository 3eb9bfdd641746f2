import { fold } from '../intake/cell-text.ts';

/** What a column of a statement says. `excluded` says yes where a control is out; `inclusion` and `exclusion` are reasons. */
export type StatementField =
  'control' | 'applicable' | 'excluded' | 'justification' | 'inclusion' | 'exclusion' | 'status';

export interface StatementHeading {
  readonly field: StatementField;
  /** 3 for the words as the dictionary has them, 2 for words misspelt or among others, 1 for a mere yes or no. */
  readonly rank: 1 | 2 | 3;
}

const listed = (text: string): readonly string[] => text.split(',').map((word) => word.trim());

const dictionary: readonly (readonly [StatementField, readonly string[]])[] = [
  [
    'control',
    listed(
      'control, control id, control no, control number, control nr, control ref, control reference, control code, number, no, nr, id, ref, reference, code, annex a, annex a control, annex a reference, annex a ref, iso control, iso 27001, iso 27001 control, iso 27001 2022, iso iec 27001 2022, requirement, requirement id, section, clause, kontrolle, kontroll id, massnahme, massnahmen nr, massnahmennummer, nummer, referenz, anforderung, anhang a, mesure, no mesure, ref mesure, numero, identifiant, annexe a, controle, control iso, id control, id del control, numero de control, codigo, anexo a, beheersmaatregel',
    ),
  ],
  [
    'applicable',
    listed(
      'applicable, applicability, is applicable, applicable y n, applicable yes no, control applicable, applies, included, inclusion, include, included excluded, inclusion exclusion, in scope, selected, applicability status, control applicability, anwendbar, anwendbarkeit, anwendbar ja nein, zutreffend, relevant, relevanz, applicabilite, applicable oui non, retenu, retenue, inclus, aplicable, aplicabilidad, aplica, aplicable si no, incluido, incluida, van toepassing',
    ),
  ],
  [
    'excluded',
    listed(
      'excluded, exclude, not applicable, out of scope, ausgeschlossen, nicht anwendbar, exclu, exclue, non applicable, excluido, excluida, no aplicable, no aplica',
    ),
  ],
  [
    'justification',
    listed(
      'justification, justifications, reason, reasons, rationale, reasoning, why, why it is in or out, justification of applicability, begrundung, begruendung, grund, motif, raison, justificacion, motivo, razon, motivering, onderbouwing',
    ),
  ],
  [
    'status',
    listed(
      'status, state, implementation, implementation status, implementation state, implementation progress, control status, control implementation status, status of implementation, umsetzungsstatus, umsetzungsstand, umsetzungsgrad, umsetzung, implementierung, implementierungsstatus, implementationsstatus, stand der umsetzung, statut, statut de mise en oeuvre, etat de mise en oeuvre, etat, mise en oeuvre, statut d implementation, etat d implementation, avancement, estado, estado de implementacion, estado de implantacion, implementacion, implantacion, estado de la implementacion',
    ),
  ],
];

const REASON = /justif|reason|rationale|begrundung|begruendung|\bgrund\b|motif|raison|motiv|razon/u;
const INCLUSION = /inclu|select|einschluss|aufnahme|auswahl|bei ja|si oui|si se aplica|adopt/u;
const EXCLUSION = /exclu|omission|ausschluss|bei nein|nicht anwendbar|not applicab|non applicab|si non|no aplica/u;
/** A status column beside it says something else: how good, how proven, by when. */
const ELSE = /date|datum|fecha|note|descri|beschreib|evidence|nachweis|owner|verantwort|plan$|review|method/u;

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
  dictionary.flatMap(([field, words]) => words.map((word) => [word, field] as const)),
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
  if (plain !== undefined) return { field: plain, rank: 3 };
  if (/^(?:is )?(?:the )?(?:control )?implemented(?: or not)?$|^(?:umgesetzt|implementiert)$/u.test(bare))
    return { field: 'status', rank: 1 };
  const meant = misspelt(bare);
  if (meant !== undefined) return { field: meant, rank: 2 };
  if (ELSE.test(bare)) return null;
  return /(?:implement|umsetz|implant)\p{L}* (?:status|state|stand|statut|estado)/u.test(bare)
    ? { field: 'status', rank: 2 }
    : null;
}
