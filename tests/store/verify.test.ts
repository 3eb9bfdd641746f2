import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesAfter, hashOf } from '../../src/capabilities/trail/store/entries.ts';
import { verify } from '../../src/capabilities/trail/store/verify.ts';
import { GENESIS_HASH, type TrailEntry } from '../../src/capabilities/trail/entry.ts';
import type { PersonId } from '../../src/kernel/id.ts';
import { engines, type TestDatabase } from '../factories/database.ts';
import {
  foundedOrganization,
  freshId,
  newPerson,
  steppingClock,
  type TestOrganization,
} from '../factories/organization.ts';

/** Somebody who may do everything on the database server changes something behind Muster's back. */
describe.each(engines)('verify on $name', ({ open, missing }) => {
  describe.skipIf(missing)('finds and names', () => {
    const clock = steppingClock();
    let database: TestDatabase;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database.close());

    interface Scene extends TestOrganization {
      readonly people: readonly { readonly id: PersonId }[];
      readonly owner: TestOrganization['owner'];
      readonly sql: (statement: string, ...values: readonly unknown[]) => Promise<void>;
    }

    /** Entries 1 and 2 found the organization, 3 to 8 hire six people, one a change. */
    const scene = async (): Promise<Scene> => {
      const organization = await foundedOrganization(database.db, clock);
      const people = ['Ada', 'Ben', 'Cem', 'Dora', 'Eva', 'Finn'].map((name) => newPerson(name));
      for (const person of people) await organization.write([person]);
      return {
        ...organization,
        people,
        sql: async (statement, ...values) => {
          await database.owner.query(statement, [organization.id, ...values]);
        },
      };
    };
    const found = async ({ id }: Scene): Promise<readonly string[]> => {
      const { ok, problems } = await verify(database.db, id);
      expect(ok).toBe(problems.length === 0);
      return problems.map(({ kind, where }) => `${kind}: ${where}`);
    };

    it('nothing where nobody interfered', async () => {
      const untouched = await scene();
      const { problems, ...rest } = await verify(database.db, untouched.id);
      expect([problems, rest.ok, rest.entries, rest.head.sequence]).toEqual([[], true, 8, 8]);
    });

    it('a changed row, and the field', async () => {
      const tampered = await scene();
      const id = tampered.people[2]?.id;
      await tampered.sql(`update person set name = 'Kim', weekly_hours = 3 where organization_id = $1 and id = $2`, id);
      const { problems } = await verify(database.db, tampered.id);
      expect(problems).toEqual([
        {
          kind: 'changed-row',
          where: `person ${id}`,
          explanation: `person ${id} differs from the trail in name, weeklyHours: it was changed outside Muster.`,
        },
      ]);
    });

    it('a missing row and a foreign one', async () => {
      const tampered = await scene();
      const [gone, foreign] = [tampered.people[0]?.id, freshId<PersonId>()];
      await tampered.sql('delete from person where organization_id = $1 and id = $2', gone);
      await tampered.sql(
        `insert into person (organization_id, id, version, name, kind) values ($1, $2, 1, 'Ghost', 'internal')`,
        foreign,
      );
      expect(await found(tampered)).toEqual([`missing-row: person ${gone}`, `foreign-row: person ${foreign}`]);
    });

    it('the organization itself taken away', async () => {
      const tampered = await scene();
      await tampered.sql('delete from organization where organization_id = $1');
      expect(await found(tampered)).toEqual([`missing-row: organization ${tampered.id}`]);
    });

    const columns: readonly (readonly [string, string])[] = [
      ['recorded_at', `recorded_at + interval '1 second'`],
      ['change', 'organization_id'],
      ['actor', `'operator'`],
      ['actor_name', `'Somebody else'`],
      ['reason', `'Another reason'`],
      ['register', `'nowhere'`],
      ['subject', `'somebody'`],
      ['operation', `'update'`],
      ['before', `'{}'`],
      ['after', `'no json'`],
      ['nonce', `repeat('0', 32)`],
      ['nonce', 'null'],
      ['hash', `repeat('0', 64)`],
    ];
    it.each(columns)('an entry whose %s was changed', async (column, value) => {
      const tampered = await scene();
      await tampered.sql(`update trail_entry set ${column} = ${value} where organization_id = $1 and sequence = 5`);
      const problems = await found(tampered);
      expect(problems).toContain('changed-entry: entry 5');
    });

    it('no two entries with the same random text, and none without', async () => {
      const { id } = await scene();
      const entries = await database.db.inOrganization(id, (tx) => entriesAfter(tx, id, 0, 20));
      expect(new Set(entries.map(({ nonce }) => nonce)).size).toBe(8);
      for (const { nonce } of entries) expect(nonce).toMatch(/^[0-9a-f]{32,}$/);
    });

    it('nothing in entries from before there was random text', async () => {
      const { id, sql } = await scene();
      const entries = await database.db.inOrganization(id, (tx) => entriesAfter(tx, id, 0, 20));
      let hash = GENESIS_HASH;
      for (const { hash: _hash, ...entry } of entries) {
        const old = { ...entry, nonce: entry.sequence > 5 ? entry.nonce : null };
        hash = hashOf(hash, old);
        await sql(
          'update trail_entry set nonce = $3, hash = $4 where organization_id = $1 and sequence = $2',
          entry.sequence,
          old.nonce,
          hash,
        );
      }
      await sql('update trail_head set hash = $2 where organization_id = $1', hash);
      expect(await verify(database.db, id)).toMatchObject({ ok: true, problems: [], erasures: [] });
    });

    it('an entry taken out of the middle', async () => {
      const tampered = await scene();
      await tampered.sql('delete from trail_entry where organization_id = $1 and sequence = 5');
      expect(await found(tampered)).toEqual([
        'missing-entry: entry 6',
        `foreign-row: person ${tampered.people[2]?.id}`,
      ]);
    });

    it('an entry taken out with the gap closed behind it', async () => {
      const tampered = await scene();
      await tampered.sql('delete from trail_entry where organization_id = $1 and sequence = 5');
      for (const sequence of [6, 7, 8])
        await tampered.sql(
          'update trail_entry set sequence = sequence - 1 where organization_id = $1 and sequence = $2',
          sequence,
        );
      const problems = await found(tampered);
      expect(problems).toContain('missing-entry: entry 8');
      expect(problems).toContain('changed-entry: entry 5');
    });

    it('two entries that changed places', async () => {
      const tampered = await scene();
      const swap = 'update trail_entry set sequence = $3 where organization_id = $1 and sequence = $2';
      await tampered.sql(swap, 4, 99);
      await tampered.sql(swap, 6, 4);
      await tampered.sql(swap, 99, 6);
      const problems = await verify(database.db, tampered.id);
      expect(problems.problems.map(({ kind, where }) => `${kind}: ${where}`)).toEqual([
        'reordered-entry: entry 4',
        'reordered-entry: entry 6',
      ]);
      expect(problems.problems[0]?.explanation).toBe(
        'What stands as entry 4 was recorded as entry 6: the order was changed.',
      );
    });

    it('the last entry taken away, whether the head still names it or not', async () => {
      const tampered = await scene();
      await tampered.sql('delete from trail_entry where organization_id = $1 and sequence = 8');
      const ghost = `foreign-row: person ${tampered.people[5]?.id}`;
      expect(await found(tampered)).toEqual(['missing-entry: entry 8', ghost]);
      await tampered.sql(`update trail_head set sequence = 7, hash = (select hash from trail_entry e where e.organization_id = $1 and e.sequence = 7)
        where organization_id = $1`);
      expect(await found(tampered)).toEqual([ghost]);
    });

    it('a head that names another hash', async () => {
      const tampered = await scene();
      await tampered.sql(`update trail_head set hash = repeat('a', 64) where organization_id = $1`);
      expect(await found(tampered)).toEqual(['wrong-head: head']);
    });

    it('an entry put in, even with a hash of its own', async () => {
      const tampered = await scene();
      await tampered.sql(`insert into trail_entry select organization_id, 9, recorded_at, change, actor, actor_name, reason, register, subject, operation, before, after, hash
        from trail_entry where organization_id = $1 and sequence = 8`);
      expect(await found(tampered)).toEqual(['wrong-head: head', 'changed-entry: entry 9']);
    });

    it('which entry it is, in a trail read in several parts', async () => {
      const tampered = await scene();
      const many = Array.from({ length: 2500 }, (_, index) => newPerson(`Person ${index}`));
      await tampered.write(many);
      await tampered.sql(`update trail_entry set reason = 'x' where organization_id = $1 and sequence = 2300`);
      expect(await found(tampered)).toEqual(['changed-entry: entry 2300']);
      const entries: readonly TrailEntry[] = await database.db.inOrganization(tampered.id, (tx) =>
        entriesAfter(tx, tampered.id, 2299, 1),
      );
      expect(entries[0]?.reason).toBe('x');
    });
  });
});
