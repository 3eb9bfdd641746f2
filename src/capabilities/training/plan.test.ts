import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingIds, personOf, snapshotWith } from '../../../tests/factories/snapshot.ts';
import { later } from '../../../tests/factories/rows.ts';
import { measureFieldsOf, trainingFieldsOf } from '../../../tests/factories/training.ts';
import { addDays, plainDate, type PlainDate } from '../../kernel/date.ts';
import type {
  AppointmentId,
  CompetenceAssessmentId,
  MeasureId,
  PersonId,
  RoleId,
  TrainingId,
  UserId,
} from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import { resolve } from '../assessment/resolution.ts';
import type { CompetenceAssessment } from '../competence/model.ts';
import type { Role } from '../roles/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { Audience, Measure, MeasureFields, Training, TrainingFields } from './model.ts';
import { trainingPlan, type Proposal } from './plan.ts';
import { askedItems } from './planning.ts';

const today = plainDate('2026-03-02');
const newId = countingIds();

const measureOf = (name: string, changes: Partial<MeasureFields> = {}): Measure => ({
  id: newId() as MeasureId,
  version: 1,
  ...measureFieldsOf(name, changes),
});
const trainingOf = (personId: PersonId, measureId: MeasureId, changes: Partial<TrainingFields> = {}): Training => ({
  id: newId() as TrainingId,
  version: 1,
  ...trainingFieldsOf(personId, measureId, changes),
});
const judged = (
  personId: PersonId,
  competence: string,
  level: number,
  changes: Partial<CompetenceAssessment> = {},
): CompetenceAssessment => ({
  id: newId() as CompetenceAssessmentId,
  version: 1,
  personId,
  competence,
  level: level as Level,
  on: today,
  method: 'observed',
  assessorId: null,
  assessorName: 'Petra Lang',
  evidenceKind: null,
  reference: null,
  evidenceIds: [],
  to: null,
  refreshMonths: null,
  note: '',
  recordedBy: null,
  claim: null,
  ...changes,
});
const roleOf = (competences: Role['competences']): Role => ({
  id: newId() as RoleId,
  version: 1,
  key: 'risk-lead',
  name: 'Risk lead',
  mandatory: false,
  aliases: [],
  responsibilities: [],
  competences,
  external: 'yes',
  needsDeputy: false,
  fallbackKey: null,
  ...later.role,
});
const euros = (minor: number) => ({ minor: minor * 100, currency: 'EUR' });

const ana = personOf(newId() as PersonId, 'Ana Lindner');
const role = roleOf([
  { competence: 'risk-assessment', level: 3 as Level, required: true },
  { competence: 'risk-treatment', level: 2 as Level, required: true },
  { competence: 'privacy', level: 2 as Level, required: false },
]);
const holds = (personId: PersonId): Snapshot['appointment'][number] => ({
  id: newId() as AppointmentId,
  version: 1,
  personId,
  roleId: role.id,
  capacity: 'holder',
  from: plainDate('2025-01-01'),
  to: null,
  hoursPerWeek: null,
  appointedBy: null,
  note: '',
  ...later.appointment,
});
const firm = (rows: Partial<Snapshot>): Snapshot =>
  snapshotWith({ person: [ana], role: [role], appointment: [holds(ana.id)], ...rows });
const planOf = (snapshot: Snapshot, on: PlainDate = today) => trainingPlan(resolve(snapshot, on));

describe('the plan of trainings', () => {
  it('proposes the cheapest measure that reaches what the role requires, one for two gaps', () => {
    const dear = measureOf('Dear course', { cost: euros(2000) });
    const both = measureOf('Workshop', {
      cost: euros(300),
      competences: [
        { competence: 'risk-assessment', level: 3 as Level },
        { competence: 'risk-treatment', level: 3 as Level },
      ],
    });
    const shallow = measureOf('Leaflet', {
      cost: null,
      competences: [{ competence: 'risk-assessment', level: 1 as Level }],
    });
    const { proposals, unserved } = planOf(firm({ measure: [dear, both, shallow] }));
    expect(
      proposals.map(({ measureId, cause, gaps }) => [measureId, cause, gaps.map((gap) => gap.competence)]),
    ).toEqual([[both.id, 'missing', ['risk-assessment', 'risk-treatment']]]);
    expect(unserved).toEqual([]);
    expect(proposals[0]?.due).toBe('2026-05-31');
  });

  it('offers what else would do, leaves out what is withdrawn, and says where nothing does', () => {
    const [first, second] = [measureOf('A', { cost: euros(10) }), measureOf('B', { cost: euros(20) })];
    const gone = measureOf('C', { cost: null, withdrawn: true });
    const { proposals, unserved } = planOf(firm({ measure: [second, gone, first] }));
    expect(proposals.map(({ measureId, alternatives }) => [measureId, alternatives])).toEqual([
      [first.id, [second.id]],
    ]);
    expect(unserved.map(({ competence, level }) => [competence, level])).toEqual([['risk-treatment', 2]]);
  });

  it('is due before what shows the level ends', () => {
    const course = measureOf('Course');
    const until = plainDate('2026-04-20');
    const { proposals } = planOf(
      firm({ measure: [course], competenceAssessment: [judged(ana.id, 'risk-assessment', 4, { to: until })] }),
    );
    expect(proposals.map(({ cause, due }) => [cause, due])).toEqual([['expiring', '2026-04-19']]);
  });

  it('waits for the check of what was done, and turns to another measure where that did not help', () => {
    const [first, second] = [measureOf('A', { cost: euros(10) }), measureOf('B', { cost: euros(20) })];
    const check = { method: 'interview', due: plainDate('2026-02-01'), on: null, by: null, note: '' } as const;
    const done = (result: 'not-effective' | null) =>
      trainingOf(ana.id, first.id, {
        state: 'completed',
        completedOn: plainDate('2026-01-01'),
        effectiveness: { ...check, result },
      });
    const measure = [first, second];
    expect(planOf(firm({ measure, training: [done(null)] }))).toMatchObject({
      proposals: [],
      underWay: [{ personId: ana.id }],
    });
    const { proposals } = planOf(firm({ measure, training: [done('not-effective')] }));
    expect(proposals.map(({ measureId }) => measureId)).toEqual([second.id]);
  });

  it('asks an audience for what it has to do, and again when the interval runs out', () => {
    const audience = { everyone: true, roleIds: [], units: [], externals: false };
    const yearly = measureOf('Awareness', { competences: [], audience, repeatMonths: 12 });
    const outside = personOf(newId() as PersonId, 'Olga Extern', { kind: 'external' });
    const base = { person: [ana, outside], appointment: [], measure: [yearly] };
    const causes = (snapshot: Snapshot) =>
      planOf(snapshot).proposals.map(({ personId, cause, due }) => [personId, cause, due]);
    expect(causes(firm(base))).toEqual([[ana.id, 'mandatory', '2026-04-01']]);
    const doneOn = (on: string) =>
      trainingOf(ana.id, yearly.id, { state: 'completed', completedOn: plainDate(on), competence: null, level: null });
    expect(causes(firm({ ...base, training: [doneOn('2025-12-01')] }))).toEqual([]);
    expect(causes(firm({ ...base, training: [doneOn('2025-04-10')] }))).toEqual([[ana.id, 'repeat', '2026-04-10']]);
    expect(causes(firm({ ...base, training: [doneOn('2024-01-01')] }))).toEqual([[ana.id, 'repeat', '2026-04-01']]);
  });
});

const keys = ['risk-assessment', 'risk-treatment', 'privacy', 'iam'];
const key = fc.constantFrom(...keys);
const level = fc.integer({ min: 0, max: 5 }) as fc.Arbitrary<Level>;
const day = fc.integer({ min: -900, max: 300 }).map((days) => addDays(today, days));

const everyone: Audience = { everyone: true, roleIds: [], units: [], externals: true };

/** Firms of up to four people with a role, up to six measures, judgements and trainings of every state. */
const firms: fc.Arbitrary<Snapshot> = fc
  .record({
    people: fc.integer({ min: 1, max: 4 }),
    required: fc.uniqueArray(fc.record({ competence: key, level, required: fc.boolean() }), {
      maxLength: 4,
      selector: ({ competence }) => competence,
    }),
    measures: fc.array(
      fc.record({
        cost: fc.option(fc.record({ minor: fc.nat(500_000), currency: fc.constantFrom('EUR', 'USD') })),
        competences: fc.uniqueArray(fc.record({ competence: key, level }), {
          maxLength: 3,
          selector: ({ competence }) => competence,
        }),
        repeatMonths: fc.constantFrom(null, null, 12),
        audience: fc.constantFrom<Measure['audience']>(null, null, everyone),
        withdrawn: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    judgements: fc.array(
      fc.record({ who: fc.nat(3), competence: key, level, on: day, to: fc.option(day), self: fc.boolean() }),
      { maxLength: 8 },
    ),
    trainings: fc.array(
      fc.record({
        who: fc.nat(3),
        what: fc.nat(5),
        competence: key,
        level,
        state: fc.constantFrom(
          'proposed' as const,
          'planned' as const,
          'enrolled' as const,
          'completed' as const,
          'cancelled' as const,
        ),
        on: day,
        result: fc.constantFrom(null, 'effective' as const, 'not-effective' as const),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ people, required, measures, judgements, trainings }) => {
    const ids = countingIds();
    const person = Array.from({ length: people }, (_, index) => personOf(ids() as PersonId, `Person ${index}`));
    const lead = { ...roleOf(required), id: ids() as RoleId };
    const measure = measures.map((fields, index) => ({
      ...measureOf(`Measure ${index}`, fields),
      id: ids() as MeasureId,
    }));
    const someone = (at: number): PersonId => person[at % people]?.id ?? ana.id;
    return snapshotWith({
      person,
      role: [lead],
      appointment: person.map(({ id }) => ({ ...holds(id), roleId: lead.id })),
      measure,
      competenceAssessment: judgements.map(({ who, self, to, on, competence, ...one }) =>
        judged(someone(who), competence, one.level, { on, to, method: self ? 'self' : 'observed' }),
      ),
      training: trainings.flatMap(({ who, what, on, state, result, ...fields }) => {
        const of = measure[what % Math.max(1, measure.length)];
        if (of === undefined) return [];
        const effectiveness = { method: 'interview', due: on, result, on: null, by: null, note: '' } as const;
        return [
          trainingOf(someone(who), of.id, {
            ...fields,
            state,
            ...(state === 'completed' ? { completedOn: on, effectiveness } : {}),
          }),
        ];
      }),
    });
  });

/** The firm after every proposal was carried out, and shown to have had its effect. */
function carriedOut(snapshot: Snapshot, proposals: readonly Proposal[]): Snapshot {
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  const shown = proposals.flatMap(({ personId, measureId }) =>
    (measures.get(measureId)?.competences ?? []).map((one) => judged(personId, one.competence, one.level)),
  );
  const done = proposals.map(({ personId, measureId }) =>
    trainingOf(personId, measureId, { state: 'completed', completedOn: today }),
  );
  return {
    ...snapshot,
    competenceAssessment: [...snapshot.competenceAssessment, ...shown],
    training: [...snapshot.training, ...done],
  };
}

describe('whatever the facts are, the plan', () => {
  it('closes every gap that it serves when it is carried out and judged, and then proposes nothing', () => {
    fc.assert(
      fc.property(firms, (snapshot) => {
        const before = planOf(snapshot);
        const after = planOf(carriedOut(snapshot, before.proposals));
        const left = new Set(
          [...after.proposals, ...after.unserved.map((gap) => ({ ...gap, gaps: [gap] }))].flatMap(
            ({ personId, gaps }) => gaps.map(({ competence }) => `${personId} ${competence}`),
          ),
        );
        const served = before.proposals.flatMap(({ personId, gaps }) =>
          gaps.map(({ competence }) => `${personId} ${competence}`),
        );
        expect(served.filter((gap) => left.has(gap))).toEqual([]);
        expect(after.proposals).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('proposes nothing that is planned already, and nothing twice', () => {
    fc.assert(
      fc.property(firms, (snapshot) => {
        const { proposals } = planOf(snapshot);
        const open = new Set(
          snapshot.training
            .filter(({ state }) => state !== 'completed' && state !== 'cancelled')
            .map(({ personId, measureId }) => `${personId} ${measureId}`),
        );
        const proposed = proposals.map(({ personId, measureId }) => `${personId} ${measureId}`);
        expect(proposed.filter((one) => open.has(one))).toEqual([]);
        expect(new Set(proposed).size).toBe(proposed.length);
        // So the whole of it can be asked for at once, and then nothing is left to ask for.
        const items = askedItems(
          snapshot,
          proposals.map(({ personId, measureId, gaps, due }) => {
            const [gap] = gaps;
            return {
              personId,
              measureId,
              roleId: gap?.roleId ?? null,
              competence: gap?.competence ?? null,
              level: gap?.level ?? null,
              reason: '',
              due,
            };
          }),
          newId() as UserId,
          today,
          newId,
        );
        const asked = items.flatMap((item) =>
          item.register === 'training' && item.operation === 'create'
            ? [{ id: item.id, version: 1, ...item.fields }]
            : [],
        );
        expect(planOf({ ...snapshot, training: [...snapshot.training, ...(asked as Training[])] }).proposals).toEqual(
          [],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('proposes the cheapest of those that would do, in one currency', () => {
    fc.assert(
      fc.property(firms, (snapshot) => {
        const price = new Map(snapshot.measure.map(({ id, cost }) => [id, cost]));
        const failed = new Set(
          snapshot.training
            .filter(({ effectiveness }) => effectiveness?.result === 'not-effective')
            .map(({ measureId }) => measureId),
        );
        for (const { measureId, alternatives } of planOf(snapshot).proposals.filter(({ gaps }) => gaps.length === 1)) {
          const own = price.get(measureId);
          const cheaper = alternatives.filter((id) => {
            const other = price.get(id);
            return !failed.has(id) && other?.currency === own?.currency && (other?.minor ?? 0) < (own?.minor ?? 0);
          });
          expect(cheaper).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
