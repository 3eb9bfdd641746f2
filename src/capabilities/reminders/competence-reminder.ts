import { daysBetween, type PlainDate } from '../../kernel/date.ts';
import { heldBook } from '../competence/held.ts';
import { needBook } from '../competence/need.ts';
import { standingOf, type CompetenceStanding } from '../competence/standing.ts';
import type { Due, ReminderContext } from './reminder.ts';
import { notices, stepOn } from './step.ts';
import { countsUntil, ofPerson, tellPerson } from './telling.ts';

/** The first day on which what counted no longer does; null where nothing ends. */
function endOf({ state, until, judgement }: CompetenceStanding): PlainDate | null {
  if (state === 'expiring') return until;
  return state === 'expired' ? (judgement?.to ?? null) : null;
}

/** People of one piece. */
const PIECE = 1000;

/** Competence that people need and have proven, and whose proof ends. Their manager hears of it too (7.2 c). */
export function* competenceReminders({ resolution, recipients, on }: ReminderContext): Generator<readonly Due[], void> {
  const held = heldBook(resolution.snapshot, on);
  yield [];
  const needs = needBook(resolution);
  let due: Due[] = [];
  let looked = 0;
  for (const { person, active } of resolution.people.values()) {
    looked += 1;
    if (looked % PIECE === 0) {
      yield due;
      due = [];
    }
    if (!active || held.keysOf(person.id).length === 0) continue;
    for (const { competence, must, should } of needs.of(person.id)) {
      const level = must ?? should;
      const end = endOf(standingOf(held, person.id, { competence, level }, on));
      const step = end === null ? null : stepOn(end, on, notices.competence);
      if (end === null || step === null) continue;
      due.push({
        kind: 'competence-expiring',
        key: `competence ${person.id} ${competence} ${end}`,
        step,
        left: daysBetween(on, end),
        text: ofPerson(person, `${held.book.nameOf(competence)}, level ${level}: the proof ${countsUntil(end, on)}.`),
        path: { self: '/me', manager: `/people/${person.id}`, steward: `/people/${person.id}` },
        to: tellPerson(recipients, person, true),
      });
    }
  }
  yield due;
}
