import { sql } from 'kysely';
import { MusterError } from '../../kernel/errors.ts';
import type { OrganizationId } from '../../kernel/id.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Appointment } from './model.ts';
import { sameAppointment } from './overlap.ts';

/**
 * Refuses appointments that put a person on the same role twice at one time. No constraint can say it on every engine,
 * so it is checked after the rows are written, while the organization's head is locked.
 * @throws MusterError `already-exists`
 */
export async function refuseOverlap(
  tx: Tx,
  organizationId: OrganizationId,
  changes: readonly { readonly register: string; readonly after: Readonly<Record<string, unknown>> | null }[],
): Promise<void> {
  const written = changes.flatMap((row) =>
    row.register === 'appointment' && row.after !== null ? [row.after as unknown as Appointment] : [],
  );
  const people = [...new Set(written.map((appointment) => appointment.personId))];
  for (let start = 0; start < people.length; start += 500) {
    const some = people.slice(start, start + 500);
    const { rows } =
      await sql<Appointment>`select id, person_id as "personId", role_id as "roleId", capacity, "from", "to" from appointment
      where organization_id = ${organizationId} and person_id in (${sql.join(some.map((id) => sql`${id}::uuid`))})`.execute(
        tx,
      );
    const byPerson = Map.groupBy(rows, (row) => row.personId);
    const twice = written.some((appointment) =>
      (byPerson.get(appointment.personId) ?? []).some(
        (other) => other.id !== appointment.id && sameAppointment(other, appointment),
      ),
    );
    if (twice)
      throw new MusterError({
        code: 'already-exists',
        what: 'appointment of this person to this role',
        field: 'period',
      });
  }
}
