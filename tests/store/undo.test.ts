import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import { registerNames } from '../../src/capabilities/trail/register.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import type { ChangeResult } from '../../src/capabilities/trail/store/change.ts';
import { entriesOf, writtenAfter } from '../../src/capabilities/trail/store/entries.ts';
import { loadCurrent } from '../../src/capabilities/trail/store/snapshot.ts';
import { verify } from '../../src/capabilities/trail/store/verify.ts';
import { toldRow, undoOf, type Undo } from '../../src/capabilities/trail/undo.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { MusterError } from '../../src/kernel/errors.ts';
import type { AppointmentId, ChangeId } from '../../src/kernel/id.ts';
import { pglite, type TestDatabase } from '../factories/database.ts';
import {
  foundedOrganization,
  freshId,
  member,
  newAppointment,
  newPerson,
  newRole,
  steppingClock,
  type TestOrganization,
} from '../factories/organization.ts';
import { itemOf, randomChanges } from '../factories/random-change.ts';

const OPERATOR = { kind: 'operator', name: 'Operator' } as const;
const clock = steppingClock();
let database: TestDatabase;
beforeAll(async () => {
  database = await pglite.open();
});
afterAll(() => database.close());

const factsOf = (house: TestOrganization): Promise<Snapshot> =>
  database.db.inOrganization(house.id, (tx) => loadCurrent(tx, house.id));

async function undoing(house: TestOrganization, change: ChangeId | null, actor = OPERATOR): Promise<Undo> {
  const snapshot = await factsOf(house);
  return database.db.inOrganization(house.id, async (tx) => {
    const entries = await entriesOf(tx, house.id, change ?? freshId<ChangeId>());
    const writtenSince = await writtenAfter(tx, house.id, entries.at(-1)?.sequence ?? 0);
    return undoOf(entries.map(toldRow), { snapshot, writtenSince }, actor);
  });
}

/** The facts without their versions and their place in the trail. */
const contentOf = (facts: Snapshot): unknown =>
  registerNames.map((register) =>
    register === 'organization' ? facts.organization : facts[register].map((row) => ({ ...row, version: 0 })),
  );

/** Nobody has written since: only what is final by its nature may stand in the way. */
const unexpected = ({ obstacles }: Undo): readonly string[] =>
  obstacles.map(({ reason }) => reason).filter((reason) => !/not undone|decision|second person/.test(reason));

/** A change that the rules allow, or null. */
const tried = async (writing: Promise<ChangeResult>): Promise<ChangeResult | null> =>
  writing.catch((error: unknown) => {
    if (error instanceof MusterError) return null;
    throw error;
  });

describe('undoing a change', () => {
  it('of any kind gives back the facts before it, and undoing that gives back those after it', async () => {
    let undone = 0;
    await fc.assert(
      fc.asyncProperty(randomChanges(10), async (changes) => {
        const house = await foundedOrganization(database.db, clock);
        for (const steps of changes) {
          const before = await factsOf(house);
          const items = steps.map((step) => itemOf(step, before)).filter((item) => item !== null);
          const result = await tried(house.write(items));
          const after = await factsOf(house);
          const undo = await undoing(house, result?.change ?? null);
          expect(unexpected(undo)).toEqual([]);
          const back = await house.write(undo.items);
          const stands = contentOf(undo.obstacles.length > 0 ? after : before);
          expect(contentOf(await factsOf(house))).toEqual(stands);
          const again = await undoing(house, back.change);
          expect(unexpected(again)).toEqual([]);
          await house.write(again.items);
          expect(contentOf(await factsOf(house))).toEqual(contentOf(again.obstacles.length > 0 ? before : after));
          if (back.change !== null) undone += 1;
        }
        expect(await verify(database.db, house.id)).toMatchObject({ ok: true, problems: [] });
      }),
      { numRuns: 12 },
    );
    expect(undone).toBeGreaterThan(0);
  });

  it('is refused where a row was changed, removed or referred to since, naming each', async () => {
    const house = await foundedOrganization(database.db, clock);
    const [ada, ben] = [newPerson('Ada', { externalId: 'a' }), newPerson('Ben')];
    const [cem, dee] = [newPerson('Cem'), newPerson('Dee')];
    const role = newRole('lead', 'Lead');
    const hired = await house.write([ada, ben, cem, dee, role]);
    expect((await undoing(house, hired.change)).obstacles).toEqual([]);
    const held = newAppointment(cem.id, role.id);
    await house.write([
      { register: 'person', operation: 'update', id: ada.id, version: 1, fields: { unit: 'IT' } },
      { register: 'person', operation: 'remove', id: ben.id, version: 1 },
      held,
    ]);
    const undo = await undoing(house, hired.change);
    expect(undo.items).toEqual([]);
    expect(undo.obstacles.map(({ label, reason }) => `${label}: ${reason}`)).toEqual([
      'Ada: It was changed since.',
      'Ben: It was removed since.',
    ]);
    const later = await house.write([newPerson('Eve', { managerId: dee.id })]);
    const alone = await house.write([
      { register: 'person', operation: 'update', id: cem.id, version: 1, fields: { unit: 'IT' } },
    ]);
    expect((await undoing(house, alone.change)).rows).toMatchObject([
      { label: 'Cem', operation: 'update', fields: ['unit'] },
    ]);
    expect((await undoing(house, later.change)).rows).toMatchObject([{ label: 'Eve', operation: 'remove' }]);
  });

  it('names what refers to a row that would go, and what a row that comes back would need', async () => {
    const house = await foundedOrganization(database.db, clock);
    const [ada, ben] = [newPerson('Ada', { externalId: '1' }), newPerson('Ben')];
    const role = newRole('lead', 'Lead');
    const hired = await house.write([ada]);
    await house.write([ben, role]);
    const held = newAppointment(ada.id, role.id);
    const appointed = await house.write([held]);
    expect((await undoing(house, hired.change)).obstacles).toMatchObject([
      { register: 'person', label: 'Ada', reason: 'The appointment “Ada, Lead” refers to it since.' },
    ]);
    const ended = await house.write([{ register: 'appointment', operation: 'remove', id: held.id, version: 1 }]);
    await house.write([
      { register: 'person', operation: 'remove', id: ada.id, version: 1 },
      { register: 'person', operation: 'update', id: ben.id, version: 1, fields: { externalId: '1' } },
    ]);
    expect((await undoing(house, ended.change)).obstacles).toMatchObject([
      { register: 'appointment', reason: 'The person to which it refers is gone.' },
    ]);
    expect((await undoing(house, appointed.change)).obstacles).toMatchObject([{ reason: 'It was removed since.' }]);
  });

  it('lets nobody take a number or a role that somebody else has by now', async () => {
    const house = await foundedOrganization(database.db, clock);
    const [ada, ben, role] = [newPerson('Ada', { externalId: '1' }), newPerson('Ben'), newRole('lead', 'Lead')];
    const held = newAppointment(ben.id, role.id);
    await house.write([ada, ben, role, held]);
    const renumbered = await house.write([
      { register: 'person', operation: 'update', id: ada.id, version: 1, fields: { externalId: '2' } },
    ]);
    const ended = await house.write([
      {
        register: 'appointment',
        operation: 'update',
        id: held.id,
        version: 1,
        fields: { to: plainDate('2026-06-01') },
      },
    ]);
    await house.write([
      { register: 'person', operation: 'update', id: ben.id, version: 1, fields: { externalId: '1' } },
      { ...newAppointment(ben.id, role.id, { from: plainDate('2026-07-01') }), id: freshId<AppointmentId>() },
    ]);
    expect((await undoing(house, renumbered.change)).obstacles).toMatchObject([
      { label: 'Ada', reason: 'Another row has its place now.' },
    ]);
    expect((await undoing(house, ended.change)).obstacles).toMatchObject([
      { reason: 'The person holds the role by another appointment now.' },
    ]);
  });

  it('brings no approval back, and undoes nothing of accounts', async () => {
    const house = await foundedOrganization(database.db, clock);
    const [ada, role] = [newPerson('Ada'), newRole('lead', 'Lead')];
    const held = newAppointment(ada.id, role.id);
    await house.write([ada, role, held]);
    const word = { userId: null, name: 'Board', on: plainDate('2026-03-01') };
    const approval = (version: number, value: typeof word | null): ChangeItem => ({
      register: 'appointment',
      operation: 'update',
      id: held.id,
      version,
      fields: { approval: value },
    });
    const given = await house.write([approval(1, word)]);
    expect((await undoing(house, given.change)).obstacles).toEqual([]);
    const taken = await house.write([approval(2, null)]);
    expect((await undoing(house, taken.change)).obstacles).toMatchObject([
      { reason: 'It would bring back the word of a second person: ask for it again.' },
    ]);
    const restated = await house.write([
      {
        register: 'organization',
        operation: 'update',
        id: house.id,
        version: 1,
        fields: { scope: 'Everything' },
      },
    ]);
    expect((await undoing(house, restated.change)).obstacles).toMatchObject([{ register: 'organization' }]);
  });

  it('needs to see what a person costs where that may have changed since', async () => {
    const house = await foundedOrganization(database.db, clock);
    const ada = newPerson('Ada');
    const hired = await house.write([ada]);
    await house.write([
      {
        register: 'person',
        operation: 'update',
        id: ada.id,
        version: 1,
        fields: { costRate: { minor: 9000, currency: 'EUR' } },
      },
    ]);
    const facts = await factsOf(house);
    const hidden = { ...facts, person: facts.person.map((person) => ({ ...person, costRate: null })) };
    const entries = await database.db.inOrganization(house.id, (tx) =>
      entriesOf(tx, house.id, hired.change ?? freshId<ChangeId>()),
    );
    const undo = undoOf(entries.map(toldRow), { snapshot: hidden, writtenSince: new Set() }, member('contributor'));
    expect(undo.obstacles).toMatchObject([{ label: 'Ada', reason: 'It was changed since.' }]);
  });
});
