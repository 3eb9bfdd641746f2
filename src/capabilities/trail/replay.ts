import type { Instant } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import { GENESIS_HASH, type TrailEntry } from './entry.ts';
import { complete, registerNames, type RegisterName, type Registers } from './register.ts';
import { snapshotOf, type Snapshot, type SnapshotRows, type TrailPosition } from './snapshot.ts';

type Tables = { readonly [R in RegisterName]: Map<string, Registers[R]> };

const emptyTables = (): Tables =>
  Object.fromEntries(registerNames.map((name) => [name, new Map()])) as unknown as Tables;

/** Entries told one after the other; gives the facts that they add up to. */
export interface Replay {
  readonly add: (entries: Iterable<TrailEntry>) => void;
  readonly rows: () => SnapshotRows;
  readonly position: () => TrailPosition;
}

/** Starts from nothing, or goes on from a snapshot. Entries must come in the order of their sequence. */
export function replay(from: Snapshot | null = null): Replay {
  const tables = emptyTables();
  let position: TrailPosition = from?.trail ?? { sequence: 0, hash: GENESIS_HASH };
  if (from !== null) {
    for (const name of registerNames) {
      const rows: readonly { readonly id: string }[] = name === 'organization' ? [from.organization] : from[name];
      for (const row of rows) (tables[name] as Map<string, unknown>).set(row.id, row);
    }
  }
  return {
    add(entries) {
      for (const entry of entries) {
        const table = tables[entry.register] as Map<string, unknown>;
        if (entry.after === null) table.delete(entry.subject);
        else table.set(entry.subject, complete(entry.register, JSON.parse(entry.after) as Record<string, unknown>));
        position = { sequence: entry.sequence, hash: entry.hash };
      }
    },
    rows: () =>
      Object.fromEntries(registerNames.map((name) => [name, [...tables[name].values()]])) as unknown as SnapshotRows,
    position: () => position,
  };
}

/** The facts after further entries. */
export function advance(snapshot: Snapshot, entries: readonly TrailEntry[]): Snapshot {
  if (entries.length === 0) return snapshot;
  const [first] = entries;
  if (first?.sequence !== snapshot.trail.sequence + 1) {
    throw new MusterError({ code: 'unusable-data', reason: 'The trail does not go on where the snapshot stands.' });
  }
  const going = replay(snapshot);
  going.add(entries);
  return snapshotOf(going.rows(), going.position(), snapshot.recordedAt);
}

/** The facts as recorded at a moment: what all entries up to it (inclusive) add up to. */
export function asRecorded(entries: Iterable<TrailEntry>, at: Instant | null): Snapshot {
  const telling = replay();
  telling.add(entries);
  return snapshotOf(telling.rows(), telling.position(), at);
}
