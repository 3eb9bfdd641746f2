import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noRows } from '../../../tests/factories/rows.ts';
import { addDays, addMonths, plainDate, type PlainDate } from '../../kernel/date.ts';
import type { CompetenceAssessmentId, EvidenceId, PersonId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { heldBook } from './held.ts';
import { assessmentMethods, type CompetenceAssessment, type CompetenceMapping } from './model.ts';
import { isCompetent, standingOf, type CompetenceStanding } from './standing.ts';

const on = plainDate('2026-03-03');
const ada = '00000000-0000-7000-8000-00000000000a' as PersonId;
const ben = '00000000-0000-7000-8000-00000000000b' as PersonId;

let made = 0;
const judged = (level: Level, changes: Partial<CompetenceAssessment> = {}): CompetenceAssessment => ({
  id: `00000000-0000-7000-8000-${(made++).toString(16).padStart(12, '0')}` as CompetenceAssessmentId,
  version: 1,
  personId: ada,
  competence: 'risk-assessment',
  level,
  on: plainDate('2026-01-10'),
  method: 'interview',
  assessorId: ben,
  assessorName: null,
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

const factsOf = (competenceAssessment: readonly CompetenceAssessment[], mappings: readonly CompetenceMapping[] = []) =>
  ({ ...noRows, competenceAssessment, competenceMapping: mappings }) as unknown as Snapshot;

const standing = (
  judgements: readonly CompetenceAssessment[],
  level: Level = levels[4],
  day = on,
): CompetenceStanding =>
  standingOf(heldBook(factsOf(judgements), day), ada, { competence: 'risk-assessment', level }, day);

describe('how somebody stands to a required level', () => {
  it('is missing while nobody said anything, and below while only less is known', () => {
    expect(standing([]).state).toBe('missing');
    expect(standing([judged(levels[2])])).toMatchObject({ state: 'below', proven: 2 });
  });

  it('does not take the own word for evidence', () => {
    const own = judged(levels[5], { method: 'self', assessorId: null });
    expect(standing([own])).toMatchObject({ state: 'no-evidence', proven: 0, claimed: 5 });
    expect(standing([judged(levels[5], { assessorId: ada })]).state).toBe('no-evidence');
  });

  it('wants the paper of a certificate', () => {
    const paper = judged(levels[4], { method: 'certificate', assessorId: null });
    expect(standing([paper]).state).toBe('no-evidence');
    expect(standing([{ ...paper, reference: 'LI-27001-44821' }]).state).toBe('met');
    expect(standing([{ ...paper, evidenceIds: ['x' as EvidenceId] }]).state).toBe('met');
  });

  it('takes a course for guided work and not for more', () => {
    const course = judged(levels[5], { method: 'training', reference: 'list of attendance' });
    expect(standing([course], levels[2]).state).toBe('met');
    expect(standing([course], levels[3])).toMatchObject({ state: 'no-evidence', proven: 2 });
  });

  it('expires on its day, and is said to expire 90 days before', () => {
    const ends = plainDate('2026-06-01');
    const held = [judged(levels[4], { to: ends })];
    expect(standing(held, levels[4], addDays(ends, -91))).toMatchObject({ state: 'met', until: ends });
    expect(standing(held, levels[4], addDays(ends, -90)).state).toBe('expiring');
    expect(standing(held, levels[4], addDays(ends, -1)).state).toBe('expiring');
    expect(standing(held, levels[4], ends).state).toBe('expired');
    expect(standing(held, levels[5], ends)).toMatchObject({ state: 'expired', proven: 0 });
    expect(standing([...held, judged(levels[1])], levels[5], ends)).toMatchObject({ state: 'below', proven: 1 });
  });

  it('is below, and not expired, where a lower judgement corrected a higher one', () => {
    const day = plainDate('2026-02-01');
    const [higher, lower] = [judged(levels[4], { to: day }), judged(levels[2], { on: day })];
    expect(standing([higher, lower])).toMatchObject({ state: 'below', proven: 2 });
    expect(standing([higher, { ...lower, on: plainDate('2026-02-02') }]).state).toBe('expired');
  });

  it('ends by the interval of the competence where the judgement says nothing', () => {
    const held = [judged(levels[4], { refreshMonths: 12 })];
    expect(standing(held).until).toBe('2027-01-10');
  });

  it('comes from what covers it too, and not from what is only related', () => {
    const mapping = (relation: CompetenceMapping['relation'], from: string, to: string): CompetenceMapping =>
      ({ id: `${from}${to}`, version: 1, from, to, relation, note: '' }) as unknown as CompetenceMapping;
    const held = [judged(levels[4], { competence: 'nice:K1' })];
    const through = (mappings: readonly CompetenceMapping[]) =>
      standingOf(heldBook(factsOf(held, mappings), on), ada, { competence: 'risk-assessment', level: levels[4] }, on);
    expect(through([mapping('related', 'nice:K1', 'risk-assessment')]).state).toBe('missing');
    expect(through([mapping('covers', 'risk-assessment', 'nice:K1')]).state).toBe('missing');
    expect(
      through([mapping('covers', 'nice:K1', 'middle'), mapping('equal', 'risk-assessment', 'middle')]),
    ).toMatchObject({ state: 'met', judgement: { through: 'nice:K1' } });
  });
});

const level = fc.constantFrom(...levels);
const day = fc.integer({ min: -900, max: 900 }).map((days) => addDays(on, days));
const judgement = fc
  .record({
    level,
    on: day,
    method: fc.constantFrom(...assessmentMethods),
    to: fc.option(day, { nil: null }),
    refreshMonths: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    reference: fc.constantFrom(null, 'paper'),
    assessorId: fc.constantFrom(null, ben, ada),
  })
  .map(({ level: held, ...changes }) => judged(held, changes));

/** From what is no gap to what is one. */
const isGap = (judgements: readonly CompetenceAssessment[], wanted: Level, at: PlainDate): boolean =>
  !isCompetent(standing(judgements, wanted, at));

describe('any judgements', () => {
  it('never make a gap where one of them says a higher level', () => {
    fc.assert(
      fc.property(
        fc.array(judgement, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        level,
        level,
        day,
        (all, at, more, wanted, when) => {
          const raised = all.map((one, index) =>
            index === at % all.length && more > one.level ? { ...one, level: more } : one,
          );
          expect(isGap(all, wanted, when) || !isGap(raised, wanted, when)).toBe(true);
        },
      ),
    );
  });

  it('never make a gap where one of them ends later', () => {
    fc.assert(
      fc.property(
        fc.array(judgement, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        fc.nat(900),
        level,
        day,
        (all, at, later, wanted, when) => {
          const longer = all.map((one, index) =>
            index !== at % all.length
              ? one
              : {
                  ...one,
                  to: one.to === null ? null : addDays(one.to, later),
                  refreshMonths: (one.refreshMonths ?? 600) + later,
                },
          );
          expect(isGap(all, wanted, when) || !isGap(longer, wanted, when)).toBe(true);
        },
      ),
    );
  });

  it('are met only by one that is proven, reaches the level and is in date', () => {
    fc.assert(
      fc.property(fc.array(judgement, { maxLength: 5 }), level, day, (all, wanted, when) => {
        const counts = all.some(
          (one) =>
            one.on <= when &&
            one.level >= wanted &&
            one.method !== 'self' &&
            (one.to ?? (one.refreshMonths === null ? null : addMonths(one.on, one.refreshMonths)) ?? when) >= when,
        );
        expect(wanted === 0 || isGap(all, wanted, when) || counts).toBe(true);
      }),
    );
  });
});
