import { columnField } from './column-field.ts';
import { isPlaceholder } from '../intake/placeholder.ts';
import { filled, type TableRow } from '../intake/table-row.ts';

/** Whom a table is about: `[CISO] — [Name]` names a role and leaves the person open. */
export interface Subject {
  /** Null where only a person is named. */
  readonly role: string | null;
  readonly person: string | null;
}

/** Words of headings that name a part of a document, and nobody. */
const PART =
  /(?<![\p{L}])(?:skills?|competenc\w*|compétences?|competencias?|competenz\w*|kompeten\w*|kompetencj\w*|vaardighe\w*|fähigkeit\w*|matri[xc]e?|matriz|table|tabelle\d*|tableau|tabla|tabella|scoring|scores?|levels?|niveaux?|stufen?|overview|übersicht|assessments?|evaluation|évaluation|bewertung|register|record|records|objectives?|gap|analysis|analyse|suivi|tracking|template|vorlage|example|beispiel|exemple|appendix|annex|anhang|annexe|sheet\d*|feuille?\d*|hoja\d*|blatt\d*|foglio\d*|arkusz\d*|data|trainings?|schulung|formation|formato|llenado|plan|steps?|section|progress|progrès|summary|outils?|tools?)(?![\p{L}])/iu;

const NAME = /^\p{Lu}[\p{L}'’.-]+,? (?:\p{Lu}\.? )?(?:(?:von|van|de|da|di|el|al|bin|den|der) )*\p{Lu}[\p{L}'’-]+$/u;
const ROLE_WORD =
  /manager|officer|lead|engineer|developer|admin|owner|auditor|analyst|head|director|beauftragt|leit(?:er|ung)|staff|team|specialist|ciso|ceo|cto|cio|dpo|architect|coordinator|responsable|direct|consult|operator|techni|support|security|product|project|quality|scrum|master|data|business|junior|senior/iu;

/** Whether a text looks like the name of a person rather than of a role. */
export const looksLikePerson = (text: string): boolean => NAME.test(text) && !ROLE_WORD.test(text);

/** Whether a text names a part of a document: `Core skills`, `Training plan`; `Training manager` is a role. */
const isPart = (text: string): boolean =>
  PART.test(text) && (PART.test(text.split(/\s+/u).at(-1) ?? '') || !ROLE_WORD.test(text));

const bare = (text: string): string => text.replace(/^\[(.*)\]$/u, '$1').trim();

/** Reads a heading over a table as the role, the person, or both, that it is about; null when it names neither. */
export function subjectOf(heading: string | null): Subject | null {
  if (heading === null) return null;
  const [first, second] = heading
    .split(/\s[—–|-]\s|\s*:\s+|\s\/\s/u)
    .map((part) => part.trim().replace(/^\d+(?:\.\d+)*\.?\s+/u, ''))
    .filter((part) => part !== '' && /\p{L}/u.test(part));
  if (first === undefined) return null;
  if (second !== undefined && !isPlaceholder(second)) {
    const field = columnField(first);
    if (field === 'person') return { role: null, person: second };
    if (field === 'role' || field === 'jobTitle') return { role: second, person: null };
  }
  const open = second === undefined || isPlaceholder(second) || /^name$/iu.test(bare(second));
  const [role, person] = [bare(first), open ? null : second];
  if (person === null && looksLikePerson(role) && !isPart(role)) return { role: null, person: role };
  // `Skills: Ada Okoye` is about her; `Core skills` about nobody.
  if (isPart(role))
    return person === null || isPart(person)
      ? null
      : looksLikePerson(person)
        ? { role: null, person }
        : { role: person, person: null };
  return { role, person: person !== null && isPart(person) ? null : person };
}

/** Whether a heading says whom a table is about. */
export const isSubject = (heading: string | null): boolean => subjectOf(heading) !== null;

/** Whom the rows above a table name: `Skill assessment: Ada Okoye`, or `Role` beside `CISO`. A title alone names nobody. */
export function subjectAbove(rows: readonly TableRow[]): Subject | null {
  for (const { cells } of rows.toReversed()) {
    const texts = filled(cells).map((text) => text.replace(/:\s*$/u, ''));
    if (texts.length === 0 || texts.length > 2) continue;
    const subject = subjectOf(texts.join(': '));
    const says = texts.length === 2 || /:|\s[—–-]\s/u.test(texts[0] ?? '');
    if (subject !== null && (subject.person !== null || says)) return subject;
  }
  return null;
}
