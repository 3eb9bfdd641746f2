import type { Batch, MatrixStore } from './matrix-store.ts';
import type { CellChange } from './model.ts';

/** A change that was shown and then refused, with what the saving threw. */
export interface Refusal {
  readonly changes: readonly CellChange[];
  readonly cause: unknown;
}

/** Sends batches one after the other, so that the last edit of a cell is also the last that the server sees. */
export class SaveQueue {
  readonly #store: MatrixStore;
  readonly #send: (changes: readonly CellChange[]) => Promise<void>;
  readonly #onRefused: (refusal: Refusal) => void;
  #tail: Promise<void> = Promise.resolve();

  constructor(
    store: MatrixStore,
    send: (changes: readonly CellChange[]) => Promise<void>,
    onRefused: (refusal: Refusal) => void,
  ) {
    this.#store = store;
    this.#send = send;
    this.#onRefused = onRefused;
  }

  /** Resolves when this batch is settled, accepted or refused; it never rejects. */
  async add(batch: Batch): Promise<void> {
    const before = this.#tail;
    this.#tail = this.#settle(before, batch);
    await this.#tail;
  }

  async #settle(before: Promise<void>, batch: Batch): Promise<void> {
    await before;
    if (batch.changes.length === 0) {
      this.#store.accept(batch);
      return;
    }
    try {
      await this.#send(batch.changes);
      this.#store.accept(batch);
    } catch (cause) {
      this.#store.refuse(batch);
      this.#onRefused({ changes: batch.changes, cause });
    }
  }
}
