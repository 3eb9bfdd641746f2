import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { pageOf, type Page } from '../../kernel/list.ts';
import { covers } from '../../kernel/period.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { PersonRow } from './contract.ts';
import { awayOn } from './absence.ts';
import { periodShown, stateOn } from './engaged.ts';
import type { Person, PersonKind } from './model.ts';
import { termsOn } from './terms.ts';

export interface PersonQuery {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly search?: string | undefined;
  readonly kind?: PersonKind | undefined;
  readonly state?: PersonRow['state'] | undefined;
  readonly unit?: string | undefined;
  readonly site?: string | undefined;
  readonly reportsTo?: string | undefined;
  readonly sort: 'name' | 'unit' | 'from' | 'to' | '-name' | '-unit' | '-from' | '-to';
}

/** Names of units are one whatever their capitals. */
const names = (name: string | null, wanted: string | undefined): boolean =>
  wanted === undefined || name?.toLowerCase() === wanted.toLowerCase();

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const orders = new WeakMap<readonly Person[], Map<PersonQuery['sort'], readonly Person[]>>();

/** The whole register in order, sorted once as long as the snapshot lives. */
function ordered(people: readonly Person[], sort: PersonQuery['sort']): readonly Person[] {
  const known = orders.get(people) ?? new Map<PersonQuery['sort'], readonly Person[]>();
  orders.set(people, known);
  const there = known.get(sort) ?? sorted(people, sort);
  known.set(sort, there);
  return there;
}

function sorted(people: readonly Person[], sort: PersonQuery['sort']): readonly Person[] {
  const descending = sort.startsWith('-');
  const field = sort.replace('-', '') as 'name' | 'unit' | 'from' | 'to';
  // What is unknown stands last either way; equal rows stand by name and then by id, so that pages never overlap.
  return [...people].sort((a, b) => {
    const [left, right] = [a[field], b[field]];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
    } else {
      const order = collator.compare(left, right);
      if (order !== 0) return descending ? -order : order;
    }
    return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  });
}

/** What the register shows beside the person's own fields. */
export interface PersonContext {
  readonly on: PlainDate;
  readonly gapsOf: (id: PersonId) => number;
}

/** Turns people into rows of the register: one pass over the appointments, not one per person. */
export function rowMaker(snapshot: Snapshot, { on, gapsOf }: PersonContext): (person: Person) => PersonRow {
  const names = new Map(snapshot.person.map((person) => [person.id, person.name]));
  const roles = new Map(snapshot.role.map((role) => [role.id, role.name]));
  const held = new Map<PersonId, PersonRow['roles'][number][]>();
  for (const appointment of snapshot.appointment) {
    if (!covers(appointment, on)) continue;
    const role = { id: appointment.roleId, name: roles.get(appointment.roleId) ?? '', capacity: appointment.capacity };
    const there = held.get(appointment.personId);
    if (there === undefined) held.set(appointment.personId, [role]);
    else there.push(role);
  }
  const away = awayOn(snapshot.absence, on);
  return (person) => ({
    ...person,
    engagement: periodShown(person, on),
    hoursNow: termsOn(person, on).weeklyHours,
    awayUntil: away.get(person.id)?.to ?? null,
    managerName: person.managerId === null ? null : (names.get(person.managerId) ?? null),
    state: stateOn(person, on),
    roles: held.get(person.id) ?? [],
    gaps: gapsOf(person.id),
  });
}

/** One page of the register: searched in name, e-mail, title and personnel number without regard to accents, filtered, sorted. */
export function listPeople(
  snapshot: Snapshot,
  query: PersonQuery,
  context: PersonContext,
): Page<PersonRow> & { readonly units: readonly string[] } {
  const words = folded(query.search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const matching = ordered(snapshot.person, query.sort).filter((person) => {
    if (query.kind !== undefined && person.kind !== query.kind) return false;
    if (!names(person.unit, query.unit) || !names(person.site, query.site)) return false;
    if (query.reportsTo !== undefined && person.managerId !== query.reportsTo) return false;
    if (query.state !== undefined && stateOn(person, context.on) !== query.state) return false;
    if (words.length === 0) return true;
    const text = folded([person.name, person.email, person.jobTitle, person.externalId].join(' '));
    return words.every((word) => text.includes(word));
  });
  const page = pageOf(matching, (person) => person.id, query);
  const units = [...new Set(snapshot.person.flatMap((person) => (person.unit === null ? [] : [person.unit])))].sort(
    collator.compare,
  );
  return { ...page, rows: page.rows.map(rowMaker(snapshot, context)), units };
}
