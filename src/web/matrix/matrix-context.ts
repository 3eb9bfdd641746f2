import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import { MusterError } from '../../kernel/errors.ts';
import type { MatrixStore } from './matrix-store.ts';
import type { MatrixMessages } from './messages.ts';
import type { CellDetail, CellKind, ColumnTotal, Explain, RowTotal } from './model.ts';
import type { Session } from './session.ts';

/** Lengths in CSS pixels. Every line and every column is as high and as wide as every other. */
export interface Sizes {
  readonly line: number;
  readonly column: number;
  readonly label: number;
  readonly total: number;
  readonly header: number;
  readonly band: number;
  readonly footer: number;
}

/** What every part of one matrix shares. It stays the same object while only values change. */
export interface MatrixShared {
  readonly id: string;
  readonly store: MatrixStore;
  readonly session: Session;
  readonly kind: CellKind;
  readonly messages: MatrixMessages;
  readonly readOnly: boolean;
  readonly sizes: Sizes;
  readonly rowTotal: RowTotal | undefined;
  readonly columnTotal: ColumnTotal | undefined;
  readonly explain: Explain | undefined;
  readonly detail: CellDetail | undefined;
  readonly rowHeading: string;
}

export const MatrixContext = createContext<MatrixShared | null>(null);

export const useMatrix = (): MatrixShared => {
  const shared = use(MatrixContext);
  if (shared === null) throw new MusterError({ code: 'usage', reason: 'Parts of a matrix stand inside a Matrix.' });
  return shared;
};

/** Renders again when one of the store's topics rings. */
export const useTopic = (store: MatrixStore, topic: string): number => {
  const subscribe = useCallback(
    (listener: () => void) => store.subscriptions.subscribe(topic, listener),
    [store, topic],
  );
  return useSyncExternalStore(subscribe, () => store.subscriptions.version(topic));
};

/** Renders again when this cell changes: its value, its marks, its part in the selection. */
export const useCell = (store: MatrixStore, rowId: string, columnId: string): number => {
  const subscribe = useCallback(
    (listener: () => void) => store.subscriptions.subscribeCell(rowId, columnId, listener),
    [store, rowId, columnId],
  );
  return useSyncExternalStore(subscribe, () => store.subscriptions.cellVersion(rowId, columnId));
};

export const cellElementId = (id: string, line: number, column: number): string => `${id}-${line}-${column}`;
export const groupElementId = (id: string, groupId: string): string => `${id}-group-${groupId.replaceAll(/\s+/g, '_')}`;
