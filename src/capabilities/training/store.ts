import { sql } from 'kysely';
import { invalid } from '../../kernel/errors.ts';
import type { OrganizationId, TrainingSessionId } from '../../kernel/id.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { RegisterName } from '../trail/register.ts';

/**
 * Refuses what would put more people into a session than it has places. Checked after the rows are written, while the
 * organization's head is locked: two who enrol the last place at one time do not both get it.
 * @throws MusterError `invalid`
 */
export async function refuseOverfull(
  tx: Tx,
  organizationId: OrganizationId,
  changes: readonly { readonly register: RegisterName; readonly after: Readonly<Record<string, unknown>> | null }[],
): Promise<void> {
  const touched = changes.flatMap(({ register, after }) => {
    if (after === null) return [];
    if (register === 'trainingSession') return [String(after['id'])];
    return register === 'training' && typeof after['sessionId'] === 'string' ? [after['sessionId']] : [];
  });
  const sessions = [...new Set(touched)];
  if (sessions.length === 0) return;
  const { rows } = await sql<{ id: TrainingSessionId; on: string; capacity: number; taken: number }>`
    select s.id, s."on", s.capacity, count(t.id)::integer as taken from training_session s
    join training t on t.organization_id = s.organization_id and t.session_id = s.id and t.state in ('enrolled', 'completed')
    where s.organization_id = ${organizationId} and s.id in (${sql.join(sessions.map((id) => sql`${id}::uuid`))})
    group by s.id, s."on", s.capacity having count(t.id) > s.capacity`.execute(tx);
  const [full] = rows;
  if (full === undefined) return;
  throw invalid([
    {
      path: 'sessionId',
      message: `The session on ${full.on} has ${full.capacity} ${full.capacity === 1 ? 'place' : 'places'}, and ${full.taken} people would come.`,
      accepted: 'no more people than places, or a larger capacity',
    },
  ]);
}
