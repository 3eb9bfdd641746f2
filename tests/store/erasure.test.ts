import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordedFields } from '../../src/capabilities/people/erasure-row.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import { openFacts } from '../../src/capabilities/trail/store/facts.ts';
import { loadAsRecorded } from '../../src/capabilities/trail/store/snapshot.ts';
import { verify } from '../../src/capabilities/trail/store/verify.ts';
import { MusterError } from '../../src/kernel/errors.ts';
import type { Instant } from '../../src/kernel/date.ts';
import type { PersonId } from '../../src/kernel/id.ts';
import { engines, type TestDatabase } from '../factories/database.ts';
import { dumpOf, erased, factsOf, offBoarding } from '../factories/erasure.ts';
import { foundedOrganization, newPerson, steppingClock, type TestOrganization } from '../factories/organization.ts';
import { itemOf, randomChanges, type Step } from '../factories/random-change.ts';

const people = [
  { name: 'Zofia Quaglia-Brandt', email: 'z.quaglia@adler.example', externalId: 'HRX-908172' },
  { name: 'زينب القرطبي', email: 'zaynab@cordoba.example', externalId: 'ext/55.12-x' },
] as const;
const marks = people.flatMap(({ name, email, externalId }) => [name, email, externalId]);
const texts = [
  ...marks,
  'Stands in for Zofia Quaglia-Brandt (z.quaglia@adler.example).',
  "ZOFIA QUAGLIA-BRANDT's word",
  'Quaglia-Brandt, Zofia und زينب القرطبي',
  'No. HRX-908172, zaynab@cordoba.example',
];

/** The step with texts that mention somebody, here and there. */
function mentioning(step: Step, seed: number): Step {
  const worded: readonly string[] = wordedFields[step.register].map(String);
  const said = (value: unknown, place: number): unknown => {
    if (typeof value === 'string') return (seed + place) % 3 === 0 ? texts[(seed + place) % texts.length] : value;
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.map(said);
    return typeof value === 'object' && value !== null && 'name' in value
      ? { ...value, name: said(value.name, place) }
      : value;
  };
  const fields = Object.entries(step.fields).map(([field, value], place) =>
    worded.includes(field) ? [field, said(value, place)] : [field, value],
  );
  return { ...step, fields: Object.fromEntries(fields) };
}

describe.each(engines)('erasing a person on $name', ({ open, missing }) => {
  describe.skipIf(missing)('of whom the trail tells', () => {
    const clock = steppingClock();
    let database: TestDatabase;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database.close());

    const attempt = async (organization: TestOrganization, steps: readonly Step[], key: string): Promise<void> => {
      const facts = await factsOf(database, organization.id);
      const items = steps.flatMap((step) => itemOf(step, facts) ?? []);
      try {
        await organization.write(items, { reason: texts[items.length] ?? '', key: { key, fingerprint: key } });
      } catch (error) {
        if (!(error instanceof MusterError)) throw error;
      }
    };
    const found = async ({ id }: TestOrganization): Promise<readonly string[]> => {
      const { ok, problems } = await verify(database.db, id);
      expect(ok).toBe(problems.length === 0);
      return problems.map(({ kind, where }) => `${kind}: ${where}`);
    };
    const recorded = (organization: TestOrganization, at: Instant): Promise<Snapshot> =>
      database.db.inOrganization(organization.id, (tx) => loadAsRecorded(tx, organization.id, at));

    it('leaves nothing of them anywhere, and a trail that holds, whatever happened before', async () => {
      let forgotten = 0;
      await fc.assert(
        fc.asyncProperty(randomChanges(8), fc.nat(99), async (changes, seed) => {
          const organization = await foundedOrganization(database.db, clock);
          const persons = people.map(({ name, ...marked }) => newPerson(name, marked));
          await organization.write(persons, { reason: `${people[0].name} and ${people[1].name} added` });
          const moment = clock.now();
          for (const [index, steps] of changes.entries()) {
            const told = steps.map((step, place) => mentioning(step, seed + index + place));
            await attempt(organization, told, `${seed} ${index}`);
          }
          const facts = openFacts(database.db, 1);
          for (const [index, { id }] of persons.entries()) {
            const before = await factsOf(database, organization.id);
            if (!before.person.some((person) => person.id === id)) continue;
            await organization.write(offBoarding(before, id));
            await facts.current(organization.id, null);
            const result = await erased(database, clock, organization, id);
            forgotten += 1;
            const dump = (await dumpOf(database, organization.id)).toLowerCase();
            const { name, email, externalId } = people[index] ?? people[0];
            for (const mark of [name, email, externalId, 'quaglia-brandt, zofia'].slice(0, index === 0 ? 4 : 3))
              expect(dump).not.toContain(mark.toLowerCase());
            expect(await found(organization)).toEqual([]);
            const now = await factsOf(database, organization.id);
            expect(await facts.current(organization.id, result.position)).toEqual(now);
            expect(now.person.find((person) => person.id === id)).toMatchObject({
              name: `Erased person ${id.slice(-4)}`,
              email: null,
              externalId: null,
              erasedOn: clock.today(),
            });
            const then = await recorded(organization, moment);
            expect(then.person.find((person) => person.id === id)).toMatchObject({
              name: `Erased person ${id.slice(-4)}`,
              erasedOn: null,
            });
          }
        }),
        { numRuns: 8, interruptAfterTimeLimit: 20_000 },
      );
      expect(forgotten).toBeGreaterThan(4);
    });

    /** Entries 1 and 2 found the organization, 3 hires Ada, 4 renames her unit, 5 hires Ben, 6 ends Ada's engagement, 7 to 9 erase her. */
    const scene = async (): Promise<TestOrganization & { readonly ada: PersonId; readonly ben: PersonId }> => {
      const organization = await foundedOrganization(database.db, clock);
      const ada = newPerson('Ada Lovelace', { email: 'ada@adler.example', jobTitle: 'Analyst' });
      await organization.write([ada], { reason: 'Ada Lovelace added' });
      await organization.write([
        { register: 'person', operation: 'update', id: ada.id, version: 1, fields: { unit: 'Engines' } },
      ]);
      const ben = newPerson('Ben Kurz', { jobTitle: 'Deputy of Ada Lovelace' });
      await organization.write([ben]);
      await organization.write(offBoarding(await factsOf(database, organization.id), ada.id));
      return { ...organization, ada: ada.id, ben: ben.id };
    };
    const erasedScene = async () => {
      const organization = await scene();
      await erased(database, clock, organization, organization.ada);
      return {
        ...organization,
        sql: (statement: string, ...values: readonly unknown[]) =>
          database.owner.query(statement, [organization.id, ...values]),
      };
    };

    it('is counted by verify, and keeps every hash', async () => {
      const organization = await scene();
      const hashes = `select sequence, hash from trail_entry where organization_id = $1 and sequence < 7 order by sequence`;
      const { rows: before } = await database.owner.query(hashes, [organization.id]);
      await erased(database, clock, organization, organization.ada);
      expect((await database.owner.query(hashes, [organization.id])).rows).toEqual(before);
      const { ok, erasures, entries } = await verify(database.db, organization.id);
      expect([ok, entries, erasures.map(({ sequence, entries: count }) => [sequence, count])]).toEqual([
        true,
        9,
        [[7, 4]],
      ]);
      const { rows } = await database.owner.query(
        'select sequence, erased_by, nonce is null as bare, reason from trail_entry where organization_id = $1 and sequence between 3 and 6 order by sequence',
        [organization.id],
      );
      const reason = `Erased person ${organization.ada.slice(-4)} added`;
      expect(rows).toEqual([
        { sequence: 3, erased_by: 7, bare: true, reason },
        { sequence: 4, erased_by: 7, bare: true, reason: 'Written in a test' },
        { sequence: 5, erased_by: 7, bare: true, reason: 'Written in a test' },
        { sequence: 6, erased_by: 7, bare: true, reason: 'Written in a test' },
      ]);
    });

    it('is refused while they are engaged, hold something, or have an account here, and says what', async () => {
      const organization = await foundedOrganization(database.db, clock);
      const petra = newPerson('Petra Lang', { email: 'Petra.Lang@adler.example' });
      await organization.write([petra]);
      await expect(erased(database, clock, organization, petra.id)).rejects.toThrow(
        'This person is still used by an engagement that has not ended, memberships of this organization with their e-mail (1).',
      );
    });

    it('is refused a second time, and with a reason that names them', async () => {
      const organization = await scene();
      await expect(
        erased(database, clock, organization, organization.ada, { why: 'Ada Lovelace asked for it' }),
      ).rejects.toThrow('say it without the name');
      await erased(database, clock, organization, organization.ada);
      await expect(erased(database, clock, organization, organization.ada)).rejects.toThrow('were erased on');
    });

    it('happens as a whole or not at all', async () => {
      const organization = await scene();
      const before = await dumpOf(database, organization.id);
      const failing = erased(database, clock, organization, organization.ada, {
        followUps: [
          () => {
            throw new MusterError({ code: 'usage', reason: 'The power went off.' });
          },
        ],
      });
      await expect(failing).rejects.toThrow('The power went off.');
      expect(await dumpOf(database, organization.id)).toBe(before);
      expect(await found(organization)).toEqual([]);
    });

    it('is planned anew when somebody wrote in between', async () => {
      const organization = await scene();
      const facts = await factsOf(database, organization.id);
      await organization.write([newPerson('Cem Öz', { jobTitle: 'Successor of Ada Lovelace' })]);
      await expect(
        erased(database, clock, organization, organization.ada, { expected: facts.trail }),
      ).rejects.toMatchObject({ fault: { code: 'conflict' } });
    });

    describe('verify names', () => {
      it.each([
        ['reason', `'Something else'`],
        ['after', `'{"id":"x"}'`],
        ['actor_name', `'Somebody else'`],
        ['recorded_at', `recorded_at + interval '1 second'`],
        ['operation', `'create'`],
      ])('an erased entry whose %s was changed afterwards', async (column, value) => {
        const tampered = await erasedScene();
        await tampered.sql(`update trail_entry set ${column} = ${value} where organization_id = $1 and sequence = 4`);
        expect(await found(tampered)).toContain('changed-entry: entry 4');
      });

      it('an entry before an erased one, rewritten with a hash of its own', async () => {
        const tampered = await erasedScene();
        await tampered.sql(`update trail_entry set hash = repeat('c', 64) where organization_id = $1 and sequence = 2`);
        expect(await found(tampered)).toContain('changed-entry: entry 3');
      });

      it('an entry erased without a record', async () => {
        const tampered = await erasedScene();
        await tampered.sql(
          `update trail_entry set reason = '', nonce = null, erased_by = 7 where organization_id = $1 and sequence = 2`,
        );
        expect(await found(tampered)).toEqual(['unrecorded-erasure: entry 2']);
      });

      it('an entry that names another erasure than the one that lists it', async () => {
        const tampered = await erasedScene();
        await tampered.sql('update trail_entry set erased_by = 6 where organization_id = $1 and sequence = 4');
        expect(await found(tampered)).toEqual(['unrecorded-erasure: entry 4']);
      });

      it('a record whose entry tells again what it told', async () => {
        const organization = await scene();
        const { rows } = await database.owner.query(
          'select before, after, reason, nonce from trail_entry where organization_id = $1 and sequence = 4',
          [organization.id],
        );
        const { before, after, reason, nonce } = rows[0] as Record<string, unknown>;
        await erased(database, clock, organization, organization.ada);
        await database.owner.query(
          'update trail_entry set before = $2, after = $3, reason = $4, nonce = $5, erased_by = null where organization_id = $1 and sequence = 4',
          [organization.id, before, after, reason, nonce],
        );
        expect(await found(organization)).toEqual(['missing-erasure: entry 4']);
      });

      it('a record that was itself changed, and every entry that it had spoken for', async () => {
        const tampered = await erasedScene();
        await tampered.sql(
          `update trail_entry set after = replace(after, '"entries":[{', '"entries":[ {') where organization_id = $1 and sequence = 7`,
        );
        expect(await found(tampered)).toEqual([
          'changed-entry: entry 7',
          ...[3, 4, 5, 6].map((sequence) => `unrecorded-erasure: entry ${sequence}`),
        ]);
      });
    });

    it('goes through a record that a later erasure makes to forget', async () => {
      const organization = await scene();
      await erased(database, clock, organization, organization.ada, { why: 'Ben Kurz asked for it' });
      await organization.write(offBoarding(await factsOf(database, organization.id), organization.ben));
      await erased(database, clock, organization, organization.ben);
      const { ok, problems, erasures } = await verify(database.db, organization.id);
      expect([ok, problems, erasures.map(({ entries }) => entries)]).toEqual([true, [], [3, 4]]);
      expect(await dumpOf(database, organization.id)).not.toMatch(/Ben Kurz|Ada Lovelace/);
    });

    describe("is the only way in which the application's role changes the trail:", () => {
      const asApp = (organization: TestOrganization, statement: string): Promise<unknown> =>
        database.db.inOrganization(organization.id, async (tx) => {
          const { sql } = await import('kysely');
          await sql.raw(statement).execute(tx);
        });
      const call = (of: TestOrganization, erasure: number, sequence: number, rest = `"before":null,"after":"{}"`) =>
        `select forget_entries('${of.id}', ${erasure}, '[{"sequence":${sequence},${rest},"reason":""}]')`;

      it('not by an update, a deletion, or for another organization', async () => {
        const [mine, other] = [await scene(), await scene()];
        await erased(database, clock, other, other.ada);
        for (const statement of ['update trail_entry set reason = reason', 'delete from trail_entry'])
          await expect(asApp(mine, statement)).rejects.toThrow('permission denied');
        await expect(asApp(mine, call(other, 7, 3))).rejects.toThrow('not the organization of this transaction');
        expect([await found(mine), await found(other)]).toEqual([[], []]);
      });

      it('not for an entry that the erasure does not list, nor a row that was not there', async () => {
        const organization = await scene();
        await erased(database, clock, organization, organization.ada);
        for (const sequence of [2, 7, 8])
          await expect(asApp(organization, call(organization, 7, sequence))).rejects.toThrow('is not listed by');
        await expect(asApp(organization, call(organization, 6, 3))).rejects.toThrow('not an erasure');
        await expect(asApp(organization, call(organization, 7, 3, `"before":"{}","after":"{}"`))).rejects.toThrow(
          'forget so',
        );
        expect(await found(organization)).toEqual([]);
      });

      it('not once anything else was recorded', async () => {
        const organization = await scene();
        await erased(database, clock, organization, organization.ada);
        await organization.write([newPerson('Cem Öz')]);
        await expect(asApp(organization, call(organization, 7, 3))).rejects.toThrow('just recorded');
        expect(await found(organization)).toEqual([]);
      });
    });
  });
});
