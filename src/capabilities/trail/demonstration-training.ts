import {
  demonstrationAwarenessTraining,
  demonstrationMeasures,
  demonstrationSessions,
  demonstrationTrainings,
  type DemonstrationTraining,
} from '../../domain/demonstration-training.ts';
import { demonstrationPeople } from '../../domain/demonstration.ts';
import { measureTemplates, type MeasureTemplate } from '../../domain/measure-template.ts';
import { addDays, type PlainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import { hoursSchema } from '../../kernel/hours.ts';
import type { MeasureId, NewId, PersonId, RoleId, TrainingId, TrainingSessionId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { Money } from '../../kernel/money.ts';
import type { ChangeItem } from './change.ts';

const money = (euros: number | null): Money | null => (euros === null ? null : { minor: euros * 100, currency: 'EUR' });

function found<T>(value: T | undefined, key: string): T {
  if (value !== undefined) return value;
  throw new MusterError({
    code: 'unusable-data',
    reason: `The demonstration trainings name "${key}", which is not there.`,
  });
}

const templateOf = (key: string): MeasureTemplate =>
  found(
    measureTemplates.find((one) => one.key === key),
    key,
  );

const levelOf = (level: number | null): Level | null => levels.find((one) => one === level) ?? null;

/** Everybody who is there long enough to have done the yearly training. */
const awareness: readonly DemonstrationTraining[] = demonstrationPeople
  .filter(
    ({ key, fromDay, toDay }) =>
      fromDay <= demonstrationAwarenessTraining.doneDay &&
      (toDay === null || toDay > 0) &&
      !demonstrationAwarenessTraining.without.some((name) => name === key),
  )
  .map(({ key }) => ({
    person: key,
    measure: demonstrationAwarenessTraining.measure,
    role: null,
    competence: null,
    level: null,
    reason: 'Everybody does it every year.',
    dueDay: demonstrationAwarenessTraining.doneDay,
    state: 'completed',
    session: null,
    doneDay: demonstrationAwarenessTraining.doneDay,
    effect: {
      result: 'effective',
      day: demonstrationAwarenessTraining.checkedDay,
      by: demonstrationAwarenessTraining.checkedBy,
      note: '',
    },
    reportedDay: null,
    approvedBy: 'Dr. Aylin Karadeniz',
  }));

/** Measures, sessions and trainings of the demonstration company as they stand on `today`. */
export function trainingItems(
  today: PlainDate,
  personOf: (key: string) => PersonId,
  roleOf: (key: string) => RoleId,
  newId: NewId,
): readonly ChangeItem[] {
  const measures = new Map(demonstrationMeasures.map(({ key }) => [key, newId() as MeasureId]));
  const sessions = new Map(demonstrationSessions.map(({ key }) => [key, newId() as TrainingSessionId]));
  const measureOf = (key: string): MeasureId => found(measures.get(key), key);
  const sessionOf = (key: string): TrainingSessionId => found(sessions.get(key), key);
  return [
    ...demonstrationMeasures.map(({ key, provider, euros }): ChangeItem => {
      const { key: _key, everyone, hours, competences, ...template } = templateOf(key);
      return {
        register: 'measure',
        operation: 'create',
        id: measureOf(key),
        fields: {
          ...template,
          competences: [...competences],
          provider,
          cost: money(euros),
          hours: hoursSchema.parse(hours),
          audience: everyone ? { everyone: true, roleIds: [], units: [], externals: true } : null,
          withdrawn: false,
        },
      };
    }),
    ...demonstrationSessions.map(({ key, measure, onDay, euros, ...session }): ChangeItem => ({
      register: 'trainingSession',
      operation: 'create',
      id: sessionOf(key),
      fields: {
        ...session,
        measureId: measureOf(measure),
        on: addDays(today, onDay),
        timeZone: 'Europe/Berlin',
        cost: money(euros),
        note: '',
      },
    })),
    ...[...demonstrationTrainings, ...awareness].map((training): ChangeItem => {
      const { person, role, session, level, competence, state, reason } = training;
      return {
        register: 'training',
        operation: 'create',
        id: newId() as TrainingId,
        fields: {
          personId: personOf(person),
          measureId: measureOf(training.measure),
          roleId: role === null ? null : roleOf(role),
          competence,
          level: levelOf(level),
          reason,
          due: addDays(today, training.dueDay),
          state,
          sessionId: session === null ? null : sessionOf(session),
          completedOn: training.doneDay === null ? null : addDays(today, training.doneDay),
          evidenceIds: [],
          note: '',
          reported:
            training.reportedDay === null
              ? null
              : {
                  on: addDays(today, training.reportedDay),
                  note: 'Two days, with the test at the end.',
                  evidenceIds: [],
                },
          cost: null,
          effectiveness: effectOf(training, today),
          requestedBy: null,
          approval: approvalOf(training, today),
        },
      };
    }),
  ];
}

function effectOf({ measure, doneDay, effect }: DemonstrationTraining, today: PlainDate) {
  const { effectiveness } = templateOf(measure);
  if (doneDay === null || effectiveness === null) return null;
  const check = { method: effectiveness.method, due: addDays(today, doneDay + effectiveness.afterDays) };
  return effect === null
    ? { ...check, result: null, on: null, by: null, note: '' }
    : { ...check, result: effect.result, on: addDays(today, effect.day), by: effect.by, note: effect.note };
}

/** A month before it was due, or the day before the company was made. */
function approvalOf({ approvedBy, dueDay }: DemonstrationTraining, today: PlainDate) {
  if (approvedBy === null) return null;
  const on = addDays(today, Math.min(dueDay - 30, -1));
  return { userId: null, name: approvedBy, on, verdict: 'approved' as const };
}
