import { competenceTerms } from '../../domain/competence-terms.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { MappedName } from '../accountability/contract.ts';
import { mapRole, type Choices } from '../accountability/matrix-mapping.ts';
import { foldedName, similarity } from '../accountability/name-similarity.ts';
import type { CompetenceBook } from '../competence/framework.ts';
import type { Person } from '../people/model.ts';
import { nameKey } from '../people/name-text.ts';
import { NameIndex } from '../people/near-name.ts';
import type { Role } from '../roles/model.ts';
import type { Measure } from '../training/model.ts';
import { foreignPerson } from './foreign-name.ts';
import type { NamedPerson } from './parsed.ts';

/** From this share of words in common two names are proposed as the same; a person confirms. */
const PROPOSE_FROM = 0.6;
/** Competences are proposed sooner: one of one's own beside another that means the same would split what people hold. */
const PROPOSE_COMPETENCE_FROM = 0.5;

const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)|\[[^\]]*\]/gu, ' ');

/** Chooses the one that is most alike; null when none is alike enough. */
function mostAlike<T>(
  candidates: readonly T[],
  foreign: string,
  namesOf: (one: T) => readonly string[],
  from = PROPOSE_FROM,
): T | null {
  let [found, reached]: [T | null, number] = [null, from];
  for (const candidate of candidates)
    for (const name of namesOf(candidate)) {
      const score = similarity(foreign, name);
      if (score > reached || (score === reached && found === null)) [found, reached] = [candidate, score];
    }
  return found;
}

const chosenName = (foreign: string, choices: Choices): MappedName | null => {
  const chosen = choices.get(foreign);
  return chosen === undefined ? null : { foreign, target: chosen === 'ignore' ? null : chosen, how: 'chosen' };
};

/** What the user chose; a new one under the name of one that is there since, as when a file comes again, is that one. */
function chosenOr(foreign: string, choices: Choices, named: (name: string) => string | undefined): MappedName | null {
  const chosen = chosenName(foreign, choices);
  const there = chosen?.target === 'new' ? named(foldedName(foreign)) : undefined;
  return there === undefined ? chosen : { foreign, target: there, how: 'name' };
}

/** Finds the role that a file calls so, as an import of a matrix does. */
export function roleMatcher(roles: readonly Role[], choices: Choices): (foreign: string) => MappedName {
  const byName = new Map(roles.map(({ id, name }) => [foldedName(name), id]));
  return (foreign) => chosenOr(foreign, choices, (name) => byName.get(name)) ?? mapRole(foreign, roles, choices);
}

/** Finds the competence that a file calls so: chosen, by key, name or alias, or alike; `target` is a key or `new`. */
export function competenceMatcher(
  book: CompetenceBook,
  choices: Choices,
): (foreign: string, key: string | null) => MappedName {
  const inUse = book.all.filter(({ retired }) => !retired);
  const byName = new Map<string, string>();
  const byAlias = new Map<string, string>();
  for (const { key, name, aliases } of book.all.toReversed()) {
    byName.set(foldedName(name), key);
    for (const alias of [...competenceTerms(key), ...aliases]) byAlias.set(foldedName(alias), key);
  }
  return (foreign, key) => {
    const chosen = chosenOr(foreign, choices, (name) => byName.get(name));
    if (chosen !== null) return chosen;
    if (key !== null && book.find(key) !== undefined) return { foreign, target: key, how: 'id' };
    if (book.find(foreign) !== undefined) return { foreign, target: foreign, how: 'id' };
    const names = [foreign, withoutBrackets(foreign)].map(foldedName).filter((name) => name !== '');
    const named = names.map((name) => byName.get(name)).find((found) => found !== undefined);
    if (named !== undefined) return { foreign, target: named, how: 'name' };
    const called = names.map((name) => byAlias.get(name)).find((found) => found !== undefined);
    if (called !== undefined) return { foreign, target: called, how: 'alias' };
    const namesOf = ({ key: known, name, aliases }: (typeof inUse)[number]) => [
      name,
      ...aliases,
      ...competenceTerms(known),
    ];
    const alike = mostAlike(inUse, foreign, namesOf, PROPOSE_COMPETENCE_FROM);
    return alike === null ? { foreign, target: 'new', how: 'none' } : { foreign, target: alike.key, how: 'similar' };
  };
}

/** Finds the person whom a file names: chosen, by number, address or name; a name that is only near is a proposal. */
export function personMatcher(people: readonly Person[], choices: Choices): (person: NamedPerson) => MappedName {
  const present = people.filter(({ erasedOn }) => erasedOn === null);
  const byNumber = new Map(present.flatMap(({ externalId, id }) => (externalId === null ? [] : [[externalId, id]])));
  const byEmail = new Map(present.flatMap(({ email, id }) => (email === null ? [] : [[email.toLowerCase(), id]])));
  const byName = Map.groupBy(present, ({ name }) => nameKey(name));
  const near = new NameIndex(present);
  return (person) => {
    const foreign = foreignPerson(person);
    const chosen = chosenName(foreign, choices);
    if (chosen !== null) return chosen;
    const id: PersonId | undefined =
      (person.externalId === null ? undefined : byNumber.get(person.externalId)) ??
      (person.email === null ? undefined : byEmail.get(person.email.toLowerCase()));
    if (id !== undefined) return { foreign, target: id, how: 'id' };
    const [only, another] = byName.get(nameKey(person.name)) ?? [];
    if (only !== undefined && another === undefined) return { foreign, target: only.id, how: 'name' };
    if (only !== undefined) return { foreign, target: null, how: 'similar' };
    const [alike] = near.near(person.name);
    return alike === undefined
      ? { foreign, target: null, how: 'none' }
      : { foreign, target: alike.person.id, how: 'similar' };
  };
}

/** Finds the measure that a file calls so: chosen, by name, or alike; else it will be a new one. */
export function measureMatcher(measures: readonly Measure[], choices: Choices): (foreign: string) => MappedName {
  const inUse = measures.filter(({ withdrawn }) => !withdrawn);
  const byName = new Map(inUse.map(({ id, name }) => [foldedName(name), id]));
  return (foreign) => {
    const chosen = chosenOr(foreign, choices, (name) => byName.get(name));
    if (chosen !== null) return chosen;
    const named = byName.get(foldedName(foreign));
    if (named !== undefined) return { foreign, target: named, how: 'name' };
    const alike = mostAlike(inUse, foreign, ({ name }) => [name]);
    return alike === null ? { foreign, target: 'new', how: 'none' } : { foreign, target: alike.id, how: 'similar' };
  };
}
