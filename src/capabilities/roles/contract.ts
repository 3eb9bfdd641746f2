import { z } from 'zod';
import { rowAnswer } from '../../kernel/entity.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { appointmentFields, roleFields, type Appointment, type Role } from './model.ts';

export interface AppointmentRow extends Appointment {
  readonly personName: string;
  readonly roleName: string;
  readonly state: 'active' | 'future' | 'ended';
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
    body: roleFields.partial({ minimumHolders: true, conflicts: true }),
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
    body: roleFields.omit({ key: true }).partial(),
    answer: rowAnswer<Role>(roleFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
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
    }),
    answer: answers<readonly AppointmentRow[]>(),
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
