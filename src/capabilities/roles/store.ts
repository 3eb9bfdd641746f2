import { sql } from 'kysely';
import type { Decision } from '../../kernel/entity.ts';
import { invalid, MusterError } from '../../kernel/errors.ts';
import type { OrganizationId, PersonId, UserId } from '../../kernel/id.ts';
import type { Tx } from '../../platform/db/database.ts';
import { isOwnWord } from './approval.ts';
import type { Appointment } from './model.ts';
import { sameAppointment } from './overlap.ts';

type Row = Readonly<Record<string, unknown>>;
interface Written {
  readonly register: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/**
 * Refuses appointments that put a person on the same role twice at one time. No constraint can say it on every engine,
 * so it is checked after the rows are written, while the organization's head is locked.
 * @throws MusterError `already-exists`
 */
export async function refuseOverlap(
  tx: Tx,
  organizationId: OrganizationId,
  changes: readonly Written[],
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

/** Of whom a change may make somebody else: the people whose appointments, and the accounts whose words are looked at again. */
function madeAnother(changes: readonly Written[]): { readonly people: Set<unknown>; readonly accounts: Set<unknown> } {
  const [people, accounts] = [new Set<unknown>(), new Set<unknown>()];
  for (const { register, before, after } of changes) {
    if (after === null) continue;
    const differs = (field: string): boolean => before?.[field] !== after[field];
    if (register === 'person' && before !== null && (differs('name') || differs('email'))) people.add(after['id']);
    if (register === 'appointment' && after['approval'] !== null) people.add(after['personId']);
    if (register === 'membership' && (differs('personId') || differs('email'))) accounts.add(after['userId']);
  }
  return { people, accounts };
}

/**
 * Refuses what would make the approver of an appointment the person appointed: by another name or address, by an
 * account that is linked, by a merge or an undo. Checked after the rows are written, whatever wrote them.
 * @throws MusterError `invalid`
 */
export async function refuseOwnWord(
  tx: Tx,
  organizationId: OrganizationId,
  changes: readonly Written[],
): Promise<void> {
  const { people, accounts } = madeAnother(changes);
  if (people.size + accounts.size === 0) return;
  const { rows } = await sql<{
    readonly approval: Decision;
    readonly id: PersonId;
    readonly name: string;
    readonly email: string | null;
    readonly role: string;
  }>`select a.approval, p.id, p.name, p.email, r.name as role from appointment a
    join person p on p.organization_id = a.organization_id and p.id = a.person_id
    join role r on r.organization_id = a.organization_id and r.id = a.role_id
    where a.organization_id = ${organizationId} and a.approval is not null
      and (a.person_id = any(${[...people]}::uuid[]) or a.approval ->> 'userId' = any(${[...accounts]}::text[]))`.execute(
    tx,
  );
  if (rows.length === 0) return;
  const { rows: membership } = await sql<{
    readonly userId: UserId;
    readonly personId: PersonId | null;
    readonly email: string;
  }>`select user_id as "userId", person_id as "personId", email from membership
    where organization_id = ${organizationId}`.execute(tx);
  const own = rows.find((row) => isOwnWord(row.approval, row, membership));
  if (own === undefined) return;
  throw invalid([
    {
      path: accounts.size > 0 ? 'personId' : 'name',
      message: `${own.name} is appointed as ${own.role}, approved by ${own.approval.name}: they would be one and the same, and nobody approves their own appointment.`,
      accepted: 'an end of that appointment first, and a new one that somebody else approves',
    },
  ]);
}
