import type { Instant } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { RegisterName, Registers } from './register.ts';
import { registerNames } from './register.ts';

/** Where in the trail the facts stand: sequence 0 and 64 zeros before the first entry. */
export interface TrailPosition {
  readonly sequence: number;
  readonly hash: string;
}

/** All facts of one organization at one moment: the input of every computation. Rows are sorted by id. */
export type Snapshot = {
  readonly [R in Exclude<RegisterName, 'organization'>]: readonly Registers[R][];
} & {
  readonly organization: Registers['organization'];
  readonly trail: TrailPosition;
  /** The moment as of which the facts were recorded; null for the current facts. */
  readonly recordedAt: Instant | null;
};

export type SnapshotRows = { readonly [R in RegisterName]: readonly Registers[R][] };

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** @throws MusterError `not-found` when the organization did not exist at that moment. */
export function snapshotOf(rows: SnapshotRows, trail: TrailPosition, recordedAt: Instant | null): Snapshot {
  const [organization] = rows.organization;
  if (organization === undefined) throw new MusterError({ code: 'not-found', what: 'organization at that moment' });
  const sorted = Object.fromEntries(registerNames.map((name) => [name, [...rows[name]].sort(byId)])) as unknown as Omit<
    Snapshot,
    'organization' | 'trail' | 'recordedAt'
  >;
  return { ...sorted, organization, trail, recordedAt };
}
