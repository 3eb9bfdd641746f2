import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { plainDate } from '../../kernel/date.ts';
import type { AcknowledgementId, CampaignId, MeasureId, PersonId, TrainingId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import type { Acknowledgement, Campaign } from '../awareness/model.ts';
import type { Measure, Training } from '../training/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { assess } from './assess.ts';
import type { Gap } from './model.ts';

const today = plainDate('2026-03-03');
const found = (snapshot: Snapshot, rule: string): readonly Gap[] =>
  assess(snapshot, today).gaps.filter((gap) => gap.rule === rule);

const firm = newFirm();
const [ana, ben] = [firm.hire('Ana Silva'), firm.hire('Ben Okafor')];
const gone = firm.hire('Gus Gone', { to: plainDate('2026-01-01') });
const hr = firm.role('hr');
firm.appoint(ana, 'hr');
firm.letters('A.6.1', 'hr', 'A');

const everybody = { everyone: true, roleIds: [], units: [], externals: true };

const measure: Measure = {
  id: '00000000-0000-7000-8777-000000000001' as MeasureId,
  version: 1,
  name: 'Screening course',
  kind: 'course',
  description: '',
  provider: null,
  cost: null,
  hours: null,
  competences: [],
  evidenceKind: null,
  repeatMonths: null,
  effectiveness: null,
  audience: null,
  withdrawn: false,
};

let made = 0;
const trainingOf = (personId: PersonId, changes: Partial<Training> = {}): Training => ({
  id: `00000000-0000-7000-8779-${(made++).toString(16).padStart(12, '0')}` as TrainingId,
  version: 1,
  personId,
  measureId: measure.id,
  roleId: hr.id,
  competence: 'people-security',
  level: levels[4],
  reason: '',
  due: plainDate('2026-03-02'),
  state: 'planned',
  sessionId: null,
  completedOn: null,
  evidenceIds: [],
  note: '',
  reported: null,
  cost: null,
  effectiveness: null,
  requestedBy: null,
  approval: null,
  ...changes,
});

const facts = (training: readonly Training[], changes: Partial<Measure> = {}): Snapshot =>
  firm.snapshot({ measure: [{ ...measure, ...changes }], training });

describe('a training', () => {
  it('is overdue from the day after it was due, for who still works here', () => {
    const late = facts([trainingOf(ana.id), trainingOf(gone.id), trainingOf(ben.id, { due: today })]);
    expect(found(late, 'training.overdue')).toMatchObject([
      {
        id: `training.overdue:${ana.id}`,
        severity: 'minor',
        clause: '7.2',
        requirements: ['A.6.1'],
        explanation: '1 training of Ana Silva is overdue: "Screening course" was due on 2026-03-02.',
        fix: { kind: 'open-trainings', personId: ana.id },
      },
    ]);
    expect(found(facts([trainingOf(ana.id, { state: 'cancelled' })]), 'training.overdue')).toEqual([]);
  });

  it('is to be repeated, unless the next one is planned or done', () => {
    const done = trainingOf(ana.id, { state: 'completed', completedOn: plainDate('2025-01-15') });
    const yearly = { repeatMonths: 12 };
    expect(found(facts([done], yearly), 'training.overdue').map(({ explanation }) => explanation)).toEqual([
      '1 training of Ana Silva is overdue: "Screening course" was to be repeated by 2026-01-15.',
    ]);
    expect(found(facts([done]), 'training.overdue')).toEqual([]);
    const next = trainingOf(ana.id, { due: plainDate('2026-05-01') });
    expect(found(facts([done, next], yearly), 'training.overdue')).toEqual([]);
    const again = trainingOf(ana.id, { state: 'completed', completedOn: plainDate('2026-01-10') });
    expect(found(facts([done, again], yearly), 'training.overdue')).toEqual([]);
  });

  it('of everybody is one gap for the measure', () => {
    const all = facts([trainingOf(ana.id), trainingOf(ben.id)], { audience: everybody });
    expect(found(all, 'training.overdue')).toMatchObject([
      {
        id: `training.overdue:${measure.id}`,
        subject: { kind: 'organization' },
        explanation: 'The training "Screening course" is overdue for 2 people: Ana Silva and Ben Okafor.',
      },
    ]);
  });

  it('is to be checked for its effect, from the day set for it until there is a result', () => {
    const check = { method: 'test', due: today, result: null, on: null, by: null, note: '' } as const;
    const done = trainingOf(ana.id, {
      state: 'completed',
      completedOn: plainDate('2026-01-15'),
      effectiveness: check,
    });
    expect(found(facts([done]), 'training.not-evaluated')).toMatchObject([
      {
        severity: 'minor',
        explanation:
          'Whether training helped Ana Silva was to be checked and is not recorded: "Screening course", to be checked from 2026-03-03.',
      },
    ]);
    const checked = { ...done, effectiveness: { ...check, result: 'effective', on: today } } as const;
    expect(found(facts([checked]), 'training.not-evaluated')).toEqual([]);
  });
});

const campaign: Campaign = {
  id: '00000000-0000-7000-8780-000000000001' as CampaignId,
  version: 1,
  title: 'Our policy',
  message: 'Read it.',
  link: null,
  evidenceId: null,
  topics: ['policy', 'contribution', 'consequences'],
  audience: everybody,
  from: plainDate('2026-02-01'),
  due: plainDate('2026-03-02'),
  state: 'open',
  questions: [],
  passShare: 1,
  remindDays: null,
  repeatMonths: null,
};

const acknowledged = (personId: PersonId): Acknowledgement => ({
  id: `00000000-0000-7000-8781-${personId.slice(-12)}` as AcknowledgementId,
  version: 1,
  campaignId: campaign.id,
  personId,
  on: plainDate('2026-02-10'),
  score: null,
  userId: null,
});

describe('awareness', () => {
  const of = (rows: readonly Campaign[], acknowledgement: readonly Acknowledgement[]): readonly (readonly string[])[] =>
    found(firm.snapshot({ campaign: rows, acknowledgement }), 'awareness.incomplete').map(
      ({ severity, explanation }) => [severity, explanation],
    );

  it('is incomplete while somebody has not acknowledged an open campaign that was due', () => {
    expect(of([campaign], [acknowledged(ana.id)])).toEqual([
      [
        'minor',
        'The campaign "Our policy" was due on 2026-03-02, and 1 of 2 people have not acknowledged it: Ben Okafor.',
      ],
    ]);
    expect(found(firm.snapshot({ campaign: [campaign] }), 'awareness.incomplete')[0]?.fix).toEqual({
      kind: 'open-campaign',
      campaignId: campaign.id,
    });
    expect(of([campaign], [acknowledged(ana.id), acknowledged(ben.id)])).toEqual([]);
    expect(of([{ ...campaign, due: today }], [])).toEqual([]);
    expect(of([{ ...campaign, state: 'draft' }], [])).toEqual([]);
  });

  it('covers what 7.3 names within a year, in an organization that runs campaigns', () => {
    const partly: Campaign = { ...campaign, topics: ['policy'], state: 'closed' };
    expect(of([partly], [acknowledged(ana.id)])).toEqual([
      [
        'advice',
        'No campaign of the last 12 months told people about what they contribute and what follows from not conforming.',
      ],
    ]);
    expect(of([], [])).toEqual([]);
  });
});
