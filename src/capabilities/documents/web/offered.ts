import { competenceFormats, documentFormats, planFormats, registerFormats, type DocumentFormat } from '../model.ts';

const versioned = {
  accountabilityMatrix: 'accountability-matrix',
  statementOfApplicability: 'statement-of-applicability',
} as const;
type Versioned = keyof typeof versioned;

/** The documents of the whole organization, by what makes them, with the formats in which each comes. */
export const offeredFormats = {
  accountabilityMatrix: documentFormats,
  statementOfApplicability: documentFormats,
  competenceMatrixDocument: competenceFormats,
  trainingPlanDocument: planFormats,
  peopleRegister: registerFormats,
  requiredCompetences: registerFormats,
  competenceRegister: registerFormats,
  trainingRegister: registerFormats,
} as const satisfies Readonly<Record<string, readonly DocumentFormat[]>>;
export type OfferedDocument = keyof typeof offeredFormats;

export const comesAs = (document: OfferedDocument, format: DocumentFormat): boolean =>
  offeredFormats[document].some((known) => known === format);

/** The name under which a document is approved as a whole; null for one that has no versions. */
export const versionsOf = (document: OfferedDocument): (typeof versioned)[Versioned] | null =>
  document in versioned ? versioned[document as Versioned] : null;
