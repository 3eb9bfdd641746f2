import { assess } from '../src/capabilities/assessment/assess.ts';
import type { CompetenceAssessment } from '../src/capabilities/competence/model.ts';
import type { Snapshot } from '../src/capabilities/trail/snapshot.ts';
import { addDays, plainDate } from '../src/kernel/date.ts';
import type { CompetenceAssessmentId } from '../src/kernel/id.ts';
import { levels } from '../src/kernel/level.ts';
import { syntheticSnapshot } from '../tests/factories/snapshot.ts';
import { best } from './best.ts';
import type { BenchResult } from './result.ts';

const PEOPLE = 50_000;
const FACTS_PER_PERSON = 10;
const ROUNDS = 7;
const on = plainDate('2026-03-01');

/** What the roles that most people hold ask for, so that judgements meet needs. */
const keys = [
  'security-awareness',
  'asset-classification',
  'iso-controls',
  'incident-management',
  'risk-governance',
] as const;
const methods = ['certificate', 'interview', 'manager', 'self', 'test'] as const;

/** Five judgements of each person, some of them too low, over, or without evidence. */
function judged(snapshot: Snapshot): Snapshot {
  const competenceAssessment = snapshot.person.flatMap((person, index) =>
    keys.map((competence, turn): CompetenceAssessment => ({
      id: `00000000-0000-7000-8aaa-${(index * keys.length + turn).toString(16).padStart(12, '0')}` as CompetenceAssessmentId,
      version: 1,
      personId: person.id,
      competence,
      level: levels[(index + turn) % 4 === 0 ? 1 : (index % 3) + 2] ?? levels[3],
      on: addDays(on, -((index * 7 + turn * 31) % 1_200)),
      method: methods[(index + turn) % methods.length] ?? 'interview',
      assessorId: null,
      assessorName: 'Ingrid Sørensen',
      evidenceKind: null,
      reference: 'Paper',
      evidenceIds: [],
      to: null,
      refreshMonths: null,
      note: '',
      recordedBy: null,
      claim: null,
    })),
  );
  return { ...snapshot, competenceAssessment };
}

/**
 * Times `assess` at 50,000 people with five judgements each. Yardsticks: `JSON.parse` of the same snapshot, what it costs
 * only to read the facts; and `assess` of the same organization in which nothing was ever judged, so that the ratio says
 * what the judgements add. Best of several runs in milliseconds.
 */
export function run(): readonly BenchResult[] {
  const plain = syntheticSnapshot(PEOPLE, FACTS_PER_PERSON);
  const snapshot = judged(plain);
  const text = JSON.stringify(snapshot);
  const gaps = assess(snapshot, on).gaps.filter(({ rule }) => rule.startsWith('competence.')).length;
  const parse = best(ROUNDS, () => (JSON.parse(text) as { person: unknown[] }).person.length);
  const without = best(ROUNDS, () => assess(plain, on).gaps.length);
  const value = best(ROUNDS, () => assess(snapshot, on).gaps.length);
  const against = (yardstick: number, name: string): BenchResult => ({
    name: `gaps of ${PEOPLE} people, ${keys.length} judgements each`,
    value,
    yardstick,
    ratio: value / yardstick,
    unit: 'ms',
    note: `${gaps} gaps of competence; ${name} as yardstick, less is better`,
  });
  return [against(parse, 'JSON.parse'), against(without, 'assess without judgements')];
}
