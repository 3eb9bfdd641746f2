import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { hours } from '../../../tests/factories/snapshot.ts';
import { measureFieldsOf, trainingFieldsOf } from '../../../tests/factories/training.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { MeasureId, TrainingId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import { assess } from '../assessment/assess.ts';
import type { Measure } from '../training/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { roleWaysOut, type RoleQuestion, type RoleWaysOut } from './role-way-out.ts';

const today = plainDate('2026-03-03');

const measureOf = (number: number, name: string, competences: Measure['competences']): Measure => ({
  id: `00000000-0000-7000-8777-00000000000${number}` as MeasureId,
  version: 1,
  ...measureFieldsOf(name, { competences, cost: { minor: number * 10_000, currency: 'EUR' } }),
});
const assessing = measureOf(1, 'Risk course', [{ competence: 'risk-assessment', level: levels[5] }]);
const leading = measureOf(2, 'Risk leadership', [
  { competence: 'risk-treatment', level: levels[5] },
  { competence: 'risk-governance', level: levels[5] },
]);

describe('a role of which nobody can do what it asks', () => {
  const firm = newFirm();
  const ana = firm.hire('Ana Silva');
  const ben = firm.hire('Ben Okafor', { weeklyHours: hours(40) });
  const dora = firm.hire('Dora Lind', { kind: 'external' });
  const emil = firm.hire('Emil Edel');
  const role = firm.role('risk-manager');
  firm.appoint(ana, 'risk-manager', { hoursPerWeek: hours(8) });
  firm.letters('6.1.2', 'risk-manager', 'R');
  firm.letters('6.1.2', 'ceo', 'A');
  firm.prove(ben, 'risk-manager');
  firm.prove(dora, 'risk-manager');
  firm.judge(ana, 'risk-assessment', 2);
  firm.judge(emil, 'risk-treatment', 4);
  firm.judge(emil, 'risk-governance', 4);
  const snapshot = firm.snapshot({ measure: [assessing, leading] });
  const ask = (facts: Snapshot = snapshot, changes: Partial<RoleQuestion> = {}, cost = true): RoleWaysOut =>
    roleWaysOut(facts, today, assess(facts, today), { roleId: role.id, requirementId: null, ...changes }, cost);
  const found = ask();

  it('may have its holder trained, each measure once, or who lacks least and then takes it over', () => {
    expect(found.holders).toEqual([{ personId: ana.id, name: 'Ana Silva', proven: 0, of: 3 }]);
    expect(found.train.map(({ name, holds, proven, reaches }) => [name, holds, proven, reaches])).toEqual([
      ['Ana Silva', true, 0, true],
      ['Emil Edel', false, 2, true],
    ]);
    const [first, second] = found.train;
    expect(new Set(first?.short.map(({ measure }) => measure))).toEqual(new Set(['Risk course', 'Risk leadership']));
    expect([first?.costs, first?.hours]).toEqual([[{ minor: 30_000, currency: 'EUR' }], 16]);
    expect(second?.short.map(({ competence, proven, level }) => [competence, proven, level])).toEqual([
      ['risk-assessment', 0, 5],
    ]);
    for (const person of [first, second]) {
      const closed = person?.effect.closes.map(({ subject, competence }) => [subject, competence?.name]);
      expect(closed).toContainEqual(['Ana Silva', 'Risk assessment']);
      expect(person?.effect.creates.filter(({ rule }) => rule === 'competence.below')).toEqual([]);
    }
  });

  it('may be taken over from its holder by who proves all of it, from outside only where the role allows', () => {
    expect(found.from).toEqual({ personId: ana.id, name: 'Ana Silva' });
    expect([found.hoursNeeded, found.appoint.map(({ name, proven, of }) => [name, proven, of])]).toEqual([
      8,
      [['Ben Okafor', 3, 3]],
    ]);
    expect(found.bringIn.map(({ name }) => name)).toEqual(['Dora Lind']);
    const inside: Snapshot = {
      ...snapshot,
      role: snapshot.role.map((one) => (one.id === role.id ? { ...one, external: 'no' } : one)),
    };
    expect(ask(inside).bringIn).toEqual([]);
  });

  it('may be given to somebody where nobody has it', () => {
    const vacant = { ...snapshot, appointment: snapshot.appointment.filter(({ roleId }) => roleId !== role.id) };
    const { from, holders, appoint } = ask(vacant);
    expect([from, holders, appoint.map(({ name }) => name)]).toEqual([null, [], ['Ben Okafor']]);
    expect(appoint[0]?.effect.closes.map(({ rule }) => rule)).toContain('rasci.unresolved');
  });

  it('asks of a requirement what that calls for beyond the role', () => {
    const special = {
      id: '00000000-0000-7000-8779-000000000001',
      version: 1,
      requirementId: '6.1.2',
      competence: 'cryptography',
      level: levels[3],
      required: true,
      note: '',
      requestedBy: null,
      approval: null,
    } as unknown as Snapshot['requirementCompetence'][number];
    const facts = { ...snapshot, requirementCompetence: [special] };
    expect(ask(facts).asked).toHaveLength(3);
    const of = ask(facts, { requirementId: special.requirementId });
    expect(of.asked.map(({ competence, level }) => [competence, level])).toContainEqual(['cryptography', 3]);
    expect(of.appoint).toEqual([]);
    expect(of.train[0]).toMatchObject({ name: 'Ana Silva', reaches: false });
  });

  it('tells what is on its way instead of asking for it again, and no cost to who may not see it', () => {
    const training = {
      id: '00000000-0000-7000-8780-000000000001' as TrainingId,
      version: 1,
      ...trainingFieldsOf(ana.id, assessing.id, { competence: 'risk-assessment', level: levels[5] }),
    };
    const [first] = ask({ ...snapshot, training: [training] }).train;
    expect(first?.costs).toEqual([{ minor: 20_000, currency: 'EUR' }]);
    expect(first?.short.find(({ competence }) => competence === 'risk-assessment')?.underWay).toMatchObject([
      { trainingId: training.id, name: 'Risk course' },
    ]);
    expect(ask(snapshot, {}, false).train.map(({ costs }) => costs)).toEqual([[], []]);
  });

  it('is told where nobody knows the standard itself, too', () => {
    const iso = measureOf(3, 'Lead implementer', [{ competence: 'iso-requirements', level: levels[4] }]);
    const facts = firm.snapshot({ measure: [iso] });
    const ways = ask(facts, { roleId: null });
    expect([ways.role, ways.asked.map(({ competence, level }) => [competence, level])]).toEqual([
      null,
      [['iso-requirements', 4]],
    ]);
    const [nearest] = ways.train;
    expect([nearest?.name, nearest?.holds, nearest?.short[0]?.measure]).toEqual([
      'Ben Okafor',
      true,
      'Lead implementer',
    ]);
    expect(nearest?.effect.closes.map(({ rule }) => rule)).toContain('competence.iso-knowledge');
    expect([ways.appoint, ways.bringIn]).toEqual([[], []]);
    const gap = assess(facts, today).gaps.find(({ rule }) => rule === 'competence.iso-knowledge');
    expect(gap?.fix).toEqual({ kind: 'role-ways-out', roleId: null, requirementId: null });
  });

  it('is not asked where nothing is required', () => {
    expect(() => ask(snapshot, { roleId: ana.id as unknown as typeof role.id })).toThrow(MusterError);
    const free = { ...snapshot, role: snapshot.role.map((one) => ({ ...one, competences: [] })) };
    expect(() => ask(free)).toThrow('required competence');
  });
});
