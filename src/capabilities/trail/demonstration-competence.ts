import {
  demonstrationAwarenessTest,
  demonstrationJudgements,
  type DemonstrationJudgement,
} from '../../domain/demonstration-competence.ts';
import { demonstrationAwarenessTraining } from '../../domain/demonstration-training.ts';
import { demonstrationAppointments, demonstrationPeople } from '../../domain/demonstration.ts';
import { findRoleTemplate } from '../../domain/role-template.ts';
import { addDays, type PlainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { CompetenceAssessmentId, NewId, PersonId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { ChangeItem } from './change.ts';

/** The methods by which people were judged when they took their roles, in turn. */
const methods = ['interview', 'manager', 'observed', 'test'] as const;

const managers = new Map(demonstrationPeople.map(({ key, manager }) => [key, manager]));
const special = new Set(demonstrationJudgements.map(({ person, competence }) => `${person} ${competence}`));
const staying = (toDay: number | null): boolean => toDay === null || toDay > 0;

/** The highest level that the present and coming roles of each person ask, wished for or required. */
function askedOfPeople(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const asked = new Map<string, Map<string, number>>();
  for (const { role, person, toDay } of demonstrationAppointments) {
    if (!staying(toDay)) continue;
    const own = asked.get(person) ?? new Map<string, number>();
    asked.set(person, own);
    for (const { id, level } of findRoleTemplate(role)?.competences ?? [])
      own.set(id, Math.max(level, own.get(id) ?? 0));
  }
  return asked;
}

/** Most can do what their roles ask, and were judged within the last half year, each by their manager. */
const usual: readonly DemonstrationJudgement[] = [...askedOfPeople()].flatMap(([person, own], at) =>
  [...own].flatMap(([competence, level], turn): readonly DemonstrationJudgement[] => {
    if (special.has(`${person} ${competence}`)) return [];
    const method = methods[(at + turn) % methods.length] ?? 'interview';
    return [
      {
        person,
        competence,
        level,
        method,
        onDay: -(40 + ((at * 13 + turn * 7) % 120)),
        toDay: null,
        assessor: managers.get(person) ?? 'odegard',
        evidenceKind: null,
        reference: method === 'test' ? 'Test paper in the personnel file' : null,
        note: '',
        claimed: false,
      },
    ];
  }),
);

const aware = new Set(
  usual.flatMap(({ person, competence }) => (competence === demonstrationAwarenessTest.competence ? [person] : [])),
);

const tested: readonly DemonstrationJudgement[] = demonstrationPeople
  .filter(
    ({ key, fromDay, toDay }) =>
      fromDay <= demonstrationAwarenessTraining.doneDay &&
      staying(toDay) &&
      !aware.has(key) &&
      !demonstrationAwarenessTraining.without.some((name) => name === key),
  )
  .map(({ key }) => ({
    person: key,
    ...demonstrationAwarenessTest,
    method: 'test',
    toDay: null,
    assessor: null,
    evidenceKind: 'awareness-course',
    reference: 'Result of the yearly test',
    note: '',
    claimed: false,
  }));

function levelOf(level: number): Level {
  const found = levels.find((one) => one === level);
  if (found !== undefined) return found;
  throw new MusterError({ code: 'unusable-data', reason: `The demonstration judges at ${level}, which is no level.` });
}

/** What the people of the demonstration company were judged in by `today`. */
export const competenceItems = (
  today: PlainDate,
  personOf: (key: string) => PersonId,
  newId: NewId,
): readonly ChangeItem[] =>
  [...demonstrationJudgements, ...usual, ...tested].flatMap(
    ({ person, level, onDay, toDay, assessor, claimed, ...judgement }): readonly ChangeItem[] =>
      level === null
        ? []
        : [
            {
              register: 'competenceAssessment',
              operation: 'create',
              id: newId() as CompetenceAssessmentId,
              fields: {
                ...judgement,
                personId: personOf(person),
                level: levelOf(level),
                on: addDays(today, onDay),
                to: toDay === null ? null : addDays(today, toDay),
                assessorId: assessor === null ? null : personOf(assessor),
                assessorName: null,
                evidenceIds: [],
                refreshMonths: null,
                recordedBy: null,
                claim: claimed ? { decision: null } : null,
              },
            },
          ],
  );
