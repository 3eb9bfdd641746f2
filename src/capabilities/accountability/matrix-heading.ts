import type { PersonId, RoleId } from '../../kernel/id.ts';
import type { Person } from '../people/model.ts';
import type { Role } from '../roles/model.ts';

/** Whose letters a column of an exported matrix holds. */
export type ColumnBearer =
  { readonly kind: 'role'; readonly id: RoleId } | { readonly kind: 'person'; readonly id: PersonId };

interface Named {
  readonly bearer: ColumnBearer;
  /** The plain name first; then with what tells it from others of the same name. */
  readonly names: readonly string[];
}

const inPerson = (name: string): string => `${name} (in person)`;

const namesOfRole = (role: Role): Named => ({
  bearer: { kind: 'role', id: role.id },
  names: [role.name, `${role.name} [${role.key}]`, `${role.name} [${role.id}]`],
});

const namesOfPerson = (person: Person): Named => {
  const name = inPerson(person.name);
  const told = person.email ?? person.externalId;
  return {
    bearer: { kind: 'person', id: person.id },
    names: [name, ...(told === null ? [] : [`${name} [${told}]`]), `${name} [${person.id}]`],
  };
};

/**
 * What stands over each column of an exported matrix. No two are the same, so that the import finds role or person again
 * by the heading alone, in a format that has no place for ids.
 */
export interface MatrixHeadings {
  /** The heading of a role or person; undefined for an id that is neither. */
  readonly of: (id: RoleId | PersonId) => string | undefined;
  /** Whose heading it is, spelled as it was exported; undefined for every other text. */
  readonly bearerOf: (heading: string) => ColumnBearer | undefined;
}

/** The headings of these roles and people: a name, and a short name in brackets behind it only where two would be the same. */
export function matrixHeadings(roles: readonly Role[], people: readonly Person[]): MatrixHeadings {
  const headings = new Map<RoleId | PersonId, string>();
  const bearers = new Map<string, ColumnBearer>();
  let open = [...roles.map(namesOfRole), ...people.map(namesOfPerson)];
  for (let level = 0; open.length > 0; level += 1) {
    const at = (named: Named): string => named.names[level] ?? named.names.at(-1) ?? '';
    const alike = Map.groupBy(open, at);
    open = [];
    for (const [heading, group] of alike) {
      if ((group.length > 1 || bearers.has(heading)) && level < 3) {
        open.push(...group);
        continue;
      }
      for (const named of group) {
        headings.set(named.bearer.id, heading);
        bearers.set(heading, named.bearer);
      }
    }
  }
  // CSV carries a text that looks like a formula behind an apostrophe.
  return { of: (id) => headings.get(id), bearerOf: (text) => bearers.get(text) ?? bearers.get(text.replace(/^'/, '')) };
}
