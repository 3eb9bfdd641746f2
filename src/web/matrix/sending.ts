import { useCallback, useState } from 'react';
import { CallError } from '../client.ts';
import type { CellChange } from './model.ts';
import type { Refusal } from './save-queue.ts';

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
  /** Sends changes; rejects where they were refused. */
  readonly save: (changes: readonly CellChange[]) => Promise<void>;
  readonly onRefused: (refusal: Refusal) => void;
  readonly conflict: MatrixConflict | null;
  /** Any other reason for which the last changes were taken back. */
  readonly error: Error | null;
  readonly resolve: (keep: 'mine' | 'theirs') => void;
}

/** What a cell holds. */
export type ValueOf = (rowId: string, columnId: string) => string;

/**
 * Saves changes, and answers refused ones: where others were quicker, those that do not collide are saved after all, and of the rest the
 * reader decides. `fresh` asks the server anew; both functions keep their identity between renders.
 */
export function useMatrixSending(
  send: (changes: readonly CellChange[]) => Promise<void>,
  fresh: () => Promise<ValueOf>,
): MatrixSaving {
  const [conflict, setConflict] = useState<MatrixConflict | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const save = useCallback(
    async (changes: readonly CellChange[]): Promise<void> => {
      await send(changes);
      setError(null);
    },
    [send],
  );
  const answer = useCallback(
    async ({ changes, cause }: Refusal): Promise<void> => {
      const valueOf = await fresh();
      if (!(cause instanceof CallError) || cause.problem.code !== 'conflict') {
        setError(cause instanceof Error ? cause : null);
        return;
      }
      setError(null);
      const states = changes.map((change) => ({ change, theirs: valueOf(change.rowId, change.columnId) }));
      const collisions = states.filter(({ change, theirs }) => theirs !== change.before && theirs !== change.after);
      const clear = states.filter(({ change, theirs }) => theirs === change.before).map(({ change }) => change);
      if (collisions.length > 0) setConflict({ collisions, clear });
      else if (clear.length > 0) await save(clear).catch(setError);
    },
    [fresh, save],
  );
  const onRefused = useCallback((refusal: Refusal) => void answer(refusal), [answer]);
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
