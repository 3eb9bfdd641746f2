import { cleanCell, compactText, foldText } from './cell-text.ts';

/** A column heading and the forms under which dictionaries know it. */
export interface Heading {
  /** As a person reads it: one line, no controls. */
  readonly label: string;
  /** Compact forms, most telling first. */
  readonly keys: readonly string[];
  /** Folded words, a space before, between and after, of the label and of its bracketed attribute. */
  readonly words: string;
}

const MARKS = /\b(required|optional|read[ -]?only|mandatory|pflichtfeld|obligatoire|obligatorio|verplicht)\b/giu;
const OWNERS =
  /^(employee|worker|staff member|staff|associate|person|people|colleague|mitarbeiter(?:in)?|employe|collaborateur|empleado|medewerker|dipendente|pracownik|zamestnanec)s? /u;

/** Groups of fields about the work itself; "Manager → E-mail" or "Private → E-mail" is somebody's or something else's. */
const SECTION =
  /^(?:work|job|employment|internal|basic(?: info)?|general|lifecycle|about|arbeit|beschäftigung|allgemein)\s*(?:→|»|>|::|[/|–:.])\s*(.+)$/iu;

const words = (text: string): string =>
  foldText(text.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Reads one heading cell. `Name [displayName] Required` is known as `name`, then as `displayname`; `Employee First
 * Name` as `employeefirstname`, then as `firstname`. `Work → Title`, as programs write that group
 * their fields, as `worktitle`, then as `title`. Bracketed marks such as `[Required]` are no name.
 */
export function readHeading(cell: string): Heading {
  const label = cleanCell(cell);
  const attribute = (/\[([^\]]*)\]/u.exec(label)?.[1] ?? '').replace(MARKS, '').trim();
  const bare = label
    .replace(/\[[^\]]*\]/gu, ' ')
    .replace(MARKS, ' ')
    .replace(/\*/gu, ' ')
    .trim();
  const unexplained = bare.replace(/\([^)]*\)/gu, ' ').trim();
  const owned = words(unexplained).replace(OWNERS, '');
  const dotted = /^[\w]+(?:\.[\w]+)+$/u.test(unexplained) ? (unexplained.split('.').at(-1) ?? '') : '';
  const parted = SECTION.exec(unexplained)?.[1] ?? '';
  const keys = [bare, unexplained, owned, attribute, dotted, parted].map(compactText).filter((key) => key !== '');
  return { label, keys: [...new Set(keys)], words: ` ${words(bare)} ${words(attribute)} ` };
}
