import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { covers } from '../../kernel/period.ts';
import { refuseEmptyAbsence, refuseOverlappingAbsences } from './absence.ts';

const day = plainDate;
const [mei, ola] = ['mei' as PersonId, 'ola' as PersonId];
const away = (personId: PersonId, from: string, to: string) => ({ personId, from: day(from), to: day(to) });

describe('absences', () => {
  it('of one person share no day; of two they may', () => {
    const leave = away(mei, '2026-07-01', '2026-07-15');
    refuseOverlappingAbsences([leave, away(mei, '2026-07-15', '2026-07-20'), away(ola, '2026-07-01', '2026-08-01')]);
    expect(() => refuseOverlappingAbsences([away(mei, '2026-07-14', '2026-07-20'), leave])).toThrow(
      'There is an absence from 2026-07-01 to 2026-07-14 already, and one from 2026-07-14 to 2026-07-19: they share days.',
    );
  });

  it('have a day at least', () => {
    expect(() => refuseEmptyAbsence(away(mei, '2026-07-01', '2026-07-01'))).toThrow('The last day cannot be before');
  });

  it('are refused exactly when somebody would be away twice on a day', () => {
    const absence = fc
      .tuple(fc.constantFrom(mei, ola), fc.nat(40), fc.integer({ min: 1, max: 12 }))
      .map(([personId, start, days]) => {
        const from = addDays(day('2026-01-01'), start);
        return { personId, from, to: addDays(from, days) };
      });
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 6 }), (absences) => {
        const twice = [mei, ola].some((who) =>
          Array.from({ length: 60 }, (_, at) => addDays(day('2026-01-01'), at)).some(
            (on) => absences.filter((one) => one.personId === who && covers(one, on)).length > 1,
          ),
        );
        let refused = '';
        try {
          refuseOverlappingAbsences(absences);
        } catch (error) {
          refused = String(error);
        }
        expect(refused.includes('share days')).toBe(twice);
      }),
    );
  });
});
