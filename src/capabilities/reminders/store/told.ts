import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/date.ts';
import type { OrganizationId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Told } from '../digest.ts';

/** Rows of one statement. */
const BATCH = 500;

/** What was told before. */
export async function toldRows(tx: Tx, organizationId: OrganizationId): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`select recipient, reminder, step from reminder_told
    where organization_id = ${organizationId}`.execute(tx);
  return rows;
}

/** Writes down what is told. @returns those that nobody wrote down before: of two who do it at once, one gets each */
export async function keepTold(
  tx: Tx,
  organizationId: OrganizationId,
  told: readonly Told[],
  on: PlainDate,
): Promise<readonly Told[]> {
  const kept: Told[] = [];
  for (let start = 0; start < told.length; start += BATCH) {
    const rows = told
      .slice(start, start + BATCH)
      .map(({ recipient, reminder, step }) => sql`(${organizationId}, ${recipient}, ${reminder}, ${step}, ${on})`);
    const { rows: fresh } =
      await sql<Told>`insert into reminder_told (organization_id, recipient, reminder, step, told_on)
      values ${sql.join(rows)} on conflict do nothing returning recipient, reminder, step`.execute(tx);
    kept.push(...fresh);
  }
  return kept;
}

/** What was told so long ago that nothing asks for it any more. */
export async function pruneTold(tx: Tx, organizationId: OrganizationId, before: PlainDate): Promise<void> {
  await sql`delete from reminder_told where organization_id = ${organizationId} and told_on < ${before}`.execute(tx);
}
