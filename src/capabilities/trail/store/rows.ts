import { sql, type RawBuilder } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import type { OrganizationId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { explainedRemoval } from '../../../platform/db/postgres-error.ts';
import type { RowChange } from '../change.ts';
import type { RegisterName } from '../register.ts';
import { layouts, rowOf } from '../row.ts';

const BATCH = 500;

/** Rows between two looks at what else waits: many rows must not keep everybody else from their answer. */
const SLICE = 100;

/** Lets other work of the process go on, once in {@link SLICE} rows. */
export async function breathe(index: number): Promise<void> {
  if (index % SLICE === SLICE - 1) await setImmediate();
}

/** Fields that a unique key is made of. A value that one row gives up may be taken by a later one, never at the same time. */
const KEY_FIELDS = [
  'externalId',
  'key',
  'rule',
  'number',
  'requirementId',
  'mappedTo',
  'roleId',
  'personId',
  'userId',
  'reference',
] as const;

/** Runs of the same register and operation, in the order given, so that many rows are written by few statements. */
export function* batches(changes: readonly RowChange[]): Generator<readonly RowChange[]> {
  let batch: RowChange[] = [];
  let ids = new Set<string>();
  let released = new Set<string>();
  for (const row of changes) {
    const [first] = batch;
    const moved = row.operation === 'update' ? KEY_FIELDS.filter((key) => row.before?.[key] !== row.after?.[key]) : [];
    const apart =
      first !== undefined &&
      (first.register !== row.register ||
        first.operation !== row.operation ||
        batch.length >= BATCH ||
        ids.has(row.id) ||
        moved.some((key) => released.has(`${key} ${String(row.after?.[key])}`)));
    if (apart) {
      yield batch;
      batch = [];
      ids = new Set();
      released = new Set();
    }
    batch.push(row);
    ids.add(row.id);
    for (const key of moved) released.add(`${key} ${String(row.before?.[key])}`);
  }
  if (batch.length > 0) yield batch;
}

const typesByTable = new Map<string, ReadonlyMap<string, string>>();

/** The types of a table's columns, as its database tells them: parameters in a list of values have none of their own. */
async function typesOf(tx: Tx, table: string): Promise<ReadonlyMap<string, string>> {
  const known = typesByTable.get(table);
  if (known !== undefined) return known;
  const { rows } = await sql<{
    name: string;
    type: string;
  }>`select attname as name, format_type(atttypid, atttypmod) as type
    from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(tx);
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  typesByTable.set(table, types);
  return types;
}

/** One statement for all rows of a batch. It sets the columns that any of them changes. */
async function update(tx: Tx, organizationId: OrganizationId, register: RegisterName, batch: readonly RowChange[]) {
  const { table, columns } = layouts[register];
  const rows = batch.map((row) => rowOf(register, organizationId, row.after ?? {}));
  const before = batch.map((row) => rowOf(register, organizationId, row.before ?? {}));
  const changed = columns
    .map(({ column }) => column)
    .filter((name) => name !== 'id' && rows.some((row, index) => row[name] !== before[index]?.[name]));
  const types = await typesOf(tx, table);
  const typed = (name: string, value: unknown): RawBuilder<unknown> =>
    sql`${value}::${sql.raw(types.get(name) ?? 'text')}`;
  const names = ['id', ...changed];
  const values = rows.map((row) => sql`(${sql.join(names.map((name) => typed(name, row[name])))})`);
  const set = changed.map((name) => sql`${sql.ref(name)} = ${sql.ref(`written.${name}`)}`);
  await sql`update ${sql.table(table)} as present set ${sql.join(set)}
    from (values ${sql.join(values)}) as written (${sql.join(names.map((name) => sql.ref(name)))})
    where present.organization_id = ${organizationId} and present.id = written.id`.execute(tx);
}

/**
 * Has the server plan each check of a reference for the table as it is. A plan that was kept from when the table was
 * nearly empty reads all of it for each of the thousands of rows that come in this transaction.
 */
export async function expectManyRows(tx: Tx): Promise<void> {
  await sql`set local plan_cache_mode = force_custom_plan`.execute(tx);
}

/** Writes one batch of {@link batches}. @throws MusterError `still-used` */
export async function write(tx: Tx, organizationId: OrganizationId, batch: readonly RowChange[]): Promise<void> {
  const [first] = batch;
  if (first === undefined) return;
  const table = sql.table(layouts[first.register].table);
  switch (first.operation) {
    case 'create': {
      const rows = batch.map((row) => rowOf(row.register, organizationId, row.after ?? {}));
      const names = Object.keys(rows[0] ?? {});
      const values = rows.map((row) => sql`(${sql.join(names.map((name) => row[name]))})`);
      await sql`insert into ${table} (${sql.join(names.map((name) => sql.ref(name)))}) values ${sql.join(values)}`.execute(
        tx,
      );
      return;
    }
    case 'update':
      await update(tx, organizationId, first.register, batch);
      return;
    case 'remove': {
      const ids = batch.map((row) => sql`${row.id}::uuid`);
      await sql`delete from ${table} where organization_id = ${organizationId} and id in (${sql.join(ids)})`
        .execute(tx)
        .catch((error: unknown) => {
          throw explainedRemoval(error, first.register);
        });
    }
  }
}
