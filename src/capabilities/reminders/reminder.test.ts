import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { countingIds } from '../../../tests/factories/snapshot.ts';
import { measureFieldsOf, trainingFieldsOf } from '../../../tests/factories/training.ts';
import { addDays, plainDate, type PlainDate } from '../../kernel/date.ts';
import type { Id } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import type { Campaign } from '../awareness/model.ts';
import type { CompetenceAssessment } from '../competence/model.ts';
import type { Membership } from '../identity/model.ts';
import type { Person } from '../people/model.ts';
import type { Action } from '../programme/model.ts';
import type { Measure, Training } from '../training/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { DigestBook, digestsOf, digestText, toldBefore, type Told } from './digest.ts';
import { reminderKinds, type ReminderKind, type ReminderSetting } from './model.ts';
import { reminderPieces, remindersOn, type Due } from './reminder.ts';
import { stepOn } from './step.ts';

const on = plainDate('2026-03-03');
const newId = countingIds();
const id = <T extends Id<string>>(): T => newId().replace('8000', '9000') as T;
const entity = { version: 1 } as const;

interface House {
  readonly firm: Firm;
  readonly facts: (rows?: Partial<Snapshot>) => Snapshot;
  readonly ada: Person;
  readonly boss: Person;
  readonly chief: Person;
}

/** Ada, whose manager is Bo, holds a role that needs risk assessment at level 3; Cy leads the ISMS. */
function house(changes: Partial<Person> = {}): House {
  const firm = newFirm();
  const boss = firm.hire('Bo Boss', { email: 'bo@firm.example' });
  const chief = firm.hire('Cy Chief', { email: 'cy@firm.example' });
  const ada = firm.hire('Ada Ahn', { email: 'ada@firm.example', managerId: boss.id, ...changes });
  firm.appoint(chief, 'information-security-manager');
  firm.appoint(ada, 'risk-owner');
  const facts = (rows: Partial<Snapshot> = {}): Snapshot => {
    const snapshot = firm.snapshot(rows);
    return {
      ...snapshot,
      role: snapshot.role.map((role) => ({
        ...role,
        competences:
          role.key === 'risk-owner' ? [{ competence: 'risk-assessment', level: levels[3], required: true }] : [],
      })),
    };
  };
  return { firm, facts, ada, boss, chief };
}

const judgement = (person: Person, to: PlainDate | null, at = plainDate('2025-01-01')): CompetenceAssessment => ({
  ...entity,
  id: id(),
  personId: person.id,
  competence: 'risk-assessment',
  level: levels[4],
  on: at,
  method: 'certificate',
  assessorId: null,
  assessorName: null,
  evidenceKind: null,
  reference: 'No. 17',
  evidenceIds: [],
  to,
  refreshMonths: null,
  note: '',
  recordedBy: null,
  claim: null,
});

const measure: Measure = { ...entity, id: id(), ...measureFieldsOf('Risk in a day') };
const training = (person: Person, changes: Partial<Training> = {}): Training => ({
  ...entity,
  id: id(),
  ...trainingFieldsOf(person.id, measure.id, { due: addDays(on, 20), ...changes }),
});
const action = (owner: Person, changes: Partial<Action> = {}): Action => ({
  ...entity,
  id: id(),
  title: 'Hire a deputy',
  description: '',
  ownerId: owner.id,
  due: addDays(on, 3),
  state: 'open',
  closedOn: null,
  requirementId: null,
  projectId: null,
  ...changes,
});
const campaign = (changes: Partial<Campaign> = {}): Campaign => ({
  ...entity,
  id: id(),
  title: 'Our policy',
  message: 'Read it.',
  link: null,
  evidenceId: null,
  topics: ['policy'],
  audience: { everyone: true, roleIds: [], units: [], externals: true },
  from: addDays(on, -10),
  due: addDays(on, 10),
  state: 'open',
  questions: [],
  passShare: 1,
  remindDays: 7,
  repeatMonths: null,
  ...changes,
});

/** Who is told what, as `name as capacity: text`. */
const told = (dues: readonly Due[]): readonly string[] =>
  dues.flatMap(({ to, text }) => to.map(({ recipient, as }) => `${recipient.name} as ${as}: ${text[as]}`));

describe('which telling it is', () => {
  it('is the nearest step that has passed, then the day itself, then every fortnight', () => {
    const steps = [91, 90, 61, 60, 25, 7, 1, 0, -13, -14, -27, -28].map((days) =>
      stepOn(addDays(on, days), on, [90, 60, 30, 7]),
    );
    expect(steps).toEqual([
      null,
      '90',
      '90',
      '60',
      '30',
      '7',
      '7',
      'due',
      'due',
      'overdue-1',
      'overdue-1',
      'overdue-2',
    ]);
  });
});

describe('who is reminded of what', () => {
  it('tells the person and their manager that the proof of a needed competence ends', () => {
    const { facts, ada } = house();
    const dues = remindersOn(facts({ competenceAssessment: [judgement(ada, addDays(on, 25))] }), on);
    expect(told(dues)).toEqual([
      'Ada Ahn as self: Risk assessment, level 3: the proof counts until 27 March 2026.',
      'Bo Boss as manager: Ada Ahn: Risk assessment, level 3: the proof counts until 27 March 2026.',
    ]);
    expect(dues[0]).toMatchObject({ kind: 'competence-expiring', step: '30', left: 25 });
  });

  it('is quiet about what nobody needs, what counts for good, and what was renewed', () => {
    const { facts, ada, boss } = house();
    const quiet = [
      [judgement(boss, addDays(on, 5))],
      [judgement(ada, null)],
      [judgement(ada, addDays(on, 5)), judgement(ada, addDays(on, 400), plainDate('2026-02-01'))],
    ];
    for (const competenceAssessment of quiet) expect(remindersOn(facts({ competenceAssessment }), on)).toEqual([]);
  });

  it('is quiet about people who have left, were erased, or no longer hold the role', () => {
    const ended = house({ to: on });
    const erased = house({ erasedOn: on, email: null, managerId: null });
    const expiring = (person: Person) => ({ competenceAssessment: [judgement(person, addDays(on, 5))] });
    expect(remindersOn(ended.facts(expiring(ended.ada)), on)).toEqual([]);
    expect(told(remindersOn(erased.facts(expiring(erased.ada)), on)).join()).not.toContain('as self');
    const { facts, ada } = house();
    const without = facts({ ...expiring(ada), appointment: [] });
    expect(remindersOn(without, on)).toEqual([]);
  });

  it('tells who leads the ISMS of somebody who has neither an address nor a manager, else the owners', () => {
    const { facts, ada, firm } = house({ email: null, managerId: null });
    const competenceAssessment = [judgement(ada, addDays(on, 5))];
    expect(told(remindersOn(facts({ competenceAssessment }), on))).toMatchObject([
      expect.stringMatching(/^Cy Chief as steward: Ada Ahn: /),
    ]);
    const owner: Membership = {
      ...entity,
      id: id(),
      userId: id(),
      name: 'Olga Owner',
      email: 'olga@firm.example',
      permission: 'owner',
      personId: null,
    };
    const leaderless = facts({
      competenceAssessment,
      membership: [owner],
      appointment: firm.snapshot().appointment.filter(({ personId }) => personId === ada.id),
    });
    expect(told(remindersOn(leaderless, on))[0]).toMatch(/^Olga Owner as steward/);
  });

  it('tells of trainings until they are reported, done or cancelled, and the manager once they are late', () => {
    const { facts, ada } = house();
    const open = training(ada, { state: 'enrolled' });
    const of = (one: Training) => told(remindersOn(facts({ measure: [measure], training: [one] }), on));
    expect(of(open)).toEqual(['Ada Ahn as self: training "Risk in a day", due by 23 March 2026.']);
    expect(of({ ...open, due: addDays(on, -1) })).toHaveLength(2);
    const quiet: readonly Partial<Training>[] = [
      { state: 'completed', completedOn: on },
      { state: 'cancelled' },
      { due: addDays(on, 31) },
    ];
    for (const changes of quiet) expect(of({ ...open, ...changes })).toEqual([]);
    expect(of({ ...open, reported: { on, note: '', evidenceIds: [] } })).toEqual([
      'Bo Boss as manager: Ada Ahn says that they did "Risk in a day": it waits for confirmation.',
    ]);
  });

  it('asks the manager whether a training has worked, until there is a result', () => {
    const { facts, ada } = house();
    const effectiveness = { method: 'interview', due: on, result: null, on: null, by: null, note: '' } as const;
    const done = training(ada, { state: 'completed', completedOn: addDays(on, -60), effectiveness });
    const of = (one: Training) => told(remindersOn(facts({ measure: [measure], training: [one] }), on));
    expect(of(done)).toEqual(['Bo Boss as manager: Check whether "Risk in a day" has worked for Ada Ahn: due today.']);
    expect(of({ ...done, effectiveness: { ...effectiveness, result: 'effective' } })).toEqual([]);
  });

  it('tells who has not acknowledged a campaign, as often as it says, and nobody where it says never', () => {
    const { facts, ada, boss, chief } = house();
    const open = campaign();
    const acknowledgement = [boss, chief].map((person) => ({
      ...entity,
      id: id<Snapshot['acknowledgement'][number]['id']>(),
      campaignId: open.id,
      personId: person.id,
      on,
      score: null,
      userId: null,
    }));
    const dues = remindersOn(facts({ campaign: [open], acknowledgement }), on);
    expect(dues.map(({ step, to }) => [step, to[0]?.recipient.id])).toEqual([['round-1', ada.id]]);
    expect(remindersOn(facts({ campaign: [campaign({ remindDays: null })] }), on)).toEqual([]);
    expect(remindersOn(facts({ campaign: [campaign({ state: 'closed' })] }), on)).toEqual([]);
  });

  it('tells of actions that are not closed, and who leads the ISMS where the owner is gone', () => {
    const { facts, ada, firm } = house();
    expect(told(remindersOn(facts({ action: [action(ada)] }), on))).toEqual([
      'Ada Ahn as self: Action "Hire a deputy", due by 6 March 2026.',
    ]);
    expect(remindersOn(facts({ action: [action(ada, { state: 'done', closedOn: on })] }), on)).toEqual([]);
    const gone = firm.hire('Gus Gone', { email: 'gus@firm.example', to: plainDate('2026-01-01') });
    expect(told(remindersOn(facts({ action: [action(gone)] }), on))[0]).toContain('Cy Chief as steward');
  });

  it('warns before a compensating control ends, unless another follows it', () => {
    const { firm, ada, facts } = house();
    firm.compensate('SOD-01', ada, { expires: addDays(on, 20) });
    expect(told(remindersOn(facts(), on))).toEqual([
      'Cy Chief as steward: The compensating control for SOD-01 of Ada Ahn counts until 22 March 2026.',
    ]);
    firm.compensate('SOD-01', ada, { expires: addDays(on, 300) });
    expect(remindersOn(facts(), on)).toEqual([]);
  });
});

/** Facts in which each kind has something to tell, with days that lie anywhere. */
const busy = fc
  .record({
    ends: fc.integer({ min: -60, max: 120 }),
    due: fc.integer({ min: -60, max: 60 }),
    begun: fc.integer({ min: 0, max: 60 }),
    every: fc.integer({ min: 1, max: 30 }),
    off: fc.subarray([...reminderKinds]),
  })
  .map(({ ends, due, begun, every, off }) => {
    const { facts, firm, ada } = house();
    firm.compensate('SOD-01', ada, { expires: addDays(on, ends) });
    const reminderSetting = off.map((kind): ReminderSetting => ({ ...entity, id: id(), kind, on: false, reason: '' }));
    return {
      off,
      snapshot: facts({
        reminderSetting,
        measure: [measure],
        competenceAssessment: [judgement(ada, addDays(on, ends))],
        training: [training(ada, { due: addDays(on, due), state: 'planned' })],
        campaign: [campaign({ from: addDays(on, -begun), due: addDays(on, due), remindDays: every })],
        action: [action(ada, { due: addDays(on, due) })],
      }),
    };
  });

describe('a digest', () => {
  it('tells each telling once, however many nights follow, and leaves none out that comes later', () => {
    fc.assert(
      fc.property(busy, fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 8 }), ({ snapshot }, gaps) => {
        const memory: Told[] = [];
        const said = new Set<string>();
        let day = on;
        for (const gap of [0, ...gaps, 0]) {
          day = addDays(day, gap);
          const digests = digestsOf(remindersOn(snapshot, day), toldBefore(memory));
          expect(new Set(digests.map(({ recipient }) => recipient.address)).size).toBe(digests.length);
          for (const telling of digests.flatMap((digest) => digest.told)) {
            const key = JSON.stringify(telling);
            expect(said.has(key)).toBe(false);
            said.add(key);
            memory.push(telling);
          }
        }
        expect(digestsOf(remindersOn(snapshot, day), toldBefore(memory))).toEqual([]);
      }),
    );
  });

  it('says the same piece by piece', () => {
    fc.assert(
      fc.property(busy, ({ snapshot }) => {
        const book = new DigestBook(() => false);
        for (const dues of reminderPieces(snapshot, on)) book.add(dues);
        expect(book.digests()).toEqual(digestsOf(remindersOn(snapshot, on), () => false));
      }),
    );
  });

  it('says nothing of a kind that is switched off, and nothing else less', () => {
    fc.assert(
      fc.property(busy, ({ snapshot, off }) => {
        const kinds = (facts: Snapshot): readonly ReminderKind[] => remindersOn(facts, on).map(({ kind }) => kind);
        const all = kinds({ ...snapshot, reminderSetting: [] });
        expect(kinds(snapshot)).toEqual(all.filter((kind) => !off.includes(kind)));
      }),
    );
  });

  it('is quiet once everything is done', () => {
    fc.assert(
      fc.property(busy, ({ snapshot }) => {
        const done: Snapshot = {
          ...snapshot,
          training: snapshot.training.map((row) => ({ ...row, state: 'completed' as const, completedOn: on })),
          campaign: snapshot.campaign.map((row) => ({ ...row, state: 'closed' as const })),
          action: snapshot.action.map((row) => ({ ...row, state: 'done' as const, closedOn: on })),
          competenceAssessment: snapshot.competenceAssessment.map((row) => ({ ...row, to: null })),
          compensatingControl: [],
        };
        expect(remindersOn(done, on)).toEqual([]);
      }),
    );
  });

  it('goes to one address once, the worst first, and names nobody in its subject', () => {
    const { facts, ada, boss } = house();
    const rows = facts({
      action: [action(boss, { title: 'Later' }), action(boss, { title: 'Late', due: addDays(on, -20) })],
      competenceAssessment: [judgement(ada, addDays(on, 5))],
      campaign: [campaign()],
    });
    const digests = digestsOf(remindersOn(rows, on), () => false);
    const bo = digests.find(({ recipient }) => recipient.id === boss.id);
    expect(bo).toBeDefined();
    if (bo === undefined) return;
    const text = digestText(bo, { name: 'The Firm' });
    expect(text.subject).toBe('The Firm: 4 things to look at, 1 overdue');
    expect(text.sections.map(({ heading }) => heading)).toEqual(['For you', 'Your people']);
    expect(text.sections[0]?.lines.map((line) => line.text)).toEqual([
      'Action "Late", was due on 11 February 2026.',
      'Action "Later", due by 6 March 2026.',
      'Read and acknowledge "Our policy", due by 13 March 2026.',
    ]);
  });

  it('tells the one who is their own steward only once, and an account that shares the address not again', () => {
    const { facts, chief } = house();
    const owner: Membership = {
      ...entity,
      id: id(),
      userId: id(),
      name: 'C. Chief',
      email: 'CY@firm.example',
      permission: 'owner',
      personId: null,
    };
    const rows = facts({ membership: [owner], training: [], action: [action(chief)] });
    const [digest, ...others] = digestsOf(remindersOn(rows, on), () => false);
    expect([digest?.items.length, others]).toEqual([1, []]);
  });
});
