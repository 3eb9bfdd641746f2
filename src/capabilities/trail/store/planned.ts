import type { Snapshot, TrailPosition } from '../snapshot.ts';
import type { ChangeItem } from '../change.ts';
import { hasMovedOn, type ChangeRequest, type ChangeResult } from './change.ts';

/** What somebody means to write, and why. */
export interface Planned extends Pick<ChangeRequest, 'followUps' | 'remembered'> {
  readonly reason: string;
  readonly items: readonly ChangeItem[];
}

export interface PlannedMeans {
  /** The facts to plan on; `moved` when those of the last time are no longer the present ones. */
  readonly facts: (moved: boolean) => Promise<Snapshot>;
  readonly write: (planned: Planned, expected: TrailPosition) => Promise<ChangeResult>;
}

/** So often a plan is made anew, because somebody else was first, before the user is told. */
const ATTEMPTS = 4;

/**
 * Plans on the facts and writes on those very facts: when somebody else has written in between, the plan is made anew.
 * So two imports of the same people in the same second make no doubles: the second one finds what the first one wrote.
 * `result` is null when there was nothing to write.
 * @throws MusterError `conflict` when others were first again and again; what `change` throws
 */
export async function writePlanned<P extends Planned>(
  { facts, write }: PlannedMeans,
  plan: (facts: Snapshot) => P | Promise<P>,
): Promise<{ readonly plan: P; readonly result: ChangeResult | null }> {
  for (let attempt = 1; ; attempt += 1) {
    const snapshot = await facts(attempt > 1);
    const made = await plan(snapshot);
    if (made.items.length === 0) return { plan: made, result: null };
    try {
      return { plan: made, result: await write(made, snapshot.trail) };
    } catch (error) {
      if (!hasMovedOn(error) || attempt === ATTEMPTS) throw error;
    }
  }
}
