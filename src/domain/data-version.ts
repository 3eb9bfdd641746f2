/**
 * Version of the domain data (`data/*.json`): the catalogue of ISO/IEC 27001:2022 and the product's own defaults.
 * Raise it with every change of the data, so that a document can say which defaults it was made with.
 */
export const domainDataVersion = '2026.1';
