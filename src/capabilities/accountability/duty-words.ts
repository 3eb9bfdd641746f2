import { letters, type Letter } from '../../domain/requirement.ts';
import { fold, plainText } from '../intake/cell-text.ts';

/**
 * How people name the five letters when they write them out. Folded (see `fold`): lower case, no accents. A word that
 * one language uses for two letters stands where practice puts it: German `verantwortlich` and Spanish `responsable`
 * head the R column; who answers for the result is `rechenschaftspflichtig`, `gesamtverantwortlich`, `aprobador`.
 */
const NAMED: readonly (readonly [Letter, RegExp])[] = [
  [
    'A',
    /^(?:accountab(?:le|ility)|approver|rechenschaft|(?:ergebnis|gesamt|letzt|end)verantwort|autorite|approbat(?:eur|ion)|approuve|redevable|garant|aprob(?:ador|ado|ar|a)|aprueba|aprovador|approvatore|rinde cuentas|rendicion de cuentas|autoridad|eindverantwoord|aansprakelijk|zatwierdz|rozliczan|утвержда|подотчет|schval|zodpovida|celkova odpovednost|celkove odpoved)/u,
  ],
  [
    'R',
    /^(?:responsible|responsibility|responsab|responsav|odpowiedzialn|wykonawc|wykonuj|durchfuhr|ausfuhr|umsetz|verantwortlich|zustandig|realis|execut|ejecut|encargad|uitvoer|verantwoordelijk|исполн|ответствен|выполня|odpoved|zodpoved|vykon|provad)/u,
  ],
  [
    'S',
    /^(?:support(?:ing|ive|ed|s)?(?![\p{L}])|unterstutz|mitwirk|soutien|apoyo|apoya|apoio|supporto|ondersteun|wspier|wsparcie|поддерж|содейств|podpor)/u,
  ],
  [
    'C',
    /^(?:(?:consult(?:ed|e|es|ee|er|ado|ada|ar|ato|ata|are|ing)?|konsultiert|konsultieren|beraten|beratend|geraadpleegd|raadplegen|geconsulteerd|consulteren|konzultov\p{L}+|konzultuje|konsultowan\p{L}*|консультиру\p{L}+|консультант)(?![\p{L}]))/u,
  ],
  [
    'I',
    /^(?:inform(?:ed|iert|ieren|e|es|ee|ar|ado|ada|ados|ato|eren|owany)?(?![\p{L}])|informat[oia]|informare|zu informieren|geinformeerd|te informeren|информиру|informovan|oznamen|уведомл)/u,
  ],
];

/** Words that only a legend (`E = Entscheidung`) makes mean a letter; as a column heading they mean something else. */
const DEFINED: readonly (readonly [Letter, RegExp])[] = [
  [
    'A',
    /^(?:entscheid|genehmig|freigab|freigeb|approv|decide|decision|decid|besluit|beslis|решает|принимает решение|rozhod|ergebnis)/u,
  ],
  ['R', /^(?:doer|does the work|performs|arbeitet|fuhrt|macht|voert|realiz|zodp)/u],
  ['S', /^(?:assist|mitarbeit|hilft|aide|colabor|helpt|помога|spoluprac)/u],
  ['C', /^(?:contribut|anhor|mitsprache|avis|advies|совет|рекоменд)/u],
  ['I', /^(?:information|kenntnis|notifi|benachrichtig|informier)/u],
];

// "wird informiert", "zu konsultieren", "à informer", "te raadplegen", "must be informed".
const TO_BE = /^(?:wird|werden|zu|muss|wordt|worden|te|a|must be|to be|is)\s+(?=\p{L}{5})/u;

const find = (table: typeof NAMED, folded: string): Letter | null =>
  table.find(([, words]) => words.test(folded) || words.test(folded.replace(TO_BE, '')))?.[0] ?? null;

const DOER = /^(?:исполн|выполня|durchfuhr|ausfuhr|umsetz|uitvoer|vykon|provad|realis|execut|ejecut|wykon|doer)/u;
const ANSWERABLE =
  /^(?:responsible|responsab|responsav|ответствен|verantwort|zustandig|verantwoordelijk|odpoved|zodpoved|odpowiedzialn)/u;

/**
 * Letters for words that stand side by side, as headings or in a legend. Where two of them mean R and none means A, of
 * which one does the work (`Исполнитель`, `Durchführung`) and one answers for it (`Ответственный`, `Verantwortlich`), the
 * latter is A.
 */
export const lettersAmong = (
  words: readonly string[],
  letterOf: (word: string) => Letter | null,
): (Letter | null)[] => {
  const found = words.map(letterOf);
  const doers = words.filter((word, at) => found[at] === 'R' && DOER.test(fold(word)));
  const answerable = words.filter((word, at) => found[at] === 'R' && ANSWERABLE.test(fold(word)));
  const clear = doers.length === 1 && answerable.length === 1 && !found.includes('A');
  return found.map((letter, at) => (clear && words[at] === answerable[0] ? 'A' : letter));
};

/** The letter that a written-out word names, as in a cell or a column heading; null when it names none. */
export const letterNamed = (text: string): Letter | null => find(NAMED, fold(text));

/** The letter that a legend's explanation stands for, more generous than `letterNamed`. */
export const letterDefined = (explanation: string): Letter | null => {
  const folded = fold(explanation);
  return find(NAMED, folded) ?? find(DEFINED, folded);
};

/**
 * The letter that a column heading stands for when its cells hold role names: `Accountable`, `A`, `Accountable (A)`,
 * `R - Responsible`, `Verantwortlich (R)`. Null for any other heading.
 */
export const letterOfHeading = (heading: string): Letter | null => {
  const text = plainText(heading);
  const alone = /^\(?([RASCI])\)?$/.exec(text)?.[1];
  const bracketed = /^\p{L}[^()]{2,40}\(([RASCI])\)$/u.exec(text)?.[1];
  const leading = /^([RASCI])\s*[-–—:=]\s*(\p{L}.{2,40})$/u.exec(text);
  const symbol = alone ?? bracketed ?? leading?.[1];
  const letter = letters.find((candidate) => candidate === symbol);
  if (letter !== undefined) return letter;
  // "Control owner (Accountable)" says in brackets what the column means.
  const explained = /^\p{L}[^()]{2,40}\((\p{L}{4,20})\)$/u.exec(text)?.[1];
  const meant = explained === undefined ? null : letterNamed(explained);
  if (meant !== null) return meant;
  return text.length > 60 ? null : letterNamed(text);
};
