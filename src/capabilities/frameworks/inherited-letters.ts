import { letters, type RequirementId } from '../../domain/requirement.ts';
import type { Accountability } from '../accountability/model.ts';
import type { RequirementMapping } from './model.ts';

/** The row of a requirement of another catalogue, as it counts. */
export interface EffectiveRow {
  /** `inherited`: no letter of its own, and those of the requirements that it is mapped to count. */
  readonly source: 'own' | 'inherited' | 'none';
  /** The requirements of ISO/IEC 27001:2022 whose letters it shows, in the mapping's order; empty unless inherited. */
  readonly from: readonly RequirementId[];
  /** One cell for each role or person. An inherited one has the id of the first cell that it comes from. */
  readonly cells: readonly Accountability[];
}

const holderOf = ({ roleId, personId }: Accountability): string => `${roleId ?? ''} ${personId ?? ''}`;

/** One cell a holder, with the letters of all of its cells. */
function joined(cells: readonly Accountability[]): readonly Accountability[] {
  const byHolder = new Map<string, Accountability>();
  for (const cell of cells) {
    const holder = holderOf(cell);
    const there = byHolder.get(holder);
    const all =
      there === undefined
        ? cell.letters
        : letters.filter((each) => [there, cell].some((c) => c.letters.includes(each)));
    byHolder.set(holder, { ...(there ?? cell), letters: all });
  }
  return [...byHolder.values()];
}

/**
 * Tells the row of any requirement of another catalogue: its own letters where it has any, or else those of the
 * requirements that it is mapped to. Linear in cells and mappings, once.
 */
export function effectiveRows(
  cells: readonly Accountability[],
  mappings: readonly RequirementMapping[],
): (requirementId: RequirementId) => EffectiveRow {
  const cellsOf = Map.groupBy(cells, (cell) => cell.requirementId);
  const mappedTo = Map.groupBy(mappings, (mapping) => mapping.requirementId);
  return (requirementId) => {
    const own = cellsOf.get(requirementId) ?? [];
    if (own.length > 0) return { source: 'own', from: [], cells: own };
    const from = (mappedTo.get(requirementId) ?? [])
      .map((mapping) => mapping.mappedTo)
      .filter((target) => cellsOf.has(target));
    if (from.length === 0) return { source: 'none', from: [], cells: [] };
    return { source: 'inherited', from, cells: joined(from.flatMap((target) => cellsOf.get(target) ?? [])) };
  };
}
