import { useMemo } from 'react';
import { accountabilityRoutes } from '../../accountability/contract.ts';
import { cellValues } from '../../accountability/web/matrix-cells.ts';
import { columnShows, matrixColumns, peopleInCells, type ColumnShow } from '../../accountability/web/matrix-columns.ts';
import { accountabilityMessages } from '../../accountability/web/messages.ts';
import { peopleRoutes } from '../../people/contract.ts';
import { roleRoutes } from '../../roles/contract.ts';
import { oneOf, useAddressFilters, type AddressSearch } from '../../../web/address.ts';
import type { CellValue, LintMark, MatrixColumn, MatrixGroup, MatrixRow } from '../../../web/matrix/model.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { frameworkRoutes, type FrameworkEntry } from '../contract.ts';
import { effectiveRows } from '../inherited-letters.ts';
import { saysReference } from './entry-tree.ts';
import { asInherited } from './inherited-kind.tsx';
import { frameworkMessages } from './messages.ts';

export const rowShows = ['all', 'look', 'unmapped'] as const;
export type RowShow = (typeof rowShows)[number];

export interface FrameworkMatrixView {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly MatrixGroup[];
  readonly cells: readonly CellValue[];
  readonly marks: readonly LintMark[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly search: string;
  readonly rowShow: RowShow;
  readonly columnShow: ColumnShow;
  readonly setFilter: (patch: AddressSearch) => void;
}

const none: readonly never[] = [];

/** The heading under which the matrix shows an entry: the nearest one above it. */
const groupOf = (entry: FrameworkEntry): string => entry.parent ?? '';

/** Everything that the matrix of a framework shows, filtered as the address says. */
export function useFrameworkMatrixView(frameworkId: string): FrameworkMatrixView {
  const texts = useMessages(frameworkMessages);
  const names = useMessages(accountabilityMessages);
  const [address, setFilter] = useAddressFilters();
  const search = address['search'] ?? '';
  const rowShow = oneOf(rowShows, address['rows']) ?? 'all';
  const columnShow = oneOf(columnShows, address['columns']) ?? 'used';
  const page = useRead(frameworkRoutes.framework, { path: { frameworkId } });
  const mappings = useRead(frameworkRoutes.mappings, { path: { frameworkId } });
  const matrix = useRead(accountabilityRoutes.matrix);
  const roles = useRead(roleRoutes.roles);
  const entries = page.data?.entries ?? none;
  const shown = useMemo(
    () => rowsShown(entries, page.data?.assessment.requirements ?? none, { search, rowShow }),
    [entries, page.data, search, rowShow],
  );
  const { cells, marks } = useMemo(() => {
    const rowOf = effectiveRows(matrix.data ?? none, mappings.data ?? none);
    const values: CellValue[] = [];
    const remarks: LintMark[] = [];
    for (const entry of shown) {
      const row = rowOf(entry.requirementId);
      const own = cellValues(row.cells).map((cell) => ({ ...cell, rowId: entry.requirementId }));
      values.push(
        ...(row.source === 'inherited' ? own.map((cell) => ({ ...cell, value: asInherited(cell.value) })) : own),
      );
      if (row.source === 'inherited')
        remarks.push({
          rowId: entry.requirementId,
          severity: 'notice',
          reason: texts.matrixOf.inherited(row.from.join(', ')),
        });
    }
    return { cells: values, marks: remarks };
  }, [matrix.data, mappings.data, shown, texts]);
  const named = useMemo(() => peopleInCells(matrix.data ?? none), [matrix.data]);
  const people = useRead(peopleRoutes.people, { query: { limit: 500 } }, { enabled: named.size > 0 });
  const columns = useMemo(() => {
    const known = new Map<string, string>(people.data?.rows.map((person) => [person.id, person.name]) ?? []);
    const bearers = new Map([...named].map((id) => [id, known.get(id) ?? id] as const));
    return matrixColumns(roles.data ?? none, bearers, columnShow, names);
  }, [people.data, named, roles.data, columnShow, names]);
  const rows = useMemo(
    () =>
      shown.map((entry): MatrixRow => ({
        id: entry.requirementId,
        ...(saysReference(entry) ? { code: entry.reference } : {}),
        label: entry.title,
        group: groupOf(entry),
      })),
    [shown],
  );
  const groups = useMemo(() => groupsOf(entries, shown, texts.matrixOf.groupOther), [entries, shown, texts]);
  const isLoading = page.isLoading || mappings.isLoading || matrix.isLoading || roles.isLoading;
  return {
    rows,
    columns: isLoading ? none : columns,
    groups,
    cells,
    marks,
    isLoading,
    error: page.error ?? mappings.error ?? matrix.error ?? roles.error,
    search,
    rowShow,
    columnShow,
    setFilter,
  };
}

function rowsShown(
  entries: readonly FrameworkEntry[],
  coverage: readonly { readonly requirementId: string; readonly state: string; readonly source: string }[],
  filter: { readonly search: string; readonly rowShow: RowShow },
): readonly FrameworkEntry[] {
  const covered = new Map(coverage.map((each) => [each.requirementId, each]));
  const search = filter.search.trim().toLowerCase();
  const wanted = ({ requirementId }: FrameworkEntry): boolean => {
    const found = covered.get(requirementId);
    if (filter.rowShow === 'look') return found?.state === 'gap' || found?.state === 'weak';
    return filter.rowShow === 'all' || found?.source === 'none';
  };
  const matching = entries.filter(
    (entry) => entry.assessable && wanted(entry) && `${entry.reference} ${entry.title}`.toLowerCase().includes(search),
  );
  // Rows of one group stand together, in the order in which the source begins the groups.
  return [...Map.groupBy(matching, groupOf).values()].flat();
}

function groupsOf(
  entries: readonly FrameworkEntry[],
  shown: readonly FrameworkEntry[],
  other: string,
): readonly MatrixGroup[] {
  const byId = new Map<string, FrameworkEntry>(entries.map((entry) => [entry.requirementId, entry]));
  return [...new Set(shown.map(groupOf))].map((id) => {
    const heading = byId.get(id);
    if (heading === undefined) return { id, label: other };
    return { id, label: saysReference(heading) ? `${heading.reference} ${heading.title}` : heading.title };
  });
}
