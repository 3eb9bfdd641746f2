import type { PersonId } from '../../kernel/id.ts';
import type { Person } from './model.ts';
import { nameKey, shareAWord } from './name-text.ts';
import { NameIndex } from './near-name.ts';
import type { ParsedPerson } from './parsed-person.ts';

/** What the register knows of a person, as far as an import compares it. */
export type ExistingPerson = Omit<
  Person,
  'version' | 'costRate' | 'earlierPeriods' | 'terms' | 'erasedOn' | 'distinctFrom'
> &
  Partial<Pick<Person, 'earlierPeriods'>>;

export type MatchedBy = 'externalId' | 'email' | 'name' | 'answer';

export type Match =
  | { readonly kind: 'same'; readonly existing: ExistingPerson; readonly by: MatchedBy; readonly doubt: string | null }
  | { readonly kind: 'new'; readonly doubt: string | null }
  | { readonly kind: 'ambiguous'; readonly reason: string; readonly candidates: readonly ExistingPerson[] };

/** The register by each of the keys under which a file may know its people. */
export interface Register {
  readonly byId: ReadonlyMap<PersonId, ExistingPerson>;
  readonly byExternalId: ReadonlyMap<string, ExistingPerson>;
  readonly byEmail: ReadonlyMap<string, ExistingPerson>;
  readonly byName: ReadonlyMap<string, readonly ExistingPerson[]>;
  readonly names: NameIndex<ExistingPerson>;
}

export function indexRegister(existing: readonly ExistingPerson[]): Register {
  return {
    byId: new Map(existing.map((person) => [person.id, person])),
    byExternalId: new Map(
      existing.flatMap((person) => (person.externalId === null ? [] : [[person.externalId, person]])),
    ),
    byEmail: new Map(
      existing.flatMap((person) => (person.email === null ? [] : [[person.email.toLowerCase(), person]])),
    ),
    byName: groupedBy(existing, (person) => nameKey(person.name)),
    names: new NameIndex(existing),
  };
}

/** Values by a key, in their order. */
export function groupedBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group === undefined) groups.set(key(value), [value]);
    else group.push(value);
  }
  return groups;
}

/**
 * Finds the register's person for a row: by external id, else by e-mail, else by name. A name decides only when one
 * person has it and neither number nor address speaks against it; otherwise the user is asked.
 */
export function matchPerson(person: ParsedPerson, register: Register): Match {
  const numbered = person.externalId === null ? undefined : register.byExternalId.get(person.externalId);
  const addressed = person.email === null ? undefined : register.byEmail.get(person.email);
  if (numbered !== undefined && addressed !== undefined && numbered !== addressed)
    return {
      kind: 'ambiguous',
      reason: `The number is that of ${numbered.name} in the register, the address that of ${addressed.name}: say who it is.`,
      candidates: [numbered, addressed],
    };
  if (numbered !== undefined)
    return { kind: 'same', existing: numbered, by: 'externalId', doubt: otherPerson(person, numbered) };
  if (addressed !== undefined)
    return { kind: 'same', existing: addressed, by: 'email', doubt: otherNumber(person, addressed) };
  const namesakes = register.byName.get(nameKey(person.name)) ?? [];
  const [only] = namesakes;
  if (only === undefined) return nearlyNamed(person, register);
  if (namesakes.length > 1)
    return {
      kind: 'ambiguous',
      reason: `The register has ${namesakes.length} people called ${person.name}: choose one.`,
      candidates: namesakes,
    };
  const numbersDiffer = differ(person.externalId, only.externalId);
  const addressesDiffer = differ(person.email, only.email);
  if (numbersDiffer && addressesDiffer)
    return {
      kind: 'new',
      doubt: `The register has another ${only.name}, with another number and address: taken as a new person.`,
    };
  if (numbersDiffer || addressesDiffer)
    return {
      kind: 'ambiguous',
      reason: `The register's ${only.name} has the ${numbersDiffer ? `number ${only.externalId}` : `address ${only.email}`}: say whether this is the same person.`,
      candidates: [only],
    };
  return { kind: 'same', existing: only, by: 'name', doubt: null };
}

/**
 * Nobody has the name as it is written. Who has it in another order or spelling may be meant unless number and address
 * are another's; who has a name that is only alike, unless one of the two is.
 */
function nearlyNamed(person: ParsedPerson, register: Register): Match {
  const candidates = register.names.near(person.name).flatMap(({ person: other, nearness }) => {
    const against = [differ(person.externalId, other.externalId), differ(person.email, other.email)];
    return against.filter(Boolean).length >= (nearness === 'same' ? 2 : 1) ? [] : [other];
  });
  const [first] = candidates;
  if (first === undefined) return { kind: 'new', doubt: null };
  const names = candidates.map(({ name }) => name).join(', ');
  return {
    kind: 'ambiguous',
    reason: `The register has ${names}, nearly the same name: say whether this is the same person.`,
    candidates,
  };
}

/** The person without a number or address that the register gives to somebody else, and what is to be said of it. */
export function withoutOthers(
  person: ParsedPerson,
  existing: ExistingPerson | null,
  register: Register,
): { readonly person: ParsedPerson; readonly doubts: readonly string[] } {
  const numbered = person.externalId === null ? undefined : register.byExternalId.get(person.externalId);
  const addressed = person.email === null ? undefined : register.byEmail.get(person.email);
  const number = numbered !== undefined && numbered.id !== existing?.id ? numbered : null;
  const address = addressed !== undefined && addressed.id !== existing?.id ? addressed : null;
  return {
    person: {
      ...person,
      externalId: number === null ? person.externalId : null,
      email: address === null ? person.email : null,
    },
    doubts: [
      ...(number === null ? [] : [`Number ${number.externalId} stays with ${number.name}.`]),
      ...(address === null ? [] : [`The address ${address.email} stays with ${address.name}.`]),
    ],
  };
}

const differ = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() !== b.toLowerCase();

const otherPerson = (person: ParsedPerson, existing: ExistingPerson): string | null =>
  !shareAWord(person.name, existing.name) && person.email !== existing.email
    ? `Number ${existing.externalId} belongs to ${existing.name} in the register: check that it is the same person.`
    : null;

const otherNumber = (person: ParsedPerson, existing: ExistingPerson): string | null =>
  differ(person.externalId, existing.externalId)
    ? `The register knows this address under number ${existing.externalId}: that number is kept.`
    : null;
