import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Actor, Permission } from '../../src/capabilities/identity/model.ts';
import type { PersonFields } from '../../src/capabilities/people/model.ts';
import type { AppointmentFields } from '../../src/capabilities/roles/model.ts';
import { foundingItems } from '../../src/capabilities/trail/founding.ts';
import type { ChangeItem, ItemOf } from '../../src/capabilities/trail/change.ts';
import type { NewFieldsOf } from '../../src/capabilities/trail/register.ts';
import { change, type ChangeRequest, type ChangeResult } from '../../src/capabilities/trail/store/change.ts';
import { addDays, dayOf, instant, plainDate, type Instant } from '../../src/kernel/date.ts';
import type {
  AbsenceId,
  AppointmentId,
  OrganizationId,
  PersonId,
  RoleId,
  UnitId,
  UserId,
} from '../../src/kernel/id.ts';
import type { Level } from '../../src/kernel/level.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/db/database.ts';

/** A clock that stands where it is put and goes on by a second at every look. */
export interface TestClock extends Clock {
  readonly set: (at: Instant) => void;
}

export function steppingClock(start = '2026-03-02T08:00:00.000Z'): TestClock {
  let at = Date.parse(start);
  return {
    now: () => instant(new Date((at += 1000))),
    today: () => dayOf(instant(new Date(at))),
    newId: () => v7(),
    newNonce: () => randomBytes(16).toString('hex'),
    set: (moment) => (at = Date.parse(moment)),
  };
}

export const freshId = <T>(): T => v7() as T;

export const member = (permission: Permission, name = `The ${permission}`): Actor => ({
  kind: 'member',
  userId: freshId<UserId>(),
  name,
  permission,
  personId: null,
});

export const personFieldsOf = (name: string, changes: Partial<PersonFields> = {}): NewFieldsOf<'person'> => ({
  name,
  email: null,
  externalId: null,
  kind: 'internal',
  unit: null,
  site: null,
  jobTitle: null,
  managerId: null,
  from: null,
  to: null,
  weeklyHours: null,
  costRate: null,
  ...changes,
});

type Creation<R extends 'person' | 'role' | 'appointment' | 'unit' | 'absence'> = Extract<
  ItemOf<R>,
  { readonly operation: 'create' }
>;

export const newPerson = (name: string, changes: Partial<PersonFields> = {}): Creation<'person'> => ({
  register: 'person',
  operation: 'create',
  id: freshId<PersonId>(),
  fields: personFieldsOf(name, changes),
});

export const newRole = (key: string, name = key): Creation<'role'> => ({
  register: 'role',
  operation: 'create',
  id: freshId<RoleId>(),
  fields: {
    key,
    name,
    mandatory: true,
    aliases: [],
    responsibilities: ['Answers for it'],
    competences: [{ competence: 'COMP-01', level: 3 as Level, required: true }],
    external: 'no',
    needsDeputy: false,
    fallbackKey: null,
  },
});

export const newAppointment = (
  personId: PersonId,
  roleId: RoleId,
  changes: Partial<AppointmentFields> = {},
): Creation<'appointment'> => ({
  register: 'appointment',
  operation: 'create',
  id: freshId<AppointmentId>(),
  fields: {
    personId,
    roleId,
    capacity: 'holder',
    from: plainDate('2026-01-01'),
    to: null,
    hoursPerWeek: null,
    appointedBy: 'Petra Lang',
    note: '',
    ...changes,
  },
});

export const newUnit = (name: string): Creation<'unit'> => ({
  register: 'unit',
  operation: 'create',
  id: freshId<UnitId>(),
  fields: { kind: 'unit', name, parentId: null, headId: null, note: '' },
});

/** A week away. */
export const newAbsence = (personId: PersonId, from: string): Creation<'absence'> => ({
  register: 'absence',
  operation: 'create',
  id: freshId<AbsenceId>(),
  fields: { personId, kind: 'leave', from: plainDate(from), to: addDays(plainDate(from), 7), note: '' },
});

/** An organization with its owner, and a way to write into it. */
export interface TestOrganization {
  readonly id: OrganizationId;
  readonly owner: Actor;
  readonly write: (items: readonly ChangeItem[], request?: Partial<ChangeRequest>) => Promise<ChangeResult>;
}

export async function foundedOrganization(
  db: Database,
  clock: Clock,
  name = 'Adler Optics',
): Promise<TestOrganization> {
  const id = freshId<OrganizationId>();
  const founder = { id: freshId<UserId>(), name: 'Petra Lang', email: 'petra.lang@adler.example' };
  const owner: Actor = { kind: 'member', userId: founder.id, name: founder.name, permission: 'owner', personId: null };
  await change(db, clock, {
    actor: { kind: 'operator', name: founder.name },
    organizationId: id,
    reason: 'Organization founded',
    items: foundingItems(id, name, 'adler-optics', founder, clock.newId),
    founding: true,
  });
  return {
    id,
    owner,
    write: (items, request = {}) =>
      change(db, clock, { actor: owner, organizationId: id, reason: 'Written in a test', items, ...request }),
  };
}
