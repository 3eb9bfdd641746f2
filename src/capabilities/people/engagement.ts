import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { EmploymentStatus } from './employment-status.ts';

/** What the cells of one row say about beginning and end. */
export interface EngagementFacts {
  readonly from: PlainDate | null;
  /** The last day on which somebody is engaged, as HR systems write an end. */
  readonly lastDay: PlainDate | null;
  /** The first day on which they no longer are; wins over `lastDay`. */
  readonly firstDayAfter: PlainDate | null;
  readonly statuses: readonly EmploymentStatus[];
}

export interface Engagement {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly ended: boolean;
  readonly endAssumed: boolean;
  readonly flags: readonly string[];
}

/**
 * Half-open engagement `[from, to)` of a row on `today`. A last day of 30 June ends with `to` 1 July. One status that
 * says "ended" is enough; without a date the end is today, flagged. A date outweighs a status.
 */
export function engagement(facts: EngagementFacts, today: PlainDate): Engagement {
  const flags: string[] = [];
  const saysEnded = facts.statuses.includes('ended');
  const saysActive = !saysEnded && facts.statuses.some((status) => status === 'active' || status === 'on-leave');
  let from = facts.from;
  let to = facts.firstDayAfter ?? (facts.lastDay === null ? null : addDays(facts.lastDay, 1));
  if (from !== null && to !== null && to <= from && saysActive) {
    flags.push(`The end ${to} is not after the beginning ${from} and the status says active: the end was left out.`);
    to = null;
  }
  const endAssumed = saysEnded && to === null;
  if (endAssumed) {
    to = today;
    flags.push(`There is no end date in the file; taken as ended on ${today}.`);
  }
  if (from !== null && to !== null && to <= from) {
    flags.push(`The end ${to} is not after the beginning ${from}: the beginning was left out.`);
    from = null;
  }
  const ended = to !== null && to <= today;
  if (saysEnded && !ended)
    flags.push(`The status says ended, but the end ${to} lies ahead: taken as engaged until then.`);
  if (saysActive && ended) flags.push(`The status says active, but the end ${to} has passed: taken as ended.`);
  if (facts.statuses.includes('on-leave') && !ended) flags.push('On leave: taken as engaged.');
  if (facts.statuses.includes('unsure') && !saysEnded && !ended)
    flags.push(
      'The account is blocked or the status leaves open whether this person has left: taken as engaged; check.',
    );
  return { from, to, ended, endAssumed, flags };
}
