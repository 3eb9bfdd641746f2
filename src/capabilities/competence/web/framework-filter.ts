import type { ListedCompetence } from '../framework-list.ts';

export const shows = ['present', 'used', 'retired'] as const;
export type Show = (typeof shows)[number];

export interface FrameworkFilter {
  readonly text: string;
  /** `shipped`, `own`, or the id of a framework. */
  readonly source: string | undefined;
  readonly group: string | undefined;
  readonly show: Show;
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const isUsed = ({ use }: ListedCompetence): boolean =>
  use.roles.length > 0 || use.requirements.length > 0 || use.holders > 0;

/** The competences that a reader asked to see; every word has to be found, in whatever field. */
export function chosenCompetences(
  competences: readonly ListedCompetence[],
  { text, source, group, show }: FrameworkFilter,
): readonly ListedCompetence[] {
  const words = folded(text).split(/\s+/u).filter(Boolean);
  return competences.filter(
    (one) =>
      one.retired === (show === 'retired') &&
      (show !== 'used' || isUsed(one)) &&
      (source === undefined || source === one.source || source === one.frameworkId) &&
      (group === undefined || group === one.group) &&
      words.every((word) => folded([one.key, one.name, one.description, ...one.aliases].join(' ')).includes(word)),
  );
}
