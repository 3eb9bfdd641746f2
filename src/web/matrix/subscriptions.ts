type Listener = () => void;

interface Entry {
  version: number;
  readonly listeners: Set<Listener>;
}

/** A table of versions that components watch: by name, and by cell. A version only ever grows. */
export class Subscriptions {
  readonly #topics = new Map<string, Entry>();
  readonly #cells = new Map<string, Map<string, Entry>>();

  version(topic: string): number {
    return this.#topics.get(topic)?.version ?? 0;
  }

  subscribe(topic: string, listener: Listener): () => void {
    const entry = this.#topic(topic);
    entry.listeners.add(listener);
    return () => {
      entry.listeners.delete(listener);
    };
  }

  ring(topic: string): void {
    ringEntry(this.#topic(topic));
  }

  cellVersion(rowId: string, columnId: string): number {
    return this.#cells.get(rowId)?.get(columnId)?.version ?? 0;
  }

  subscribeCell(rowId: string, columnId: string, listener: Listener): () => void {
    const entry = this.#cell(rowId, columnId);
    entry.listeners.add(listener);
    return () => {
      entry.listeners.delete(listener);
      // A cell that nobody watches and that never changed needs no memory: there may be 300,000 of them.
      if (entry.listeners.size > 0 || entry.version > 0) return;
      const row = this.#cells.get(rowId);
      row?.delete(columnId);
      if (row?.size === 0) this.#cells.delete(rowId);
    };
  }

  ringCell(rowId: string, columnId: string): void {
    ringEntry(this.#cell(rowId, columnId));
  }

  /** Rings the cells that somebody watches and that `concerns` picks. */
  ringWatchedCells(concerns: (rowId: string, columnId: string) => boolean): void {
    for (const [rowId, row] of this.#cells) {
      for (const [columnId, entry] of row) {
        if (entry.listeners.size > 0 && concerns(rowId, columnId)) ringEntry(entry);
      }
    }
  }

  #topic(topic: string): Entry {
    let entry = this.#topics.get(topic);
    if (entry === undefined) {
      entry = { version: 0, listeners: new Set() };
      this.#topics.set(topic, entry);
    }
    return entry;
  }

  #cell(rowId: string, columnId: string): Entry {
    let row = this.#cells.get(rowId);
    if (row === undefined) {
      row = new Map();
      this.#cells.set(rowId, row);
    }
    let entry = row.get(columnId);
    if (entry === undefined) {
      entry = { version: 0, listeners: new Set() };
      row.set(columnId, entry);
    }
    return entry;
  }
}

const ringEntry = (entry: Entry): void => {
  entry.version += 1;
  for (const listener of entry.listeners) listener();
};
