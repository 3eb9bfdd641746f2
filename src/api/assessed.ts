import { assess } from '../capabilities/assessment/assess.ts';
import type { Assessment } from '../capabilities/assessment/model.ts';
import { byDay } from './by-day.ts';

/** The assessment of a snapshot on a day, computed once as long as the snapshot lives. */
export const assessed = byDay((snapshot, on): Assessment => assess(snapshot, on));

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
