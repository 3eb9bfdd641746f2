import type { Actor } from '../capabilities/identity/model.ts';
import type { Person } from '../capabilities/people/model.ts';
import { mayReadCost, shownTo } from '../capabilities/trail/policy.ts';
import type { Snapshot } from '../capabilities/trail/snapshot.ts';

const hasNoCost = ({ costRate, terms }: Person): boolean =>
  costRate === null && terms.every((each) => each.costRate === null);

const withoutCost = new WeakMap<Snapshot, Snapshot>();

/** The facts that somebody may read: what people cost is left out at the source, so that no page has to remember it. */
export function visibleTo(actor: Actor, snapshot: Snapshot): Snapshot {
  if (mayReadCost(actor) || snapshot.person.every(hasNoCost)) return snapshot;
  const there = withoutCost.get(snapshot);
  if (there !== undefined) return there;
  const visible = { ...snapshot, person: snapshot.person.map((person) => shownTo(actor, person)) };
  withoutCost.set(snapshot, visible);
  return visible;
}
