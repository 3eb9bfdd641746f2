import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions } from '../../src/capabilities/identity/model.ts';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import { mayChange } from '../../src/capabilities/trail/policy.ts';
import { registerNames, type RegisterName } from '../../src/capabilities/trail/register.ts';
import { changedRow } from '../../src/capabilities/trail/store/change.ts';
import { entriesAfter } from '../../src/capabilities/trail/store/entries.ts';
import { loadCurrent } from '../../src/capabilities/trail/store/snapshot.ts';
import { verify } from '../../src/capabilities/trail/store/verify.ts';
import type { TrailEntry } from '../../src/capabilities/trail/entry.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import type { RequirementId } from '../../src/domain/requirement.ts';
import { MusterError, type Fault } from '../../src/kernel/errors.ts';
import { instant, plainDate } from '../../src/kernel/date.ts';
import type { AccountabilityId, PersonId, RoleId } from '../../src/kernel/id.ts';
import type { Level } from '../../src/kernel/level.ts';
import { engines, type TestDatabase } from '../factories/database.ts';
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

describe.each(engines)('writing on $name', ({ open, missing }) => {
  describe.skipIf(missing)('a change', () => {
    const clock = steppingClock();
    let database: TestDatabase;
    let house: TestOrganization;
    beforeAll(async () => {
      database = await open();
      house = await foundedOrganization(database.db, clock);
    });
    afterAll(() => database.close());

    const facts = (organization = house): Promise<Snapshot> =>
      database.db.inOrganization(organization.id, (tx) => loadCurrent(tx, organization.id));
    const trail = (organization = house): Promise<readonly TrailEntry[]> =>
      database.db.inOrganization(organization.id, (tx) => entriesAfter(tx, organization.id, 0, 10_000));

    it('founds an organization with its owner as the first two entries of its trail', async () => {
      const organization = await foundedOrganization(database.db, clock, 'Birke Logistik');
      const { membership, ...founded } = await facts(organization);
      expect(founded.organization).toMatchObject({ id: organization.id, version: 1, name: 'Birke Logistik' });
      expect(membership.map(({ name, permission }) => [name, permission])).toEqual([['Petra Lang', 'owner']]);
      const entries = await trail(organization);
      expect(entries.map(({ sequence, register, operation }) => [sequence, register, operation])).toEqual([
        [1, 'organization', 'create'],
        [2, 'membership', 'create'],
      ]);
      expect(new Set(entries.map((entry) => entry.change)).size).toBe(1);
      expect(founded.trail).toEqual({ sequence: 2, hash: entries[1]?.hash });
    });

    it('creates, updates and removes a row, counting its versions', async () => {
      const hire = newPerson('Jörg Nagel', { weeklyHours: 38.5 as never, from: plainDate('2026-02-01') });
      const hired = await house.write([hire]);
      expect(changedRow(hired, 'person', hire.id)).toMatchObject({ version: 1, name: 'Jörg Nagel', weeklyHours: 38.5 });
      const rate = { minor: 9050, currency: 'EUR' };
      const raised = await house.write([
        { register: 'person', operation: 'update', id: hire.id, version: 1, fields: { costRate: rate } },
      ]);
      expect(changedRow(raised, 'person', hire.id)).toMatchObject({ version: 2, name: 'Jörg Nagel', costRate: rate });
      expect((await facts()).person.find(({ id }) => id === hire.id)).toEqual(changedRow(raised, 'person', hire.id));
      const removed = await house.write([{ register: 'person', operation: 'remove', id: hire.id, version: 2 }]);
      expect((await facts()).person.some(({ id }) => id === hire.id)).toBe(false);
      expect(removed.entries.map(({ operation, after }) => [operation, after])).toEqual([['remove', null]]);
      expect(JSON.parse(removed.entries[0]?.before ?? '')).toMatchObject({ version: 2, costRate: rate });
    });

    it('tells a writer who saw an old version both states, and writes nothing', async () => {
      const person = newPerson('Ida Berg');
      await house.write([person]);
      const move = (unit: string): Promise<unknown> =>
        house.write([{ register: 'person', operation: 'update', id: person.id, version: 1, fields: { unit } }]);
      await move('Sales');
      const before = (await trail()).length;
      await expect(move('Finance')).rejects.toMatchObject({
        fault: { code: 'conflict', what: 'person', yours: { unit: 'Finance' }, theirs: { unit: 'Sales', version: 2 } },
      });
      await expect(
        house.write([{ register: 'person', operation: 'remove', id: person.id, version: 1 }]),
      ).rejects.toMatchObject({ fault: { code: 'conflict', yours: null, theirs: { version: 2 } } });
      expect((await trail()).length).toBe(before);
    });

    it('refuses what a permission does not cover, register by register', async () => {
      const removal = (register: RegisterName): ChangeItem =>
        ({ register, operation: 'remove', id: freshId(), version: 1 }) as ChangeItem;
      for (const permission of permissions) {
        for (const register of registerNames) {
          const actor = member(permission);
          const code = mayChange(actor, register) ? 'not-found' : 'forbidden';
          await expect(house.write([removal(register)], { actor }), `${permission} ${register}`).rejects.toMatchObject({
            fault: { code },
          });
        }
      }
    });

    it('names the field that is wrong, and the row among many', async () => {
      await expect(house.write([newPerson('Ann', { email: 'ann at home' })])).rejects.toMatchObject({
        fault: { code: 'invalid', errors: [{ path: 'email', message: 'Expected an e-mail address.' }] },
      });
      await expect(house.write([newPerson('Ann'), newPerson('   ')])).rejects.toMatchObject({
        fault: { code: 'invalid', errors: [{ path: '1.name' }] },
      });
      await expect(
        house.write([newPerson('Ann', { from: plainDate('2026-03-02'), to: plainDate('2026-03-01') })]),
      ).rejects.toMatchObject({ fault: { code: 'invalid', errors: [{ path: 'to' }] } });
      expect((await facts()).person.some(({ name }) => name === 'Ann')).toBe(false);
    });

    it('keeps text that a table cannot hold from getting in half', async () => {
      const person = newPerson('Half \ud83d a heart');
      const written = await house.write([person], { reason: 'Cut \udc00 short\u0000' });
      expect(changedRow(written, 'person', person.id)).toMatchObject({ name: 'Half \ufffd a heart' });
      expect(written.entries[0]?.reason).toBe('Cut \ufffd short');
      const role = newRole('odd', 'Odd');
      const odd = {
        ...role,
        fields: { ...role.fields, competences: [{ competence: 'a\u0000\ud83d', level: 1 as Level, required: true }] },
      };
      await house.write([odd]);
      expect(await verify(database.db, house.id)).toMatchObject({ ok: true, problems: [] });
    });

    it('writes nothing when nothing would change', async () => {
      const person = newPerson('Theo Voss', { unit: 'Plant' });
      await house.write([person]);
      const before = (await facts()).trail;
      const same = await house.write([
        { register: 'person', operation: 'update', id: person.id, version: 1, fields: { unit: ' Plant ' } },
      ]);
      expect(same).toEqual({ change: null, position: before, entries: [], repeated: false });
      expect((await facts()).trail).toEqual(before);
    });

    it('does the same request with the same key once, and refuses another with it', async () => {
      const key = { key: 'a-key', fingerprint: 'one' };
      const first = await house.write([newPerson('Lea Kern')], { key });
      await house.write([newPerson('Somebody between')]);
      const second = await house.write([newPerson('Lea Kern')], { key });
      expect(second).toEqual({ ...first, repeated: true });
      expect((await facts()).person.filter(({ name }) => name === 'Lea Kern')).toHaveLength(1);
      await expect(
        house.write([newPerson('Other')], { key: { key: 'a-key', fingerprint: 'two' } }),
      ).rejects.toMatchObject({ fault: { code: 'invalid', errors: [{ path: 'Idempotency-Key' }] } });
      const elsewhere = await foundedOrganization(database.db, clock);
      expect((await elsewhere.write([newPerson('Lea Kern')], { key })).change).not.toBe(first.change);
    });

    it('remembers a key for two days', async () => {
      const old = { key: 'old', fingerprint: 'one' };
      const first = await house.write([newPerson('Early')], { key: old });
      clock.set(instant('2026-03-05T08:00:00.000Z'));
      await house.write([newPerson('Later')], { key: { key: 'new', fingerprint: 'one' } });
      const again = await house.write([newPerson('Early')], { key: old });
      expect(again.repeated).toBe(false);
      expect(again.change).not.toBe(first.change);
    });

    it('takes everything back when a follow-up fails', async () => {
      const before = (await facts()).trail;
      const key = { key: 'never kept', fingerprint: 'one' };
      const failing = house.write([newPerson('Nobody')], {
        key,
        followUps: [() => Promise.reject(new RangeError('the follow-up failed'))],
      });
      await expect(failing).rejects.toThrow('the follow-up failed');
      expect((await facts()).trail).toEqual(before);
      expect((await facts()).person.some(({ name }) => name === 'Nobody')).toBe(false);
      expect((await house.write([newPerson('Somebody')], { key })).change).not.toBeNull();
    });

    it('tries again when another transaction was first', async () => {
      let tries = 0;
      const person = newPerson('Mira Falk');
      await house.write([person], {
        followUps: [
          async (tx) => {
            tries += 1;
            if (tries < 3)
              await sql`do $$ begin raise exception 'overtaken' using errcode = '40001'; end $$`.execute(tx);
          },
        ],
      });
      expect(tries).toBe(3);
      expect((await facts()).person.filter(({ id }) => id === person.id)).toHaveLength(1);
      let endless = 0;
      await expect(
        house.write([newPerson('Never')], {
          followUps: [
            async (tx) => {
              endless += 1;
              await sql`do $$ begin raise exception 'overtaken' using errcode = '40P01'; end $$`.execute(tx);
            },
          ],
        }),
      ).rejects.toMatchObject({ code: '40P01' });
      expect(endless).toBe(6);
    });

    it('puts nobody on the same role twice at one time', async () => {
      const [person, role] = [newPerson('Udo Hahn'), newRole('ciso')];
      const until = newAppointment(person.id, role.id, { to: plainDate('2026-06-01') });
      await house.write([person, role, until]);
      const again = (from: string, capacity: 'holder' | 'deputy' = 'holder'): Promise<unknown> =>
        house.write([newAppointment(person.id, role.id, { from: plainDate(from), capacity })]);
      await expect(again('2026-05-31')).rejects.toMatchObject({ fault: { code: 'already-exists', field: 'period' } });
      await again('2026-06-01');
      await again('2026-05-31', 'deputy');
      await expect(
        house.write([{ register: 'appointment', operation: 'update', id: until.id, version: 1, fields: { to: null } }]),
      ).rejects.toMatchObject({ fault: { code: 'already-exists' } });
      const twins = [1, 2].map(() =>
        newAppointment(person.id, role.id, { from: plainDate('2020-01-01'), to: plainDate('2021-01-01') }),
      );
      await expect(house.write(twins)).rejects.toMatchObject({ fault: { code: 'already-exists' } });
    });

    it('tells broken references and doubles as what they are', async () => {
      const [person, role] = [newPerson('Rosa Thal', { externalId: '4711' }), newRole('dpo')];
      await house.write([person, role]);
      const refused = (items: readonly ChangeItem[]): Promise<Fault | null> =>
        house.write(items).then(
          () => null,
          (error: unknown) => {
            if (error instanceof MusterError) return error.fault;
            throw error;
          },
        );
      expect(await refused([newAppointment(freshId<PersonId>(), role.id)])).toEqual({
        code: 'not-found',
        what: 'person',
      });
      expect(await refused([newAppointment(person.id, freshId<RoleId>())])).toEqual({
        code: 'not-found',
        what: 'role',
      });
      const orphan = newPerson('A', { managerId: freshId<PersonId>() });
      expect(await refused([orphan])).toEqual({ code: 'not-found', what: 'manager' });
      const double = newPerson('A', { externalId: '4711' });
      expect(await refused([double])).toEqual({ code: 'already-exists', what: 'person', field: 'personnel number' });
      expect(await refused([newRole('dpo')])).toEqual({ code: 'already-exists', what: 'role', field: 'short name' });
      expect(await refused([person])).toEqual({ code: 'already-exists', what: 'person', field: 'id' });
      const cell = (): ChangeItem => ({
        register: 'accountability',
        operation: 'create',
        id: freshId<AccountabilityId>(),
        fields: { requirementId: 'A.5.1' as RequirementId, roleId: role.id, personId: null, letters: ['A'] },
      });
      await house.write([cell()]);
      expect(await refused([cell()])).toMatchObject({ code: 'already-exists', what: 'cell' });
      await house.write([newAppointment(person.id, role.id)]);
      const removal = (register: 'person' | 'role', id: PersonId | RoleId): ChangeItem =>
        ({ register, operation: 'remove', id, version: 1 }) as ChangeItem;
      expect(await refused([removal('person', person.id)])).toEqual({
        code: 'still-used',
        what: 'person',
        by: 'an appointment',
      });
      expect(await refused([removal('role', role.id)])).toMatchObject({ code: 'still-used', what: 'role' });
    });

    it('keeps the trail in order when the clock runs backwards', async () => {
      clock.set(instant('2027-01-01T00:00:00.000Z'));
      await house.write([newPerson('Late')]);
      clock.set(instant('2026-03-02T09:00:00.000Z'));
      await house.write([newPerson('Early')]);
      const moments = (await trail()).map((entry) => entry.recordedAt);
      expect(moments).toEqual([...moments].sort());
      expect(moments.at(-1)).toBe(moments.at(-2));
    });

    it('lines 200 changes at once up without a hole', async () => {
      const organization = await foundedOrganization(database.db, clock, 'Busy');
      const results = await Promise.all(
        Array.from({ length: 200 }, (_, index) => organization.write([newPerson(`Person ${index}`)])),
      );
      const sequences = results.map(({ position }) => position.sequence).sort((a, b) => a - b);
      expect(sequences).toEqual(Array.from({ length: 200 }, (_, index) => index + 3));
      expect((await trail(organization)).map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: 202 }, (_, index) => index + 1),
      );
      expect(await verify(database.db, organization.id)).toMatchObject({ ok: true, entries: 202 });
    });
  });
});
