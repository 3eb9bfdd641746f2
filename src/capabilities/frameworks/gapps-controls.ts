import type { Catalogue } from './catalogue.ts';
import { EntryList } from './entry-list.ts';
import { listOf, oneLine, refused, textOf, type SourceValue } from './source-value.ts';

/** Whether a list is one of controls with `subcontrols`, as Gapps keeps its frameworks. */
export const isGappsControls = (value: SourceValue): value is readonly SourceValue[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((control) => textOf(control, 'ref_code') !== undefined) &&
  value.some((control) => textOf(control, 'name') !== undefined);

/** `nist_csf_v2.0.json` as a person writes it. */
const nameIn = (file: string): string =>
  file
    .replace(/\.[^.]*$/u, '')
    .replace(/^gapps-/u, '')
    .replace(/[-_]+/gu, ' ')
    .trim();

/**
 * Controls as Gapps keeps them: a list, each with `ref_code`, `name` and `subcontrols`. A control with subcontrols is
 * their heading. The file names neither framework, edition nor licence: the name is the file's.
 * @throws MusterError `unreadable`
 */
export function readGappsControls(file: string, controls: readonly SourceValue[]): Catalogue {
  const list = new EntryList(file);
  for (const [index, control] of controls.entries()) {
    const below = listOf(file, control, 'subcontrols');
    const add = (value: SourceValue, parent: number | null, assessable: boolean): number => {
      const reference = textOf(value, 'ref_code');
      if (reference === undefined) throw refused(file, `its control ${index + 1} has an entry without ref_code.`);
      const title = textOf(value, 'name') ?? textOf(value, 'description') ?? reference;
      const description = textOf(value, 'description');
      const text = [description === title ? undefined : description, textOf(value, 'guidance')];
      return list.add({
        sourceId: reference,
        reference,
        title,
        text: text.filter((each) => each !== undefined).join('\n\n'),
        parent,
        assessable,
      });
    };
    const place = add(control, null, below.length === 0);
    for (const inner of below) add(inner, place, true);
  }
  const name = oneLine(nameIn(file), 300) || 'Gapps controls';
  return {
    format: 'gapps',
    name,
    edition: null,
    publisher: null,
    licence: '',
    shortName: name,
    ...list.finished(),
    leftOut: [],
  };
}
