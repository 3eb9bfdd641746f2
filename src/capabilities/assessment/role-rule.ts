import { mandatoryRoles } from '../../domain/role-template.ts';
import type { Appointment } from '../roles/model.ts';
import { explain } from './explanation.ts';
import {
  appointmentFacts,
  cellFacts,
  inOrder,
  personFact,
  personSubject,
  roleFact,
  roleSubject,
  vacancyOf,
  type Rule,
} from './gap.ts';
import type { Gap } from './model.ts';
import { requirementsOf } from './resolution.ts';

/** As many names as a sentence looks at. */
const NAMED = 4;
/** So many appointments a gap cites and its fix offers at once; the sentence counts them all. */
const CITED = 500;

/**
 * `role.mandatory-vacant`: a mandatory role has no active holder, or the organization has not even got the role.
 * A deputy does not fill it: 5.3 wants the duty assigned.
 */
export const mandatoryVacant: Rule = ({ resolution, candidates }) => {
  const gaps: Gap[] = [];
  for (const template of mandatoryRoles) {
    if (resolution.rolesByKey.has(template.id)) continue;
    gaps.push({
      id: `role.mandatory-vacant:${template.id}`,
      rule: 'role.mandatory-vacant',
      severity: 'critical',
      subject: { kind: 'role', id: template.id, label: template.name },
      requirements: [],
      clause: '5.3',
      explanation: explain.mandatoryMissing(template.name),
      facts: [],
      fix: { kind: 'add-role', roleKey: template.id },
    });
  }
  for (const staffing of resolution.roles.values()) {
    const { role } = staffing;
    if (!role.mandatory || staffing.holding === 'everyone' || staffing.holders.length > 0) continue;
    gaps.push({
      id: `role.mandatory-vacant:${role.id}`,
      rule: 'role.mandatory-vacant',
      severity: 'critical',
      subject: roleSubject(role),
      requirements: inOrder(requirementsOf(staffing, ['A', 'R'])),
      clause: '5.3',
      explanation: explain.mandatoryVacant(role.name, vacancyOf(staffing, resolution)),
      facts: [roleFact(role)],
      fix: { kind: 'appoint', roleId: role.id, capacity: 'holder', candidates: candidates.forRole(staffing) },
    });
  }
  return gaps;
};

/**
 * `role.no-deputy`: a role that needs a deputy has exactly one person in it. Two holders cover for each other, and a
 * vacant role is a gap of its own kind.
 */
export const noDeputy: Rule = ({ resolution, candidates }) => {
  const gaps: Gap[] = [];
  for (const staffing of resolution.roles.values()) {
    const { role, holders, deputies } = staffing;
    const [holder] = holders;
    if (!role.needsDeputy || holder === undefined) continue;
    if (holders.some((other) => other.personId !== holder.personId)) continue;
    if (deputies.some((deputy) => deputy.personId !== holder.personId)) continue;
    gaps.push({
      id: `role.no-deputy:${role.id}`,
      rule: 'role.no-deputy',
      severity: 'minor',
      subject: roleSubject(role),
      requirements: inOrder(requirementsOf(staffing, ['A', 'R'])),
      clause: '7.1',
      explanation: explain.noDeputy(role.name, resolution.people.get(holder.personId)?.person.name ?? ''),
      facts: [roleFact(role), ...appointmentFacts(holders)],
      fix: { kind: 'appoint', roleId: role.id, capacity: 'deputy', candidates: candidates.forRole(staffing) },
    });
  }
  return gaps;
};

/** `role.no-hours`: an appointment as holder without hours a week. One gap an appointment: each is mended by itself. */
export const noHours: Rule = ({ resolution }) => {
  const gaps: Gap[] = [];
  for (const staffing of resolution.roles.values()) {
    if (staffing.holding === 'everyone') continue;
    const { role } = staffing;
    const without = staffing.holders.filter((holder) => (holder.hoursPerWeek ?? 0) === 0);
    if (without.length === 0) continue;
    const requirements = inOrder(requirementsOf(staffing, ['A', 'R']));
    for (const holder of without) {
      const person = resolution.people.get(holder.personId)?.person;
      if (person === undefined) continue;
      gaps.push({
        id: `role.no-hours:${holder.id}`,
        rule: 'role.no-hours',
        severity: 'minor',
        subject: personSubject(person),
        requirements,
        clause: '7.1',
        explanation: explain.noHours(person.name, role.name, holder.from),
        facts: [...appointmentFacts([holder]), personFact(person), roleFact(role)],
        fix: { kind: 'set-hours', appointmentId: holder.id },
      });
    }
  }
  return gaps;
};

/**
 * `role.holder-left`: from the first day on which the engagement is over, every appointment still in effect and every
 * letter by name, in whatever catalogue, is a finding. One gap a person: one hand-over mends it.
 */
export const holderLeft: Rule = ({ resolution }) => {
  const gaps: Gap[] = [];
  for (const { person, ended, appointments, cells, cellsElsewhere } of resolution.people.values()) {
    if (!ended || person.to === null || appointments.length + cells.length + cellsElsewhere.length === 0) continue;
    const held = appointments.flatMap((appointment) => resolution.roles.get(appointment.roleId) ?? []);
    gaps.push({
      id: `role.holder-left:${person.id}`,
      rule: 'role.holder-left',
      severity: 'critical',
      subject: personSubject(person),
      requirements: inOrder([
        ...held.flatMap((staffing) => requirementsOf(staffing, ['A', 'R'])),
        ...cells.map((cell) => cell.requirementId),
      ]),
      clause: '5.3',
      explanation: explain.holderLeft(
        person.name,
        person.to,
        held.map((staffing) => staffing.role.name),
        cells.length,
        cellsElsewhere.length,
      ),
      facts: [...appointmentFacts(appointments), ...cellFacts([...cells, ...cellsElsewhere]), personFact(person)],
      fix: { kind: 'hand-over', personId: person.id },
    });
  }
  return gaps;
};

/**
 * `role.below-minimum`: a role has fewer people as holders than its minimum. Nothing of it is said beside a mandatory
 * role that is vacant: that gap says it already. Minor, as long as somebody is there; major when nobody is.
 */
export const belowMinimum: Rule = ({ resolution, candidates }) => {
  const gaps: Gap[] = [];
  for (const staffing of resolution.roles.values()) {
    const { role, holders, holding } = staffing;
    if (holding === 'everyone' || role.minimumHolders === 0) continue;
    const people = new Set(holders.map((holder) => holder.personId));
    if (people.size >= role.minimumHolders) continue;
    if (role.mandatory && people.size === 0) continue;
    gaps.push({
      id: `role.below-minimum:${role.id}`,
      rule: 'role.below-minimum',
      severity: people.size === 0 ? 'major' : 'minor',
      subject: roleSubject(role),
      requirements: inOrder(requirementsOf(staffing, ['A', 'R'])),
      clause: '7.1',
      explanation: explain.belowMinimum(
        role.name,
        [...people].slice(0, NAMED).flatMap((id) => resolution.people.get(id)?.person.name ?? []),
        people.size,
        role.minimumHolders,
      ),
      facts: [roleFact(role), ...appointmentFacts(holders)],
      fix: { kind: 'appoint', roleId: role.id, capacity: 'holder', candidates: candidates.forRole(staffing) },
    });
  }
  return gaps;
};

/** `role.outsider`: somebody from outside holds, or stands in for, a role that says no to it. One gap an appointment. */
export const outsider: Rule = ({ resolution }) => {
  const gaps: Gap[] = [];
  for (const staffing of resolution.roles.values()) {
    const { role } = staffing;
    if (role.external !== 'no' || staffing.holding === 'everyone') continue;
    for (const appointment of [...staffing.holders, ...staffing.deputies]) {
      const person = resolution.people.get(appointment.personId)?.person;
      if (person?.kind !== 'external') continue;
      gaps.push({
        id: `role.outsider:${appointment.id}`,
        rule: 'role.outsider',
        severity: 'minor',
        subject: personSubject(person),
        requirements: inOrder(requirementsOf(staffing, ['A', 'R'])),
        clause: '5.3',
        explanation: explain.outsider(person.name, role.name, appointment.capacity === 'deputy', appointment.from),
        facts: [...appointmentFacts([appointment]), personFact(person), roleFact(role)],
        fix: { kind: 'end-appointment', appointmentIds: [appointment.id], on: resolution.on },
      });
    }
  }
  return gaps;
};

/**
 * `role.not-approved`: appointments in effect that no second person has approved. One gap for the organization: whoever
 * has just brought in a staff list should not find one for each of its rows.
 */
export const unapproved: Rule = ({ resolution }) => {
  const byId = (a: Appointment, b: Appointment): number => (a.id < b.id ? -1 : 1);
  // The first by id, found without sorting them all: there may be hundreds of thousands.
  let cited: Appointment[] = [];
  let open = 0;
  for (const { holding, holders, deputies } of resolution.roles.values()) {
    if (holding === 'everyone') continue;
    for (const list of [holders, deputies])
      for (const appointment of list) {
        if (appointment.approval !== null) continue;
        open += 1;
        const last = cited[CITED - 1];
        if (last !== undefined && last.id <= appointment.id) continue;
        cited.push(appointment);
        if (cited.length >= 4 * CITED) cited = cited.sort(byId).slice(0, CITED);
      }
  }
  if (open === 0) return [];
  cited = cited.sort(byId).slice(0, CITED);
  const { organization } = resolution.snapshot;
  const labels = cited.slice(0, NAMED).map(({ personId, roleId }) => {
    const person = resolution.people.get(personId)?.person.name ?? '';
    return `${person} as ${resolution.roles.get(roleId)?.role.name ?? ''}`;
  });
  return [
    {
      id: `role.not-approved:${organization.id}`,
      rule: 'role.not-approved',
      severity: 'advice',
      subject: { kind: 'organization', id: organization.id, label: organization.name },
      requirements: [],
      clause: '5.3',
      explanation: explain.notApproved(labels, open),
      facts: appointmentFacts(cited),
      fix: { kind: 'approve', appointmentIds: cited.map(({ id }) => id) },
    },
  ];
};
