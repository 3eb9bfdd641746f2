import { fieldOf, clipped, listOf, oneLine, refused, textOf, type SourceValue } from '../frameworks/source-value.ts';
import {
  publishedBounds,
  type CompetenceKind,
  type PublishedCompetence,
  type PublishedFramework,
  type PublishedNote,
  type PublishedWorkRole,
} from './published-framework.ts';

/** The lists of an export of NIST's reference tool (CPRT); some exports wrap them twice. */
export function cprtOf(value: SourceValue): SourceValue {
  const wrapped = fieldOf(fieldOf(value, 'response'), 'elements');
  const inner = wrapped === undefined ? value : wrapped;
  return Array.isArray(fieldOf(inner, 'elements')) && fieldOf(inner, 'documents') !== undefined ? inner : undefined;
}

const identifier = (value: SourceValue, name: string): string => oneLine(textOf(value, name) ?? '', Infinity);

interface Element {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly text: string;
}

const competenceTypes: ReadonlyMap<string, CompetenceKind> = new Map([
  ['competency_area', 'area'],
  ['knowledge', 'knowledge'],
  ['skill', 'skill'],
]);
const knownTypes: ReadonlySet<string> = new Set([
  ...competenceTypes.keys(),
  'work_role',
  'task',
  'category',
  'opm_code',
]);

/** Which kinds of elements stand above which; everything else between two elements says nothing that is kept. */
const relations: ReadonlySet<string> = new Set([
  'category work_role',
  'work_role task',
  'work_role knowledge',
  'work_role skill',
  'work_role competency_area',
  'work_role opm_code',
  'competency_area knowledge',
  'competency_area skill',
]);

const isWithdrawn = ({ title, text }: Element): boolean => /^\W*withdrawn\b/iu.test(title === '' ? text : title);

function elementsOf(file: string, cprt: SourceValue): ReadonlyMap<string, Element> {
  const list = listOf(file, cprt, 'elements');
  if (list.length > publishedBounds.elements)
    throw refused(file, `it has ${list.length} elements; at most ${publishedBounds.elements} can be taken.`);
  const elements = new Map<string, Element>();
  for (const [index, value] of list.entries()) {
    const id = identifier(value, 'element_identifier');
    const type = identifier(value, 'element_type');
    if (id === '' || type === '')
      throw refused(file, `its element ${index + 1} has no element_identifier or no element_type.`);
    if (id.length > 50) throw refused(file, `the identifier of its element ${index + 1} is longer than 50 characters.`);
    if (elements.has(id)) throw refused(file, `two of its elements are called ${id}.`);
    const words = (name: string): string => oneLine(textOf(value, name) ?? '', Infinity);
    elements.set(id, { id, type, title: words('title'), text: words('text') });
  }
  return elements;
}

interface Links {
  /** Identifiers below each element, in the source's order. */
  readonly below: ReadonlyMap<string, readonly Element[]>;
  /** Elements that stand below another. */
  readonly used: ReadonlySet<string>;
  /** The category of a work role, the area of a statement: the first that the source names. */
  readonly headings: ReadonlyMap<string, Element>;
  readonly withdrawn: ReadonlySet<string>;
  readonly doubts: readonly PublishedNote[];
}

function linksOf(file: string, cprt: SourceValue, elements: ReadonlyMap<string, Element>): Links {
  const list = listOf(file, cprt, 'relationships');
  if (list.length > publishedBounds.relationships)
    throw refused(file, `it has ${list.length} relationships; at most ${publishedBounds.relationships} can be taken.`);
  const below = new Map<string, Element[]>();
  const used = new Set<string>();
  const headings = new Map<string, Element>();
  const withdrawn = new Set<string>();
  const doubts: PublishedNote[] = [];
  const seen = new Set<string>();
  for (const [index, value] of list.entries()) {
    const from = identifier(value, 'source_element_identifier');
    const to = identifier(value, 'dest_element_identifier');
    if (from === '' || to === '') throw refused(file, `its relationship ${index + 1} does not name two elements.`);
    const pair = `${from} ${to}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const [source, target] = [elements.get(from), elements.get(to)];
    if (source === undefined || target === undefined) {
      const missing = source === undefined ? from : to;
      const other = source === undefined ? to : from;
      doubts.push({
        reference: clipped(other, 50),
        title: elements.get(other)?.title ?? '',
        reason: `It refers to ${clipped(missing, 50)}, which is not in the file: that is not taken.`,
      });
      continue;
    }
    if (target.type === 'withdraw_reason') withdrawn.add(source.id);
    if (source.type === 'withdraw_reason') withdrawn.add(target.id);
    if (!relations.has(`${source.type} ${target.type}`)) {
      if (knownTypes.has(source.type) && knownTypes.has(target.type))
        doubts.push({
          reference: source.id,
          title: source.title,
          reason: `How it relates to ${target.id} is not known here: that is not taken.`,
        });
      continue;
    }
    const list = below.get(source.id);
    if (list === undefined) below.set(source.id, [target]);
    else list.push(target);
    used.add(target.id);
    if (source.type !== 'work_role' && !headings.has(target.id)) headings.set(target.id, source);
  }
  return { below, used, headings, withdrawn, doubts };
}

const keyOf = (id: string): string => `nice:${id}`;
const byId = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/** Why an element is not taken; null where it is. */
function reasonFor(element: Element, { used, withdrawn }: Links): string | null {
  if (withdrawn.has(element.id) || isWithdrawn(element)) return 'The source has withdrawn it.';
  switch (element.type) {
    case 'sort':
      return 'It only orders the others.';
    case 'withdraw_reason':
      return 'It only says why another was withdrawn.';
    case 'task':
    case 'opm_code':
      return used.has(element.id) ? null : 'No work role has it.';
    default:
      return knownTypes.has(element.type)
        ? null
        : `Elements of the type "${clipped(element.type, 40)}" are not known here.`;
  }
}

/**
 * The NICE Framework in NIST's export as JSON (CPRT; editions 2.0 to 2.2 share a shape): elements by `element_type`,
 * and relationships between them.
 * @throws MusterError `unreadable` when it is another framework, has another shape, or is beyond the bounds
 */
export function readNice(file: string, cprt: SourceValue): PublishedFramework {
  const elements = elementsOf(file, cprt);
  const document = listOf(file, cprt, 'documents')[0];
  const title = oneLine(textOf(document, 'name') ?? '', 200);
  if (![...elements.values()].some(({ type }) => type === 'work_role'))
    throw refused(
      file,
      `it is an export of NIST's reference tool${title === '' ? '' : ` of "${title}"`} without work roles: only that of the NICE Framework tells what people must be able to do.`,
    );
  const links = linksOf(file, cprt, elements);
  const leftOut: PublishedNote[] = [];
  const taken: Element[] = [];
  for (const element of elements.values()) {
    const reason = reasonFor(element, links);
    if (reason === null) taken.push(element);
    else leftOut.push({ reference: element.id, title: clipped(element.title || element.text, 120), reason });
  }
  const present = new Set(taken.map(({ id }) => id));
  const competences = taken.flatMap((element): readonly PublishedCompetence[] => {
    const kind = competenceTypes.get(element.type);
    if (kind === undefined) return [];
    const { id, title: name, text } = element;
    const called = oneLine(name === '' ? text : name, 300) || id;
    const area = links.headings.get(id);
    const group = oneLine(area?.title ?? '', 120);
    const description = text === called ? '' : clipped(text, 2000);
    return [{ key: keyOf(id), kind, name: called, description, group: group === '' ? null : group, aliases: [id] }];
  });
  const workRoles = taken
    .filter(({ type }) => type === 'work_role')
    .map((element) => workRoleOf(file, element, links, present));
  const edition = oneLine(textOf(document, 'version') ?? '', 40);
  const website = oneLine(textOf(document, 'website') ?? '', 500);
  return {
    kind: 'nice',
    name: 'NICE Framework',
    edition: edition === '' ? null : edition,
    publisher: 'National Institute of Standards and Technology (NIST)',
    licence: `Source: National Institute of Standards and Technology, Workforce Framework for Cybersecurity (NICE Framework), NIST SP 800-181 rev. 1, NICE Framework Components${edition === '' ? '' : ` v${edition}`}. Publications of NIST are not subject to copyright in the United States; NIST asks to be named as the source. NIST does not endorse this program.`,
    source: website === '' ? null : website,
    speaksOf: new Set(['about', 'area', 'knowledge', 'skill']),
    competences: competences.toSorted(byId),
    workRoles: workRoles.toSorted(byId),
    categories: taken.filter(({ type }) => type === 'category').length,
    tasks: [...elements.values()].filter(({ type }) => type === 'task').length,
    leftOut,
    doubts: links.doubts,
  };
}

function workRoleOf(file: string, role: Element, links: Links, present: ReadonlySet<string>): PublishedWorkRole {
  const below = (links.below.get(role.id) ?? []).filter(({ id }) => present.has(id));
  const of = (type: string): readonly Element[] => below.filter((element) => element.type === type);
  const tasks = of('task').map(({ text, title, id }) => oneLine(text || title, 1000) || id);
  const competences = below.filter(({ type }) => competenceTypes.has(type));
  if (tasks.length > publishedBounds.items || competences.length > 500)
    throw refused(file, `its work role ${role.id} has more than ${publishedBounds.items} tasks or 500 statements.`);
  const category = links.headings.get(role.id);
  return {
    key: keyOf(role.id),
    title: oneLine(role.title, 200) || role.id,
    alternativeTitles: of('opm_code')
      .slice(0, 40)
      .map(({ id }) => `OPM code ${id}`),
    group: category === undefined ? null : oneLine(category.title, 120) || category.id,
    mission: clipped(role.text, 4000),
    tasks: [...new Set(tasks)],
    deliverables: [],
    competences: competences.map(({ id }) => ({ competence: keyOf(id), level: null })),
  };
}
