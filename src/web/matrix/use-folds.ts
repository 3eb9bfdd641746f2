import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import type { Folds, MatrixStore } from './matrix-store.ts';

const none: Folds = { rows: [], columns: [] };

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The folded groups that the browser remembers under a name: anybody may have written there. */
export function useRememberedFolds(memory: string | undefined): readonly [Folds, (folds: Folds) => void] {
  const [kept, keep] = useLocalStorage<unknown>({
    key: `muster.matrix.${memory ?? ''}`,
    defaultValue: none,
    getInitialValueInEffect: false,
    sync: false,
  });
  const known = memory !== undefined && typeof kept === 'object' && kept !== null ? kept : none;
  return [
    {
      rows: 'rows' in known ? texts(known.rows) : [],
      columns: 'columns' in known ? texts(known.columns) : [],
    },
    keep,
  ];
}

/** Remembers what is folded whenever that changes. */
export function useRemembering(store: MatrixStore, memory: string | undefined, keep: (folds: Folds) => void): void {
  useEffect(() => {
    if (memory === undefined) return undefined;
    let known = JSON.stringify(store.folds);
    return store.subscriptions.subscribe('lines', () => {
      const now = JSON.stringify(store.folds);
      if (now !== known) keep(store.folds);
      known = now;
    });
  }, [store, memory, keep]);
}
