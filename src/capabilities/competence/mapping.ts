import type { CompetenceMapping } from './model.ts';

/**
 * Which other competences count for one, by the organization's mappings: those equal to it, those that cover it, and
 * what counts for these in turn. In the order of their distance; itself is not among them.
 */
export function countingKeys(mappings: readonly CompetenceMapping[]): (key: string) => readonly string[] {
  const counts = new Map<string, string[]>();
  const add = (holder: string, counted: string): void => {
    const list = counts.get(counted);
    if (list === undefined) counts.set(counted, [holder]);
    else list.push(holder);
  };
  for (const { from, to, relation } of mappings) {
    if (relation !== 'related') add(from, to);
    if (relation === 'equal') add(to, from);
  }
  const known = new Map<string, readonly string[]>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const reached = new Set([key]);
    for (const each of reached) for (const holder of counts.get(each) ?? []) reached.add(holder);
    reached.delete(key);
    const list = [...reached];
    known.set(key, list);
    return list;
  };
}
