import { MusterError } from '../../kernel/errors.ts';
import type { SourceDocument } from '../intake/sheet.ts';
import { summaryOf, type CatalogueSummary } from './catalogue.ts';
import { looksLikeCatalogue, readCatalogue } from './catalogue-reading.ts';

/** What `muster inspect` says about one catalogue. */
export type InspectedCatalogue = CatalogueSummary & { readonly kind: 'catalogue' };

/** What a document of data says of requirements: a catalogue, why it is none, or nothing at all (null). */
export function inspectCatalogue(
  document: SourceDocument,
): { readonly catalogue: InspectedCatalogue } | { readonly refused: string } | null {
  if (document.value === undefined || !looksLikeCatalogue(document.value)) return null;
  try {
    return { catalogue: { kind: 'catalogue', ...summaryOf(readCatalogue(document.file, document.value)) } };
  } catch (error) {
    if (error instanceof MusterError && error.fault.code === 'unreadable') return { refused: error.fault.reason };
    throw error;
  }
}
