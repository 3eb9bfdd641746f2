import { z } from 'zod';
import type { PlainDate } from '../../kernel/date.ts';
import { invalid, MusterError, type FieldError } from '../../kernel/errors.ts';
import type { NewId, TrainingId, UserId } from '../../kernel/id.ts';
import { competenceBook } from '../competence/framework.ts';
import { stateOn } from '../people/engaged.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { notedIn, refuseTwice, type SeenTraining } from './approval.ts';
import { trainingFields, type Measure, type Training, type TrainingFields } from './model.ts';
import { isOpen, priceOf } from './training-standing.ts';

/** A training that somebody asks for. */
export const askedTraining = trainingFields.pick({
  personId: true,
  measureId: true,
  roleId: true,
  competence: true,
  level: true,
  reason: true,
  due: true,
});
export type AskedTraining = z.output<typeof askedTraining>;

/** Where a training that was never thought of before begins. */
const nothingYet = {
  state: 'proposed',
  sessionId: null,
  completedOn: null,
  evidenceIds: [],
  note: '',
  reported: null,
  cost: null,
  effectiveness: null,
  approval: null,
} satisfies Partial<TrainingFields>;

const past = (due: PlainDate, today: PlainDate, path: string): readonly FieldError[] =>
  due < today ? [{ path, message: `${due} is over.`, accepted: 'today or a later day' }] : [];

/**
 * Items that ask for trainings; each waits for a second person's word.
 * @throws MusterError `not-found` for a person, measure or role that is not there, `invalid` for a day that is over,
 * somebody who has left, a withdrawn measure or an unknown competence, `already-exists` for what is planned already
 */
export function askedItems(
  snapshot: Snapshot,
  asked: readonly AskedTraining[],
  by: UserId | null,
  today: PlainDate,
  newId: NewId,
): readonly ChangeItem[] {
  const book = competenceBook(snapshot);
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const open = new Set(snapshot.training.filter(isOpen).map(({ personId, measureId }) => `${personId} ${measureId}`));
  return asked.map((fields, index): ChangeItem => {
    const { personId, measureId, roleId, competence, due } = fields;
    const person = people.get(personId) ?? presentRow(snapshot, 'person', personId);
    const measure = presentRow(snapshot, 'measure', measureId);
    if (roleId !== null) presentRow(snapshot, 'role', roleId);
    const path = (field: string): string => `trainings.${index}.${field}`;
    const errors = [...past(due, today, path('due'))];
    if (stateOn(person, today) === 'ended')
      errors.push({ path: path('personId'), message: `${person.name} has left.`, accepted: 'somebody who is engaged' });
    if (measure.withdrawn)
      errors.push({ path: path('measureId'), message: `${measure.name} is withdrawn.`, accepted: 'another measure' });
    if (competence !== null && book.find(competence) === undefined)
      errors.push({ path: path('competence'), message: `There is no competence ${competence}.` });
    if (errors.length > 0) throw invalid(errors);
    if (open.has(`${personId} ${measureId}`))
      throw new MusterError({
        code: 'already-exists',
        what: `open training of ${person.name} by ${measure.name}`,
        field: 'measure',
      });
    open.add(`${personId} ${measureId}`);
    return {
      register: 'training',
      operation: 'create',
      id: newId() as TrainingId,
      fields: { ...fields, ...nothingYet, requestedBy: by },
    };
  });
}

/** What may be edited of a training that is still to happen. `reported: null` sends back what the person said. */
export const trainingEdit = trainingFields
  .pick({ measureId: true, due: true, reason: true, note: true, cost: true })
  .partial()
  .extend({ reported: z.null().optional() });
export type TrainingEdit = z.output<typeof trainingEdit>;

/** True where the price rises, is in another currency, or is not the agreed one any more but whatever the measure says. */
function costsMore(training: Training, measure: Measure, cost: TrainingEdit['cost']): boolean {
  if (cost === undefined) return false;
  if (cost === null) return training.cost !== null;
  const before = priceOf(training, measure);
  return before === null || cost.currency !== before.currency || cost.minor > before.minor;
}

/**
 * The item that edits a training. Whoever gives it another measure, a higher price or a later day asks for it from then
 * on, also where it was not approved yet: nobody approves what they made of it themselves. What was approved waits for
 * approval again, and has no place in a session.
 * @throws MusterError `conflict` where it is not what the editor saw, `invalid`, `not-found`
 */
export function editedItem(
  snapshot: Snapshot,
  { id, version }: SeenTraining,
  edit: TrainingEdit,
  by: UserId,
  today: PlainDate,
): ChangeItem {
  const training = presentRow(snapshot, 'training', id);
  if (training.version !== version)
    throw new MusterError({ code: 'conflict', what: 'training', yours: edit, theirs: training });
  const errors: FieldError[] = [];
  const { measureId } = edit;
  const other = measureId !== undefined && measureId !== training.measureId;
  if (other && presentRow(snapshot, 'measure', measureId).withdrawn)
    errors.push({ path: 'measureId', message: 'This measure is withdrawn.', accepted: 'another measure' });
  if (edit.due !== undefined && edit.due !== training.due) errors.push(...past(edit.due, today, 'due'));
  if (!isOpen(training) && (other || edit.due !== undefined))
    errors.push({ path: '', message: `This training is ${training.state}: neither measure nor day can be changed.` });
  if (errors.length > 0) throw invalid(errors);
  const substance =
    other ||
    (edit.due !== undefined && edit.due > training.due) ||
    costsMore(training, presentRow(snapshot, 'measure', training.measureId), edit.cost);
  // To take an approval back is for those who give one: who may not, does not change what was approved.
  const fallen = training.approval === null ? {} : { approval: null };
  const anew = substance && training.state !== 'cancelled' ? { requestedBy: by, ...fallen } : {};
  const again = substance && isOpen(training) ? { state: 'proposed' as const, sessionId: null } : {};
  return { register: 'training', operation: 'update', id, version, fields: { ...edit, ...anew, ...again } };
}

/** Items that cancel trainings that are still to happen. @throws MusterError `invalid`, `not-found` */
export function cancelledItems(
  snapshot: Snapshot,
  seen: readonly SeenTraining[],
  reason: string,
): readonly ChangeItem[] {
  refuseTwice(seen);
  return seen.map(({ id, version }) => {
    const training = presentRow(snapshot, 'training', id);
    if (!isOpen(training) && training.version === version)
      throw invalid([{ path: 'trainings', message: `This training is ${training.state}.`, accepted: 'an open one' }]);
    const note = notedIn(training.note, reason);
    return {
      register: 'training',
      operation: 'update',
      id,
      version,
      fields: { state: 'cancelled', sessionId: null, note },
    };
  });
}
