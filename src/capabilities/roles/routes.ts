import { canonicalJson } from '../../kernel/canonical.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { assessed, gapCounter } from '../../api/assessed.ts';
import { readerOf } from '../../api/reader.ts';
import { invalid, MusterError } from '../../kernel/errors.ts';
import type { AppointmentId, RoleId } from '../../kernel/id.ts';
import { assess } from '../assessment/assess.ts';
import { consequences, withThoughts } from '../assessment/consequence.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import { changedRow } from '../trail/store/change.ts';
import { approvalOf, approvalsOf, changesSubstance } from './approval.ts';
import type { roleRoutes } from './contract.ts';
import type { RoleFields } from './model.ts';
import { appointmentEntries, appointmentRows, listRoles } from './role-list.ts';
import { useOf } from './role-use.ts';
import { takenOverItems } from './take-over.ts';
import { missingFromTemplate, staffingOf } from './staffing.ts';

/** @throws MusterError `invalid` where a role is its own stand-in */
function refuseOwnStandIn(fallbackKey: string | null | undefined, ownKey: string): void {
  if (fallbackKey === ownKey) throw invalid([{ path: 'fallbackKey', message: 'A role cannot stand in for itself.' }]);
}

/** Competences once each. @throws MusterError `invalid` */
function refuseTwice({ competences }: { readonly competences?: RoleFields['competences'] | undefined }): void {
  const seen = (competences ?? []).map(({ competence }) => competence);
  const twice = seen.find((competence, index) => seen.indexOf(competence) !== index);
  if (twice !== undefined) throw invalid([{ path: 'competences', message: `${twice} stands there twice.` }]);
}

export const roleHandlers: VisitHandlers<typeof roleRoutes> = {
  async roles(visit) {
    const snapshot = await visit.facts();
    const { on } = visit;
    return listRoles(snapshot, on, gapCounter(assessed(snapshot, on)));
  },

  async createRole(visit, { body }) {
    refuseOwnStandIn(body.fallbackKey, body.key);
    refuseTwice(body);
    const id = visit.newId() as RoleId;
    const result = await visit.change(`Role ${body.name} added`, [
      { register: 'role', operation: 'create', id, fields: { ...body, competencesRequestedBy: visit.user.id } },
    ]);
    return changedRow(result, 'role', id);
  },

  async updateRole(visit, { id: idOf, body, version }) {
    const id = idOf<RoleId>('roleId');
    const role = presentRow(await visit.facts(), 'role', id);
    refuseOwnStandIn(body.fallbackKey, role.key);
    refuseTwice(body);
    const other = body.competences !== undefined && canonicalJson(body.competences) !== canonicalJson(role.competences);
    const asked = other ? { competencesRequestedBy: visit.user.id } : {};
    const result = await visit.change('Role changed', [
      { register: 'role', operation: 'update', id, version, fields: { ...body, ...asked } },
    ]);
    return result.change === null ? presentRow(await visit.facts(), 'role', id) : changedRow(result, 'role', id);
  },

  async removeRole(visit, { id: idOf, version }) {
    const id = idOf<RoleId>('roleId');
    const snapshot = await visit.facts();
    const role = presentRow(snapshot, 'role', id);
    const by = useOf(role, snapshot);
    if (by !== null) throw new MusterError({ code: 'still-used', what: 'role', by });
    await visit.change(`Role ${role.name} removed`, [{ register: 'role', operation: 'remove', id, version }]);
    return { id };
  },

  async staffing(visit) {
    return staffingOf(await visit.facts(), visit.today);
  },

  async takeTemplate(visit) {
    const items = missingFromTemplate(await visit.facts(), visit.newId);
    await visit.change('Template taken', items);
    const count = (register: ChangeItem['register']): number =>
      items.filter((item) => item.register === register).length;
    return { roles: count('role'), letters: count('accountability') };
  },

  async staff(visit, { body }) {
    const { user, actor } = visit;
    const items = body.placements.map((placement): ChangeItem => {
      const terms = { from: body.from, to: null, appointedBy: actor.name, note: '', requestedBy: user.id };
      const id = visit.newId() as AppointmentId;
      return { register: 'appointment', operation: 'create', id, fields: { ...placement, ...terms } };
    });
    await visit.change('Roles filled', items);
    return { appointed: items.length };
  },

  async simulateAppointments(visit, { body: { appointments } }) {
    const snapshot = await visit.facts();
    for (const { personId, roleId, appointmentId } of appointments) {
      presentRow(snapshot, 'person', personId);
      presentRow(snapshot, 'role', roleId);
      if (appointmentId !== null) presentRow(snapshot, 'appointment', appointmentId);
    }
    const on = appointments.reduce((latest, { from }) => (from > latest ? from : latest), visit.today);
    return consequences(assessed(snapshot, on), assess(withThoughts(snapshot, appointments), on));
  },

  async appointments(visit, { query }) {
    const snapshot = await visit.facts();
    const rows = appointmentRows(
      snapshot,
      visit.on,
      (appointment) =>
        (query.roleId === undefined || appointment.roleId === query.roleId) &&
        (query.personId === undefined || appointment.personId === query.personId) &&
        (query.waiting !== 'true' || appointment.approval === null),
    );
    const wanted = query.waiting === 'true' ? rows.filter(({ state }) => state !== 'ended') : rows;
    return appointmentEntries(wanted, snapshot, readerOf(visit));
  },

  async appoint(visit, { body }) {
    const id = visit.newId() as AppointmentId;
    const fields = { ...body, requestedBy: visit.user.id, approval: null };
    const result = await visit.change('Appointment', [{ register: 'appointment', operation: 'create', id, fields }]);
    return changedRow(result, 'appointment', id);
  },

  async takeOver(visit, { body }) {
    const { user, actor } = visit;
    await visit.writePlanned((facts) => ({
      reason: `Role taken over by ${presentRow(facts, 'person', body.personId).name}`,
      items: takenOverItems(facts, body, { userId: user.id, name: actor.name }, visit.newId),
    }));
    return { takenOver: body.appointments.length };
  },

  async updateAppointment(visit, { id: idOf, body, version }) {
    const id = idOf<AppointmentId>('appointmentId');
    const row = presentRow(await visit.facts(), 'appointment', id);
    const after = {
      capacity: body.capacity ?? row.capacity,
      from: body.from ?? row.from,
      to: body.to === undefined ? row.to : body.to,
      hoursPerWeek: body.hoursPerWeek === undefined ? row.hoursPerWeek : body.hoursPerWeek,
    };
    // What was approved is not what stands there now: it takes a second person's word again.
    const anew = row.version !== version || changesSubstance(row, after);
    const fields = anew ? { ...body, requestedBy: visit.user.id, approval: null } : body;
    const result = await visit.change('Appointment changed', [
      { register: 'appointment', operation: 'update', id, version, fields },
    ]);
    return result.change === null
      ? presentRow(await visit.facts(), 'appointment', id)
      : changedRow(result, 'appointment', id);
  },

  async approveAppointment(visit, { id: idOf, body, version }) {
    const id = idOf<AppointmentId>('appointmentId');
    const snapshot = await visit.facts();
    const appointment = presentRow(snapshot, 'appointment', id);
    const approval = approvalOf(snapshot, appointment, readerOf(visit), body.paper, visit.today);
    const reason = body.paper === null ? 'Appointment approved' : `Appointment approved on paper by ${approval.name}`;
    const result = await visit.change(reason, [
      { register: 'appointment', operation: 'update', id, version, fields: { approval } },
    ]);
    return changedRow(result, 'appointment', id);
  },

  async approveAppointments(visit, { body: { appointments } }) {
    const items = approvalsOf(await visit.facts(), appointments, readerOf(visit), visit.today);
    await visit.change(items.length === 1 ? 'Appointment approved' : `${items.length} appointments approved`, items);
    return { approved: items.length };
  },
};
