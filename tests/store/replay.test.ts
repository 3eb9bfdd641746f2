import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFacts } from '../../src/capabilities/trail/store/facts.ts';
import { loadAsRecorded, loadCurrent } from '../../src/capabilities/trail/store/snapshot.ts';
import { verify } from '../../src/capabilities/trail/store/verify.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import { MusterError } from '../../src/kernel/errors.ts';
import type { Instant } from '../../src/kernel/date.ts';
import { engines, type TestDatabase } from '../factories/database.ts';
import { foundedOrganization, steppingClock, type TestOrganization } from '../factories/organization.ts';
import { itemOf, randomChanges, type Step } from '../factories/random-change.ts';

describe.each(engines)('the trail and the tables on $name', ({ open, missing }) => {
  describe.skipIf(missing)('tell one story', () => {
    const clock = steppingClock();
    let database: TestDatabase;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database.close());

    const current = (organization: TestOrganization): Promise<Snapshot> =>
      database.db.inOrganization(organization.id, (tx) => loadCurrent(tx, organization.id));
    const recorded = (organization: TestOrganization, at: Instant): Promise<Snapshot> =>
      database.db.inOrganization(organization.id, (tx) => loadAsRecorded(tx, organization.id, at));

    const attempt = async (organization: TestOrganization, items: readonly ChangeItem[]): Promise<boolean> => {
      try {
        return (await organization.write(items)).change !== null;
      } catch (error) {
        if (error instanceof MusterError) return false;
        throw error;
      }
    };

    /** What was current after a change, the moment, and what the change wrote: nothing when it was refused. */
    interface Turn {
      readonly at: Instant;
      readonly facts: Snapshot;
      readonly written: readonly ChangeItem[];
    }

    /** Does the changes. */
    const live = async (
      organization: TestOrganization,
      changes: readonly (readonly Step[])[],
      seen: (now: Snapshot, change: number) => Promise<void>,
    ): Promise<readonly Turn[]> => {
      const history: Turn[] = [];
      let now = await current(organization);
      for (const [index, steps] of changes.entries()) {
        const items = steps.flatMap((step) => itemOf(step, now) ?? []);
        const before = now;
        const written = items.length > 0 && (await attempt(organization, items)) ? items : [];
        now = await current(organization);
        if (written.length === 0) expect(now).toEqual(before);
        history.push({ at: clock.now(), facts: now, written });
        await seen(now, index);
      }
      return history;
    };

    it('over any changes of all registers, now and at every earlier moment', async () => {
      await fc.assert(
        fc.asyncProperty(randomChanges(14), fc.integer({ min: 1, max: 4 }), async (changes, pace) => {
          const organization = await foundedOrganization(database.db, clock);
          const facts = openFacts(database.db, 1);
          const history = await live(organization, changes, async (now, index) => {
            const seen = index % pace === 0 ? await facts.current(organization.id, now.trail) : now;
            expect(seen).toEqual(now);
          });
          const last = await current(organization);
          expect(await facts.current(organization.id, last.trail)).toEqual(last);
          for (const { at, facts: then } of history) {
            expect(await recorded(organization, at)).toEqual({ ...then, recordedAt: at });
          }
          expect(await verify(database.db, organization.id)).toMatchObject({ ok: true, problems: [] });
        }),
        { numRuns: 25, interruptAfterTimeLimit: 20_000 },
      );
    });

    it('over changes enough of which are taken, in enough registers', async () => {
      const history: Turn[] = [];
      // Of one seed: chance and the pace of the machine have no say in how much is tried.
      for (const changes of fc.sample(randomChanges(14), { numRuns: 15, seed: 27001 }))
        history.push(...(await live(await foundedOrganization(database.db, clock), changes, async () => undefined)));
      const taken = history.filter(({ written }) => written.length > 0);
      expect(taken.length).toBeGreaterThan((history.length - taken.length) / 4);
      const touched = taken.flatMap(({ written }) =>
        written.map(({ register, operation }) => `${register} ${operation}`),
      );
      expect(new Set(touched).size).toBeGreaterThan(15);
    });

    it('forgets the organization that was looked at longest ago, and loads it afresh', async () => {
      const facts = openFacts(database.db, 1);
      const [first, second] = [
        await foundedOrganization(database.db, clock),
        await foundedOrganization(database.db, clock),
      ];
      const seen = await facts.current(first.id, null);
      expect(await facts.current(first.id, seen.trail)).toBe(seen);
      await facts.current(second.id, null);
      const again = await facts.current(first.id, seen.trail);
      expect(again).toEqual(seen);
      expect(again).not.toBe(seen);
    });
  });
});
