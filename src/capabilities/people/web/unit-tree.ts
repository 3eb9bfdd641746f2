import type { UnitRow } from '../unit-list.ts';

export interface TreeLine {
  readonly unit: UnitRow;
  /** 0 at the top. */
  readonly depth: number;
}

/** Units each under its parent, otherwise in the order given; nobody is lost whose parent is not among them. */
export function unitTree(units: readonly UnitRow[]): readonly TreeLine[] {
  const known = new Set(units.map(({ id }) => id));
  const below = Map.groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const lines = (parent: UnitRow['parentId'], depth: number): readonly TreeLine[] =>
    (below.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...lines(unit.id, depth + 1)]);
  return lines(null, 0);
}

/** A unit and all that stands below it: where it cannot be put itself. */
export function withinUnit(units: readonly UnitRow[], id: string): ReadonlySet<string> {
  const within = new Set([id]);
  for (const { unit } of unitTree(units)) if (unit.parentId !== null && within.has(unit.parentId)) within.add(unit.id);
  return within;
}
