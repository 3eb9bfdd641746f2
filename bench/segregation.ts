import { candidatesIn } from '../src/capabilities/assessment/candidate.ts';
import { competenceIn } from '../src/capabilities/assessment/competence-judge.ts';
import { resolve } from '../src/capabilities/assessment/resolution.ts';
import { settingsOf } from '../src/capabilities/assessment/rule-tuning.ts';
import { segregation } from '../src/capabilities/assessment/segregation-rule.ts';
import type { Duty } from '../src/capabilities/segregation/model.ts';
import { activitiesOf, ruleBook } from '../src/capabilities/segregation/rule-book.ts';
import type { Snapshot } from '../src/capabilities/trail/snapshot.ts';
import { plainDate } from '../src/kernel/date.ts';
import type { DutyId } from '../src/kernel/id.ts';
import { syntheticSnapshot } from '../tests/factories/snapshot.ts';
import { best } from './best.ts';
import type { BenchResult } from './result.ts';

const on = plainDate('2026-03-01');
const PEOPLE = 50_000;
const FACTS_PER_PERSON = 10;
const DUTIES = 2000;
const ROUNDS = 7;

/** Activities of every rule, half of them bound to an area: most by name, one in forty through a role that thousands hold. */
function withDuties(snapshot: Snapshot): Snapshot {
  const activities = activitiesOf(ruleBook([]));
  const duty = Array.from({ length: DUTIES }, (_, index): Duty => {
    const role = index % 40 === 0 ? snapshot.role[index % snapshot.role.length] : undefined;
    const person = snapshot.person[(index * 13) % snapshot.person.length];
    return {
      id: `00000000-0000-7000-8007-${index.toString(16).padStart(12, '0')}` as DutyId,
      version: 1,
      activity: activities[index % activities.length] ?? '',
      roleId: role?.id ?? null,
      personId: role === undefined ? (person?.id ?? null) : null,
      requirementIds: [],
      scope: index % 2 === 0 ? null : `Area ${index % 50}`,
      from: null,
      to: null,
    };
  });
  return { ...snapshot, duty };
}

/**
 * Times the expansion of roles and letters to people, and segregation judged on it, at 50,000 people with 10 facts each
 * and 2,000 assigned activities. The yardstick is `JSON.parse` of the same snapshot.
 */
export function run(): readonly BenchResult[] {
  const snapshot = withDuties(syntheticSnapshot(PEOPLE, FACTS_PER_PERSON));
  const text = JSON.stringify(snapshot);
  const yardstick = best(ROUNDS, () => (JSON.parse(text) as { person: unknown[] }).person.length);
  const resolution = resolve(snapshot, on);
  const context = {
    resolution,
    settings: settingsOf(snapshot),
    candidates: candidatesIn(resolution),
    competence: competenceIn(resolution),
  };
  const found = segregation(context).length;
  const timed = (name: string, value: number, note: string): BenchResult => ({
    name: `${name}, ${PEOPLE} people`,
    value,
    yardstick,
    ratio: value / yardstick,
    unit: 'ms',
    note: `${note}, JSON.parse as yardstick, less is better`,
  });
  return [
    timed(
      'expansion',
      best(ROUNDS, () => resolve(snapshot, on).people.size),
      `${FACTS_PER_PERSON} facts each`,
    ),
    timed(
      'segregation',
      best(ROUNDS, () => segregation(context).length),
      `${DUTIES} activities, ${found} conflicts`,
    ),
  ];
}
