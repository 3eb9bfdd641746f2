import type { PersonId } from '../../kernel/id.ts';
import { nameKey } from './name-text.ts';
import type { FlaggedText, ParsedPerson } from './parsed-person.ts';
import { groupedBy, type Register } from './people-match.ts';

/** Who somebody reports to: a person of the register, or one who comes in with the given row. */
export type ManagerLink =
  { readonly kind: 'existing'; readonly id: PersonId } | { readonly kind: 'row'; readonly row: number };

/** A row that is taken, and whom of the register it means. */
export interface LinkedRow {
  readonly person: ParsedPerson;
  readonly existing: PersonId | null;
}

export interface ManagerLinks {
  /** By row; no entry where the file names no manager or none that is found. */
  readonly links: ReadonlyMap<number, ManagerLink>;
  readonly flagged: readonly FlaggedText[];
}

type Found = ManagerLink | string;

const keyOf = (link: ManagerLink): string => (link.kind === 'row' ? `row ${link.row}` : link.id);

/** Rows by number, address and name; the first row of a number or address counts, as the plan takes that one. */
function indexRows(
  rows: readonly LinkedRow[],
): (by: 'externalId' | 'email' | 'name', value: string) => readonly LinkedRow[] {
  const index = {
    externalId: groupedBy(rows, ({ person }) => person.externalId ?? ''),
    email: groupedBy(rows, ({ person }) => person.email ?? ''),
    name: groupedBy(rows, ({ person }) => nameKey(person.name)),
  };
  return (by, value) => index[by].get(by === 'name' ? nameKey(value) : value) ?? [];
}

/**
 * Resolves managers within the file first, then in the register. One who is not found, whose name two people have, who
 * is the person, or who closes a circle is flagged and left out.
 */
export function linkManagers(rows: readonly LinkedRow[], register: Register): ManagerLinks {
  const inFile = indexRows(rows);
  const links = new Map<number, ManagerLink>();
  const flagged: FlaggedText[] = [];
  const flag = (person: ParsedPerson, reason: string): void => {
    const text = person.managerReference?.value ?? '';
    flagged.push({ row: person.row, column: 'manager', text, reason });
  };
  const find = ({ by, value }: NonNullable<ParsedPerson['managerReference']>): Found => {
    const found = inFile(by, value);
    const [first] = found;
    if (found.length > 1) return `${found.length} people in the file are called ${value}: the manager was left out.`;
    if (first !== undefined)
      return first.existing === null
        ? { kind: 'row', row: first.person.row }
        : { kind: 'existing', id: first.existing };
    const known =
      by === 'name'
        ? (register.byName.get(nameKey(value)) ?? [])
        : [register[by === 'email' ? 'byEmail' : 'byExternalId'].get(value)];
    const people = known.filter((person) => person !== undefined);
    const [only] = people;
    if (people.length > 1)
      return `${people.length} people in the register are called ${value}: the manager was left out.`;
    return only === undefined
      ? `Neither the file nor the register has the manager ${value}.`
      : { kind: 'existing', id: only.id };
  };
  for (const { person, existing } of rows) {
    if (person.managerReference === null) continue;
    const found = find(person.managerReference);
    if (typeof found === 'string') flag(person, found);
    else if (keyOf(found) === (existing ?? `row ${person.row}`))
      flag(person, 'Nobody reports to themselves: the manager was left out.');
    else links.set(person.row, found);
  }
  for (const { person } of circles(rows, links, register)) {
    links.delete(person.row);
    flag(person, 'These people report to one another in a circle: the manager was left out.');
  }
  return { links, flagged };
}

/** Rows that stand on a circle of reporting lines, with the register's lines where the file says nothing else. */
function circles(
  rows: readonly LinkedRow[],
  links: ReadonlyMap<number, ManagerLink>,
  register: Register,
): readonly LinkedRow[] {
  const above = new Map<string, string>();
  for (const [id, person] of register.byId) if (person.managerId !== null) above.set(id, person.managerId);
  const nodeOf = ({ person, existing }: LinkedRow): string => existing ?? `row ${person.row}`;
  for (const row of rows) {
    const link = links.get(row.person.row);
    if (link !== undefined) above.set(nodeOf(row), keyOf(link));
  }
  const done = new Set<string>();
  const circular = new Set<string>();
  for (const start of above.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let node: string | undefined = start;
    while (node !== undefined && !done.has(node) && !onPath.has(node)) {
      path.push(node);
      onPath.add(node);
      node = above.get(node);
    }
    if (node !== undefined && onPath.has(node))
      for (const member of path.slice(path.indexOf(node))) circular.add(member);
    for (const member of path) done.add(member);
  }
  return rows.filter((row) => links.has(row.person.row) && circular.has(nodeOf(row)));
}
