import {
  demonstrationApplicability,
  demonstrationAppointments,
  demonstrationCompensatingControls,
  demonstrationDuties,
  demonstrationLetters,
  demonstrationAbsences,
  demonstrationPeople,
  demonstrationUnits,
  demonstrationRules,
} from '../../domain/demonstration.ts';
import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { Decision } from '../../kernel/entity.ts';
import { MusterError } from '../../kernel/errors.ts';
import { weeklyHoursSchema, type WeeklyHours } from '../../kernel/hours.ts';
import type {
  AbsenceId,
  AccountabilityId,
  ApplicabilityId,
  AppointmentId,
  CompensatingControlId,
  DutyId,
  Id,
  NewId,
  PersonId,
  RoleId,
  UnitId,
  SegregationRuleId,
} from '../../kernel/id.ts';
import type { AccountabilityFields } from '../accountability/model.ts';
import { organizationTemplate, type OrganizationTemplate } from '../accountability/template.ts';
import type { ChangeItem } from './change.ts';
import { awarenessItems } from './demonstration-awareness.ts';
import { competenceItems } from './demonstration-competence.ts';
import { frameworkItems } from './demonstration-framework.ts';
import { projectItems } from './demonstration-project.ts';
import { trainingItems } from './demonstration-training.ts';

/**
 * The rows of the demonstration company as it stands on `today`, in the order in which they may be written: what is
 * referred to stands before what refers to it. The same arguments give the same rows.
 */
export function demonstration(today: PlainDate, newId: NewId): readonly ChangeItem[] {
  const people = new Map(demonstrationPeople.map(({ key }) => [key, fresh<PersonId>(newId)]));
  const template = organizationTemplate(newId);
  const roles = new Map(template.roles.map(({ key, id }) => [key, id]));
  return [
    ...personItems(today, people),
    ...unitItems(people, newId),
    ...absenceItems(today, people, newId),
    ...template.roles.map(({ id, ...fields }): ChangeItem => ({
      register: 'role',
      operation: 'create',
      id,
      fields: { ...fields, minimumHolders: minimumHolders[fields.key] ?? fields.minimumHolders },
    })),
    ...appointmentItems(today, people, roles, newId),
    ...accountabilityItems(template, people, roles, newId),
    ...frameworkItems((key) => known(roles, key), newId),
    ...applicabilityItems(today, newId),
    ...compensatingItems(today, people, newId),
    ...dutyItems(people, roles, newId),
    ...ruleItems(newId),
    ...projectItems(today, (key) => known(people, key), newId),
    ...trainingItems(
      today,
      (key) => known(people, key),
      (key) => known(roles, key),
      newId,
    ),
    ...competenceItems(today, (key) => known(people, key), newId),
    ...awarenessItems(today, (key) => known(people, key), newId),
  ];
}

type PersonIds = ReadonlyMap<string, PersonId>;
type RoleIds = ReadonlyMap<string, RoleId>;

const fresh = <T extends Id<string>>(newId: NewId): T => newId() as T;

const dayFrom = (today: PlainDate, day: number | null): PlainDate | null => (day === null ? null : addDays(today, day));

const weekly = (hours: number | null): WeeklyHours | null => (hours === null ? null : weeklyHoursSchema.parse(hours));

const names = new Map(demonstrationPeople.map(({ key, name }) => [key, name]));

function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined)
    throw new MusterError({ code: 'unusable-data', reason: `The demonstration data names "${key}", which it lacks.` });
  return found;
}

const personItems = (today: PlainDate, people: PersonIds): readonly ChangeItem[] =>
  demonstrationPeople.map(({ key, manager, fromDay, toDay, weeklyHours, earlier, terms, ...person }): ChangeItem => ({
    register: 'person',
    operation: 'create',
    id: known(people, key),
    fields: {
      ...person,
      managerId: manager === null ? null : known(people, manager),
      from: addDays(today, fromDay),
      to: dayFrom(today, toDay),
      weeklyHours: weekly(weeklyHours),
      costRate: null,
      earlierPeriods: (earlier ?? []).map((period) => ({
        from: addDays(today, period.fromDay),
        to: addDays(today, period.toDay),
      })),
      terms: (terms ?? []).map((change) => ({
        from: addDays(today, change.fromDay),
        weeklyHours: weekly(change.weeklyHours),
        costRate: null,
      })),
    },
  }));

function unitItems(people: PersonIds, newId: NewId): readonly ChangeItem[] {
  const ids = new Map(demonstrationUnits.map(({ name }) => [name, fresh<UnitId>(newId)]));
  return demonstrationUnits.map(({ kind, name, parent, head, note }): ChangeItem => ({
    register: 'unit',
    operation: 'create',
    id: known(ids, name),
    fields: {
      kind,
      name,
      parentId: parent === null ? null : known(ids, parent),
      headId: known(people, head),
      note,
    },
  }));
}

const absenceItems = (today: PlainDate, people: PersonIds, newId: NewId): readonly ChangeItem[] =>
  demonstrationAbsences.map(({ person, kind, fromDay, toDay, note }): ChangeItem => ({
    register: 'absence',
    operation: 'create',
    id: fresh<AbsenceId>(newId),
    fields: {
      personId: known(people, person),
      kind,
      from: addDays(today, fromDay),
      to: addDays(today, toDay),
      note,
    },
  }));

const appointmentItems = (today: PlainDate, people: PersonIds, roles: RoleIds, newId: NewId): readonly ChangeItem[] =>
  demonstrationAppointments.map(
    ({ role, person, capacity, fromDay, toDay, hoursPerWeek, appointedBy, note }): ChangeItem => ({
      register: 'appointment',
      operation: 'create',
      id: fresh<AppointmentId>(newId),
      fields: {
        personId: known(people, person),
        roleId: known(roles, role),
        capacity,
        from: addDays(today, fromDay),
        to: dayFrom(today, toDay),
        hoursPerWeek: weekly(hoursPerWeek),
        appointedBy: appointedBy === null ? null : (names.get(appointedBy) ?? appointedBy),
        note,
        approval: approvalOf(person, appointedBy, fromDay, today),
      },
    }),
  );

/** Two auditors, so that neither has to audit own work; the company has one. */
const minimumHolders: Readonly<Record<string, number>> = { 'internal-auditor': 2 };

/**
 * Who signed: the managing director, and the shareholders where she is the one appointed or the one who appoints. Where
 * nobody wrote down who appointed, and for what is only weeks old, a second person's word is still to come.
 */
function approvalOf(person: string, appointedBy: string | null, fromDay: number, today: PlainDate): Decision | null {
  if (appointedBy === null || fromDay > -60) return null;
  const [director, owners] = ['vosskuhl', "Shareholders' meeting"];
  const signer = person === director || appointedBy === director ? owners : known(names, director);
  return { userId: null, name: signer, on: addDays(today, fromDay) };
}

/** The default matrix, with the company's own letters in the cells where it differs and in new ones. */
function accountabilityItems(
  { accountability }: OrganizationTemplate,
  people: PersonIds,
  roles: RoleIds,
  newId: NewId,
): readonly ChangeItem[] {
  const cellKey = ({ requirementId, roleId, personId }: Omit<AccountabilityFields, 'letters'>): string =>
    `${requirementId} ${roleId ?? personId ?? ''}`;
  const cells = new Map(accountability.map((cell) => [cellKey(cell), cell]));
  for (const { requirement: requirementId, role, person, letters } of demonstrationLetters) {
    const place = {
      requirementId,
      roleId: role === null ? null : known(roles, role),
      personId: person === null ? null : known(people, person),
    };
    const id = cells.get(cellKey(place))?.id ?? fresh<AccountabilityId>(newId);
    cells.set(cellKey(place), { id, ...place, letters: [...letters] });
  }
  return [...cells.values()].map(({ id, ...fields }): ChangeItem => ({
    register: 'accountability',
    operation: 'create',
    id,
    fields,
  }));
}

const applicabilityItems = (today: PlainDate, newId: NewId): readonly ChangeItem[] =>
  demonstrationApplicability.map(({ requirement, statusOnDay, reasons, evidence, ...entry }): ChangeItem => ({
    register: 'applicability',
    operation: 'create',
    id: fresh<ApplicabilityId>(newId),
    fields: {
      requirementId: requirement,
      ...entry,
      statusOn: dayFrom(today, statusOnDay),
      reasons: [...reasons],
      evidence: [...evidence],
    },
  }));

const dutyItems = (people: PersonIds, roles: RoleIds, newId: NewId): readonly ChangeItem[] =>
  demonstrationDuties.map(({ activity, role, person, requirements, scope }): ChangeItem => ({
    register: 'duty',
    operation: 'create',
    id: fresh<DutyId>(newId),
    fields: {
      activity,
      roleId: role === null ? null : known(roles, role),
      personId: person === null ? null : known(people, person),
      requirementIds: [...requirements],
      scope,
      from: null,
      to: null,
    },
  }));

const ruleItems = (newId: NewId): readonly ChangeItem[] =>
  demonstrationRules.map((rule): ChangeItem => ({
    register: 'segregationRule',
    operation: 'create',
    id: fresh<SegregationRuleId>(newId),
    fields: { ...rule, kind: 'role-pair', references: [] },
  }));

const compensatingItems = (today: PlainDate, people: PersonIds, newId: NewId): readonly ChangeItem[] =>
  demonstrationCompensatingControls.map(({ rule, person, control, approvedBy, owner, expiresDay }): ChangeItem => ({
    register: 'compensatingControl',
    operation: 'create',
    id: fresh<CompensatingControlId>(newId),
    fields: {
      rule,
      personId: known(people, person),
      control,
      approvedBy: known(names, approvedBy),
      expires: addDays(today, expiresDay),
      ownerId: known(people, owner),
    },
  }));
