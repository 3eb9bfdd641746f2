import type { Campaign } from '../src/capabilities/awareness/model.ts';
import type { CompetenceAssessment } from '../src/capabilities/competence/model.ts';
import { digestsOf, toldBefore, type Told } from '../src/capabilities/reminders/digest.ts';
import { remindersOn } from '../src/capabilities/reminders/reminder.ts';
import type { Measure, Training } from '../src/capabilities/training/model.ts';
import type { Snapshot } from '../src/capabilities/trail/snapshot.ts';
import { addDays, plainDate } from '../src/kernel/date.ts';
import type { Id } from '../src/kernel/id.ts';
import { levels } from '../src/kernel/level.ts';
import { syntheticSnapshot } from '../tests/factories/snapshot.ts';
import { measureFieldsOf, trainingFieldsOf } from '../tests/factories/training.ts';
import { best } from './best.ts';
import type { BenchResult } from './result.ts';

const on = plainDate('2026-03-01');
const FACTS_PER_PERSON = 10;
const ROUNDS = 5;

const idOf = <T extends Id<string>>(kind: number, index: number): T =>
  `00000000-0000-7000-80${kind}0-${index.toString(16).padStart(12, '0')}` as T;

/** Everybody has an address, proof of two competences that ends within two years, and one training in five; a campaign is for all. */
function withDuties(snapshot: Snapshot): Snapshot {
  const needed = [...new Set(snapshot.role.flatMap(({ competences }) => competences.map((one) => one.competence)))];
  const measure: Measure = { id: idOf(1, 0), version: 1, ...measureFieldsOf('Course') };
  const competenceAssessment = snapshot.person.flatMap(({ id }, index) =>
    [0, 1].map((turn): CompetenceAssessment => ({
      id: idOf(2, index * 2 + turn),
      version: 1,
      personId: id,
      competence: needed[(index * 7 + turn) % needed.length] ?? '',
      level: levels[5],
      on: plainDate('2025-01-01'),
      method: 'certificate',
      assessorId: null,
      assessorName: null,
      evidenceKind: null,
      reference: 'No. 1',
      evidenceIds: [],
      to: addDays(on, ((index * 37 + turn * 11) % 730) - 10),
      refreshMonths: null,
      note: '',
      recordedBy: null,
      claim: null,
    })),
  );
  const training = snapshot.person
    .filter((_, index) => index % 5 === 0)
    .map(({ id }, index): Training => ({
      id: idOf(3, index),
      version: 1,
      ...trainingFieldsOf(id, measure.id, { due: addDays(on, (index % 180) - 30) }),
    }));
  const campaign: Campaign = {
    id: idOf(4, 0),
    version: 1,
    title: 'Policy',
    message: 'Read it.',
    link: null,
    evidenceId: null,
    topics: ['policy'],
    audience: { everyone: true, roleIds: [], units: [], externals: true },
    from: addDays(on, -7),
    due: addDays(on, 7),
    state: 'open',
    questions: [],
    passShare: 1,
    remindDays: 7,
    repeatMonths: null,
  };
  return {
    ...snapshot,
    person: snapshot.person.map((person, index) => ({ ...person, email: `person.${index}@firm.example` })),
    measure: [measure],
    competenceAssessment,
    training,
    campaign: [campaign],
  };
}

function timed(people: number): BenchResult {
  const snapshot = withDuties(syntheticSnapshot(people, FACTS_PER_PERSON));
  const text = JSON.stringify(snapshot);
  const yardstick = best(ROUNDS, () => (JSON.parse(text) as { person: unknown[] }).person.length);
  const first = digestsOf(remindersOn(snapshot, on), toldBefore([]));
  // As on most nights: nearly all was told before.
  const told: readonly Told[] = first.flatMap((digest, index) => (index % 50 === 0 ? [] : digest.told));
  const value = best(ROUNDS, () => digestsOf(remindersOn(snapshot, on), toldBefore(told)).length);
  const things = first.reduce((sum, { items }) => sum + items.length, 0);
  return {
    name: `night, ${people} people`,
    value,
    yardstick,
    ratio: value / yardstick,
    unit: 'ms',
    note: `${things} things due, ${told.length} told before, JSON.parse as yardstick, less is better`,
  };
}

/**
 * Times what the night works out before anything is sent: who is to be told what, and what of it is new. At two sizes:
 * linear in the facts, so the ratio stays. The yardstick is `JSON.parse` of the same snapshot.
 */
export const run = (): readonly BenchResult[] => [5_000, 50_000].map(timed);
