import type { PlainDate } from '../../kernel/date.ts';
import { invalid } from '../../kernel/errors.ts';
import type { TrainingSessionId } from '../../kernel/id.ts';
import type { Reader } from '../roles/approval.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { refuseOwnTraining, refuseTwice, type SeenTraining } from './approval.ts';
import { completedFields } from './completion.ts';
import { ownCompletion } from './own-completion.ts';
import { withdrawnItems } from './session-change.ts';

/**
 * Items that record a session as held: who came has completed the training on its day, who did not is planned again.
 * Who records it leaves their own training out: somebody else confirms that.
 * @throws MusterError `forbidden` for who was trained; `invalid` for a session that is still to come or was cancelled, or a training that has no place in
 * it; `not-found`
 */
export function attendanceItems(
  snapshot: Snapshot,
  { id, version }: { readonly id: TrainingSessionId; readonly version: number },
  { attended, absent }: { readonly attended: readonly SeenTraining[]; readonly absent: readonly SeenTraining[] },
  reader: Reader,
  today: PlainDate,
): readonly ChangeItem[] {
  refuseTwice([...attended, ...absent]);
  const session = presentRow(snapshot, 'trainingSession', id);
  if (session.state === 'cancelled') throw invalid([{ path: '', message: 'This session was cancelled.' }]);
  if (session.on > today)
    throw invalid([{ path: '', message: `This session takes place on ${session.on}.`, accepted: 'that day or later' }]);
  const measure = presentRow(snapshot, 'measure', session.measureId);
  const completed = attended.map((seen, index): ChangeItem => {
    const training = presentRow(snapshot, 'training', seen.id);
    if (training.sessionId !== id || (training.state !== 'enrolled' && training.version === seen.version))
      throw invalid([{ path: `attended.${index}`, message: 'This training has no place in the session.' }]);
    const person = presentRow(snapshot, 'person', training.personId);
    refuseOwnTraining(snapshot, person, reader, ownCompletion);
    const fields = completedFields(training, measure, session.on);
    return { register: 'training', operation: 'update', ...seen, fields };
  });
  return [
    { register: 'trainingSession', operation: 'update', id, version, fields: { state: 'held' } },
    ...completed,
    ...withdrawnItems(snapshot, id, absent, `Not there on ${session.on}.`),
  ];
}
