import type { PlainDate } from '../../kernel/date.ts';
import { invalid, MusterError, unreachable } from '../../kernel/errors.ts';
import type { TrainingId } from '../../kernel/id.ts';
import type { Person } from '../people/model.ts';
import { isOneHuman, isReader, refuseUnfitSigner, type PaperApproval, type Reader } from '../roles/approval.ts';
import type { ChangeItem } from '../trail/change.ts';
import { mayDecide } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { Training } from './model.ts';
import { isUnapproved } from './training-standing.ts';

/** Why a reader may not approve or decline a training. */
export type TrainingHindrance = 'decided' | 'permission' | 'requested' | 'trained';

/** A training as somebody saw it. */
export interface SeenTraining {
  readonly id: TrainingId;
  readonly version: number;
}

/** What keeps this reader from deciding: who asks for a training, who does it and who approves it are not one. */
export function hindranceOf(
  training: Pick<Training, 'state' | 'approval' | 'requestedBy'>,
  person: Pick<Person, 'id' | 'email' | 'name'> | undefined,
  reader: Reader,
  snapshot: Pick<Snapshot, 'membership'>,
): TrainingHindrance | null {
  if (!mayDecide(reader.actor)) return 'permission';
  if (training.state !== 'proposed' && !isUnapproved(training)) return 'decided';
  if (isOneHuman(snapshot, training.requestedBy, reader.userId)) return 'requested';
  return isReader(reader, person, snapshot) ? 'trained' : null;
}

const refused = (reason: string): MusterError =>
  new MusterError({ code: 'forbidden', action: 'decide on a training', reason });

function refuseHindered(hindrance: TrainingHindrance | null, training: Training, person: Person): void {
  switch (hindrance) {
    case null:
      return;
    case 'permission':
      throw new MusterError({ code: 'forbidden', action: 'approve trainings' });
    case 'decided':
      throw invalid([
        {
          path: 'trainings',
          message: `The training of ${person.name} is ${training.state}, and waits for no approval.`,
          accepted: 'trainings that are proposed',
        },
      ]);
    case 'requested':
      throw refused(`You asked for the training of ${person.name} yourself: somebody else has to decide on it.`);
    case 'trained':
      throw refused('It is your own training: somebody else has to decide on it.');
    default:
      unreachable(hindrance);
  }
}

/**
 * Keeps people from vouching for themselves: what somebody did or learnt counts by the word of somebody else.
 * @throws MusterError `forbidden` where the reader is the one who was trained
 */
export function refuseOwnTraining(
  snapshot: Pick<Snapshot, 'membership'>,
  person: Pick<Person, 'id' | 'email' | 'name'>,
  reader: Reader,
  words: { readonly action: string; readonly reason: string },
): void {
  if (isReader(reader, person, snapshot)) throw new MusterError({ code: 'forbidden', ...words });
}

const onPaperWords = { thing: 'training', subject: 'is the one who is trained' };

export type Verdict = 'approved' | 'declined';

/**
 * Items that decide on trainings as they were seen: the reader's own word, or one that was given on paper and that the
 * reader records. What is approved becomes planned, what is declined is cancelled; what was done before anybody approved
 * it stays done.
 * @throws MusterError `forbidden` with the reason, `invalid` for one that waits for nobody, is named twice, is done and
 * declined, or whose signer does not count, `not-found`
 */
export function decisionsOn(
  snapshot: Snapshot,
  seen: readonly SeenTraining[],
  reader: Reader,
  { verdict, note, paper }: { readonly verdict: Verdict; readonly note: string; readonly paper: PaperApproval | null },
  today: PlainDate,
): readonly ChangeItem[] {
  refuseTwice(seen);
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  return seen.map(({ id, version }): ChangeItem => {
    const training = presentRow(snapshot, 'training', id);
    const person = people.get(training.personId) ?? presentRow(snapshot, 'person', training.personId);
    const hindrance = hindranceOf(training, person, reader, snapshot);
    const onPaper = paper !== null && (hindrance === 'requested' || hindrance === 'trained');
    // Who saw an older version is told of the newer one instead.
    if (!onPaper && !(hindrance === 'decided' && training.version !== version))
      refuseHindered(hindrance, training, person);
    if (paper !== null) refuseUnfitSigner(snapshot, training, person, paper, reader, today, onPaperWords);
    const word =
      paper === null
        ? { userId: reader.userId, name: reader.actor.name, on: today }
        : { userId: null, name: paper.signer, on: paper.on };
    const done = training.state === 'completed';
    if (done && verdict === 'declined' && training.version === version)
      throw invalid([
        {
          path: 'trainings',
          message: `The training of ${person.name} is done: nobody can decline it any more.`,
          accepted: 'to approve it afterwards, or to leave it unapproved',
        },
      ]);
    const state = done ? {} : { state: verdict === 'approved' ? ('planned' as const) : ('cancelled' as const) };
    const said = note === '' ? {} : { note: notedIn(training.note, note) };
    return {
      register: 'training',
      operation: 'update',
      id,
      version,
      fields: { approval: { ...word, verdict }, ...state, ...said },
    };
  });
}

/** A note with a line added; what would be too long is cut at its beginning. */
export const notedIn = (present: string, added: string): string =>
  (present === '' ? added : `${present}\n${added}`).slice(-2000);

/** @throws MusterError `invalid` when one is named twice */
export function refuseTwice(seen: readonly { readonly id: string }[]): void {
  if (new Set(seen.map(({ id }) => id)).size < seen.length)
    throw invalid([{ path: 'trainings', message: 'A training is named twice.' }]);
}
