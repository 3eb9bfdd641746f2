import type { Decision } from '../../kernel/entity.ts';
import type { UserId } from '../../kernel/id.ts';
import { isOneHuman, isOwnWord } from '../roles/approval.ts';
import { update, type Gathering } from './merge-gathering.ts';

/** Whether the word on something about the person would be their own, by any name and account of the two rows. */
export const isOwnOfMerged = ({ merged, keep, drop, membership }: Gathering, word: Decision): boolean =>
  [merged, keep, drop].some((one) => isOwnWord(word, one, membership));

/** Whether who asked and who approved were two, and are one by the merge. */
export const asksOneself = (
  { snapshot, membership }: Gathering,
  requestedBy: UserId | null,
  word: Decision | null,
): boolean =>
  word !== null &&
  !isOneHuman(snapshot, requestedBy, word.userId) &&
  isOneHuman({ membership }, requestedBy, word.userId);

/** Takes away the words that were a second person's and no longer are: on others, and on what is required. */
export function askAgain(gathering: Gathering): void {
  const { snapshot, keep, drop, requestedBy, updates, notes } = gathering;
  // Two accounts become one person's only where both rows have one.
  if (![keep, drop].every((row) => snapshot.membership.some(({ personId }) => personId === row.id))) return;
  const names = new Map(snapshot.person.map(({ id, name }) => [id, name]));
  for (const row of snapshot.appointment) {
    if (row.personId === keep.id || row.personId === drop.id || !asksOneself(gathering, row.requestedBy, row.approval))
      continue;
    updates.push(update('appointment', row, { approval: null, requestedBy }));
    notes.push({ register: 'appointment', what: 'asked-again', text: names.get(row.personId) ?? '' });
  }
  for (const row of snapshot.training) {
    if (row.personId === keep.id || row.personId === drop.id || !asksOneself(gathering, row.requestedBy, row.approval))
      continue;
    updates.push(update('training', row, trainingAskedAgain(row.state, requestedBy)));
    notes.push({ register: 'training', what: 'asked-again', text: names.get(row.personId) ?? '' });
  }
  for (const row of snapshot.role) {
    if (!asksOneself(gathering, row.competencesRequestedBy, row.competencesApproval)) continue;
    updates.push(update('role', row, { competencesApproval: null }));
    notes.push({ register: 'role', what: 'asked-again', text: row.name });
  }
  for (const row of snapshot.requirementCompetence) {
    if (!asksOneself(gathering, row.requestedBy, row.approval)) continue;
    updates.push(update('requirementCompetence', row, { approval: null }));
    notes.push({ register: 'requirementCompetence', what: 'asked-again', text: row.requirementId });
  }
}

/** A training without its approval: one that is still to happen waits for another. */
export const trainingAskedAgain = (state: string, requestedBy: UserId | null): object =>
  state === 'planned' || state === 'enrolled'
    ? { approval: null, requestedBy, state: 'proposed', sessionId: null }
    : { approval: null };
