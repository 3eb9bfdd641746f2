import type { CompetenceDocument } from './parsed.ts';

/** How often each step of the file's scale is said. */
export function stepCounts({ tables }: Pick<CompetenceDocument, 'tables'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (value: string): void => {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  for (const { lines } of tables)
    for (const { said } of lines)
      for (const saying of 'reason' in said ? [] : said) {
        if (saying.kind === 'required' || saying.kind === 'held') add(saying.value);
        if (saying.kind === 'definition') for (const { value } of saying.meanings) add(value);
      }
  return counts;
}
