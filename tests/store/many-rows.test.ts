import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import { loadCurrent } from '../../src/capabilities/trail/store/snapshot.ts';
import { writePlanned } from '../../src/capabilities/trail/store/planned.ts';
import { change } from '../../src/capabilities/trail/store/change.ts';
import { verify } from '../../src/capabilities/trail/store/verify.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import type { PersonId } from '../../src/kernel/id.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { engines, type TestDatabase } from '../factories/database.ts';
import {
  foundedOrganization,
  freshId,
  newPerson,
  steppingClock,
  type TestOrganization,
} from '../factories/organization.ts';

const OPERATOR = { kind: 'operator', name: 'Operator' } as const;
const none = freshId<PersonId>();

describe.each(engines)('many rows at once on $name', ({ open, missing }) => {
  describe.skipIf(missing)('a change', () => {
    const clock = steppingClock();
    let database: TestDatabase;
    let house: TestOrganization;
    beforeAll(async () => {
      database = await open();
      house = await foundedOrganization(database.db, clock);
    });
    afterAll(() => database.close());
    const facts = (): Promise<Snapshot> => database.db.inOrganization(house.id, (tx) => loadCurrent(tx, house.id));

    it('updates rows of different fields by one statement each 500, every kind of value and null among them', async () => {
      const people = Array.from({ length: 1201 }, (_, index) =>
        newPerson(`Person ${index}`, { externalId: `N${index}` }),
      );
      await house.write(people);
      await house.write(
        people.map(({ id }, index): ChangeItem => ({
          register: 'person',
          operation: 'update',
          id,
          version: 1,
          fields:
            index % 2 === 0
              ? { unit: `Unit ${index}`, from: plainDate('2026-01-05'), weeklyHours: 38.5 as never }
              : { externalId: null, costRate: { minor: index, currency: 'EUR' }, managerId: people[0]?.id ?? null },
        })),
      );
      const present = new Map((await facts()).person.map((person) => [person.id, person]));
      expect(present.get(people[0]?.id ?? none)).toMatchObject({
        version: 2,
        externalId: 'N0',
        unit: 'Unit 0',
        from: '2026-01-05',
        weeklyHours: 38.5,
        costRate: null,
        managerId: null,
      });
      expect(present.get(people[1199]?.id ?? none)).toMatchObject({
        version: 2,
        externalId: null,
        unit: null,
        costRate: { minor: 1199, currency: 'EUR' },
        managerId: people[0]?.id,
      });
      expect(await verify(database.db, house.id)).toMatchObject({ ok: true });
    });

    it('lets a number pass from one row to the next, and a row be written twice', async () => {
      const [first, second, third] = [
        newPerson('First', { externalId: 'one' }),
        newPerson('Second', { externalId: 'two' }),
        newPerson('Third'),
      ];
      await house.write([first, second, third]);
      const numbered = (id: PersonId, version: number, externalId: string | null): ChangeItem => ({
        register: 'person',
        operation: 'update',
        id,
        version,
        fields: { externalId },
      });
      await house.write([
        numbered(first.id, 1, null),
        numbered(second.id, 1, 'one'),
        numbered(third.id, 1, 'two'),
        numbered(first.id, 2, 'three'),
      ]);
      const present = new Map((await facts()).person.map((person) => [person.id, person]));
      expect([first, second, third].map(({ id }) => present.get(id)?.externalId)).toEqual(['three', 'one', 'two']);
      expect(present.get(first.id)?.version).toBe(3);
    });

    it('says the same of any order of numbers as one statement a row would', async () => {
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), async (order) => {
          const people = order.map((_, index) => newPerson(`Turn ${index}`, { externalId: `t${index}` }));
          await house.write(people);
          const free: ChangeItem[] = people.map(({ id }) => ({
            register: 'person',
            operation: 'update',
            id,
            version: 1,
            fields: { externalId: null },
          }));
          const turned: ChangeItem[] = people.map(({ id }, index) => ({
            register: 'person',
            operation: 'update',
            id,
            version: 2,
            fields: { externalId: `t${order[index]}` },
          }));
          await house.write([...free, ...turned]);
          const present = new Map((await facts()).person.map((person) => [person.id, person.externalId]));
          expect(people.map(({ id }) => present.get(id))).toEqual(order.map((number) => `t${number}`));
          await house.write(
            people.map(({ id }): ChangeItem => ({ register: 'person', operation: 'remove', id, version: 3 })),
          );
        }),
        { numRuns: 5 },
      );
    });

    it('is planned anew when somebody else was first, so that two of a kind make no doubles', async () => {
      const joined = (): Promise<unknown> =>
        writePlanned(
          {
            facts,
            write: ({ reason, items }, expected) =>
              change(database.db, clock, { actor: OPERATOR, organizationId: house.id, reason, items, expected }),
          },
          ({ person }) => ({
            reason: 'Import',
            items: person.some(({ name }) => name === 'Ida Only') ? [] : [newPerson('Ida Only')],
          }),
        );
      await Promise.all([joined(), joined(), joined()]);
      expect((await facts()).person.filter(({ name }) => name === 'Ida Only')).toHaveLength(1);
    });

    it('is refused when it was planned on facts that have moved since', async () => {
      const { trail } = await facts();
      await house.write([newPerson('Somebody else')]);
      const late = change(database.db, clock, {
        actor: OPERATOR,
        organizationId: house.id,
        reason: 'Late',
        items: [newPerson('Too late')],
        expected: trail,
      });
      await expect(late).rejects.toMatchObject({ fault: { code: 'conflict', what: 'register' } });
    });
  });
});
