import { sql } from 'kysely';
import type { OrganizationId, PersonId, UserId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { TrailPosition } from '../../trail/snapshot.ts';
import type { Permission } from '../model.ts';

export interface Door {
  readonly permission: Permission;
  readonly name: string;
  readonly personId: PersonId | null;
  /** Where the organization's trail stands at this moment. */
  readonly head: TrailPosition;
}

/** What a user may do in an organization, and where its trail stands: one look; null for a stranger. */
export async function entrance(db: Database, userId: UserId, organizationId: OrganizationId): Promise<Door | null> {
  const { rows } = await db.outside((reader) =>
    sql<{ permission: Permission; name: string; personId: PersonId | null; sequence: number; hash: string }>`
    select permission, name, person_id as "personId", sequence, hash from entrance(${userId}, ${organizationId})`.execute(
      reader,
    ),
  );
  const [row] = rows;
  return row === undefined
    ? null
    : {
        permission: row.permission,
        name: row.name,
        personId: row.personId,
        head: { sequence: row.sequence, hash: row.hash },
      };
}

export interface OrganizationEntry {
  readonly id: OrganizationId;
  readonly name: string;
  readonly slug: string;
}

export async function membershipsOf(
  db: Database,
  userId: UserId,
): Promise<readonly (OrganizationEntry & { readonly permission: Permission; readonly personId: PersonId | null })[]> {
  const { rows } = await db.outside((reader) =>
    sql<OrganizationEntry & { permission: Permission; personId: PersonId | null }>`
    select organization_id as id, name, slug, permission, person_id as "personId" from memberships_of(${userId})`.execute(
      reader,
    ),
  );
  return rows;
}

/** Every organization of this installation: for the operator's command line. */
export async function organizationsHere(db: Database): Promise<readonly OrganizationEntry[]> {
  const { rows } = await db.outside((reader) =>
    sql<OrganizationEntry>`select organization_id as id, name, slug from organizations_here()`.execute(reader),
  );
  return rows;
}
