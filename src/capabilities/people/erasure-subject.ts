import type { PersonId } from '../../kernel/id.ts';
import type { TrailEntry } from '../trail/entry.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { redactionOf, type Identity, type Redaction } from './erasure-mention.ts';
import type { Person } from './model.ts';

/** Who is to be forgotten: their rows, what they were called, and what stands there instead. */
export interface ErasureSubject extends Identity {
  /** The person's row, and earlier rows of the same person that were removed since. */
  readonly ids: ReadonlySet<string>;
  /** Names, addresses and ids that somebody else on the register bears too: texts with them may mean the other. */
  readonly shared: readonly string[];
  /** Such as `Erased person 7f3a`, after the end of the row's id. */
  readonly placeholder: string;
  readonly placeholderEmail: string;
  readonly redact: Redaction;
}

type Called = Pick<Person, 'id' | 'name' | 'email' | 'externalId'>;

const fold = (text: string): string => text.toLowerCase();

/** Every state of every person that the trail tells of. */
export const calledIn = (entry: TrailEntry): readonly Called[] =>
  entry.register === 'person'
    ? [entry.before, entry.after].flatMap((json) => (json === null ? [] : [JSON.parse(json) as Called]))
    : [];

/** What stands where a person's name stood. */
export const placeholderOf = (id: PersonId): string => `Erased person ${id.slice(-4)}`;

/** @param called every state of every person on the trail */
export function erasureSubject(snapshot: Snapshot, personId: PersonId, called: readonly Called[]): ErasureSubject {
  const present = new Set<string>(snapshot.person.map(({ id }) => id));
  const ids = new Set<string>([personId]);
  const own = (): readonly Called[] => called.filter(({ id }) => ids.has(id));
  for (let before = 0; before < ids.size;) {
    before = ids.size;
    const marks = new Set(own().flatMap(marksOf));
    for (const row of called) if (!present.has(row.id) && marksOf(row).some((mark) => marks.has(mark))) ids.add(row.id);
  }
  const others = snapshot.person.filter(({ id, erasedOn }) => !ids.has(id) && erasedOn === null);
  const taken = new Set(others.flatMap(marksOf));
  const given = (field: 'name' | 'email' | 'externalId'): readonly string[] => [
    ...new Set(own().flatMap((row) => row[field] ?? [])),
  ];
  const free = (field: 'name' | 'email' | 'externalId'): ReadonlySet<string> =>
    new Set(given(field).filter((value) => !taken.has(`${field} ${fold(value)}`)));
  const identity = { names: free('name'), emails: free('email'), externalIds: free('externalId') };
  return {
    ids,
    ...identity,
    shared: (['name', 'email', 'externalId'] as const).flatMap((field) =>
      given(field).filter((value) => taken.has(`${field} ${fold(value)}`)),
    ),
    placeholder: placeholderOf(personId),
    placeholderEmail: `erased-${personId.slice(-4)}@erased.invalid`,
    redact: redactionOf(identity),
  };
}

const marksOf = ({ name, email, externalId }: Called): readonly string[] => [
  `name ${fold(name)}`,
  ...(email === null ? [] : [`email ${fold(email)}`]),
  ...(externalId === null ? [] : [`externalId ${fold(externalId)}`]),
];
