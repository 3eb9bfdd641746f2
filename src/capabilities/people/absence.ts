import type { PlainDate } from '../../kernel/date.ts';
import { addDays } from '../../kernel/date.ts';
import { invalid } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import { covers, overlaps } from '../../kernel/period.ts';
import type { Absence, AbsenceFields } from './model.ts';

/** Who is away on a day. */
export function awayOn(absences: readonly Absence[], on: PlainDate): ReadonlyMap<PersonId, Absence> {
  return new Map(absences.filter((absence) => covers(absence, on)).map((absence) => [absence.personId, absence]));
}

const lastDay = (to: PlainDate): PlainDate => addDays(to, -1);

/** @throws MusterError `invalid` when the last day is before the first */
export function refuseEmptyAbsence({ from, to }: Pick<AbsenceFields, 'from' | 'to'>): void {
  if (to > from) return;
  throw invalid([{ path: 'to', message: 'The last day cannot be before the first.', accepted: `${from} or later` }]);
}

/** @throws MusterError `invalid` when two absences of one person share a day */
export function refuseOverlappingAbsences(absences: readonly Pick<Absence, 'personId' | 'from' | 'to'>[]): void {
  for (const own of Map.groupBy(absences, ({ personId }) => personId).values()) {
    const sorted = own.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    for (const [index, absence] of sorted.entries()) {
      const next = sorted[index + 1];
      if (next === undefined || !overlaps(absence, next)) continue;
      throw invalid([
        {
          path: 'from',
          message: `There is an absence from ${absence.from} to ${lastDay(absence.to)} already, and one from ${next.from} to ${lastDay(next.to)}: they share days.`,
          accepted: 'days on which no other absence is recorded',
        },
      ]);
    }
  }
}
