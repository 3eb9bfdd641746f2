import type { PlainDate } from '../../kernel/date.ts';
import type { RoleId } from '../../kernel/id.ts';
import { covers, hasEnded } from '../../kernel/period.ts';
import { awayOn } from '../people/absence.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { hindranceOf, type Reader } from './approval.ts';
import type { AppointmentEntry, AppointmentRow, RoleRow } from './contract.ts';
import type { Appointment } from './model.ts';

/** Appointments with the names of person and role, latest first. An appointment of somebody who has left counts as ended. */
export function appointmentRows(
  snapshot: Snapshot,
  on: PlainDate,
  wanted: (appointment: Appointment) => boolean,
): readonly AppointmentRow[] {
  const people = new Map(snapshot.person.map((person) => [person.id, person.name]));
  const roles = new Map(snapshot.role.map((role) => [role.id, role.name]));
  const away = awayOn(snapshot.absence, on);
  return snapshot.appointment
    .filter(wanted)
    .map((appointment): AppointmentRow => ({
      ...appointment,
      personName: people.get(appointment.personId) ?? '',
      roleName: roles.get(appointment.roleId) ?? '',
      awayUntil: away.get(appointment.personId)?.to ?? null,
      state: hasEnded(appointment, on) ? 'ended' : covers(appointment, on) ? 'active' : 'future',
    }))
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.personName.localeCompare(b.personName)));
}

/** The same for one reader: who asked for each, and whether the reader may approve it. */
export function appointmentEntries(
  rows: readonly AppointmentRow[],
  snapshot: Snapshot,
  reader: Reader,
): readonly AppointmentEntry[] {
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const members = new Map(snapshot.membership.map(({ userId, name }) => [userId, name]));
  return rows.map((row) => ({
    ...row,
    requestedByName: row.requestedBy === null ? null : (members.get(row.requestedBy) ?? null),
    hindrance: hindranceOf(row, people.get(row.personId), reader, snapshot),
  }));
}

/** The roles, mandatory ones first and otherwise as the template orders them, with those who hold them on the day. */
export function listRoles(snapshot: Snapshot, on: PlainDate, gapsOf: (id: RoleId) => number): readonly RoleRow[] {
  const active = Map.groupBy(
    appointmentRows(snapshot, on, (appointment) => covers(appointment, on)),
    (appointment) => appointment.roleId,
  );
  const cells = Map.groupBy(snapshot.accountability, (cell) => cell.roleId);
  return snapshot.role
    .map((role): RoleRow => {
      const appointments = active.get(role.id) ?? [];
      const letters = { R: 0, A: 0, S: 0, C: 0, I: 0 };
      for (const cell of cells.get(role.id) ?? []) for (const letter of cell.letters) letters[letter] += 1;
      return {
        ...role,
        holders: appointments.filter(({ capacity }) => capacity === 'holder'),
        deputies: appointments.filter(({ capacity }) => capacity === 'deputy'),
        letters,
        gaps: gapsOf(role.id),
      };
    })
    .sort((a, b) => Number(b.mandatory) - Number(a.mandatory) || (a.id < b.id ? -1 : 1));
}
