import { findRequirement } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { notFound } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import { awayOn } from '../people/absence.ts';
import { engagedSince } from '../people/engaged.ts';
import type { Appointment } from '../roles/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { answeredCompetence, rolesWithoutCompetent } from './answer-competence.ts';
import { competenceIn } from './competence-judge.ts';
import { hoursByRole, totalHours } from './coverage.ts';
import { explainAspect } from './explanation.ts';
import { aspectNames, type Answer, type AnswerPerson, type Aspect, type Assessment, type Coverage } from './model.ts';
import {
  acting,
  cellsWith,
  isEveryone,
  resolve,
  type LetterRow,
  type Resolution,
  type Staffing,
} from './resolution.ts';

const SHOWN = 200;

/**
 * The killer query for one requirement: who answers, who works, with what, and whether that is enough. `assessment`
 * must be of the same snapshot and day.
 * @throws MusterError `not-found` when the catalogue has no such requirement.
 */
export function answer(
  snapshot: Snapshot,
  assessment: Assessment,
  requirementId: RequirementId,
  on: PlainDate,
): Answer {
  return answerFrom(resolve(snapshot, on), assessment, requirementId);
}

/** As `answer`, from a resolution that the caller has already. */
export function answerFrom(resolution: Resolution, assessment: Assessment, requirementId: RequirementId): Answer {
  const requirement = findRequirement(requirementId);
  const coverage = assessment.requirements.find((entry) => entry.requirementId === requirementId);
  const row = resolution.rows.find((entry) => entry.requirement.id === requirementId);
  if (requirement === undefined || coverage === undefined || row === undefined) throw notFound('requirement');
  const { aspects, applicable } = coverage;
  const judge = competenceIn(resolution);
  const named = cellsWith(row, 'R').filter((entry) => !isEveryone(entry));
  return {
    requirement: { id: requirement.id, title: requirement.title, applicable },
    on: resolution.on,
    accountable: peopleIn(row, 'A', resolution),
    responsible: peopleIn(row, 'R', resolution),
    deputies: deputiesIn(row, resolution),
    statement: row.entry === null ? null : { status: row.entry.status, statusOn: row.entry.statusOn },
    competence: aspects.competent,
    competences: applicable ? answeredCompetence(row, resolution, judge) : [],
    withoutCompetent: applicable ? rolesWithoutCompetent(row, judge) : [],
    capacity: { ...aspects.capacity, hoursPerWeek: totalHours(named, hoursByRole()).hours },
    infrastructure: aspects.infrastructure,
    money: aspects.money,
    evidence: evidenceUnkept,
    ...verdict(coverage),
  };
}

const evidenceUnkept: Aspect = {
  state: 'unjudged',
  because: explainAspect.noRecords('files that show how the requirement is met'),
};

function verdict({ aspects, applicable }: Coverage): Pick<Answer, 'enough' | 'because'> {
  if (!applicable) return { enough: null, because: aspects.accountable.because };
  const short = aspectNames.map((name) => aspects[name]).filter(({ state }) => state === 'gap' || state === 'weak');
  if (short.length > 0) return { enough: false, because: explainAspect.notEnough(short.map(({ because }) => because)) };
  return aspectNames.every((name) => aspects[name].state === 'met')
    ? { enough: true, because: explainAspect.enough() }
    : { enough: null, because: explainAspect.notShown() };
}

/** Those behind a letter of a row, at most 200. */
export function peopleIn(row: LetterRow, letter: 'A' | 'R', resolution: Resolution): readonly AnswerPerson[] {
  const people: AnswerPerson[] = [];
  const away = awayOn(resolution.snapshot.absence, resolution.on);
  const backOf = (id: PersonId): PlainDate | null => away.get(id)?.to ?? null;
  for (const entry of cellsWith(row, letter)) {
    const { staffing, standing } = entry;
    if (standing?.active === true)
      people.push({
        personId: standing.person.id,
        name: standing.person.name,
        external: standing.person.kind === 'external',
        role: null,
        since: null,
        hoursPerWeek: null,
        awayUntil: backOf(standing.person.id),
        approval: null,
      });
    if (staffing === null) continue;
    const role = { roleId: staffing.role.id, name: staffing.role.name };
    people.push(...appointed(acting(staffing).slice(0, SHOWN), staffing, resolution));
    if (!isEveryone(entry)) continue;
    for (const { person, active } of resolution.people.values()) {
      if (people.length >= SHOWN) break;
      if (!active) continue;
      people.push({
        personId: person.id,
        name: person.name,
        external: person.kind === 'external',
        role: { ...role, capacity: 'holder' },
        since: engagedSince(person, resolution.on),
        hoursPerWeek: null,
        awayUntil: backOf(person.id),
        approval: null,
      });
    }
  }
  return people.slice(0, SHOWN);
}

/** The people behind appointments to a role. */
function appointed(
  appointments: readonly Appointment[],
  { role }: Staffing,
  { people, snapshot, on }: Resolution,
): readonly AnswerPerson[] {
  const away = awayOn(snapshot.absence, on);
  return appointments.flatMap(({ personId, capacity, from, hoursPerWeek, approval }): readonly AnswerPerson[] => {
    const person = people.get(personId)?.person;
    if (person === undefined) return [];
    return [
      {
        personId,
        name: person.name,
        external: person.kind === 'external',
        role: { roleId: role.id, name: role.name, capacity },
        since: from,
        hoursPerWeek,
        awayUntil: away.get(personId)?.to ?? null,
        approval: approval === null ? null : { name: approval.name, on: approval.on },
      },
    ];
  });
}

/** Deputies of the roles with A or R in a row, each role once, while a holder acts; at most 200. */
function deputiesIn(row: LetterRow, resolution: Resolution): readonly AnswerPerson[] {
  const roles = new Set([...cellsWith(row, 'A'), ...cellsWith(row, 'R')].flatMap(({ staffing }) => staffing ?? []));
  return [...roles]
    .filter(({ holders }) => holders.length > 0)
    .flatMap((staffing) => appointed(staffing.deputies.slice(0, SHOWN), staffing, resolution))
    .slice(0, SHOWN);
}
