import { requirementPosition, type Requirement } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { Person } from '../people/model.ts';
import type { Role } from '../roles/model.ts';
import type { Candidates } from './candidate.ts';
import type { CompetenceJudge } from './competence-judge.ts';
import type { Vacancy } from './explanation.ts';
import type { AssessmentSettings, Fact, Gap, Subject } from './model.ts';
import { ruleIds, severities } from './model.ts';
import type { HeldCell, Resolution, Staffing } from './resolution.ts';

/** What every rule reads. */
export interface RuleContext {
  readonly resolution: Resolution;
  readonly settings: AssessmentSettings;
  readonly candidates: Candidates;
  readonly competence: CompetenceJudge;
}

/** A family of rules: the gaps that it finds on the day, in any order. */
export type Rule = (context: RuleContext) => readonly Gap[];

export const roleSubject = (role: Role): Subject => ({ kind: 'role', id: role.id, label: role.name });
export const personSubject = (person: Person): Subject => ({
  kind: 'person',
  id: person.id,
  label: person.name,
  unit: person.unit,
});
export const requirementSubject = (requirement: Requirement): Subject => ({
  kind: 'requirement',
  id: requirement.id,
  label: requirementLabel(requirement),
});

/** `A.8.8 Management of technical vulnerabilities`. */
export const requirementLabel = (requirement: Requirement): string => `${requirement.id} ${requirement.title}`;

/** Name of the role or person that a cell belongs to. */
export const cellLabel = (entry: HeldCell): string =>
  entry.staffing?.role.name ?? entry.standing?.person.name ?? 'an unknown role';

export const roleFact = (role: Role): Fact => ({ register: 'role', id: role.id });
export const personFact = (person: Person): Fact => ({ register: 'person', id: person.id });
export const appointmentFacts = (appointments: readonly { readonly id: string }[]): readonly Fact[] =>
  appointments.map(({ id }) => ({ register: 'appointment', id }));
export const cellFacts = (cells: readonly { readonly id: string }[]): readonly Fact[] =>
  cells.map(({ id }) => ({ register: 'accountability', id }));

/** Each requirement once, in the catalogue's order. */
export const inOrder = (ids: Iterable<RequirementId>): readonly RequirementId[] =>
  [...new Set(ids)].sort((a, b) => (requirementPosition(a) ?? 0) - (requirementPosition(b) ?? 0));

/** Why nobody acts in a role, with names. */
export function vacancyOf(staffing: Staffing, resolution: Resolution): Vacancy {
  const nameOf = (appointment: { readonly personId: Person['id'] }): string =>
    resolution.people.get(appointment.personId)?.person.name ?? '';
  const { last, next, deputies, role } = staffing;
  const standIn = role.fallbackKey === null ? undefined : resolution.rolesByKey.get(role.fallbackKey);
  return {
    last: last === null ? null : { person: nameOf(last.appointment), since: last.since },
    next: next === null ? null : { person: nameOf(next.appointment), from: next.from },
    deputies: deputies.slice(0, 4).map(nameOf),
    standIn:
      standIn === undefined
        ? null
        : {
            role: standIn.role.name,
            people: standIn.holders.slice(0, 4).map(nameOf),
            against: resolution.book.between(role.key, standIn.role.key)?.id ?? null,
          },
  };
}

const severityRank = new Map(severities.map((severity, rank) => [severity, rank]));
const ruleRank = new Map(ruleIds.map((rule, rank) => [rule, rank]));

/** Worst first, then in the order of the rules, then as found: by requirement, role or person. */
export const sortGaps = (gaps: readonly Gap[]): readonly Gap[] =>
  gaps.toSorted(
    (a, b) =>
      (severityRank.get(a.severity) ?? 0) - (severityRank.get(b.severity) ?? 0) ||
      (ruleRank.get(a.rule) ?? 0) - (ruleRank.get(b.rule) ?? 0),
  );
