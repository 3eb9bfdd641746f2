import { MusterError } from '../../kernel/errors.ts';
import { cleanText } from '../../kernel/text.ts';

/** A value of a stranger's JSON or YAML: nothing is known of it. */
export type SourceValue = unknown;

/** Own field of an object; undefined for everything else. What an object inherits is never looked at. */
export const fieldOf = (value: SourceValue, name: string): SourceValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** Names of the own fields of an object; none for everything else. */
export const fieldsOf = (value: SourceValue): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

/** A list; a missing one is empty. @throws MusterError `unreadable` when something else stands there */
export function listOf(file: string, value: SourceValue, name: string): readonly SourceValue[] {
  const found = fieldOf(value, name);
  if (found === undefined || found === null) return [];
  if (Array.isArray(found)) return found;
  throw refused(file, `its "${name}" is no list.`);
}

/** Text, or a number or date as text; undefined for everything else and for blank text. */
export function textOf(value: SourceValue, name: string): string | undefined {
  const found = fieldOf(value, name);
  const text = typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
  const clean = cleanText(text);
  return clean === '' ? undefined : clean;
}

/** At most `max` characters on one line. */
export const oneLine = (text: string, max: number): string => clipped(cleanText(text.replace(/\s+/gu, ' ')), max);

/** At most `max` characters; what was cut is told by an ellipsis. */
export const clipped = (text: string, max: number): string =>
  text.length <= max
    ? text
    : `${text
        .slice(0, max - 1)
        .trimEnd()
        .toWellFormed()}…`;

/** That a catalogue is not taken, and why. */
export const refused = (file: string, reason: string): MusterError =>
  new MusterError({ code: 'unreadable', file, reason });
