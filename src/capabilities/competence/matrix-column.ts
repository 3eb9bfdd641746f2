/** Columns with those of one group beside each other; groups in the order in which they first come, without one last. */
export function groupsInOrder<T extends { readonly group: string | null }>(columns: readonly T[]): readonly T[] {
  const groups = Map.groupBy(columns, ({ group }) => group);
  return [...groups.keys()]
    .sort((a, b) => Number(a === null) - Number(b === null))
    .flatMap((group) => groups.get(group) ?? []);
}
