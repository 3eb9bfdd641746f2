import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Accounts } from './capabilities/identity/store/accounts.ts';
import { membershipsOf } from './capabilities/identity/store/entrance.ts';
import { foundOrganization } from './capabilities/trail/store/found.ts';
import type { UserId } from './kernel/id.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/db/database.ts';

const EMAIL = 'demo@muster.example';
const NAME = 'Demo Visitor';

export interface DemonstrationMeans {
  readonly db: Database;
  readonly authPool: Pool;
  readonly accounts: Accounts;
  readonly clock: Clock;
}

/** Makes the visitor and the demonstration company where they are missing. @returns how to sign in: the password is new at every start. */
export async function demonstrate({
  db,
  authPool,
  accounts,
  clock,
}: DemonstrationMeans): Promise<{ readonly email: string; readonly password: string }> {
  const password = randomBytes(24).toString('base64url');
  const { rows } = await authPool.query<{ id: UserId }>('select id from "user" where email = $1', [EMAIL]);
  const known = rows[0]?.id ?? null;
  if (known !== null) await accounts.setPassword(known, password);
  const id = known ?? (await accounts.create({ name: NAME, email: EMAIL, password })).id;
  if ((await membershipsOf(db, id)).length === 0) {
    await foundOrganization(db, clock, {
      name: 'Nordlicht Logistik GmbH',
      start: 'demo',
      founder: { id, name: NAME, email: EMAIL },
    });
  }
  return { email: EMAIL, password };
}
