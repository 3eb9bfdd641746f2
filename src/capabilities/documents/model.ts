/** The documents that Muster makes. */
export const documentNames = ['accountability-matrix', 'statement-of-applicability', 'letter-of-appointment'] as const;

export const documentFormats = ['pdf', 'xlsx', 'csv', 'json'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export const letterFormats = ['pdf', 'docx'] as const;
export type LetterFormat = (typeof letterFormats)[number];

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

export const mediaTypes: { readonly [F in DocumentFormat | LetterFormat]: string } = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

/** What document control (7.5.2, 7.5.3) asks a reader to see on every page. */
export interface DocumentControl {
  /** Such as `Internal` or `Confidential`. */
  readonly classification: string;
  /** Such as `2.1`, or `Revision 482`. */
  readonly version: string;
}
