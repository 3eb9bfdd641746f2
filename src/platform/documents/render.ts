import { matrixCsv } from '../../capabilities/documents/matrix-csv.ts';
import { letterMeanings, roleMarkTexts, rowMarkTexts } from '../../capabilities/documents/matrix-document.ts';
import type { MatrixDocument } from '../../capabilities/documents/matrix-document.ts';
import type { DocumentFormat, Paper } from '../../capabilities/documents/model.ts';
import { unreachable } from '../../kernel/errors.ts';
import { matrixWorkbook } from '../files/xlsx-writer.ts';
import { typstRenderer, type TypstLimits } from '../typst/renderer.ts';

export interface DocumentRenderer {
  /**
   * The document as a file of this format: a tagged PDF, a workbook, CSV with a byte order mark, or JSON (UTF-8).
   * The same document on the same paper gives the same bytes.
   * @throws MusterError `unavailable` when the PDF cannot be made now, `unusable-data` when it cannot be made at all.
   */
  readonly renderDocument: (
    document: MatrixDocument,
    format: DocumentFormat,
    options: { readonly paper: Paper },
  ) => Promise<Uint8Array>;
  /** Ends the processes that make PDFs. */
  readonly close: () => Promise<void>;
}

/** In the order in which a reader looks for them: who answers, who does, who else. */
const legend = (['A', 'R', 'S', 'C', 'I'] as const).map((letter) => ({ letter, ...letterMeanings[letter] }));
const words = JSON.stringify({ letters: legend, rowMarks: rowMarkTexts, roleMarks: roleMarkTexts });

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Makes files of documents. One for the program's life: it keeps the PDF compilers warm. */
export function documentRenderer(limits: Partial<TypstLimits> = {}): DocumentRenderer {
  const typst = typstRenderer(limits);
  return {
    renderDocument: async (document, format, { paper }) => {
      switch (format) {
        case 'pdf':
          return await typst.pdf(document.document, { data: JSON.stringify(document), words, paper });
        case 'xlsx':
          return await matrixWorkbook(document, paper);
        case 'csv':
          return utf8(matrixCsv(document));
        case 'json':
          return utf8(`${JSON.stringify(document, null, 2)}\n`);
        default:
          return unreachable(format);
      }
    },
    close: () => typst.close(),
  };
}
