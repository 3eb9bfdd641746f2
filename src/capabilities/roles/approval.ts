import type { PlainDate } from '../../kernel/date.ts';
import type { Decision } from '../../kernel/entity.ts';
import { invalid, MusterError, unreachable } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/id.ts';
import type { Actor } from '../identity/model.ts';
import type { Person } from '../people/model.ts';
import { mayBeSameName } from '../people/same-name.ts';
import type { ChangeItem } from '../trail/change.ts';
import { mayDecide } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { Appointment, AppointmentFields } from './model.ts';

/** Who reads or decides: the account, with the permission that it has in the organization. */
export interface Reader {
  readonly actor: Actor;
  readonly userId: UserId;
  readonly email: string;
}

/** Why a reader may not approve an appointment. */
export type Hindrance = 'approved' | 'permission' | 'requested' | 'appointed';

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The account and the person go by one address or one name: an account may have another address than the register. */
export const isReader = (
  reader: Reader,
  person: Pick<Person, 'id' | 'email' | 'name'> | undefined,
  snapshot: Pick<Snapshot, 'membership'>,
): boolean => {
  if (person === undefined) return false;
  if (reader.actor.kind === 'member' && reader.actor.personId !== null && reader.actor.personId === person.id)
    return true;
  if (mayBeSameName(reader.actor.name, person.name)) return true;
  const { email } = person;
  if (email === null) return false;
  const own = snapshot.membership.filter(({ userId }) => userId === reader.userId).map((member) => member.email);
  return [reader.email, ...own].some((address) => folded(address) === folded(email));
};

/** Whether two accounts are one human's: the same account, or two that belong to the same person of the register. */
export function isOneHuman(
  { membership }: { readonly membership: readonly Pick<Snapshot['membership'][number], 'userId' | 'personId'>[] },
  one: UserId | null,
  other: UserId | null,
): boolean {
  if (one === null || other === null) return false;
  if (one === other) return true;
  const personOf = (id: UserId) => membership.find(({ userId }) => userId === id)?.personId ?? null;
  const person = personOf(one);
  return person !== null && person === personOf(other);
}

/** What keeps this reader from approving: appointing, being appointed and approving are three people's, or two at least. */
export function hindranceOf(
  appointment: Pick<Appointment, 'approval' | 'requestedBy' | 'personId'>,
  person: Pick<Person, 'id' | 'email' | 'name'> | undefined,
  reader: Reader,
  snapshot: Snapshot,
): Hindrance | null {
  if (!mayDecide(reader.actor)) return 'permission';
  if (appointment.approval !== null) return 'approved';
  if (isOneHuman(snapshot, appointment.requestedBy, reader.userId)) return 'requested';
  return isReader(reader, person, snapshot) ? 'appointed' : null;
}

const refused = (reason: string): MusterError =>
  new MusterError({ code: 'forbidden', action: 'approve an appointment', reason });

/**
 * Whether a word given on an appointment would be that of the very person appointed, as people, names and accounts
 * stand now: a rename, a merge or a link of an account can make one of two people.
 */
export const isOwnWord = (
  word: Decision,
  person: Pick<Person, 'id' | 'email' | 'name'>,
  membership: readonly Pick<Snapshot['membership'][number], 'userId' | 'personId' | 'email'>[],
): boolean =>
  mayBeSameName(word.name, person.name) ||
  membership.some(
    ({ userId, personId, email }) =>
      userId === word.userId &&
      (personId === person.id || (person.email !== null && folded(email) === folded(person.email))),
  );

/** Given on paper: who signed, and when. */
export interface PaperApproval {
  readonly signer: string;
  readonly on: PlainDate;
}

/**
 * The word of a second person on an appointment: the reader's own, or one that was signed on paper and that the reader
 * records. Neither who asked for the appointment nor who is appointed gives it.
 * @throws MusterError `forbidden`, `already-exists` when it is approved, `invalid` when the signer on paper does not count
 */
export function approvalOf(
  snapshot: Snapshot,
  appointment: Appointment,
  reader: Reader,
  paper: PaperApproval | null,
  today: PlainDate,
): Decision {
  const person = presentRow(snapshot, 'person', appointment.personId);
  const hindrance = hindranceOf(appointment, person, reader, snapshot);
  switch (hindrance) {
    case 'permission':
      throw new MusterError({ code: 'forbidden', action: 'approve appointments' });
    case 'approved':
      throw new MusterError({ code: 'already-exists', what: 'approval', field: 'appointment' });
    case 'requested':
      if (paper === null) throw refused('You asked for this appointment yourself: somebody else has to approve it.');
      break;
    case 'appointed':
      if (paper === null) throw refused('You are the one appointed: somebody else has to approve it.');
      break;
    case null:
      break;
    default:
      return unreachable(hindrance);
  }
  if (paper === null) return { userId: reader.userId, name: reader.actor.name, on: today };
  const words = { thing: 'appointment', subject: 'is the one appointed' };
  refuseUnfitSigner(snapshot, appointment, person, paper, reader, today, words);
  return { userId: null, name: paper.signer, on: paper.on };
}

/**
 * The reader's own word on several appointments, as they were seen.
 * @throws MusterError as `approvalOf` for the first that the reader cannot approve, `invalid` when one is named twice
 */
export function approvalsOf(
  snapshot: Snapshot,
  seen: readonly Pick<Appointment, 'id' | 'version'>[],
  reader: Reader,
  today: PlainDate,
): readonly ChangeItem[] {
  if (new Set(seen.map(({ id }) => id)).size < seen.length)
    throw invalid([{ path: 'appointments', message: 'An appointment is named twice.' }]);
  return seen.map(({ id, version }): ChangeItem => {
    const approval = approvalOf(snapshot, presentRow(snapshot, 'appointment', id), reader, null, today);
    return { register: 'appointment', operation: 'update', id, version, fields: { approval } };
  });
}

/**
 * Refuses a word on paper that is none of a second person: signed by who it is about, by who asked for it, or by the
 * reader, who gives their own word instead, or on a day to come.
 * @param words how the thing is called, and what it makes of the person: `appointment`, `is the one appointed`
 * @throws MusterError `invalid`
 */
export function refuseUnfitSigner(
  { membership }: Pick<Snapshot, 'membership'>,
  { requestedBy }: { readonly requestedBy: UserId | null },
  person: Pick<Person, 'name'>,
  { signer, on }: PaperApproval,
  { actor }: Pick<Reader, 'actor'>,
  today: PlainDate,
  words: { readonly thing: string; readonly subject: string },
): void {
  const asked = membership.find(({ userId }) => userId === requestedBy)?.name ?? null;
  const fault = mayBeSameName(signer, person.name)
    ? `${person.name} ${words.subject}.`
    : asked !== null && mayBeSameName(signer, asked)
      ? `${asked} asked for this ${words.thing}.`
      : mayBeSameName(signer, actor.name)
        ? 'Approve it yourself, without paper, or name who signed.'
        : null;
  if (fault !== null) throw invalid([{ path: 'paper.signer', message: fault, accepted: 'the name of somebody else' }]);
  if (on > today)
    throw invalid([{ path: 'paper.on', message: `${on} is still to come.`, accepted: 'today or an earlier day' }]);
}

type Substance = Pick<AppointmentFields, 'capacity' | 'from' | 'to' | 'hoursPerWeek'>;

/**
 * True when a change is one that a second person has to look at again: another capacity, another first day, a later
 * end, more hours. To end earlier or to do less needs nobody's word.
 */
export function changesSubstance(before: Substance, after: Substance): boolean {
  const later = before.to !== null && (after.to === null || after.to > before.to);
  return (
    before.capacity !== after.capacity ||
    before.from !== after.from ||
    later ||
    (after.hoursPerWeek ?? 0) > (before.hoursPerWeek ?? 0)
  );
}
