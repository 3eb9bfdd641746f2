import { z } from 'zod';
import { plainDateSchema, type PlainDate } from '../../kernel/date.ts';
import { rowAnswer } from '../../kernel/entity.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { idSchema, type AppointmentId, type RoleId } from '../../kernel/id.ts';
import { lineSchema } from '../../kernel/text.ts';
import type { Holding } from '../../domain/role-template.ts';
import type { Consequences } from '../assessment/consequence.ts';
import type { PersonCandidate } from '../assessment/model.ts';
import type { Hindrance } from './approval.ts';
import { appointmentFields, roleFields, writtenRoleFields, type Appointment, type Role } from './model.ts';

export const MOST_APPROVED_AT_ONCE = 500;

export interface AppointmentRow extends Appointment {
  readonly personName: string;
  readonly roleName: string;
  readonly state: 'active' | 'future' | 'ended';
  /** The first day back of an absence of the person that the day lies in. */
  readonly awayUntil: PlainDate | null;
}

/** An appointment as a list shows it to one reader. */
export interface AppointmentEntry extends AppointmentRow {
  /** Null where nobody knows, or the account is no member any more. */
  readonly requestedByName: string | null;
  /** What keeps the reader from approving it; null when nothing does. */
  readonly hindrance: Hindrance | null;
}

/** An appointment that is thought of and not made: with `appointmentId` in place of that one. */
export const thoughtAppointment = appointmentFields
  .pick({ personId: true, roleId: true, capacity: true, from: true, to: true, hoursPerWeek: true })
  .extend({ appointmentId: idSchema<AppointmentId>().nullable() });
export type ThoughtAppointment = z.output<typeof thoughtAppointment>;

/** Somebody to put on a role by the guided way. */
const placement = appointmentFields.pick({ personId: true, roleId: true, capacity: true, hoursPerWeek: true });

/** A role that wants somebody, with who suggests itself. */
export interface StaffingRow {
  readonly role: Role;
  readonly holding: Holding;
  readonly holders: readonly AppointmentRow[];
  readonly deputies: readonly AppointmentRow[];
  readonly candidates: readonly PersonCandidate[];
  /** Hours a week that such a role usually takes in an organization of this size. */
  readonly hours: number;
}

export interface StaffingPage {
  readonly activePeople: number;
  /** Template roles and default letters that the organization lacks altogether. */
  readonly template: { readonly roles: number; readonly letters: number };
  readonly roles: readonly StaffingRow[];
}

/** A role with who holds it on the date, and what it answers for. */
export interface RoleRow extends Role {
  readonly holders: readonly AppointmentRow[];
  readonly deputies: readonly AppointmentRow[];
  readonly letters: {
    readonly R: number;
    readonly A: number;
    readonly S: number;
    readonly C: number;
    readonly I: number;
  };
  readonly gaps: number;
}

export const roleRoutes = {
  roles: defineRoute({
    id: 'roles',
    method: 'GET',
    path: `${inOrganization}/roles`,
    asOf: true,
    summary: 'The roles and who holds them.',
    access: 'organization',
    answer: answers<readonly RoleRow[]>(),
    errors: ['invalid', 'not-found'],
  }),
  createRole: defineRoute({
    id: 'createRole',
    method: 'POST',
    path: `${inOrganization}/roles`,
    summary: "Adds a role of the organization's own.",
    access: 'organization',
    body: writtenRoleFields,
    answer: rowAnswer<Role>(roleFields),
    errors: ['invalid', 'forbidden', 'not-found', 'already-exists'],
  }),
  updateRole: defineRoute({
    id: 'updateRole',
    method: 'PATCH',
    path: `${inOrganization}/roles/{roleId}`,
    summary: 'Changes a role.',
    versioned: true,
    access: 'organization',
    body: writtenRoleFields.omit({ key: true }).partial(),
    answer: rowAnswer<Role>(roleFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  removeRole: defineRoute({
    id: 'removeRole',
    method: 'DELETE',
    path: `${inOrganization}/roles/{roleId}`,
    summary: 'Removes a role that nothing uses any more.',
    versioned: true,
    access: 'organization',
    answer: answers<{ readonly id: RoleId }>(),
    errors: ['forbidden', 'not-found', 'conflict', 'still-used'],
  }),
  staffing: defineRoute({
    id: 'staffing',
    method: 'GET',
    path: `${inOrganization}/staffing`,
    summary: 'The roles that want somebody first, with who suggests itself for each.',
    access: 'organization',
    answer: answers<StaffingPage>(),
    errors: ['invalid', 'not-found'],
  }),
  takeTemplate: defineRoute({
    id: 'takeTemplate',
    method: 'POST',
    path: `${inOrganization}/staffing/template`,
    summary: 'Adds the template roles that are missing, and their default letters in rows that have none.',
    access: 'organization',
    answer: answers<{ readonly roles: number; readonly letters: number }>(),
    errors: ['forbidden', 'not-found'],
  }),
  staff: defineRoute({
    id: 'staff',
    method: 'POST',
    path: `${inOrganization}/staffing`,
    summary: 'Appoints several people as one change.',
    access: 'organization',
    body: z.strictObject({ from: plainDateSchema, placements: z.array(placement).min(1).max(200) }),
    answer: answers<{ readonly appointed: number }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'already-exists'],
  }),
  simulateAppointments: defineRoute({
    id: 'simulateAppointments',
    method: 'POST',
    path: `${inOrganization}/appointments/simulation`,
    summary: 'Which gaps these appointments would create and which they would close; nothing is written.',
    access: 'organization',
    body: z.strictObject({ appointments: z.array(thoughtAppointment).min(1).max(200) }),
    answer: answers<Consequences>(),
    errors: ['invalid', 'not-found'],
  }),
  approveAppointment: defineRoute({
    id: 'approveAppointment',
    method: 'POST',
    path: `${inOrganization}/appointments/{appointmentId}/approval`,
    summary:
      "Gives a second person's word on an appointment, or records that it was signed on paper. Neither who asked for it nor who is appointed can.",
    versioned: true,
    access: 'organization',
    body: z.strictObject({
      paper: z.strictObject({ signer: lineSchema(200), on: plainDateSchema }).nullable(),
    }),
    answer: rowAnswer<Appointment>(appointmentFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  approveAppointments: defineRoute({
    id: 'approveAppointments',
    method: 'POST',
    path: `${inOrganization}/appointments/approval`,
    summary: "Gives a second person's word on several appointments as one change: on all of them, or on none.",
    access: 'organization',
    body: z.strictObject({
      appointments: z
        .array(z.strictObject({ id: idSchema<AppointmentId>(), version: z.int().positive() }))
        .min(1)
        .max(MOST_APPROVED_AT_ONCE),
    }),
    answer: answers<{ readonly approved: number }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  appointments: defineRoute({
    id: 'appointments',
    method: 'GET',
    path: `${inOrganization}/appointments`,
    asOf: true,
    summary: 'Appointments, ended ones included.',
    access: 'organization',
    query: z.strictObject({
      roleId: z.string().optional(),
      personId: z.string().optional(),
      /** Only those that have not ended and that nobody has approved. */
      waiting: z.enum(['true', 'false']).optional(),
    }),
    answer: answers<readonly AppointmentEntry[]>(),
    errors: ['invalid', 'not-found'],
  }),
  appoint: defineRoute({
    id: 'appoint',
    method: 'POST',
    path: `${inOrganization}/appointments`,
    summary: 'Appoints a person to a role.',
    access: 'organization',
    body: appointmentFields.omit({ requestedBy: true, approval: true }),
    answer: rowAnswer<Appointment>(appointmentFields),
    errors: ['invalid', 'forbidden', 'not-found', 'already-exists'],
  }),
  takeOver: defineRoute({
    id: 'takeOver',
    method: 'POST',
    path: `${inOrganization}/appointments/take-over`,
    summary: "Has somebody take over another one's appointments to a role from a day on: one ends, the other begins.",
    access: 'organization',
    body: z.strictObject({
      appointments: z
        .array(
          z.strictObject({
            id: idSchema<AppointmentId>(),
            version: z.int().positive(),
            hoursPerWeek: appointmentFields.shape.hoursPerWeek,
          }),
        )
        .min(1)
        .max(20),
      personId: appointmentFields.shape.personId,
      from: plainDateSchema,
    }),
    answer: answers<{ readonly takenOver: number }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  updateAppointment: defineRoute({
    id: 'updateAppointment',
    method: 'PATCH',
    path: `${inOrganization}/appointments/{appointmentId}`,
    summary: 'Changes dates, hours or capacity of an appointment, or ends it.',
    versioned: true,
    access: 'organization',
    body: appointmentFields.omit({ personId: true, roleId: true, requestedBy: true, approval: true }).partial(),
    answer: rowAnswer<Appointment>(appointmentFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
} as const;
