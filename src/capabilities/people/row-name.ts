import { cleanCell, compactText, foldText } from './cell-text.ts';
import { honorificKind, joinName, nameKey, personName, shareAWord, writtenName } from './name-text.ts';

/** The name cells of one row; `''` where blank. */
export interface NameCells {
  readonly given: string;
  readonly family: string;
  readonly surnamePrefix: string;
  readonly preferred: string;
  readonly honorific: string;
  readonly full: string;
  readonly fullHeading: string;
  /** Whether the column of full names is made of names such as `Ruiz, Ana`: one alone is a name with a comma in it. */
  readonly turned: boolean;
}

export interface RowName {
  /** `''` when the row names nobody. */
  readonly name: string;
  readonly bothNames: boolean;
  readonly flag: string | null;
  /** The legal first name that gave way to a preferred one. */
  readonly replacedGiven: boolean;
}

const FAMILY_FIRST_HEADINGS =
  /^(namevorname|nachnamevorname|lastnamefirstname|lastfirst|nometprenom|nomprenom|apellidosynombre|apellidosnombre|cognomeenome|nazwiskoiimie|prijmeniajmeno|фамилияиимя)$/u;

/** Two words under a heading such as "Nachname Vorname" change places. */
function fullName(cells: NameCells): string {
  const text = cleanCell(cells.full);
  const name = cells.turned ? personName(text) : writtenName(text);
  const words = name.split(' ');
  const inverted = FAMILY_FIRST_HEADINGS.test(compactText(cells.fullHeading)) && name === text && words.length === 2;
  return inverted ? words.toReversed().join(' ') : name;
}

const withTitle = (honorific: string, name: string): string => {
  const title = cleanCell(honorific);
  if (name === '' || honorificKind(title) !== 'academic') return name;
  return foldText(name).startsWith(foldText(title)) ? name : `${title} ${name}`;
};

/** Written the way a person reads it: no comma, bracket or address in it. */
const isClean = (text: string): boolean => !/[,،，()[\]@\d_]/u.test(cleanCell(text));

const sameWords = (a: string, b: string): boolean =>
  nameKey(a).split(' ').toSorted().join(' ') === nameKey(b).split(' ').toSorted().join(' ');

/**
 * Decides by what name the register knows somebody: the name in full as the file writes it, when it is one; else first
 * and last name, with the preferred first name in place of the legal one.
 */
export function rowName(cells: NameCells): RowName {
  const given = personName(cells.given);
  const last = personName(cells.family);
  const family = last === '' ? '' : [cleanCell(cells.surnamePrefix), last].filter((part) => part !== '').join(' ');
  const preferred = personName(cells.preferred);
  const bothNames = given !== '' && family !== '';
  const full = fullName(cells);
  const answer = (name: string, flag: string | null = null, replacedGiven = false): RowName => ({
    name: withTitle(cells.honorific, name),
    bothNames,
    flag,
    replacedGiven,
  });
  // A display name is already the one that somebody goes by.
  if (preferred !== '' && family !== '' && full === '') {
    const known = shareAWord(preferred, family) ? preferred : joinName(preferred, family);
    return answer(known, null, given !== '' && nameKey(known) !== nameKey(joinName(given, family)));
  }
  const parts = joinName(given, family);
  if (full === '') return answer(parts);
  if (!bothNames) return answer(full);
  if (sameWords(full, parts)) return answer(/\p{Script=Latin}/u.test(parts) ? parts : full);
  if (!shareAWord(full, parts))
    return answer(
      full,
      `The name "${full}" and the first and last name "${parts}" have no word in common: check which is right.`,
    );
  return answer(isClean(cells.full) ? full : parts);
}
