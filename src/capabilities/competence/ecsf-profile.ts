import { fieldOf, fieldsOf, oneLine, type SourceValue } from '../frameworks/source-value.ts';
import { levelIn, type Level } from '../../kernel/level.ts';
import { cleanText } from '../../kernel/text.ts';

/** `Alternative Title(s)` and `alternative_titles` are one name. */
const foldedField = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\(s\)/gu, 's')
    .replace(/[^a-z]+/gu, '');

/** The first own field of one of these names, however it is written. */
export function wordedField(value: SourceValue, ...names: readonly string[]): SourceValue {
  const own = fieldsOf(value);
  for (const name of names) {
    const found = own.find((field) => foldedField(field) === name);
    if (found !== undefined) return fieldOf(value, found);
  }
  return undefined;
}

const inWords = (value: SourceValue): string =>
  typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';

/** One text of a value: itself, or the words of an object that names something. */
export const wordsOf = (value: SourceValue): string =>
  inWords(value) ||
  inWords(wordedField(value, 'name', 'title', 'text', 'description', 'value', 'label', 'task', 'skill', 'knowledge'));

/** Several texts: a list of texts or of objects with one, or one text with a line for each. Each once. */
export function textsOf(value: SourceValue, most: number): readonly string[] {
  const list: readonly SourceValue[] = Array.isArray(value)
    ? value
    : inWords(value).includes('\n')
      ? inWords(value).split('\n')
      : [value];
  const texts = list.map((each) => oneLine(wordsOf(each).replace(/^[\s•·*–-]+(?=\S)/u, ''), most));
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** A competence of the e-CF (EN 16234-1) that a profile asks for: `E.3` and so on, with a level of 1 to 5. */
export interface ECompetence {
  readonly code: string;
  /** Empty where the file gives the code only. */
  readonly name: string;
  readonly level: Level | null;
  /** The level as the file says it, where that is none of the scale. */
  readonly strangeLevel: string | null;
}

const CODE = /(?<![\p{L}\d.])([A-E])\s?\.\s?([1-9]\d?)(?![\d])\.?/u;

const levelFrom = (text: string): Level | null =>
  levelIn(/(?:level|lvl|\bl|\be-)\s*:?\s*([1-5])(?!\d)/iu.exec(text)?.[1] ?? '') ?? levelIn(text);

/** @returns null where no code of the e-CF stands in it */
function eCompetenceOf(value: SourceValue, key: string | null): ECompetence | null {
  const fields = ['id', 'code', 'competence', 'ecompetence', 'name', 'title', 'text', 'label'] as const;
  const texts = [key ?? '', inWords(value), ...fields.map((field) => inWords(wordedField(value, field)))];
  const coded = texts.find((text) => CODE.test(text)) ?? '';
  const match = CODE.exec(coded);
  if (match === null) return null;
  const plain = key === null ? '' : inWords(value);
  const stated = inWords(wordedField(value, 'level', 'proficiencylevel', 'proficiency')) || plain;
  const level = levelFrom(stated === '' ? coded : stated);
  const named = texts
    .map((text) =>
      oneLine(text, 200)
        .replace(CODE, '')
        .replace(/[([]?\s*(?:level|lvl)\s*:?\s*\d+\s*[)\]]?/iu, '')
        .replace(/^[\s.:–-]+|[\s.:,–-]+$/gu, ''),
    )
    .find((text) => text !== '' && /\p{L}{3}/u.test(text));
  return {
    code: `${match[1] ?? ''}.${Number(match[2])}`,
    name: named ?? '',
    level,
    strangeLevel: level === null && stated !== '' ? oneLine(stated, 40) : null,
  };
}

/** The e-competences of a profile, and what stands there and is none. */
export function eCompetencesOf(value: SourceValue): {
  readonly found: readonly ECompetence[];
  readonly strange: readonly string[];
} {
  const each: readonly (readonly [SourceValue, string | null])[] = Array.isArray(value)
    ? value.map((one: SourceValue) => [one, null] as const)
    : fieldsOf(value).length > 0
      ? fieldsOf(value).map((key) => [fieldOf(value, key), key] as const)
      : textsOf(value, 400).map((text) => [text, null] as const);
  const found = new Map<string, ECompetence>();
  const strange: string[] = [];
  for (const [one, key] of each) {
    const read = eCompetenceOf(one, key);
    if (read === null) strange.push(oneLine(wordsOf(one) || key || 'an entry without words', 80));
    else if (!found.has(read.code)) found.set(read.code, read);
  }
  return { found: [...found.values()], strange };
}
