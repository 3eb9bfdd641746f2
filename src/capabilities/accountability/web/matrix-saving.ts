import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { call, CallError } from '../../../web/client.ts';
import type { CellChange } from '../../../web/matrix/model.ts';
import type { Refusal } from '../../../web/matrix/save-queue.ts';
import { useOrganization } from '../../../web/organization.ts';
import { accountabilityRoutes } from '../contract.ts';
import type { Accountability } from '../model.ts';
import { byPlace, cellsAfter, editsOf, placeOf, valueOf } from './matrix-cells.ts';

/** A cell that two people changed: what each made of it. */
export interface CellConflict {
  readonly change: CellChange;
  readonly theirs: string;
}

/** Changes that were refused because others were quicker. `clear`: those of them that do not collide. */
export interface MatrixConflict {
  readonly collisions: readonly CellConflict[];
  readonly clear: readonly CellChange[];
}

export interface MatrixSaving {
  readonly save: (changes: readonly CellChange[]) => Promise<void>;
  readonly onRefused: (refusal: Refusal) => void;
  readonly conflict: MatrixConflict | null;
  /** Any other reason for which the last changes were taken back. */
  readonly error: Error | null;
  readonly resolve: (keep: 'mine' | 'theirs') => void;
}

const nothing: readonly Accountability[] = [];

/** Saves edits of the matrix with the versions that were seen, and lets the reader decide when others were quicker. */
export function useMatrixSaving(): MatrixSaving {
  const { id } = useOrganization();
  const client = useQueryClient();
  const [conflict, setConflict] = useState<MatrixConflict | null>(null);
  const [error, setError] = useState<Error | null>(null);
  // As `useRead` keys it; the date is empty, for only the facts of now are edited.
  const key = useMemo(() => ['organization', id, accountabilityRoutes.matrix.id, {}, {}, {}], [id]);
  const running = useRef(0);

  const save = useCallback(
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
        setError(null);
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

  const answerRefusal = useCallback(
    async ({ changes, cause }: Refusal): Promise<void> => {
      await client.refetchQueries({ queryKey: key });
      if (!(cause instanceof CallError) || cause.problem.code !== 'conflict') {
        setError(cause instanceof Error ? cause : null);
        return;
      }
      const now = byPlace(client.getQueryData<readonly Accountability[]>(key) ?? nothing);
      const states = changes.map((change) => {
        const cell = now.get(placeOf(change.rowId, change.columnId));
        return { change, theirs: cell === undefined ? '' : valueOf(cell) };
      });
      const collisions = states.filter(({ change, theirs }) => theirs !== change.before && theirs !== change.after);
      const clear = states.filter(({ change, theirs }) => theirs === change.before).map(({ change }) => change);
      if (collisions.length > 0) setConflict({ collisions, clear });
      else if (clear.length > 0) await save(clear).catch(setError);
    },
    [client, key, save],
  );
  const onRefused = useCallback((refusal: Refusal) => void answerRefusal(refusal), [answerRefusal]);

  const resolve = useCallback(
    (keep: 'mine' | 'theirs'): void => {
      if (conflict === null) return;
      const mine =
        keep === 'mine' ? conflict.collisions.map(({ change, theirs }) => ({ ...change, before: theirs })) : [];
      const changes = [...conflict.clear, ...mine];
      setConflict(null);
      if (changes.length > 0) void save(changes).catch((cause: unknown) => onRefused({ changes, cause }));
    },
    [conflict, save, onRefused],
  );
  return { save, onRefused, conflict, error, resolve };
}
