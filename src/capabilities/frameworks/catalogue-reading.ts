import type { Catalogue } from './catalogue.ts';
import { readCisoLibrary } from './ciso-library.ts';
import { isGappsControls, readGappsControls } from './gapps-controls.ts';
import { readOscalCatalogue } from './oscal-catalogue.ts';
import { fieldOf, fieldsOf, refused, textOf, type SourceValue } from './source-value.ts';

/** The other models of OSCAL, by their outermost key, and what each is. */
const otherModels: ReadonlyMap<string, string> = new Map([
  [
    'profile',
    'an OSCAL profile: it selects from a catalog and has no requirements of its own. Resolve it to a catalog first',
  ],
  [
    'system-security-plan',
    'an OSCAL system security plan (SSP): it tells how a system meets requirements, not what they are',
  ],
  ['component-definition', 'an OSCAL component definition: it tells what a component implements, not what is required'],
  ['assessment-plan', 'an OSCAL assessment plan, which refers to a catalog and is none'],
  ['assessment-results', 'OSCAL assessment results, which refer to a catalog and are none'],
  [
    'plan-of-action-and-milestones',
    'an OSCAL plan of action and milestones (POA&M), which refers to a catalog and is none',
  ],
  ['mapping-collection', 'an OSCAL mapping collection: it relates two catalogs and has no requirements of its own'],
]);

/** Whether somebody meant a file to be a catalogue or a document beside one, so that a refusal is worth a sentence. */
export const looksLikeCatalogue = (value: SourceValue): boolean =>
  isGappsControls(value) ||
  fieldsOf(value).some((key) => key === 'catalog' || otherModels.has(key)) ||
  isCisoLibrary(value);

const isCisoLibrary = (value: SourceValue): boolean =>
  fieldsOf(value).includes('objects') && (textOf(value, 'urn') ?? textOf(value, 'ref_id')) !== undefined;

/**
 * The catalogue in a document: an OSCAL catalog, a CISO Assistant library with a framework, or a list of Gapps controls.
 * @param value what JSON or YAML held
 * @throws MusterError `unreadable`: what the document is instead, by name, or what is wrong with it
 */
export function readCatalogue(file: string, value: SourceValue): Catalogue {
  const catalog = fieldOf(value, 'catalog');
  if (catalog !== undefined) return readOscalCatalogue(file, catalog);
  for (const [key, what] of otherModels) if (fieldOf(value, key) !== undefined) throw refused(file, `it is ${what}.`);
  if (isCisoLibrary(value)) return readCisoLibrary(file, value);
  if (isGappsControls(value)) return readGappsControls(file, value);
  throw refused(
    file,
    'it is no catalogue that Muster knows. Accepted are OSCAL catalogs (JSON), CISO Assistant libraries (YAML) and Gapps controls (JSON).',
  );
}
