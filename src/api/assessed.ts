import { assess } from '../capabilities/assessment/assess.ts';
import type { Assessment } from '../capabilities/assessment/model.ts';
import type { Snapshot } from '../capabilities/trail/snapshot.ts';
import type { PlainDate } from '../kernel/date.ts';

const known = new WeakMap<Snapshot, Map<PlainDate, Assessment>>();

/** The assessment of a snapshot on a day, computed once as long as the snapshot lives. */
export function assessed(snapshot: Snapshot, on: PlainDate): Assessment {
  const days = known.get(snapshot) ?? new Map<PlainDate, Assessment>();
  known.set(snapshot, days);
  const there = days.get(on);
  if (there !== undefined) return there;
  const assessment = assess(snapshot, on);
  if (days.size >= 8) days.clear();
  days.set(on, assessment);
  return assessment;
}

const counted = new WeakMap<Assessment, ReadonlyMap<string, number>>();

/** How many gaps a person or role is the subject of. */
export function gapCounter(assessment: Assessment): (id: string) => number {
  const counts = counted.get(assessment) ?? countGaps(assessment);
  counted.set(assessment, counts);
  return (id) => counts.get(id) ?? 0;
}

function countGaps({ gaps }: Assessment): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { subject } of gaps) counts.set(subject.id, (counts.get(subject.id) ?? 0) + 1);
  return counts;
}
