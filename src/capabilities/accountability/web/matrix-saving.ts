import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { call } from '../../../web/client.ts';
import type { CellChange } from '../../../web/matrix/model.ts';
import { useMatrixSending, type MatrixSaving, type ValueOf } from '../../../web/matrix/sending.ts';
import { useOrganization } from '../../../web/organization.ts';
import { accountabilityRoutes } from '../contract.ts';
import type { Accountability } from '../model.ts';
import { byPlace, cellsAfter, editsOf, placeOf, valueOf } from './matrix-cells.ts';

const nothing: readonly Accountability[] = [];

/** Saves edits of the matrix with the versions that were seen, and lets the reader decide when others were quicker. */
export function useMatrixSaving(): MatrixSaving {
  const { id } = useOrganization();
  const client = useQueryClient();
  // As `useRead` keys it; the date is empty, for only the facts of now are edited.
  const key = useMemo(() => ['organization', id, accountabilityRoutes.matrix.id, {}, {}, {}], [id]);
  const running = useRef(0);

  const send = useCallback(
    async (changes: readonly CellChange[]): Promise<void> => {
      const cells = client.getQueryData<readonly Accountability[]>(key) ?? nothing;
      running.current += 1;
      try {
        // A read that began before this write would show the cells as they were.
        await client.cancelQueries({ queryKey: key });
        const answer = await call(accountabilityRoutes.editCells, {
          path: { organizationId: id },
          body: { edits: editsOf(changes, byPlace(cells)) },
        });
        client.setQueryData<readonly Accountability[]>(key, (now) => cellsAfter(now ?? cells, changes, answer.cells));
      } finally {
        running.current -= 1;
      }
      if (running.current === 0)
        void client.invalidateQueries({
          queryKey: ['organization', id],
          predicate: (query) => query.queryKey[2] !== accountabilityRoutes.matrix.id,
        });
    },
    [client, id, key],
  );

  const fresh = useCallback(async (): Promise<ValueOf> => {
    await client.refetchQueries({ queryKey: key });
    const now = byPlace(client.getQueryData<readonly Accountability[]>(key) ?? nothing);
    return (rowId, columnId) => {
      const cell = now.get(placeOf(rowId, columnId));
      return cell === undefined ? '' : valueOf(cell);
    };
  }, [client, key]);
  return useMatrixSending(send, fresh);
}
