import type { Level } from '../../kernel/level.ts';
import type { Measure } from './model.ts';

/** The currency that most measures are priced in: amounts in another are not compared with it. */
function mainCurrency(measures: readonly Measure[]): string | null {
  const counts = new Map<string, number>();
  for (const { cost } of measures) if (cost !== null) counts.set(cost.currency, (counts.get(cost.currency) ?? 0) + 1);
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/**
 * The measures in the order in which they are proposed: the cheapest first, one without a price as free; then the one
 * that takes fewer hours. Amounts in another than the usual currency stand last: without a rate nobody can compare them.
 */
export function byPrice(measures: readonly Measure[]): readonly Measure[] {
  const usual = mainCurrency(measures);
  const foreign = ({ cost }: Measure): number => Number(cost !== null && cost.minor > 0 && cost.currency !== usual);
  return [...measures].sort(
    (a, b) =>
      foreign(a) - foreign(b) ||
      (a.cost?.minor ?? 0) - (b.cost?.minor ?? 0) ||
      (a.hours ?? 0) - (b.hours ?? 0) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
  );
}

/** Whether who has done a measure can be judged at the level of the competence. `counting`: other competences that count for it. */
export const reaches = (
  { competences }: Pick<Measure, 'competences'>,
  competence: string,
  level: Level,
  counting: readonly string[],
): boolean =>
  competences.some((one) => one.level >= level && (one.competence === competence || counting.includes(one.competence)));
