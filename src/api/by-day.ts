import type { Snapshot } from '../capabilities/trail/snapshot.ts';
import type { PlainDate } from '../kernel/date.ts';

/** Days that are kept of one snapshot. */
const DAYS = 8;

/** What is computed of a snapshot on a day, once as long as the snapshot lives. */
export function byDay<T>(compute: (snapshot: Snapshot, on: PlainDate) => T): (snapshot: Snapshot, on: PlainDate) => T {
  const known = new WeakMap<Snapshot, Map<PlainDate, T>>();
  return (snapshot, on) => {
    const days = known.get(snapshot) ?? new Map<PlainDate, T>();
    known.set(snapshot, days);
    const there = days.get(on);
    if (there !== undefined) return there;
    const computed = compute(snapshot, on);
    if (days.size >= DAYS) days.clear();
    days.set(on, computed);
    return computed;
  };
}
