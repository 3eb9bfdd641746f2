import { z } from 'zod';
import type { Level } from '../../kernel/level.ts';
import { digest } from '../frameworks/entry-list.ts';
import type { CompetenceFields } from './model.ts';

export type CompetenceKind = CompetenceFields['kind'];

/** A statement of a published framework: an area, a skill, a piece of knowledge, a competence. */
export interface PublishedCompetence {
  readonly key: string;
  readonly kind: CompetenceKind;
  readonly name: string;
  readonly description: string;
  readonly group: string | null;
  /** What the source calls it for short. */
  readonly aliases: readonly string[];
}

export interface PublishedWorkRole {
  readonly key: string;
  readonly title: string;
  readonly alternativeTitles: readonly string[];
  readonly group: string | null;
  readonly mission: string;
  readonly tasks: readonly string[];
  readonly deliverables: readonly string[];
  readonly competences: readonly { readonly competence: string; readonly level: Level | null }[];
}

/** What a file speaks of. What it does not speak of stays as it is when a later file is taken. */
export type PublishedSubject = CompetenceKind | 'about';

/** Something of the source that was not taken, or was taken and wants a look. */
export interface PublishedNote {
  readonly reference: string;
  readonly title: string;
  readonly reason: string;
}

/** A framework of others, as one file tells it. Keys are unique and stay the same from edition to edition. */
export interface PublishedFramework {
  readonly kind: 'nice' | 'ecsf';
  readonly name: string;
  /** Null where the file does not say. */
  readonly edition: string | null;
  readonly publisher: string;
  /** The attribution that the source asks for. */
  readonly licence: string;
  readonly source: string | null;
  readonly speaksOf: ReadonlySet<PublishedSubject>;
  readonly competences: readonly PublishedCompetence[];
  readonly workRoles: readonly PublishedWorkRole[];
  /** Headings above the work roles, and tasks, whether a work role has them or not. */
  readonly categories: number;
  readonly tasks: number;
  readonly leftOut: readonly PublishedNote[];
  readonly doubts: readonly PublishedNote[];
}

/** What reading such a file may cost. */
export const publishedBounds = { elements: 20_000, relationships: 100_000, profiles: 500, items: 300 } as const;

/** What `muster inspect` and the pages say of a published framework: how much of what it holds. */
export const publishedSummary = z.strictObject({
  format: z.enum(['nice', 'ecsf']),
  name: z.string(),
  edition: z.string().nullable(),
  publisher: z.string(),
  licence: z.string(),
  source: z.string().nullable(),
  categories: z.int(),
  workRoles: z.int(),
  areas: z.int(),
  knowledge: z.int(),
  skills: z.int(),
  competences: z.int(),
  tasks: z.int(),
  leftOut: z.int(),
  doubts: z.array(z.strictObject({ reference: z.string(), title: z.string(), reason: z.string() })).readonly(),
});
export type PublishedSummary = z.output<typeof publishedSummary>;

export function summaryOf(published: PublishedFramework): PublishedSummary {
  const { kind, name, edition, publisher, licence, source, categories, tasks, leftOut, doubts } = published;
  const count = (wanted: CompetenceKind): number => published.competences.filter((one) => one.kind === wanted).length;
  return {
    format: kind,
    name,
    edition,
    publisher,
    licence,
    source,
    categories,
    workRoles: published.workRoles.length,
    areas: count('area'),
    knowledge: count('knowledge'),
    skills: count('skill'),
    competences: count('competence'),
    tasks,
    leftOut: leftOut.length,
    doubts,
  };
}

const PART = 50;

/**
 * A part of a key that a text makes of itself: small letters and digits of any script, with hyphens, at most 50. The
 * same text gives the same part in every edition, whatever its case and marks; a long one ends in a digest of the whole.
 */
export function keyPart(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .normalize('NFC');
  if (folded === '') return digest(text.normalize('NFKD').replace(/\s+/gu, ' ').trim());
  return folded.length <= PART ? folded : `${folded.slice(0, PART - 8).toWellFormed()}-${digest(folded)}`;
}
