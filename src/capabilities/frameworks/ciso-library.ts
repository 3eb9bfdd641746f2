import { catalogueBounds, type Catalogue } from './catalogue.ts';
import { EntryList } from './entry-list.ts';
import { clipped, fieldOf, fieldsOf, listOf, oneLine, refused, textOf, type SourceValue } from './source-value.ts';

/** What a library may hold beside or instead of a framework, by the name of its object. */
const others: ReadonlyMap<string, string> = new Map([
  ['requirement_mapping_set', 'a mapping between two frameworks'],
  ['requirement_mapping_sets', 'mappings between frameworks'],
  ['risk_matrix', 'a risk matrix'],
  ['risk_matrices', 'risk matrices'],
  ['threats', 'a list of threats'],
  ['reference_controls', 'a list of reference controls'],
  ['metric_definitions', 'definitions of metrics'],
  ['evidences', 'a list of evidence'],
]);

function frameworkIn(file: string, library: SourceValue): SourceValue {
  const objects = fieldOf(library, 'objects');
  const single = fieldOf(objects, 'framework');
  if (single !== undefined && single !== null) {
    if (!Array.isArray(single)) return single;
    if (single.length === 1) return single[0];
  }
  const several = Array.isArray(single) ? single : listOf(file, objects, 'frameworks');
  if (several.length === 1) return several[0];
  if (several.length > 1) throw refused(file, `it holds ${several.length} frameworks; a file with one can be taken.`);
  const held = fieldsOf(objects).map((name) => others.get(name) ?? `"${name.slice(0, 60)}"`);
  throw refused(
    file,
    held.length === 0
      ? 'it is a CISO Assistant library without objects.'
      : `it is a CISO Assistant library that holds ${held.slice(0, 8).join(' and ')} and no framework.`,
  );
}

interface SourceNode {
  readonly value: SourceValue;
  readonly urn: string;
  readonly parentUrn: string | undefined;
}

/** The nodes of a framework, whose parents exist and do not go round. @throws MusterError `unreadable` */
function nodesOf(file: string, framework: SourceValue): readonly SourceNode[] {
  const list = listOf(file, framework, 'requirement_nodes');
  if (list.length > catalogueBounds.entries)
    throw refused(file, `it has ${list.length} entries; at most ${catalogueBounds.entries} can be taken.`);
  const parents = new Map<string, string | undefined>();
  const nodes = list.map((value, index): SourceNode => {
    const urn = textOf(value, 'urn')?.toLowerCase();
    if (urn === undefined) throw refused(file, `its entry ${index + 1} has no urn.`);
    if (parents.has(urn)) throw refused(file, `two of its entries have the urn ${urn.slice(0, 200)}.`);
    const parentUrn = textOf(value, 'parent_urn')?.toLowerCase();
    parents.set(urn, parentUrn);
    return { value, urn, parentUrn };
  });
  for (const { urn } of nodes) {
    let depth = 0;
    for (let above = parents.get(urn); above !== undefined; above = parents.get(above)) {
      if (!parents.has(above))
        throw refused(file, `${urn.slice(0, 200)} stands below ${above.slice(0, 200)}, which is not in it.`);
      depth += 1;
      if (depth > catalogueBounds.depth) throw refused(file, 'its entries are nested too deeply, or below themselves.');
    }
  }
  return nodes;
}

/**
 * The framework of a CISO Assistant library. Its translations, scores and suggested controls are not read.
 * @param library the outermost object of the file
 * @throws MusterError `unreadable` when it holds something else, or is beyond the bounds
 */
export function readCisoLibrary(file: string, library: SourceValue): Catalogue {
  const framework = frameworkIn(file, library);
  const nodes = nodesOf(file, framework);
  const places = new Map(nodes.map(({ urn }, place) => [urn, place]));
  const list = new EntryList(file);
  for (const { value, urn, parentUrn } of nodes) {
    const tail = urn.split(':').at(-1) ?? urn;
    const own = textOf(value, 'ref_id');
    const name = textOf(value, 'name');
    const description = textOf(value, 'description') ?? '';
    const assessable = fieldOf(value, 'assessable') === true;
    const title = name ?? description;
    const whole = name === undefined && oneLine(description, 400) === oneLine(description, Infinity);
    list.add({
      sourceId: own ?? tail,
      reference: own ?? (assessable ? tail : (name ?? tail)),
      title,
      text: [whole ? '' : description, textOf(value, 'annotation') ?? ''].filter((text) => text !== '').join('\n\n'),
      parent: parentUrn === undefined ? null : (places.get(parentUrn) ?? null),
      assessable,
    });
  }
  const name = oneLine(textOf(framework, 'name') ?? textOf(library, 'name') ?? '', 300);
  if (name === '') throw refused(file, 'its framework has no name.');
  return {
    format: 'ciso-assistant',
    name,
    edition: oneLine(textOf(library, 'version') ?? '', 60) || null,
    publisher: oneLine(textOf(library, 'provider') ?? '', 300) || null,
    licence: clipped(textOf(library, 'copyright') ?? '', 4000),
    shortName: textOf(framework, 'ref_id') ?? name,
    ...list.finished(),
    leftOut: [],
  };
}
