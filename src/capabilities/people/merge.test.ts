import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { later } from '../../../tests/factories/rows.ts';
import { countingIds } from '../../../tests/factories/snapshot.ts';
import { measureFieldsOf, trainingFieldsOf } from '../../../tests/factories/training.ts';
import { plainDate } from '../../kernel/date.ts';
import type { AcknowledgementId, CampaignId, MeasureId, MembershipId, TrainingId, UserId } from '../../kernel/id.ts';
import { provenBy } from '../competence/held.ts';
import { sameAppointment } from '../roles/overlap.ts';
import { foreseen } from '../trail/foresight.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { possibleDoubles } from './doubles.ts';
import { apartItems, planMerge } from './merge.ts';
import { mergeFields } from './merge-field.ts';

const OPERATOR = { kind: 'operator', name: 'Operator' } as const;

describe('two rows of one person', () => {
  const firm = newFirm();
  const boss = firm.hire('Ingrid Berg');
  const ada = firm.hire('Ada Okoye', { externalId: '1', managerId: boss.id });
  const double = firm.hire('Okoye, Ada', { externalId: '2', email: 'ada@sample.example', managerId: ada.id });
  const reports = firm.hire('Ben Ochoa', { managerId: double.id });
  firm.appoint(ada, 'ciso', { from: plainDate('2026-01-01'), to: plainDate('2026-06-01') });
  firm.appoint(double, 'ciso', { from: plainDate('2026-05-01'), to: null });
  firm.appoint(double, 'dpo', { from: plainDate('2026-02-01') });
  firm.letters('A.5.1', ada, 'R');
  firm.letters('A.5.1', double, 'A');
  firm.letters('A.5.2', double, 'C');
  const snapshot = firm.snapshot();

  test('become one: what refers to the second refers to the first, and what overlaps is joined', () => {
    const { items, notes } = planMerge(snapshot, {
      keep: ada.id,
      drop: double.id,
      take: ['externalId', 'email'],
      requestedBy: null,
    });
    const after = foreseen(snapshot, items, OPERATOR);
    expect(after.person.map(({ name }) => name)).toEqual(['Ingrid Berg', 'Ada Okoye', 'Ben Ochoa']);
    const kept = after.person.find(({ id }) => id === ada.id);
    expect(kept).toMatchObject({ externalId: '2', email: 'ada@sample.example', managerId: boss.id });
    expect(after.person.find(({ id }) => id === reports.id)?.managerId).toBe(ada.id);
    expect(after.appointment.map(({ personId, from, to }) => [personId, from, to])).toEqual([
      [ada.id, '2026-01-01', null],
      [ada.id, '2026-02-01', null],
    ]);
    expect(after.accountability.map(({ requirementId, letters }) => [requirementId, letters.join('')])).toEqual([
      ['A.5.1', 'RA'],
      ['A.5.2', 'C'],
    ]);
    expect(notes.map(({ register, what }) => `${register} ${what}`)).toEqual([
      'appointment joined',
      'appointment moves',
      'accountability joined',
      'accountability moves',
      'person moves',
    ]);
  });

  test('share no approval: what it did not cover waits for one, asked for by who merges', () => {
    const house = newFirm();
    const [eva, again] = [house.hire('Eva Roth'), house.hire('Roth, Eva')];
    const approval = { userId: null, name: 'Board', on: plainDate('2026-01-02') };
    const period = { from: plainDate('2026-01-01'), to: plainDate('2026-06-01') };
    house.appoint(eva, 'ciso', { ...period, approval });
    house.appoint(again, 'ciso', { from: plainDate('2026-05-01'), to: null });
    house.appoint(again, 'dpo', { ...period, approval });
    const asker = '00000000-0000-7000-8000-00000000000a' as UserId;
    const facts = house.snapshot();
    const { items } = planMerge(facts, { keep: eva.id, drop: again.id, take: [], requestedBy: asker });
    expect(foreseen(facts, items, OPERATOR).appointment).toMatchObject([
      { to: null, approval: null, requestedBy: asker },
      { to: '2026-06-01', approval },
    ]);
  });

  test.each([
    ['stays', 'Sena Kaya', 'Sina Kaia'],
    ['goes', 'Sina Kaia', 'Sena Kaya'],
  ])('leave nobody the approver of their own appointment, when the row that approved %s', (_, keep, drop) => {
    const house = newFirm();
    const rows = { [keep]: house.hire(keep), [drop]: house.hire(drop) };
    const [stays, goes] = [rows[keep], rows[drop]];
    if (stays === undefined || goes === undefined) throw new TypeError('two rows');
    const approval = { userId: null, name: 'Kaya, Sena', on: plainDate('2026-01-02') };
    house.appoint(keep === 'Sina Kaia' ? stays : goes, 'ciso', { approval });
    house.appoint(stays, 'dpo', { approval: { ...approval, name: 'Board' } });
    const facts = house.snapshot();
    const asker = '00000000-0000-7000-8000-00000000000a' as UserId;
    const { items } = planMerge(facts, { keep: stays.id, drop: goes.id, take: [], requestedBy: asker });
    expect(foreseen(facts, items, OPERATOR).appointment).toMatchObject([
      { personId: stays.id, approval: null, requestedBy: asker },
      { personId: stays.id, approval: { name: 'Board' } },
    ]);
  });

  test('do not report to themselves, whichever stays', () => {
    const { items, notes } = planMerge(snapshot, { keep: double.id, drop: ada.id, take: [], requestedBy: null });
    const after = foreseen(snapshot, items, OPERATOR);
    expect(after.person.find(({ id }) => id === double.id)?.managerId).toBe(boss.id);
    expect(notes.some(({ what }) => what === 'left-out')).toBe(false);
    const taken = planMerge(snapshot, { keep: ada.id, drop: double.id, take: ['managerId'], requestedBy: null });
    expect(taken.notes.map(({ what }) => what)).toContain('left-out');
  });

  test('are found by name, and not again once they are said to be two', () => {
    const offered = possibleDoubles(snapshot.person);
    expect(offered).toMatchObject([{ people: [ada.id, double.id], reasons: ['name'] }]);
    const apart = foreseen(snapshot, apartItems(snapshot, double.id, ada.id), OPERATOR);
    expect(possibleDoubles(apart.person)).toEqual([]);
  });
});

describe('what two rows of one person can do, learned and read', () => {
  const newId = countingIds();
  const house = newFirm();
  const [eva, again, boss] = [house.hire('Eva Roth'), house.hire('Roth, Eva'), house.hire('Ingrid Berg')];
  const bare = { assessorId: null, assessorName: null };
  const [byBoss, byTwin, byNote, ofBoss] = [
    house.judge(again, 'iam', 3, { ...bare, assessorId: boss.id }),
    house.judge(eva, 'iam', 4, { ...bare, assessorId: again.id }),
    house.judge(again, 'risk-assessment', 3, { ...bare, assessorName: 'E. Roth' }),
    house.judge(boss, 'iam', 2, { ...bare, assessorId: again.id }),
  ];
  const measure = { id: newId() as MeasureId, version: 1, ...measureFieldsOf('Course') };
  const [own, boards, asker] = [newId() as UserId, newId() as UserId, newId() as UserId];
  const on = plainDate('2026-01-02');
  const training = (personId: typeof eva.id, changes: Parameters<typeof trainingFieldsOf>[2]) => ({
    id: newId() as TrainingId,
    version: 1,
    ...trainingFieldsOf(personId, measure.id, changes),
  });
  const approvedBy = (userId: UserId, name: string) => ({ userId, name, on, verdict: 'approved' as const });
  const done = training(again.id, { state: 'completed', completedOn: on, approval: approvedBy(boards, 'Board') });
  const asked = training(eva.id, { state: 'proposed' });
  const planned = training(again.id, { state: 'planned', approval: approvedBy(own, 'A. Nother') });
  const campaignId = newId() as CampaignId;
  const read = (personId: typeof eva.id, day: string) => ({
    id: newId() as AcknowledgementId,
    version: 1,
    campaignId,
    personId,
    on: plainDate(day),
    score: null,
    userId: null,
  });
  const [late, early] = [read(eva.id, '2026-05-01'), read(again.id, '2026-04-01')];
  const account = (userId: UserId, personId: typeof eva.id | null) => ({
    id: newId() as MembershipId,
    version: 1,
    userId,
    name: 'A. Nother',
    email: `${userId}@firm.example`,
    permission: 'manager' as const,
    ...later.membership,
    personId,
  });
  const role = { competencesRequestedBy: asker, competencesApproval: { userId: own, name: 'A. Nother', on } };
  const facts = house.snapshot({
    measure: [measure],
    training: [done, asked, planned],
    acknowledgement: [late, early],
    membership: [account(own, eva.id), account(asker, again.id), account(boards, boss.id)],
    role: house
      .snapshot()
      .role.map((one) =>
        one.key === 'ciso'
          ? { ...one, ...role, competencesApproval: { ...role.competencesApproval, competences: one.competences } }
          : one,
      ),
  });
  const { items, notes } = planMerge(facts, { keep: eva.id, drop: again.id, take: [], requestedBy: boards });
  const after = foreseen(facts, items, OPERATOR);

  test('comes together, and nobody counts as another who judged themself', () => {
    const judged = new Map(after.competenceAssessment.map((one) => [one.id, one]));
    const proven = (id: typeof byBoss.id) => {
      const one = judged.get(id);
      return one === undefined ? null : [one.personId, provenBy(one)];
    };
    expect([byBoss, byTwin, byNote, ofBoss].map(({ id }) => proven(id))).toEqual([
      [eva.id, 3],
      [eva.id, 0],
      [eva.id, 0],
      [boss.id, 2],
    ]);
  });

  test('is learned once by each measure, with the word of somebody else, and read on the earlier day', () => {
    expect(after.training).toMatchObject([
      { id: done.id, personId: eva.id, state: 'completed', approval: { name: 'Board' } },
      { id: planned.id, personId: eva.id, state: 'proposed', approval: null, requestedBy: boards },
    ]);
    expect(after.acknowledgement).toMatchObject([{ id: early.id, personId: eva.id, on: '2026-04-01' }]);
    expect(after.membership.map(({ personId }) => personId)).toEqual([eva.id, eva.id, boss.id]);
  });

  test('is required with no word of who asked for it, and all of that is said beforehand', () => {
    expect(after.role.find(({ key }) => key === 'ciso')?.competencesApproval).toBeNull();
    expect(notes.map(({ register, what }) => `${register} ${what}`)).toEqual([
      'membership moves',
      'competenceAssessment moves',
      'competenceAssessment own-word',
      'competenceAssessment own-word',
      'competenceAssessment moves',
      'training moves',
      'training joined',
      'training moves',
      'training asked-again',
      'acknowledgement joined',
      'role asked-again',
    ]);
  });
});

test('two with the same address or number are offered first, and those of whom everything differs not at all', () => {
  const firm = newFirm();
  const [ann, other] = [firm.hire('Ann Lee', { email: 'a@b.example' }), firm.hire('Xu Wei', { email: 'A@b.example' })];
  const [kim, kimToo] = [firm.hire('Kim Roy', { email: 'k@b.example' }), firm.hire('Kim Roy')];
  firm.hire('Kim Roy', { email: 'z@b.example', externalId: '9' });
  firm.hire('Kim Roi', { email: 'y@b.example', externalId: '8' });
  const found = possibleDoubles(firm.snapshot().person);
  expect(found[0]).toEqual({ people: [ann.id, other.id], reasons: ['email'] });
  expect(found.map(({ people }) => people)).toContainEqual([kim.id, kimToo.id]);
});

test('10,000 people are looked through in linear time', () => {
  const firm = newFirm();
  for (let index = 0; index < 10_000; index += 1) firm.hire(`Person ${index} Test`, { externalId: `n${index}` });
  expect(possibleDoubles(firm.snapshot().person)).toEqual([]);
});

test('a merge leaves nothing that refers to the row that went, and nobody in a role twice, whatever the facts', () => {
  const day = fc
    .integer({ min: 0, max: 300 })
    .map((days) => plainDate(new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)));
  const held = fc.record({
    who: fc.nat(2),
    role: fc.constantFrom('ciso', 'dpo'),
    from: day,
    length: fc.option(fc.integer({ min: 1, max: 90 })),
  });
  const cell = fc.record({
    who: fc.nat(2),
    requirement: fc.constantFrom('A.5.1', 'A.5.2'),
    letters: fc.constantFrom('R', 'A', 'CI'),
  });
  const manager = fc.option(fc.nat(2), { nil: null });
  const judgement = fc.record({ of: fc.nat(2), by: fc.nat(2), on: day });
  const course = fc.record({
    who: fc.nat(2),
    measure: fc.nat(1),
    state: fc.constantFrom('proposed' as const, 'planned' as const, 'enrolled' as const, 'completed' as const),
  });
  const reading = fc.record({ who: fc.nat(2), campaign: fc.nat(1), on: day });
  const knowledge = fc.record({
    judgements: fc.array(judgement, { maxLength: 4 }),
    courses: fc.array(course, { maxLength: 4 }),
    readings: fc.uniqueArray(reading, { maxLength: 4, selector: ({ who, campaign }) => `${who} ${campaign}` }),
    accounts: fc.array(fc.nat(2), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(held, { maxLength: 6 }),
      fc.uniqueArray(cell, { maxLength: 6, selector: ({ who, requirement }) => `${who} ${requirement}` }),
      fc.tuple(manager, manager, manager),
      fc.subarray([...mergeFields]),
      knowledge,
      (appointments, cells, managers, take, { judgements, courses, readings, accounts }) => {
        const firm = newFirm();
        const newId = countingIds();
        const people = ['Ada', 'Ben', 'Cem'].map((name) => firm.hire(name, { externalId: name }));
        const personAt = (index: number) => people[index] ?? firm.hire('Nobody');
        const taken: Parameters<typeof sameAppointment>[0][] = [];
        for (const { who, role, from, length } of appointments) {
          const to =
            length === null
              ? null
              : plainDate(new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10));
          const period = {
            personId: personAt(who).id,
            roleId: firm.role(role).id,
            capacity: 'holder',
            from,
            to,
          } as const;
          if (taken.some((one) => sameAppointment(one, period))) continue;
          taken.push(period);
          firm.appoint(personAt(who), role, { from, to });
        }
        for (const { who, requirement, letters } of cells) firm.letters(requirement, personAt(who), letters);
        for (const { of, by, on } of judgements)
          firm.judge(personAt(of), 'iam', 3, { on, assessorId: personAt(by).id, assessorName: null });
        const measure = ['One', 'Two'].map((name) => ({
          id: newId() as MeasureId,
          version: 1,
          ...measureFieldsOf(name),
        }));
        const campaigns = [newId() as CampaignId, newId() as CampaignId];
        const facts = firm.snapshot({
          measure,
          training: courses.flatMap(({ who, measure: which, state }) => {
            const id = measure[which]?.id;
            if (id === undefined) return [];
            return [{ id: newId() as TrainingId, version: 1, ...trainingFieldsOf(personAt(who).id, id, { state }) }];
          }),
          acknowledgement: readings.flatMap(({ who, campaign, on }) => {
            const campaignId = campaigns[campaign];
            if (campaignId === undefined) return [];
            const id = newId() as AcknowledgementId;
            return [{ id, version: 1, campaignId, personId: personAt(who).id, on, score: null, userId: null }];
          }),
          membership: accounts.map((who, index) => ({
            id: newId() as MembershipId,
            version: 1,
            userId: newId() as UserId,
            name: `Account ${index}`,
            email: `a${index}@firm.example`,
            permission: 'viewer' as const,
            personId: personAt(who).id,
          })),
        });
        // Somebody reports only to who stands after them, so that nobody reports in a circle.
        const person = facts.person.map((one, index) => ({
          ...one,
          managerId:
            (managers[index] ?? null) === null || (managers[index] ?? 0) <= index
              ? null
              : personAt(managers[index] ?? 0).id,
        }));
        const snapshot = { ...facts, person };
        const [keep, drop] = [personAt(0).id, personAt(1).id];
        const { items } = planMerge(snapshot, { keep, drop, take, requestedBy: null });
        const after = foreseen(snapshot, items, OPERATOR);
        expect(JSON.stringify(after)).not.toContain(drop);
        const twice = after.appointment.some((one, index) =>
          after.appointment.slice(index + 1).some((other) => sameAppointment(one, other)),
        );
        expect(twice).toBe(false);
        const above = new Map(after.person.map(({ id, managerId }) => [id, managerId]));
        expect(above.get(above.get(keep) ?? keep)).not.toBe(keep);
        const letters = (of: Snapshot) =>
          new Set(
            of.accountability.flatMap((one) =>
              one.letters.map(
                (letter) => `${one.requirementId} ${letter} ${one.personId === drop ? keep : one.personId}`,
              ),
            ),
          );
        expect(letters(after)).toEqual(letters(snapshot));
        const same = (id: typeof keep) => (id === drop ? keep : id);
        const counting = (of: Snapshot) =>
          of.competenceAssessment
            .filter((one) => same(one.personId) !== same(one.assessorId ?? one.personId) && provenBy(one) > 0)
            .map(({ id }) => id);
        expect(after.competenceAssessment.filter((one) => provenBy(one) > 0).map(({ id }) => id)).toEqual(
          counting(snapshot),
        );
        for (const { personId, measureId, state } of snapshot.training) {
          if (personId !== drop || state === 'completed') continue;
          const ahead = after.training.filter(
            (one) => one.personId === keep && one.measureId === measureId && one.state !== 'completed',
          );
          expect(ahead).toHaveLength(1);
        }
        const days = (of: Snapshot) => {
          const first = new Map<string, string>();
          for (const { personId, campaignId, on } of of.acknowledgement) {
            const key = `${same(personId)} ${campaignId}`;
            const there = first.get(key);
            if (there === undefined || on < there) first.set(key, on);
          }
          return first;
        };
        expect(days(after)).toEqual(days(snapshot));
        expect(after.acknowledgement).toHaveLength(days(after).size);
        expect(after.membership).toHaveLength(snapshot.membership.length);
      },
    ),
    { numRuns: 300 },
  );
});
