import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import { plannedErasure } from '../../src/capabilities/people/store/erasure.ts';
import { change, type ChangeRequest, type ChangeResult } from '../../src/capabilities/trail/store/change.ts';
import { loadCurrent } from '../../src/capabilities/trail/store/snapshot.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import { plainDate } from '../../src/kernel/date.ts';
import type { OrganizationId, PersonId } from '../../src/kernel/id.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { TestDatabase } from './database.ts';
import type { TestOrganization } from './organization.ts';

export const factsOf = ({ db }: TestDatabase, id: OrganizationId): Promise<Snapshot> =>
  db.inOrganization(id, (tx) => loadCurrent(tx, id));

/** Ends all that keeps somebody from being forgotten, without a look at who takes it over. */
export function offBoarding(facts: Snapshot, id: PersonId): readonly ChangeItem[] {
  const removal = <R extends 'appointment' | 'accountability' | 'duty' | 'compensatingControl' | 'project' | 'action'>(
    register: R,
    theirs: (row: Snapshot[R][number]) => boolean,
  ): readonly ChangeItem[] =>
    (facts[register] as readonly Snapshot[R][number][])
      .filter(theirs)
      .map((row) => ({ register, operation: 'remove', id: row.id, version: row.version }) as ChangeItem);
  const held = facts.project.filter((project) => project.managerId === id);
  return [
    ...facts.person.flatMap((person): readonly ChangeItem[] => {
      const update = { register: 'person', operation: 'update', id: person.id, version: person.version } as const;
      if (person.id === id)
        return [{ ...update, fields: { from: null, to: plainDate('2026-01-01'), earlierPeriods: [], erasedOn: null } }];
      return person.managerId === id ? [{ ...update, fields: { managerId: null } }] : [];
    }),
    ...facts.unit
      .filter(({ headId }) => headId === id)
      .map(({ id: unit, version }): ChangeItem => ({
        register: 'unit',
        operation: 'update',
        id: unit,
        version,
        fields: { headId: null },
      })),
    ...removal('appointment', ({ personId, to }) => personId === id && to === null),
    ...facts.appointment
      .filter(({ personId, to }) => personId === id && to !== null)
      .map((row): ChangeItem => ({
        register: 'appointment',
        operation: 'update',
        id: row.id,
        version: row.version,
        fields: { from: plainDate('2025-01-01'), to: plainDate('2025-01-01') },
      })),
    ...removal('accountability', ({ personId }) => personId === id),
    ...removal('duty', ({ personId }) => personId === id),
    ...removal('compensatingControl', (row) => row.personId === id || row.ownerId === id),
    ...removal('action', (row) => row.ownerId === id || held.some((project) => project.id === row.projectId)),
    ...facts.analysis
      .filter((row) => held.some((project) => project.id === row.projectId))
      .map((row): ChangeItem => ({ register: 'analysis', operation: 'remove', id: row.id, version: row.version })),
    ...removal('project', ({ managerId }) => managerId === id),
  ];
}

/** Erases somebody as the route does. */
export async function erased(
  database: TestDatabase,
  clock: Clock,
  { id, owner }: TestOrganization,
  personId: PersonId,
  request: Partial<ChangeRequest> & { readonly why?: string } = {},
): Promise<ChangeResult> {
  const facts = await factsOf(database, id);
  const version = facts.person.find((person) => person.id === personId)?.version ?? 0;
  const { why = 'Asked for it', followUps = [], ...rest } = request;
  const planned = await plannedErasure(
    database.db,
    facts,
    { personId, version, on: clock.today(), reason: why },
    clock.newId,
  );
  return change(database.db, clock, {
    actor: owner,
    organizationId: id,
    expected: facts.trail,
    ...planned,
    ...rest,
    followUps: [...(planned.followUps ?? []), ...followUps],
  });
}

/** Every column of every row that belongs to an organization, in every table that has such rows, as text. */
export async function dumpOf({ owner }: TestDatabase, id: OrganizationId): Promise<string> {
  const { rows: tables } = await owner.query(
    `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'organization_id' order by table_name`,
  );
  const parts: string[] = [];
  for (const { table_name: table } of tables as readonly { readonly table_name: string }[]) {
    const { rows } = await owner.query(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as text from "${table}" t where organization_id = $1`,
      [id],
    );
    parts.push(`${table}\n${(rows[0] as { text: string }).text}`);
  }
  return parts.join('\n');
}
