import type { VisitHandlers } from '../../api/mount.ts';
import { assessed, gapCounter } from '../../api/assessed.ts';
import type { AppointmentId, RoleId } from '../../kernel/id.ts';
import { presentRow } from '../trail/present-row.ts';
import { changedRow } from '../trail/store/change.ts';
import type { roleRoutes } from './contract.ts';
import { appointmentRows, listRoles } from './role-list.ts';

export const roleHandlers: VisitHandlers<typeof roleRoutes> = {
  async roles(visit) {
    const snapshot = await visit.facts();
    const { on } = visit;
    return listRoles(snapshot, on, gapCounter(assessed(snapshot, on)));
  },

  async createRole(visit, { body }) {
    const id = visit.newId() as RoleId;
    const result = await visit.change(`Role ${body.name} added`, [
      { register: 'role', operation: 'create', id, fields: body },
    ]);
    return changedRow(result, 'role', id);
  },

  async updateRole(visit, { id: idOf, body, version }) {
    const id = idOf<RoleId>('roleId');
    const result = await visit.change('Role changed', [
      { register: 'role', operation: 'update', id, version, fields: body },
    ]);
    return result.change === null ? presentRow(await visit.facts(), 'role', id) : changedRow(result, 'role', id);
  },

  async appointments(visit, { query }) {
    const snapshot = await visit.facts();
    return appointmentRows(
      snapshot,
      visit.on,
      (appointment) =>
        (query.roleId === undefined || appointment.roleId === query.roleId) &&
        (query.personId === undefined || appointment.personId === query.personId),
    );
  },

  async appoint(visit, { body }) {
    const id = visit.newId() as AppointmentId;
    const result = await visit.change('Appointment', [
      { register: 'appointment', operation: 'create', id, fields: body },
    ]);
    return changedRow(result, 'appointment', id);
  },

  async updateAppointment(visit, { id: idOf, body, version }) {
    const id = idOf<AppointmentId>('appointmentId');
    const result = await visit.change('Appointment changed', [
      { register: 'appointment', operation: 'update', id, version, fields: body },
    ]);
    return result.change === null
      ? presentRow(await visit.facts(), 'appointment', id)
      : changedRow(result, 'appointment', id);
  },
};
