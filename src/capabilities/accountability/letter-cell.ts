import { letters as allLetters, type Letter } from '../../domain/requirement.ts';
import { fold, plainText, saysNone } from '../intake/cell-text.ts';
import { letterNamed } from './duty-words.ts';
import { rasciScheme, type LetterScheme } from './letter-scheme.ts';

/** Why a person should look at a cell. */
export type CellFlag = 'qualified' | 'conditional' | 'struck through' | 'not a letter';

/**
 * What one cell of a matrix says.
 * `letters` count. `conditional` are letters A under a condition ("A (if > 10k)", "A?"): they never count.
 * `certain` tells a cell that can only be letters from prose that happens to begin with a capital ("A team").
 */
export type CellReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'none' }
  | { readonly kind: 'other'; readonly flag: 'not a letter' | 'struck through' }
  | {
      readonly kind: 'letters';
      readonly letters: readonly Letter[];
      readonly conditional: readonly Letter[];
      readonly flag: 'qualified' | 'conditional' | null;
      readonly certain: boolean;
    };

interface Token {
  readonly letters: readonly Letter[];
  readonly qualifier: string | null;
  readonly certain: boolean;
}

/** More characters than a letter and its remark have. */
const LONGEST = 160;

const CONDITION =
  /[<>≤≥?]|(?<![\p{L}])(?:if|when|where|unless|only|above|over|below|exceed\p{L}*|depend\p{L}*|optional\p{L}*|as (?:needed|required)|subject to|tbc|tbd|wenn|falls|sofern|nur|ab|uber|bei|je nach|ausser|si .+|lorsque|quand|seulement|selon|au-dela|sauf|cuando|solo|soltanto|apenas|somente|segun|se .+|caso .+|a partir|en caso|en cas|als|indien|wanneer|alleen|mits|vanaf|bij|naar behoefte|если|при|только|свыше|когда|pokud|kdyz|jen|pouze|pri)(?![\p{L}])/u;

/** Whether a note beside a letter makes it depend on something: "if > 10k", "bei Bedarf". "High" or "Build" narrow its scope only. */
export const isCondition = (note: string): boolean => CONDITION.test(fold(note));

// Enclosed capitals without a compatibility form: 🅐…🅩, 🅰…🆉, the regional indicators 🇦…🇿, and the signs ©, ® and ℹ.
const enclosed = (text: string): string =>
  text
    .replace(/[©®ℹ]/gu, (sign) => (sign === '©' ? 'C' : sign === '®' ? 'R' : 'I'))
    .replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu, (symbol) => {
      const code = symbol.codePointAt(0) ?? 0;
      const base = code >= 0x1f1e6 ? 0x1f1e6 : code >= 0x1f170 ? 0x1f170 : 0x1f150;
      return String.fromCharCode(65 + code - base);
    });

const bare = (cell: string): string =>
  plainText(
    enclosed(cell)
      .replace(
        /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Variation_Selector}|\u{200d}|[\u{25a0}-\u{25ff}\u{2713}-\u{2718}]/gu,
        ' ',
      )
      .normalize('NFKC'),
  );

// Where a conjunction is itself one of the letters it joins (Czech "a", Polish "i"), only capitals beside it tell it.
const AND = /\s(?:and|und|et|en|oraz|y|и|AND|UND|ET)\s|(?<=\p{Lu})\s[eia]\s(?=\p{Lu})/uy;

/** Splits at separators and conjunctions that stand outside brackets: "A (if Legal and a director agree)" is one piece. */
const pieces = (text: string): readonly string[] => {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      AND.lastIndex = at;
      const separator = '/,;&+|\\·•'.includes(character) ? character : AND.exec(text)?.[0];
      if (separator === undefined) continue;
      found.push(text.slice(start, at));
      start = at + separator.length;
      at = start - 1;
    }
  }
  found.push(text.slice(start));
  return found.map((piece) => piece.trim()).filter((piece) => piece !== '');
};

const run = (text: string, scheme: LetterScheme): readonly Letter[] | null => {
  const spaced = text.split(/[\s.]+/u).filter((part) => part !== '');
  const symbols = spaced.every((part) => part.length === 1)
    ? spaced.map((part) => part.toUpperCase())
    : spaced.length === 1 && text.length <= 5 && text === text.toUpperCase()
      ? Array.from(text)
      : [];
  const found = symbols.map((symbol) => scheme.get(symbol));
  const known = found.filter((letter) => letter !== undefined);
  return found.length > 0 && known.length === found.length && new Set(symbols).size === symbols.length ? known : null;
};

const TO_BE = /^(?:wird|werden|zu|muss|wordt|te|à|must be|to be|is)\s\p{L}+$/iu;

const tokenOf = (piece: string, scheme: LetterScheme): Token | null => {
  const plain = run(piece, scheme);
  if (plain !== null) return { letters: plain, qualifier: null, certain: true };
  const bracketed = /^[([]\s*(.{1,9}?)\s*[)\]]$/u.exec(piece)?.[1];
  const inBrackets = bracketed === undefined ? null : run(bracketed, scheme);
  if (inBrackets !== null) return { letters: inBrackets, qualifier: '()', certain: true };
  if (bracketed !== undefined && !/[()[\]]/u.test(bracketed)) return tokenOf(bracketed, scheme);
  const noted = /^([^\s([]{1,5})\s*([([].*[)\]]|[*†‡#°'^!?¹²³]+|\d{1,2}|\[\^\w+\])$/u.exec(piece);
  const notedLetters = noted === null ? null : run(noted[1] ?? '', scheme);
  if (notedLetters !== null) return { letters: notedLetters, qualifier: noted?.[2] ?? '', certain: true };
  const word = /^\p{L}[\p{L}\p{M}\p{Pd}'’ ]{2,39}$/u.test(piece) ? letterNamed(piece) : null;
  if (word !== null && (!piece.includes(' ') || TO_BE.test(piece)))
    return { letters: [word], qualifier: null, certain: true };
  const explained = /^(\S{1,5})\s*[-–—:=]\s*(.+)$/u.exec(piece) ?? /^(\S{1,5})\s+(.+)$/u.exec(piece);
  const explainedLetters = explained === null ? null : run(explained[1] ?? '', scheme);
  if (explained === null || explainedLetters === null) return null;
  const rest = explained[2] ?? '';
  const joined = run(rest, scheme);
  if (joined !== null) return { letters: [...explainedLetters, ...joined], qualifier: null, certain: true };
  const meaning = letterNamed(rest);
  if (meaning !== null && explainedLetters.length === 1 && explainedLetters[0] === meaning) {
    return { letters: explainedLetters, qualifier: null, certain: true };
  }
  return { letters: explainedLetters, qualifier: rest, certain: false };
};

const ordered = (found: ReadonlySet<Letter>): readonly Letter[] => allLetters.filter((letter) => found.has(letter));

/**
 * Reads one cell of a responsibility matrix.
 * A combined cell (`A/R`, `RA`, `R & A`) gives each letter once. A qualified one (`R (Build)`, `(I)`, `A*`) gives its
 * letter, flagged. An A under a condition gives no letter, flagged: whether somebody is accountable must not depend on
 * a remark that nobody reads.
 */
export const readLetterCell = (cell: string, scheme: LetterScheme = rasciScheme): CellReading => {
  const shown = plainText(cell);
  if (shown === '') return { kind: 'empty' };
  if (shown.length > LONGEST) return { kind: 'other', flag: 'not a letter' };
  if (/^~~.*~~$/u.test(shown) || /^<(?:del|s|strike)>/iu.test(cell.trim()))
    return { kind: 'other', flag: 'struck through' };
  // "N" is "not involved" to those who leave no cell empty.
  if (saysNone(shown) || (/^n$/iu.test(shown) && !scheme.has('N'))) return { kind: 'none' };
  const parts = pieces(bare(cell));
  const [head] = parts;
  const first = head === undefined ? null : tokenOf(head, scheme);
  if (first === null) return { kind: 'other', flag: 'not a letter' };
  const tokens = [first, ...parts.slice(1).map((part) => tokenOf(part, scheme))];
  const read = tokens.filter((token) => token !== null);
  const counted = new Set<Letter>();
  const conditional = new Set<Letter>();
  for (const token of read) {
    const depends = token.qualifier !== null && isCondition(token.qualifier);
    for (const letter of token.letters) (depends && letter === 'A' ? conditional : counted).add(letter);
  }
  const qualified = read.some((token) => token.qualifier !== null) || read.length < tokens.length;
  return {
    kind: 'letters',
    letters: ordered(counted),
    conditional: ordered(conditional),
    flag: conditional.size > 0 ? 'conditional' : qualified ? 'qualified' : null,
    certain: read.length === tokens.length && read.every((token) => token.certain),
  };
};
