import { sql } from 'kysely';
import type { Decision } from '../../kernel/entity.ts';
import { invalid, MusterError } from '../../kernel/errors.ts';
import type { OrganizationId, PersonId, UserId } from '../../kernel/id.ts';
import type { Tx } from '../../platform/db/database.ts';
import { isOneHuman, isOwnWord } from './approval.ts';
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

/** Of whom a change may make somebody else: the people whose approvals, and the accounts whose words are looked at again. */
function madeAnother(changes: readonly Written[]): {
  readonly people: Set<unknown>;
  readonly accounts: Set<unknown>;
  readonly words: readonly Row[];
} {
  const [people, accounts] = [new Set<unknown>(), new Set<unknown>()];
  const words: Row[] = [];
  for (const { register, before, after } of changes) {
    if (after === null) continue;
    const differs = (field: string): boolean => before?.[field] !== after[field];
    if (register === 'person' && before !== null && (differs('name') || differs('email'))) people.add(after['id']);
    if ((register === 'appointment' || register === 'training') && after['approval'] !== null)
      people.add(after['personId']);
    if (register === 'membership' && (differs('personId') || differs('email'))) accounts.add(after['userId']);
    if (register in asked) words.push({ register, ...after });
  }
  return { people, accounts, words };
}

interface Approved {
  readonly approval: Decision;
  readonly id: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly register: 'appointment' | 'training';
  /** The role, or the measure. */
  readonly to: string;
}

type Account = { readonly userId: UserId; readonly personId: PersonId | null; readonly email: string };

/**
 * Refuses what would make the approver of an appointment or of a training to come the person themself, or one human of
 * who asked and who approved: by another name or address, by an account that is linked, by a merge or an undo. Checked
 * after the rows are written, whatever wrote them.
 * @throws MusterError `invalid`
 */
export async function refuseOwnWord(
  tx: Tx,
  organizationId: OrganizationId,
  changes: readonly Written[],
): Promise<void> {
  const { people, accounts, words } = madeAnother(changes);
  if (people.size + accounts.size + words.length === 0) return;
  const about = (row: string) => sql`(${sql.ref(`${row}.person_id`)} = any(${[...people]}::uuid[])
    or ${sql.ref(`${row}.approval`)} ->> 'userId' = any(${[...accounts]}::text[]))`;
  const approved =
    people.size + accounts.size === 0
      ? []
      : (
          await sql<Approved>`
    select a.approval, p.id, p.name, p.email, 'appointment' as register, r.name as "to" from appointment a
    join person p on p.organization_id = a.organization_id and p.id = a.person_id
    join role r on r.organization_id = a.organization_id and r.id = a.role_id
    where a.organization_id = ${organizationId} and a.approval is not null and ${about('a')}
    union all
    select t.approval, p.id, p.name, p.email, 'training' as register, m.name as "to" from training t
    join person p on p.organization_id = t.organization_id and p.id = t.person_id
    join measure m on m.organization_id = t.organization_id and m.id = t.measure_id
    where t.organization_id = ${organizationId} and t.approval is not null and t.state in ('planned', 'enrolled')
      and ${about('t')}`.execute(tx)
        ).rows;
  const suspects = words.filter(isWordOnAnothers);
  if (approved.length + accounts.size + suspects.length === 0) return;
  const { rows: membership } =
    await sql<Account>`select user_id as "userId", person_id as "personId", email from membership
    where organization_id = ${organizationId}`.execute(tx);
  const path = accounts.size > 0 ? 'personId' : 'name';
  const own = approved.find((row) => isOwnWord(row.approval, row, membership));
  if (own !== undefined) throw invalid([{ path, ...ownWordOf(own) }]);
  const twins = await twinsIn(tx, organizationId, membership, accounts);
  if (twins !== null || suspects.some((row) => isByOne(row, membership)))
    throw invalid([
      {
        path,
        message: `Who asked for ${twins ?? 'this'} and who approved it would be one and the same.`,
        accepted: 'an approval by somebody else first',
      },
    ]);
}

const ownWordOf = ({
  name,
  register,
  to,
  approval,
}: Approved): { readonly message: string; readonly accepted: string } =>
  register === 'appointment'
    ? {
        message: `${name} is appointed as ${to}, approved by ${approval.name}: they would be one and the same, and nobody approves their own appointment.`,
        accepted: 'an end of that appointment first, and a new one that somebody else approves',
      }
    : {
        message: `${name} is to be trained by ${to}, approved by ${approval.name}: they would be one and the same, and nobody approves their own training.`,
        accepted: 'that training cancelled first, and a new one that somebody else approves',
      };

/** Where it stands who asked for something, and who approved it, by register. */
const asked = {
  appointment: { table: 'appointment', by: 'requested_by', word: 'approval', what: 'an appointment' },
  training: { table: 'training', by: 'requested_by', word: 'approval', what: 'a training' },
  role: {
    table: 'role',
    by: 'competences_requested_by',
    word: 'competences_approval',
    what: 'what a role requires',
  },
  requirementCompetence: {
    table: 'requirement_competence',
    by: 'requested_by',
    word: 'approval',
    what: 'a competence that a requirement calls for',
  },
} as const;

const wordOn = (row: Row): { readonly by: UserId | null; readonly approver: UserId | null } => {
  const word = row['register'] === 'role' ? row['competencesApproval'] : row['approval'];
  const by = row['register'] === 'role' ? row['competencesRequestedBy'] : row['requestedBy'];
  return { by: (by ?? null) as UserId | null, approver: (word as Decision | null | undefined)?.userId ?? null };
};

/** Whether a row was asked for by one account and approved by another. */
const isWordOnAnothers = (row: Row): boolean => {
  const { by, approver } = wordOn(row);
  return by !== null && approver !== null && by !== approver;
};

const isByOne = (row: Row, membership: readonly Account[]): boolean => {
  const { by, approver } = wordOn(row);
  return isOneHuman({ membership }, by, approver);
};

/** What one of the accounts asked for and another of the same person approved, in words; null where there is nothing. */
async function twinsIn(
  tx: Tx,
  organizationId: OrganizationId,
  membership: readonly Account[],
  accounts: ReadonlySet<unknown>,
): Promise<string | null> {
  const people = new Set(membership.flatMap(({ userId, personId }) => (accounts.has(userId) ? [personId] : [])));
  const twins = membership.filter(({ personId }) => personId !== null && people.has(personId));
  for (const group of Map.groupBy(twins, ({ personId }) => personId).values()) {
    if (group.length < 2) continue;
    const ids = group.map(({ userId }) => userId);
    for (const { table, by, word, what } of Object.values(asked)) {
      const { rows } = await sql<{ readonly id: string }>`select id from ${sql.table(table)}
        where organization_id = ${organizationId} and ${sql.ref(by)} = any(${ids}::uuid[])
          and ${sql.ref(word)} ->> 'userId' = any(${ids}::text[]) and ${sql.ref(word)} ->> 'userId' <> ${sql.ref(by)}::text
          ${table === 'training' ? sql`and state in ('planned', 'enrolled')` : sql``} limit 1`.execute(tx);
      if (rows.length > 0) return what;
    }
  }
  return null;
}
