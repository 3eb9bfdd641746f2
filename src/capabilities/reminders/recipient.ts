import type { UserId } from '../../kernel/id.ts';
import type { Resolution, Standing } from '../assessment/resolution.ts';
import type { Membership } from '../identity/model.ts';
import type { Person } from '../people/model.ts';
import { mayDecide } from '../trail/policy.ts';

/** Somebody who can be told by mail. `id`: the person's, else the account's. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly personId: Person['id'] | null;
}

/** The role that leads the ISMS: it is told what nobody else can be told. */
const STEWARD = 'information-security-manager';

/** Whom the organization can tell of something on the day. */
export interface Recipients {
  /** Null for somebody who is not engaged on the day, was erased, or has no address. */
  readonly person: (id: Person['id'] | null) => Recipient | null;
  readonly managerOf: (person: Person) => Recipient | null;
  /** Who leads the ISMS; where nobody of them can be reached, the owners' accounts. */
  readonly stewards: readonly Recipient[];
  /** Accounts that may give a second person's word on what an account asked for. */
  readonly deciders: (askedBy: UserId | null) => readonly Recipient[];
}

const reachable = (standing: Standing | undefined): Recipient | null => {
  if (standing === undefined || !standing.active) return null;
  const { id, name, email, erasedOn } = standing.person;
  return email === null || erasedOn !== null ? null : { id, name, address: email, personId: id };
};

export function recipientsOf({ snapshot, people, rolesByKey }: Resolution): Recipients {
  const person: Recipients['person'] = (id) => (id === null ? null : reachable(people.get(id)));
  /** An account is told as the person that it belongs to; one of somebody who has left is told nothing. */
  const account = ({ userId, name, email, personId }: Membership): readonly Recipient[] => {
    if (personId === null) return [{ id: userId, name, address: email, personId: null }];
    const theirs = reachable(people.get(personId));
    if (theirs !== null) return [theirs];
    const standing = people.get(personId);
    return standing?.active === true && standing.person.erasedOn === null
      ? [{ id: personId, name, address: email, personId }]
      : [];
  };
  const holders = (rolesByKey.get(STEWARD)?.holders ?? []).flatMap(({ personId }) => person(personId) ?? []);
  const owners = snapshot.membership.filter(({ permission }) => permission === 'owner').flatMap(account);
  const deciders = snapshot.membership.filter(({ userId, name, permission, personId }) =>
    mayDecide({ kind: 'member', userId, name, permission, personId }),
  );
  const stewards = holders.length > 0 ? holders : owners;
  return {
    person,
    managerOf: ({ managerId }) => person(managerId),
    stewards: [...new Map(stewards.map((one) => [one.id, one])).values()],
    deciders: (askedBy) => deciders.filter(({ userId }) => userId !== askedBy).flatMap(account),
  };
}
