import {
  inspectDocument,
  type InspectedMatrix,
  type Inspection,
} from '../../src/capabilities/accountability/inspection.ts';
import type { SourceDocument } from '../../src/capabilities/intake/sheet.ts';
import { MusterError } from '../../src/kernel/errors.ts';
import { readDelimited } from '../../src/platform/files/delimited.ts';
import { readMarkdown } from '../../src/platform/files/markdown.ts';

/** A delimited text of these lines, read. */
export const csv = (...lines: readonly string[]): SourceDocument => readDelimited('matrix.csv', lines.join('\n'));
/** A Markdown text of these lines, read. */
export const markdown = (...lines: readonly string[]): SourceDocument => readMarkdown('matrix.md', lines.join('\n'));

/** The responsibility matrices of an inspection. */
export const matrices = (inspection: Inspection): readonly InspectedMatrix[] =>
  inspection.tables.filter((table): table is InspectedMatrix => 'roleColumns' in table);
/** The one responsibility matrix of a document. */
export const only = (document: SourceDocument): InspectedMatrix => {
  const [first, ...more] = matrices(inspectDocument(document));
  if (first === undefined || more.length > 0)
    throw new MusterError({ code: 'unusable-data', reason: 'Not exactly one matrix was found.' });
  return first;
};
