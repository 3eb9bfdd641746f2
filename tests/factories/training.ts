import type { MeasureFields, TrainingFields, TrainingSessionFields } from '../../src/capabilities/training/model.ts';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import { plainDate } from '../../src/kernel/date.ts';
import type { Hours } from '../../src/kernel/hours.ts';
import type { MeasureId, PersonId, TrainingId, TrainingSessionId } from '../../src/kernel/id.ts';
import type { Level } from '../../src/kernel/level.ts';
import { freshId } from './organization.ts';

export const measureFieldsOf = (name: string, changes: Partial<MeasureFields> = {}): MeasureFields => ({
  name,
  kind: 'course',
  description: '',
  provider: null,
  cost: { minor: 50_000, currency: 'EUR' },
  hours: 8 as Hours,
  competences: [{ competence: 'risk-assessment', level: 3 as Level }],
  evidenceKind: 'course-attendance',
  repeatMonths: null,
  effectiveness: { method: 'interview', afterDays: 60 },
  audience: null,
  withdrawn: false,
  ...changes,
});

export const sessionFieldsOf = (
  measureId: MeasureId,
  changes: Partial<TrainingSessionFields> = {},
): TrainingSessionFields => ({
  measureId,
  on: plainDate('2026-05-04'),
  startsAt: '09:00',
  endsAt: '17:00',
  timeZone: 'Europe/Zurich',
  place: 'Room 3',
  trainer: null,
  capacity: null,
  cost: null,
  state: 'planned',
  note: '',
  ...changes,
});

export const trainingFieldsOf = (
  personId: PersonId,
  measureId: MeasureId,
  changes: Partial<TrainingFields> = {},
): TrainingFields => ({
  personId,
  measureId,
  roleId: null,
  competence: 'risk-assessment',
  level: 3 as Level,
  reason: 'The role needs it.',
  due: plainDate('2026-06-01'),
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

/** A measure, sessions and trainings of one person for every route to try; places name them in this order. */
export interface TrainingScene {
  readonly measure: MeasureId;
  /** The first was today, the second is to come, the third nobody is in. */
  readonly sessions: readonly [TrainingSessionId, TrainingSessionId, TrainingSessionId];
  readonly trainings: {
    readonly there: TrainingId;
    readonly enrolled: TrainingId;
    readonly planned: TrainingId;
    readonly changed: TrainingId;
    readonly asked: TrainingId;
    readonly unwanted: TrainingId;
    readonly dropped: TrainingId;
    readonly done: TrainingId;
    readonly reported: TrainingId;
    readonly unchecked: TrainingId;
  };
  readonly items: readonly ChangeItem[];
}

export function trainingScene(name: string, personId: PersonId): TrainingScene {
  const measure = freshId<MeasureId>();
  const sessions = [freshId<TrainingSessionId>(), freshId<TrainingSessionId>(), freshId<TrainingSessionId>()] as const;
  const today = plainDate('2026-03-02');
  const [now, later] = sessions;
  const items: ChangeItem[] = [
    { register: 'measure', operation: 'create', id: measure, fields: measureFieldsOf(`${name} course`) },
    ...sessions.map((id, index): ChangeItem => ({
      register: 'trainingSession',
      operation: 'create',
      id,
      fields: sessionFieldsOf(measure, index === 0 ? { on: today } : {}),
    })),
  ];
  const add = (changes: Partial<TrainingFields>): TrainingId => {
    const id = freshId<TrainingId>();
    const fields = trainingFieldsOf(personId, measure, { note: `${name} wants it`, ...changes });
    items.push({ register: 'training', operation: 'create', id, fields });
    return id;
  };
  const effectiveness = { method: 'interview', due: today, result: null, on: null, by: null, note: '' } as const;
  const trainings = {
    there: add({ state: 'enrolled', sessionId: now }),
    enrolled: add({ state: 'enrolled', sessionId: later }),
    planned: add({}),
    changed: add({ state: 'proposed' }),
    asked: add({ state: 'proposed' }),
    unwanted: add({ state: 'proposed' }),
    dropped: add({}),
    done: add({}),
    reported: add({}),
    unchecked: add({ state: 'completed', completedOn: today, effectiveness }),
  };
  return { measure, sessions, trainings, items };
}
