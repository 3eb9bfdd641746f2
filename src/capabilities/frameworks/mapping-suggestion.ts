import { requirements } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import { foldedName } from '../accountability/name-similarity.ts';
import type { FrameworkRequirement } from './model.ts';

/** A requirement of ISO/IEC 27001:2022 that may ask for the same; a person confirms. */
export interface MappingSuggestion {
  readonly requirementId: RequirementId;
  readonly mappedTo: RequirementId;
  /** 0 to 1. */
  readonly similarity: number;
}

/** From here a title is worth a look. */
const SUGGEST_FROM = 0.25;
/** So many for each requirement. */
const SUGGESTED = 3;

const COMMON = new Set(
  'and the for with from that are its this their shall must should be is or of to in on by as an information security management organization organisation organizational'.split(
    ' ',
  ),
);

const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    foldedName(text)
      .split(' ')
      .filter((word) => word.length > 2 && !COMMON.has(word))
      .map((word) => word.replace(/(?:ies|es|s|ing|ed)$/u, '').slice(0, 10)),
  ),
];

const targets = requirements.map(({ id, title }) => ({ id, title: foldedName(title), words: wordsOf(title) }));
const postings = new Map<string, number[]>();
for (const [index, { words }] of targets.entries())
  for (const word of words) postings.set(word, [...(postings.get(word) ?? []), index]);

/** How much a word tells: the fewer titles have it, the more (inverse document frequency, Spärck Jones 1972). */
const weights = new Map([...postings].map(([word, list]) => [word, Math.log(1 + targets.length / list.length)]));
/** A word that no title of ISO has tells most: it is about something else. */
const UNKNOWN = Math.log(1 + targets.length);
const weightOf = (word: string): number => weights.get(word) ?? UNKNOWN;
const norms = targets.map(({ words }) => Math.hypot(...words.map(weightOf)));

/**
 * The requirements of ISO/IEC 27001:2022 that are called alike, best first, at most three: the cosine between weighted
 * words of the titles. The same title counts 1.
 */
export function suggestionsFor({
  requirementId,
  title,
}: Pick<FrameworkRequirement, 'requirementId' | 'title'>): readonly MappingSuggestion[] {
  const words = wordsOf(title);
  const whole = foldedName(title);
  const norm = Math.hypot(...words.map(weightOf));
  const scores = new Map<number, number>();
  for (const word of words)
    for (const index of postings.get(word) ?? []) scores.set(index, (scores.get(index) ?? 0) + weightOf(word) ** 2);
  return [...scores]
    .map(([index, sum]) => ({
      index,
      similarity: targets[index]?.title === whole ? 1 : Math.min(sum / (norm * (norms[index] ?? 1)), 0.99),
    }))
    .filter(({ similarity }) => similarity >= SUGGEST_FROM)
    .toSorted((a, b) => b.similarity - a.similarity || a.index - b.index)
    .slice(0, SUGGESTED)
    .flatMap(({ index, similarity }) => {
      const target = targets[index];
      return target === undefined ? [] : [{ requirementId, mappedTo: target.id, similarity }];
    });
}
