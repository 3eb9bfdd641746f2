import { catalogueBounds, type Catalogue, type LeftOut } from './catalogue.ts';
import { EntryList } from './entry-list.ts';
import { labelOf, proseOf } from './oscal-prose.ts';
import { clipped, fieldOf, fieldsOf, listOf, oneLine, refused, textOf, type SourceValue } from './source-value.ts';

/** A group or control with where it stands. */
interface Node {
  readonly value: SourceValue;
  readonly kind: 'group' | 'control';
  readonly parent: number | null;
  readonly depth: number;
  /** Numbers of the groups above and its own: the only name of a group without an id. */
  readonly path: string;
}

const propertyOf = (file: string, value: SourceValue, name: RegExp): string | undefined =>
  textOf(
    listOf(file, value, 'props').find((property) => name.test(textOf(property, 'name') ?? '')),
    'value',
  );

const isWithdrawn = (file: string, control: SourceValue): boolean =>
  /^withdrawn$/iu.test(propertyOf(file, control, /^status$/u) ?? '');

const below = (file: string, value: SourceValue): readonly SourceValue[] =>
  ['groups', 'controls'].flatMap((name) => listOf(file, value, name));

function isLive(file: string, control: SourceValue, depth: number): boolean {
  if (depth > catalogueBounds.depth) throw refused(file, 'its controls are nested too deeply.');
  return !isWithdrawn(file, control) || below(file, control).some((inner) => isLive(file, inner, depth + 1));
}

const SUCCESSION = /^(?:incorporated-into|moved-to|addressed-by|superseded-by)$/u;

function withdrawal(file: string, control: SourceValue): string {
  const successors = listOf(file, control, 'links')
    .filter((link) => SUCCESSION.test(textOf(link, 'rel') ?? ''))
    .flatMap((link) => textOf(link, 'href')?.replace(/^#/u, '').slice(0, 80) ?? [])
    .slice(0, 20);
  return successors.length === 0
    ? 'Withdrawn by the source.'
    : `Withdrawn by the source, which refers to ${successors.join(', ')}.`;
}

/**
 * A catalog of OSCAL 1 (https://pages.nist.gov/OSCAL/reference/latest/catalog/json-outline/): groups are headings,
 * controls and their enhancements are assessed, withdrawn ones are left out by name. The back matter is not read.
 * @param catalog what stands under the outermost key `catalog`
 * @throws MusterError `unreadable` when it is none, or is beyond the bounds
 */
export function readOscalCatalogue(file: string, catalog: SourceValue): Catalogue {
  const list = new EntryList(file);
  const leftOut: LeftOut[] = [];
  const parameters = parametersIn(file, catalog);

  const visit = ({ value, kind, parent, depth, path }: Node): void => {
    if (depth > catalogueBounds.depth) throw refused(file, 'its groups are nested too deeply.');
    if (fieldsOf(value).length === 0) throw refused(file, `it has a ${kind} that is none.`);
    const own = textOf(value, 'id');
    const label = labelOf(file, value);
    const title = textOf(value, 'title') ?? label ?? own ?? '';
    if (kind === 'control' && !isLive(file, value, depth)) {
      leaveOut(value, depth);
      return;
    }
    const place = list.add({
      sourceId: own ?? label ?? `${kind}-${path}`,
      reference: (kind === 'control' ? (label ?? own) : (own ?? label)) ?? title,
      title,
      text: proseOf(file, value, parameters),
      parent,
      assessable: kind === 'control' && !isWithdrawn(file, value),
    });
    visitBelow(value, place, depth, path);
  };
  const leaveOut = (control: SourceValue, depth: number): void => {
    if (leftOut.length >= catalogueBounds.entries)
      throw refused(file, `it has more than ${catalogueBounds.entries} withdrawn entries.`);
    const reference = labelOf(file, control) ?? textOf(control, 'id') ?? '';
    const title = oneLine(textOf(control, 'title') ?? '', 400);
    leftOut.push({ reference: oneLine(reference, 80), title, reason: withdrawal(file, control) });
    for (const inner of below(file, control)) leaveOut(inner, depth + 1);
  };
  const visitBelow = (value: SourceValue, parent: number | null, depth: number, path: string): void => {
    for (const kind of ['group', 'control'] as const)
      for (const [index, inner] of listOf(file, value, `${kind}s`).entries())
        visit({
          value: inner,
          kind,
          parent,
          depth: depth + 1,
          path: path === '' ? `${index + 1}` : `${path}.${index + 1}`,
        });
  };
  visitBelow(catalog, null, 0, '');

  const metadata = fieldOf(catalog, 'metadata');
  const name = oneLine(textOf(metadata, 'title') ?? '', 300);
  if (name === '') throw refused(file, 'it is called an OSCAL catalog and has no title.');
  return {
    format: 'oscal',
    name,
    edition: oneLine(textOf(metadata, 'version') ?? '', 60) || null,
    publisher: oneLine(publisherIn(file, metadata) ?? '', 300) || null,
    licence: clipped(licenceIn(file, metadata), 4000),
    shortName: name,
    ...list.finished(),
    leftOut,
  };
}

function parametersIn(file: string, catalog: SourceValue): ReadonlyMap<string, SourceValue> {
  const found = new Map<string, SourceValue>();
  const collect = (value: SourceValue, depth: number): void => {
    if (depth > catalogueBounds.depth + 1) throw refused(file, 'its groups are nested too deeply.');
    for (const parameter of listOf(file, value, 'params')) {
      const id = textOf(parameter, 'id');
      if (id === undefined) continue;
      found.set(id, parameter);
      // A resolved profile may name a parameter by the id that it had before.
      for (const property of listOf(file, parameter, 'props')) {
        const other = textOf(property, 'name') === 'alt-identifier' ? textOf(property, 'value') : undefined;
        if (other !== undefined && !found.has(other)) found.set(other, parameter);
      }
    }
    for (const inner of below(file, value)) collect(inner, depth + 1);
  };
  collect(catalog, 0);
  return found;
}

const PUBLISHES = ['publisher', 'creator', 'prepared-by', 'owner'];

function publisherIn(file: string, metadata: SourceValue): string | undefined {
  const parties = listOf(file, metadata, 'parties');
  const responsible = listOf(file, metadata, 'responsible-parties');
  for (const role of PUBLISHES) {
    const [party] = responsible
      .filter((each) => textOf(each, 'role-id') === role)
      .flatMap((each) => listOf(file, each, 'party-uuids'));
    const found = parties.find((each) => party !== undefined && fieldOf(each, 'uuid') === party);
    if (found !== undefined) return textOf(found, 'name');
  }
  return textOf(parties[0], 'name');
}

const RIGHTS = /licen[cs]e|copyright|rights/iu;

/** OSCAL has no field for it: sources state it in a property, a link or the remarks. */
function licenceIn(file: string, metadata: SourceValue): string {
  const links = listOf(file, metadata, 'links').filter((link) => RIGHTS.test(textOf(link, 'rel') ?? ''));
  const linked = links.flatMap((link) => [textOf(link, 'text'), textOf(link, 'href')]);
  const remarks = textOf(metadata, 'remarks') ?? '';
  return [propertyOf(file, metadata, RIGHTS), ...linked, RIGHTS.test(remarks) ? remarks : undefined]
    .filter((text) => text !== undefined)
    .join('\n');
}
