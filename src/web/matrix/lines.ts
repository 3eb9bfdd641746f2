import type { MatrixGroup, MatrixRow } from './model.ts';

/** One visible line: the heading of a group, or a row. Rows of a folded group have no line. */
export type Line =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly label: string;
      readonly folded: boolean;
      readonly rowIds: readonly string[];
    }
  | { readonly kind: 'row'; readonly id: string; readonly row: MatrixRow };

/** A place among the visible lines and the columns, both counted from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A rectangle of places; both corners belong to it. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const rangeBetween = (a: Position, b: Position): Range => ({
  top: Math.min(a.line, b.line),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.line, b.line),
  right: Math.max(a.column, b.column),
});

export const within = (range: Range, line: number, column: number): boolean =>
  line >= range.top && line <= range.bottom && column >= range.left && column <= range.right;

/** The key of a line that stays the same while other groups fold. */
export const lineKey = (line: Line): string => (line.kind === 'group' ? `group ${line.id}` : `row ${line.id}`);

/** Lays rows out under their groups, in the order of `groups`; rows whose group is unknown come first, without a heading. */
export const linesOf = (
  rows: readonly MatrixRow[],
  groups: readonly MatrixGroup[],
  folded: ReadonlySet<string>,
): readonly Line[] => {
  const known = new Set(groups.map((group) => group.id));
  const byGroup = new Map<string, MatrixRow[]>();
  const lines: Line[] = [];
  for (const row of rows) {
    if (row.group === undefined || !known.has(row.group)) lines.push({ kind: 'row', id: row.id, row });
    else {
      const members = byGroup.get(row.group);
      if (members === undefined) byGroup.set(row.group, [row]);
      else members.push(row);
    }
  }
  for (const group of groups) {
    const members = byGroup.get(group.id);
    if (members === undefined) continue;
    const isFolded = folded.has(group.id);
    lines.push({
      kind: 'group',
      id: group.id,
      label: group.label,
      folded: isFolded,
      rowIds: members.map((row) => row.id),
    });
    if (!isFolded) for (const row of members) lines.push({ kind: 'row', id: row.id, row });
  }
  return lines;
};
