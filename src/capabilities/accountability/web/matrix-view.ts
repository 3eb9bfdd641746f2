import { useMemo } from 'react';
import { applicabilityRoutes } from '../../applicability/contract.ts';
import { assessmentRoutes } from '../../assessment/contract.ts';
import type { AssessmentSettings } from '../../assessment/model.ts';
import { peopleRoutes } from '../../people/contract.ts';
import type { PickedPerson } from '../../people/web/PersonPicker.tsx';
import { roleRoutes } from '../../roles/contract.ts';
import { addressSearch, oneOf, useAddressFilters, type AddressSearch } from '../../../web/address.ts';
import type { CellValue, LintMark, MatrixColumn, MatrixGroup, MatrixRow } from '../../../web/matrix/model.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { accountabilityRoutes } from '../contract.ts';
import { cellValues } from './matrix-cells.ts';
import { columnShows, matrixColumns, peopleInCells, type ColumnShow } from './matrix-columns.ts';
import { assessmentMarks } from './matrix-lint.ts';
import { matrixGroups, matrixRows } from './matrix-rows.ts';
import { accountabilityMessages } from './messages.ts';

export const rowShows = ['all', 'look'] as const;
export type RowShow = (typeof rowShows)[number];

export interface MatrixView {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly MatrixGroup[];
  readonly cells: readonly CellValue[];
  readonly marks: readonly LintMark[];
  /** How the organization has its rules judged; undefined until it is read. */
  readonly settings: AssessmentSettings | undefined;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly rowShow: RowShow;
  readonly columnShow: ColumnShow;
  readonly setFilter: (patch: AddressSearch) => void;
}

const none: readonly never[] = [];

/** Everything that the matrix shows, filtered as the address says. Each part keeps its identity until it changes. */
export function useMatrixView(added: readonly PickedPerson[]): MatrixView {
  const texts = useMessages(accountabilityMessages);
  const [address, setFilter] = useAddressFilters();
  const { search = '', chapter } = addressSearch(address);
  const rowShow = oneOf(rowShows, address['rows']) ?? 'all';
  const columnShow = oneOf(columnShows, address['columns']) ?? 'used';
  const matrix = useRead(accountabilityRoutes.matrix);
  const roles = useRead(roleRoutes.roles);
  const applicability = useRead(applicabilityRoutes.applicability);
  const assessment = useRead(assessmentRoutes.assessment);
  const named = useMemo(() => peopleInCells(matrix.data ?? none), [matrix.data]);
  const people = useRead(peopleRoutes.people, { query: { limit: 500 } }, { enabled: named.size > 0 });

  const names = useMemo(() => {
    const known = new Map<string, string>(people.data?.rows.map((person) => [person.id, person.name]) ?? []);
    return new Map([
      ...[...named].map((id) => [id, known.get(id) ?? id] as const),
      ...added.map((person) => [person.id, person.name] as const),
    ]);
  }, [people.data, named, added]);
  const columns = useMemo(
    () => matrixColumns(roles.data ?? none, names, columnShow, texts),
    [roles.data, names, columnShow, texts],
  );
  const cells = useMemo(() => cellValues(matrix.data ?? none), [matrix.data]);
  const marks = useMemo(
    () => assessmentMarks(assessment.data?.gaps ?? none, matrix.data ?? none),
    [assessment.data, matrix.data],
  );
  const only = useMemo(
    () =>
      rowShow === 'all'
        ? undefined
        : new Set<string>(
            (assessment.data?.gaps ?? none)
              .filter((gap) => gap.rule.startsWith('rasci.'))
              .flatMap((gap) => gap.requirements),
          ),
    [rowShow, assessment.data],
  );
  const rows = useMemo(
    () => matrixRows(applicability.data ?? none, { search, chapter, only }, texts.notApplicable),
    [applicability.data, search, chapter, only, texts],
  );
  const groups = useMemo(() => matrixGroups(rows, texts.chapterName), [rows, texts]);
  const isLoading = matrix.isLoading || roles.isLoading || applicability.isLoading;
  return {
    rows,
    // The cursor keeps to its column: one that came before its neighbours would hold it at the far end.
    columns: isLoading ? none : columns,
    groups,
    cells,
    marks,
    isLoading,
    settings: assessment.data?.settings,
    error: matrix.error ?? roles.error ?? applicability.error ?? assessment.error,
    rowShow,
    columnShow,
    setFilter,
  };
}
