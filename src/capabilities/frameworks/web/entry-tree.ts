import type { FrameworkCoverage } from '../../assessment/framework-assessment.ts';
import type { FrameworkEntry } from '../contract.ts';
import type { RequirementMapping } from '../model.ts';

export const entryShows = ['all', 'look', 'unmapped'] as const;
export type EntryShow = (typeof entryShows)[number];

/** A line of a framework's tree. */
export interface TreeRow {
  readonly entry: FrameworkEntry;
  readonly depth: number;
  /** Null for a heading. */
  readonly coverage: FrameworkCoverage | null;
  readonly mappedTo: readonly string[];
}

/** Whether the reference says more than the title: a heading may have no other name. */
export const saysReference = ({ reference, title }: Pick<FrameworkEntry, 'reference' | 'title'>): boolean =>
  !title.startsWith(reference);

/** The entries that match, each below its headings. */
export function treeRows(
  entries: readonly FrameworkEntry[],
  coverage: readonly FrameworkCoverage[],
  mappings: readonly RequirementMapping[],
  filter: { readonly search: string; readonly show: EntryShow },
): readonly TreeRow[] {
  const byId = new Map(entries.map((entry) => [entry.requirementId, entry]));
  const covered = new Map(coverage.map((each) => [each.requirementId, each]));
  const mapped = Map.groupBy(mappings, (mapping) => mapping.requirementId);
  const search = filter.search.trim().toLowerCase();
  const matches = (entry: FrameworkEntry): boolean => {
    const state = covered.get(entry.requirementId)?.state;
    if (filter.show === 'look' && state !== 'gap' && state !== 'weak') return false;
    if (filter.show === 'unmapped' && (!entry.assessable || mapped.has(entry.requirementId))) return false;
    return `${entry.reference} ${entry.title}`.toLowerCase().includes(search);
  };
  const kept = new Set<string>();
  for (const entry of entries) {
    if (!matches(entry)) continue;
    for (let at: FrameworkEntry | undefined = entry; at !== undefined && !kept.has(at.requirementId);) {
      kept.add(at.requirementId);
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
  }
  const depths = new Map<string, number>();
  const depthOf = (entry: FrameworkEntry, seen: number): number => {
    const known = depths.get(entry.requirementId);
    if (known !== undefined) return known;
    const above = entry.parent === null || seen > 50 ? undefined : byId.get(entry.parent);
    const depth = above === undefined ? 0 : depthOf(above, seen + 1) + 1;
    depths.set(entry.requirementId, depth);
    return depth;
  };
  return entries
    .filter((entry) => kept.has(entry.requirementId))
    .map((entry) => ({
      entry,
      depth: depthOf(entry, 0),
      coverage: covered.get(entry.requirementId) ?? null,
      mappedTo: (mapped.get(entry.requirementId) ?? []).map((mapping) => mapping.mappedTo),
    }));
}
