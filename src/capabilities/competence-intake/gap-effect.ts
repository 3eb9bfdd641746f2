import type { PlainDate } from '../../kernel/date.ts';
import { assess } from '../assessment/assess.ts';
import { consequences } from '../assessment/consequence.ts';
import type { Assessment } from '../assessment/model.ts';
import type { Actor } from '../identity/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { foreseen } from '../trail/foresight.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { GapEffect } from './contract.ts';

/** Where more people are, an assessment of what would be takes longer than anybody waits for a dry run. */
const MOST_PEOPLE = 5000;
const SHOWN = 12;

/** Which gaps an import would make and close on a day, the worst first; null where that takes too long to be seen. */
export function gapEffect(
  snapshot: Snapshot,
  items: readonly ChangeItem[],
  { actor, on, before }: { readonly actor: Actor; readonly on: PlainDate; readonly before: () => Assessment },
): GapEffect | null {
  if (snapshot.person.length > MOST_PEOPLE) return null;
  if (items.length === 0) return { created: 0, removed: 0, worst: { created: [], removed: [] } };
  const { created, removed } = consequences(before(), assess(foreseen(snapshot, items, actor), on));
  return {
    created: created.length,
    removed: removed.length,
    worst: { created: created.slice(0, SHOWN), removed: removed.slice(0, SHOWN) },
  };
}
