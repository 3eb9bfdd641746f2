import type { Actor } from '../identity/model.ts';
import { authorize, rowChange, type ChangeItem } from './change.ts';
import { registerNames } from './register.ts';
import { snapshotOf, type Snapshot, type SnapshotRows } from './snapshot.ts';

/**
 * The facts as they would stand after a change, which is not made. What only the tables check is not checked here.
 * @throws MusterError as the change would be refused for permission, versions or fields
 */
export function foreseen(snapshot: Snapshot, items: readonly ChangeItem[], actor: Actor): Snapshot {
  authorize(actor, items);
  const touched = new Set(items.map(({ register }) => register));
  const rows: Record<string, readonly unknown[]> = {};
  for (const register of registerNames) {
    const present: readonly { readonly id: string }[] =
      register === 'organization' ? [snapshot.organization] : snapshot[register];
    rows[register] = present;
    if (!touched.has(register)) continue;
    const table = new Map(present.map((row) => [row.id, row as unknown as Readonly<Record<string, unknown>>]));
    for (const item of items) {
      if (item.register !== register) continue;
      const changed = rowChange(item, table.get(item.id), '', actor);
      if (changed === null) continue;
      if (changed.after === null) table.delete(item.id);
      else table.set(item.id, changed.after);
    }
    rows[register] = [...table.values()];
  }
  return snapshotOf(rows as unknown as SnapshotRows, snapshot.trail, snapshot.recordedAt);
}
