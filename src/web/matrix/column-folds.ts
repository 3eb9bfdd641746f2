import type { MatrixColumn } from './model.ts';

/** The place that a folded group of columns leaves: one narrow column that names the group and unfolds it. */
export const foldId = (group: string): string => `fold ${group}`;

/** The columns in view: each folded group is one column, which holds no letters of its own. */
export function columnsShown(columns: readonly MatrixColumn[], folded: ReadonlySet<string>): readonly MatrixColumn[] {
  if (folded.size === 0) return columns;
  const shown: MatrixColumn[] = [];
  const hidden = Map.groupBy(columns, (column) => column.group ?? '');
  const told = new Set<string>();
  for (const column of columns) {
    const { group } = column;
    if (group === undefined || !folded.has(group)) shown.push(column);
    else if (!told.has(group)) {
      told.add(group);
      shown.push({ id: foldId(group), label: group, group, folds: (hidden.get(group) ?? []).map(({ id }) => id) });
    }
  }
  return shown;
}
