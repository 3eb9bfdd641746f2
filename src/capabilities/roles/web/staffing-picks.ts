import type { WeeklyHours } from '../../../kernel/hours.ts';
import type { PersonId, RoleId } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/date.ts';
import type { StaffingRow, ThoughtAppointment } from '../contract.ts';

/** One choice of the guided way: who is to hold a role, or to deputize, with how many hours. */
export interface Pick {
  readonly id: string;
  readonly roleId: RoleId;
  readonly capacity: 'holder' | 'deputy';
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly hours: number | string;
}

/** As many of a body's members as are proposed at once. */
const MEMBERS = 3;
const DEPUTY_HOURS = 1;

/** What is proposed for a role that nobody holds: the best candidates against whom nothing speaks, or an empty choice. */
export function proposalFor(row: StaffingRow): readonly Pick[] {
  if (row.holders.length > 0) return [];
  const fit = row.candidates.filter(({ contested }) => !contested);
  const wanted = row.holding === 'body' ? MEMBERS : Math.max(1, Math.min(row.role.minimumHolders, MEMBERS));
  const picks = fit.slice(0, wanted).map((candidate, index): Pick => ({
    ...emptyPick(row, 'holder', index),
    person: { id: candidate.personId, name: candidate.label },
  }));
  return picks.length === 0 ? [emptyPick(row, 'holder', 0)] : picks;
}

export const emptyPick = (row: StaffingRow, capacity: Pick['capacity'], index: number): Pick => ({
  id: `${row.role.id} ${capacity} ${index}`,
  roleId: row.role.id,
  capacity,
  person: null,
  hours: capacity === 'holder' ? row.hours : DEPUTY_HOURS,
});

/** Choices that name somebody, each person once for a role and capacity. */
export function madePicks(
  picks: readonly Pick[],
): readonly (Pick & { readonly person: NonNullable<Pick['person']> })[] {
  const seen = new Set<string>();
  return picks.flatMap((pick) => {
    if (pick.person === null) return [];
    const mark = `${pick.roleId} ${pick.capacity} ${pick.person.id}`;
    if (seen.has(mark)) return [];
    seen.add(mark);
    return [{ ...pick, person: pick.person }];
  });
}

/** The hours of a choice; null where none are set aside. */
export const hoursOf = (pick: Pick): WeeklyHours | null =>
  typeof pick.hours === 'number' && pick.hours > 0 ? (pick.hours as WeeklyHours) : null;

export const thoughtsOfPicks = (picks: readonly Pick[], from: PlainDate): readonly ThoughtAppointment[] =>
  madePicks(picks).map((pick) => ({
    appointmentId: null,
    personId: pick.person.id as PersonId,
    roleId: pick.roleId,
    capacity: pick.capacity,
    from,
    to: null,
    hoursPerWeek: hoursOf(pick),
  }));
