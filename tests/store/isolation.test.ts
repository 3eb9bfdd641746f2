import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entrance, membershipsOf } from '../../src/capabilities/identity/store/entrance.ts';
import { layouts } from '../../src/capabilities/trail/row.ts';
import type { OrganizationId, UserId } from '../../src/kernel/id.ts';
import { engines, type TestDatabase } from '../factories/database.ts';
import {
  foundedOrganization,
  freshId,
  newPerson,
  steppingClock,
  type TestOrganization,
} from '../factories/organization.ts';

const tables = [...Object.values(layouts).map(({ table }) => table), 'trail_head', 'trail_entry', 'request_key'];

describe.each(engines)('organizations on $name', ({ open, missing }) => {
  describe.skipIf(missing)('are kept apart by the database itself', () => {
    const clock = steppingClock();
    let database: TestDatabase;
    let [adler, birke]: TestOrganization[] = [];
    const person = newPerson('Only Birke knows');
    beforeAll(async () => {
      database = await open();
      adler = await foundedOrganization(database.db, clock, 'Adler');
      birke = await foundedOrganization(database.db, clock, 'Birke');
      await birke.write([person], { key: { key: 'k', fingerprint: 'f' } });
    });
    afterAll(() => database.close());

    const idOf = (organization: TestOrganization | undefined): OrganizationId =>
      organization?.id ?? freshId<OrganizationId>();
    const rowsIn = (
      organization: TestOrganization | undefined,
      table: string,
    ): Promise<readonly { organization_id?: unknown }[]> =>
      database.db.inOrganization(
        idOf(organization),
        async (tx) => (await sql<{ organization_id: string }>`select * from ${sql.table(table)}`.execute(tx)).rows,
      );

    it('shows each its own rows, even for a query that forgets whose they are', async () => {
      for (const table of tables) {
        const foreign = (await rowsIn(adler, table)).filter((row) => row.organization_id !== adler?.id);
        expect([table, foreign]).toEqual([table, []]);
      }
      expect(await rowsIn(adler, 'person')).toEqual([]);
      expect(await rowsIn(birke, 'person')).toHaveLength(1);
    });

    it('shows nothing where no organization was entered', async () => {
      for (const table of tables) {
        const { rows } = await database.app.query(`select * from ${table}`);
        expect([table, rows]).toEqual([table, []]);
      }
      const { rows } = await sql`select * from person`.execute(database.db.kysely);
      expect(rows).toEqual([]);
    });

    it('lets nobody write where they have not entered', async () => {
      const inAdler = (statement: ReturnType<typeof sql>): Promise<bigint | undefined> =>
        database.db.inOrganization(idOf(adler), async (tx) => (await statement.execute(tx)).numAffectedRows);
      expect(await inAdler(sql`update person set name = 'Taken' where id = ${person.id}`)).toBe(0n);
      expect(await inAdler(sql`delete from person where id = ${person.id}`)).toBe(0n);
      await expect(
        inAdler(
          sql`insert into person (organization_id, id, version, name, kind) values (${idOf(birke)}, ${freshId()}, 1, 'Spy', 'internal')`,
        ),
      ).rejects.toMatchObject({ code: '42501' });
      await expect(inAdler(sql`update person set organization_id = ${idOf(birke)}`)).resolves.toBe(0n);
      await expect(
        inAdler(sql`update organization set organization_id = ${idOf(birke)}, id = ${idOf(birke)}`),
      ).rejects.toMatchObject({ code: '42501' });
    });

    it('refers to rows of the same organization only', async () => {
      await expect(adler?.write([newPerson('Report', { managerId: person.id })])).rejects.toMatchObject({
        fault: { code: 'not-found', what: 'manager' },
      });
    });

    it('has a trail that the application can add to and nothing else', async () => {
      const attempt = (statement: ReturnType<typeof sql>): Promise<unknown> =>
        database.db.inOrganization(idOf(birke), (tx) => statement.execute(tx));
      for (const statement of [
        sql`update trail_entry set reason = ''`,
        sql`delete from trail_entry`,
        sql`truncate trail_entry`,
      ]) {
        await expect(attempt(statement)).rejects.toMatchObject({ code: '42501' });
      }
      await expect(attempt(sql`create table own (id int)`)).rejects.toMatchObject({ code: '42501' });
      await expect(attempt(sql`alter table person disable row level security`)).rejects.toMatchObject({
        code: '42501',
      });
      await expect(attempt(sql`drop policy person_tenant on person`)).rejects.toMatchObject({ code: '42501' });
    });

    it('is entered by a role that owns nothing and passes no fence', async () => {
      const { rows: owned } = await database.owner.query(`
        select relname as name from pg_class where pg_get_userbyid(relowner) like 'muster_app%'
        union all select proname from pg_proc where pg_get_userbyid(proowner) like 'muster_app%'
        union all select nspname from pg_namespace where pg_get_userbyid(nspowner) like 'muster_app%'`);
      expect(owned).toEqual([]);
      const { rows: mighty } = await database.owner.query(`select rolname from pg_roles where rolname like 'muster_app%'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`);
      expect(mighty).toEqual([]);
      const { rows: open } = await database.owner.query(`select relname from pg_class
        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relrowsecurity and relname <> 'migration'`);
      expect(open).toEqual([]);
      await expect(database.app.query('select * from migration')).rejects.toMatchObject({ code: '42501' });
    });

    it('answers the two questions at the door for the asking user alone', async () => {
      const user = birke?.owner.kind === 'member' ? birke.owner.userId : freshId<UserId>();
      expect(await membershipsOf(database.db, user)).toEqual([
        { id: birke?.id, name: 'Birke', slug: 'adler-optics', permission: 'owner', personId: null },
      ]);
      expect(await entrance(database.db, user, idOf(birke))).toMatchObject({
        permission: 'owner',
        head: { sequence: 3 },
      });
      expect(await entrance(database.db, user, idOf(adler))).toBeNull();
      expect(await membershipsOf(database.db, freshId<UserId>())).toEqual([]);
    });
  });
});
