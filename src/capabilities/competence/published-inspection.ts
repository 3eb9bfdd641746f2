import { MusterError } from '../../kernel/errors.ts';
import type { SourceDocument } from '../intake/sheet.ts';
import { summaryOf, type PublishedSummary } from './published-framework.ts';
import { looksPublished, readPublished } from './published-reading.ts';

/** What `muster inspect` says about a framework of competences: how many work roles, areas, skills and so on. */
export type InspectedPublished = PublishedSummary & { readonly kind: 'catalogue' };

/** What a document of data says of competences: a framework, why it is none, or nothing at all (null). */
export function inspectPublished(
  document: SourceDocument,
): { readonly published: InspectedPublished } | { readonly refused: string } | null {
  if (document.value === undefined || !looksPublished(document.value)) return null;
  try {
    return { published: { kind: 'catalogue', ...summaryOf(readPublished(document.file, document.value)) } };
  } catch (error) {
    if (error instanceof MusterError && error.fault.code === 'unreadable') return { refused: error.fault.reason };
    throw error;
  }
}
