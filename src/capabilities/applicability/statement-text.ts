import type { ApplicabilityFields, InclusionReason } from './model.ts';

/** How documents and spreadsheets write the status of a control; the import reads these words back. */
export const statusTexts: { readonly [S in ApplicabilityFields['status']]: string } = {
  'not-started': 'Not started',
  planned: 'Planned',
  partial: 'Partly implemented',
  implemented: 'Implemented',
};

/** How documents and spreadsheets write what calls for a control; the import reads these words back. */
export const reasonTexts: { readonly [R in InclusionReason]: string } = {
  risk: 'Risk',
  legal: 'Law',
  contractual: 'Contract',
  business: 'Business',
  'good-practice': 'Good practice',
};
