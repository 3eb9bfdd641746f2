import type { PlainDate } from '../../kernel/date.ts';
import { invalid, type FieldError } from '../../kernel/errors.ts';
import type { TrainingSessionId } from '../../kernel/id.ts';
import { isTimeZone } from '../../kernel/zoned-time.ts';
import { hasLeft } from '../people/engaged.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { notedIn, refuseTwice, type SeenTraining } from './approval.ts';
import type { Training, TrainingSession, TrainingSessionFields } from './model.ts';

/**
 * Refuses a session that cannot be: one that takes no time, in a zone that does not exist, or, unless it was so
 * before, on a day that is over.
 * @throws MusterError `invalid`
 */
export function checkSession(
  fields: Pick<TrainingSessionFields, 'on' | 'startsAt' | 'endsAt' | 'timeZone' | 'state'>,
  before: TrainingSession | null,
  today: PlainDate,
): void {
  const { on, startsAt, endsAt, timeZone, state } = fields;
  const errors: FieldError[] = [];
  if (state === 'planned' && on < today && on !== before?.on)
    errors.push({ path: 'on', message: `${on} is over.`, accepted: 'today or a later day' });
  if (state === 'held' && on > today)
    errors.push({ path: 'state', message: `It takes place on ${on}, and cannot have been held yet.` });
  if (startsAt !== null && endsAt === startsAt)
    errors.push({ path: 'endsAt', message: 'It ends when it begins.', accepted: 'another time' });
  if (startsAt === null && endsAt !== null)
    errors.push({ path: 'startsAt', message: 'When does it begin?', accepted: 'a time, or no end either' });
  if (!isTimeZone(timeZone))
    errors.push({ path: 'timeZone', message: `There is no time zone ${timeZone}.`, accepted: 'such as Europe/Zurich' });
  if (errors.length > 0) throw invalid(errors);
}

/** Those who have a place in a session. */
export const placesTaken = (trainings: readonly Training[], sessionId: TrainingSessionId): readonly Training[] =>
  trainings.filter(
    (training) => training.sessionId === sessionId && (training.state === 'enrolled' || training.state === 'completed'),
  );

/**
 * Items that enrol planned trainings in a session. Its capacity is checked where they are written, under the lock of the
 * organization.
 * @throws MusterError `invalid` for a session that does not take place, a training of another measure, one that nobody
 * approved, or one that is named twice; `not-found`
 */
export function enrolledItems(
  snapshot: Snapshot,
  sessionId: TrainingSessionId,
  seen: readonly SeenTraining[],
  today: PlainDate,
): readonly ChangeItem[] {
  refuseTwice(seen);
  const session = presentRow(snapshot, 'trainingSession', sessionId);
  if (session.state !== 'planned')
    throw invalid([{ path: 'sessionId', message: `This session is ${session.state}.`, accepted: 'a planned one' }]);
  if (session.on < today)
    throw invalid([{ path: 'sessionId', message: `This session was on ${session.on}.`, accepted: 'one to come' }]);
  return seen.map(({ id, version }, index) => {
    const training = presentRow(snapshot, 'training', id);
    const person = presentRow(snapshot, 'person', training.personId);
    const wrong =
      training.measureId !== session.measureId
        ? 'is for another measure.'
        : hasLeft(person, session.on)
          ? 'is of somebody who has left by then.'
          : training.state === 'proposed'
            ? 'is not approved yet.'
            : training.state !== 'planned' && training.state !== 'enrolled'
              ? `is ${training.state}.`
              : null;
    if (wrong !== null && training.version === version)
      throw invalid([{ path: `trainings.${index}`, message: `The training of ${person.name} ${wrong}` }]);
    return { register: 'training', operation: 'update', id, version, fields: { state: 'enrolled', sessionId } };
  });
}

/** Items that take trainings out of a session; they are planned again. @throws MusterError `invalid`, `not-found` */
export function withdrawnItems(
  snapshot: Snapshot,
  sessionId: TrainingSessionId,
  seen: readonly SeenTraining[],
  why: string,
): readonly ChangeItem[] {
  refuseTwice(seen);
  presentRow(snapshot, 'trainingSession', sessionId);
  return seen.map(({ id, version }, index) => {
    const training = presentRow(snapshot, 'training', id);
    if (training.sessionId !== sessionId || training.state !== 'enrolled')
      throw invalid([{ path: `trainings.${index}`, message: 'This training has no place in the session.' }]);
    return plannedAgain(training, version, why);
  });
}

const plannedAgain = (training: Training, version: number, why: string): ChangeItem => ({
  register: 'training',
  operation: 'update',
  id: training.id,
  version,
  fields: { state: 'planned', sessionId: null, ...(why === '' ? {} : { note: notedIn(training.note, why) }) },
});

/**
 * The items that change a session. One that is cancelled gives its trainings back to the plan.
 * @throws MusterError `invalid`, `not-found`
 */
export function sessionItems(
  snapshot: Snapshot,
  { id, version }: { readonly id: TrainingSessionId; readonly version: number },
  edit: { readonly [F in keyof TrainingSessionFields]?: TrainingSessionFields[F] | undefined },
  today: PlainDate,
): readonly ChangeItem[] {
  const before = presentRow(snapshot, 'trainingSession', id);
  const set = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  const after: TrainingSession = { ...before, ...set };
  if (before.version === version) checkSession(after, before, today);
  const update: ChangeItem = { register: 'trainingSession', operation: 'update', id, version, fields: edit };
  if (after.state !== 'cancelled' || before.state === 'cancelled') return [update];
  const enrolled = placesTaken(snapshot.training, id).filter(({ state }) => state === 'enrolled');
  const why = `The session on ${before.on} was cancelled.`;
  return [update, ...enrolled.map((training) => plannedAgain(training, training.version, why))];
}
