import type { PersonId } from '../../kernel/id.ts';
import type { Person } from './model.ts';
import { nameKey, shareAWord } from './name-text.ts';
import type { ParsedPerson } from './parsed-person.ts';

/** What the register knows of a person, as far as an import compares it. */
export type ExistingPerson = Omit<Person, 'version' | 'costRate' | 'earlierPeriods' | 'terms' | 'erasedOn'>;

export type MatchedBy = 'externalId' | 'email' | 'name';

export type Match =
  | { readonly kind: 'same'; readonly existing: ExistingPerson; readonly by: MatchedBy; readonly doubt: string | null }
  | { readonly kind: 'new'; readonly doubt: string | null }
  | { readonly kind: 'ambiguous'; readonly reason: string };

/** The register by each of the keys under which a file may know its people. */
export interface Register {
  readonly byId: ReadonlyMap<PersonId, ExistingPerson>;
  readonly byExternalId: ReadonlyMap<string, ExistingPerson>;
  readonly byEmail: ReadonlyMap<string, ExistingPerson>;
  readonly byName: ReadonlyMap<string, readonly ExistingPerson[]>;
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
    };
  if (numbered !== undefined)
    return { kind: 'same', existing: numbered, by: 'externalId', doubt: otherPerson(person, numbered) };
  if (addressed !== undefined)
    return { kind: 'same', existing: addressed, by: 'email', doubt: otherNumber(person, addressed) };
  const namesakes = register.byName.get(nameKey(person.name)) ?? [];
  const [only] = namesakes;
  if (only === undefined) return { kind: 'new', doubt: null };
  if (namesakes.length > 1)
    return {
      kind: 'ambiguous',
      reason: `The register has ${namesakes.length} people called ${person.name}: choose one.`,
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
    };
  return { kind: 'same', existing: only, by: 'name', doubt: null };
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
