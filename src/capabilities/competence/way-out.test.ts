import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { hours } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { MeasureId, TrainingSessionId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import { assess } from '../assessment/assess.ts';
import type { Measure, TrainingSession } from '../training/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { waysOut, type WaysOut } from './way-out.ts';

const today = plainDate('2026-03-03');
const course = '00000000-0000-7000-8777-000000000001' as MeasureId;

const measureOf = (changes: Partial<Measure> = {}): Measure => ({
  id: course,
  version: 1,
  name: 'Risk course',
  kind: 'course',
  description: '',
  provider: 'Akademie',
  cost: { minor: 120_000, currency: 'EUR' },
  hours: null,
  competences: [{ competence: 'risk-assessment', level: levels[5] }],
  evidenceKind: null,
  repeatMonths: null,
  effectiveness: null,
  audience: null,
  withdrawn: false,
  ...changes,
});

const sessionOf = (on: string, changes: Partial<TrainingSession> = {}): TrainingSession => ({
  id: `00000000-0000-7000-8778-0000${on.replaceAll('-', '')}` as TrainingSessionId,
  version: 1,
  measureId: course,
  on: plainDate(on),
  startsAt: null,
  endsAt: null,
  timeZone: 'Europe/Zurich',
  place: null,
  trainer: null,
  capacity: null,
  cost: null,
  state: 'planned',
  note: '',
  ...changes,
});

describe('a risk manager who cannot assess risks', () => {
  const firm = newFirm();
  const ana = firm.hire('Ana Silva');
  const ben = firm.hire('Ben Okafor', { weeklyHours: hours(40), unit: 'Finance' });
  const chloe = firm.hire('Chloé Martin', { weeklyHours: hours(5) });
  const dora = firm.hire('Dora Lind', { kind: 'external' });
  const role = firm.role('risk-manager');
  firm.appoint(ana, 'risk-manager', { hoursPerWeek: hours(8) });
  firm.letters('6.1.2', 'risk-manager', 'R');
  firm.letters('6.1.2', 'ceo', 'A');
  for (const person of [ben, chloe]) firm.prove(person, 'risk-manager');
  firm.judge(dora, 'risk-assessment', 5);
  firm.prove(ana, 'all-staff');
  firm.judge(ana, 'risk-treatment', 4);
  firm.judge(ana, 'risk-governance', 4);
  const snapshot = firm.snapshot({
    measure: [
      measureOf(),
      measureOf({ id: '00000000-0000-7000-8777-000000000002' as MeasureId, name: 'Reading list', competences: [] }),
    ],
    trainingSession: [sessionOf('2026-02-01'), sessionOf('2026-09-01'), sessionOf('2026-05-04')],
  });
  const ask = (facts: Snapshot, changes: Partial<Parameters<typeof waysOut>[3]> = {}, cost = true): WaysOut =>
    waysOut(
      facts,
      today,
      assess(facts, today),
      { personId: ana.id, competence: 'risk-assessment', roleId: role.id, ...changes },
      cost,
    );
  const found = ask(snapshot);

  it('may be trained: what it costs, when, and what it would close', () => {
    expect(found).toMatchObject({ level: 5, proven: 0, state: 'missing', hoursNeeded: 8 });
    expect(found.train).toMatchObject([
      { name: 'Risk course', provider: 'Akademie', cost: { minor: 120_000 }, next: '2026-05-04' },
    ]);
    const [way] = found.train;
    expect(way?.effect.closes.map(({ subject, competence }) => [subject, competence?.name, competence?.level])).toEqual(
      [['Ana Silva', 'Risk assessment', 5]],
    );
    expect(way?.effect.creates).toEqual([]);
  });

  it('does not tell the cost to who may not see it', () => {
    expect(ask(snapshot, {}, false).train.map(({ cost }) => cost)).toEqual([null]);
  });

  it('may be followed by somebody who can do it and has the hours, before who has not', () => {
    expect(found.appoint.map(({ name, proven, of, freeHours }) => [name, proven, of, freeHours])).toEqual([
      ['Ben Okafor', 3, 3, 40],
      ['Chloé Martin', 3, 3, 5],
    ]);
    const [way] = found.appoint;
    expect(way?.effect.closes.map(({ subject, competence }) => [subject, competence?.name])).toContainEqual([
      'Ana Silva',
      'Risk assessment',
    ]);
    expect(way?.effect.creates.filter(({ rule }) => rule.startsWith('competence.'))).toEqual([]);
  });

  it('may be followed by somebody from outside, who shows what they lack', () => {
    expect(found.bringIn.map(({ name, proven, of }) => [name, proven, of])).toEqual([['Dora Lind', 1, 3]]);
    expect(found.bringIn[0]?.effect.creates.map(({ subject, competence }) => [subject, competence?.name])).toEqual(
      expect.arrayContaining([['Dora Lind', 'Risk treatment planning']]),
    );
    const kept: Snapshot = {
      ...snapshot,
      role: snapshot.role.map((one) => (one.id === role.id ? { ...one, external: 'no' } : one)),
    };
    expect(ask(kept).bringIn).toEqual([]);
  });

  it('changes nothing, and offers no course that is withdrawn or full', () => {
    const facts = structuredClone(snapshot);
    ask(snapshot);
    expect(snapshot).toEqual(facts);
    expect(ask({ ...snapshot, measure: [measureOf({ withdrawn: true })] }).train).toEqual([]);
    const full = { ...snapshot, trainingSession: [sessionOf('2026-05-04', { state: 'cancelled' })] };
    expect(ask(full).train[0]?.next).toBeNull();
  });

  it('is asked of what is needed only', () => {
    expect(() => ask(snapshot, { competence: 'cryptography' })).toThrow(MusterError);
    expect(() => ask(snapshot, { personId: role.id as unknown as typeof ana.id })).toThrow(MusterError);
  });
});
