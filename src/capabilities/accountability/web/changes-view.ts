import { useMemo } from 'react';
import { applicabilityRoutes } from '../../applicability/contract.ts';
import { roleRoutes } from '../../roles/contract.ts';
import { addressSearch, useAddressFilters } from '../../../web/address.ts';
import type { CellValue, LintMark, MatrixColumn, MatrixGroup, MatrixRow } from '../../../web/matrix/model.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import type { CellTurn } from '../cell-turn.ts';
import { accountabilityRoutes } from '../contract.ts';
import { changedColumns, turnMarks } from './cell-turns.ts';
import { cellValues } from './matrix-cells.ts';
import { matrixGroups, matrixRows } from './matrix-rows.ts';
import { accountabilityMessages } from './messages.ts';
import { viewMessages } from './view-messages.ts';

export interface ChangesView {
  readonly turns: readonly CellTurn[];
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly MatrixGroup[];
  readonly cells: readonly CellValue[];
  readonly marks: readonly LintMark[];
  readonly isLoading: boolean;
  readonly error: Error | null;
}

const none: readonly never[] = [];

/** The matrix of the facts in view, with what is not as it was. `since`: a day; undefined for all that the trail holds. */
export function useChangesView(since: string | undefined, onlyChanged: boolean): ChangesView {
  const matrixTexts = useMessages(accountabilityMessages);
  const texts = useMessages(viewMessages).changes;
  const format = useFormat();
  const [address] = useAddressFilters();
  const { search = '', chapter } = addressSearch(address);
  const turns = useRead(accountabilityRoutes.cellTurns, { query: { since } });
  const matrix = useRead(accountabilityRoutes.matrix);
  const roles = useRead(roleRoutes.roles);
  const applicability = useRead(applicabilityRoutes.applicability);
  const rows = useMemo(() => {
    const changed = new Set<string>((turns.data ?? none).map((turn) => turn.requirementId));
    const only = onlyChanged ? changed : undefined;
    return matrixRows(applicability.data ?? none, { search, chapter, only }, matrixTexts.notApplicable);
  }, [applicability.data, search, chapter, onlyChanged, turns.data, matrixTexts]);
  const groups = useMemo(() => matrixGroups(rows, matrixTexts.chapterName), [rows, matrixTexts]);
  const columns = useMemo(
    () => changedColumns(roles.data ?? none, turns.data ?? none, matrixTexts, texts.removed),
    [roles.data, turns.data, matrixTexts, texts],
  );
  const cells = useMemo(() => cellValues(matrix.data ?? none), [matrix.data]);
  const marks = useMemo(() => turnMarks(turns.data ?? none, texts, format.moment), [turns.data, texts, format]);
  const isLoading = turns.isLoading || matrix.isLoading || roles.isLoading || applicability.isLoading;
  return {
    turns: turns.data ?? none,
    rows,
    // The cursor keeps to its column: one that came before its neighbours would hold it at the far end.
    columns: isLoading ? none : columns,
    groups,
    cells,
    marks,
    isLoading,
    error: turns.error ?? matrix.error ?? roles.error ?? applicability.error,
  };
}
