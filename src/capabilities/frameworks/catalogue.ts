import { z } from 'zod';
import type { catalogueFormats } from './model.ts';

export type CatalogueFormat = (typeof catalogueFormats)[number];

/** One heading or requirement of a catalogue as it was read, with ids of its own: the framework's key is not chosen yet. */
export interface CatalogueEntry {
  /** Unique in the catalogue, at most 25 of `A-Z a-z 0-9 . _ -`; made from the source's id. */
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly text: string;
  /** `id` of another entry of the same catalogue. */
  readonly parent: string | null;
  readonly assessable: boolean;
}

/** What a source withdrew, or what else of it was left out on purpose. */
export interface LeftOut {
  readonly reference: string;
  readonly title: string;
  readonly reason: string;
}

/** A stranger's catalogue of requirements. Every requirement of the source is in `entries` or in `leftOut`, once. */
export interface Catalogue {
  readonly format: CatalogueFormat;
  readonly name: string;
  readonly edition: string | null;
  readonly publisher: string | null;
  /** As the source states it; empty when it states none. */
  readonly licence: string;
  /** A short name in the source's own words, for the key. */
  readonly shortName: string;
  /** In the source's order. */
  readonly entries: readonly CatalogueEntry[];
  readonly leftOut: readonly LeftOut[];
  /** Entries that stand below another assessable entry: enhancements of a control, points of a criterion. */
  readonly enhancements: number;
}

/** What reading a catalogue may cost. */
export const catalogueBounds = { entries: 5_000, depth: 20 } as const;

/** What `muster inspect` and the pages say of a catalogue. */
export const catalogueSummary = z.strictObject({
  format: z.string(),
  name: z.string(),
  edition: z.string().nullable(),
  publisher: z.string().nullable(),
  licence: z.string(),
  /** Headings and what is assessed, without what was left out. */
  requirements: z.int(),
  /** What has a row in a matrix. */
  assessable: z.int(),
  /** Headings. */
  groups: z.int(),
  enhancements: z.int(),
  leftOut: z.array(z.strictObject({ reference: z.string(), title: z.string(), reason: z.string() })).readonly(),
});
export type CatalogueSummary = z.output<typeof catalogueSummary>;

export function summaryOf(catalogue: Catalogue): CatalogueSummary {
  const { format, name, edition, publisher, licence, entries, enhancements, leftOut } = catalogue;
  const assessable = entries.filter((entry) => entry.assessable).length;
  return {
    format,
    name,
    edition,
    publisher,
    licence,
    requirements: entries.length,
    assessable,
    groups: entries.length - assessable,
    enhancements,
    leftOut,
  };
}
