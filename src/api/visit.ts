import type { PlainDate } from '../kernel/date.ts';
import type { Id } from '../kernel/id.ts';
import type { Route, Schema } from '../kernel/route.ts';
import type { Actor } from '../capabilities/identity/model.ts';
import type { ChangeItem } from '../capabilities/trail/change.ts';
import type { Snapshot, TrailPosition } from '../capabilities/trail/snapshot.ts';
import type { ChangeResult } from '../capabilities/trail/store/change.ts';
import type { Planned } from '../capabilities/trail/store/planned.ts';
import type { Database, Tx } from '../platform/db/database.ts';
import type { OrganizationId, UserId } from '../kernel/id.ts';

type OutputOf<S> = S extends Schema<infer _Input, infer Output> ? Output : never;
export type AnswerFor<R> = R extends Route<infer _Query, infer _Body, infer Answer> ? Answer : never;

/** What came in, parsed. */
export interface Input<R extends Route> {
  readonly query: OutputOf<R['query']>;
  readonly body: OutputOf<R['body']>;
  /** A part of the path as text. */
  readonly text: (name: string) => string;
  /** A part of the path as an id; whatever is no id is not found. */
  readonly id: <T extends Id<string>>(name: string) => T;
  /** The version in `If-Match`. */
  readonly version: number;
  /** The body of a route that takes a file. */
  readonly file: Uint8Array;
  readonly headers: Headers;
}

export interface SignedIn {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
}

/** One member's visit to one organization: who, where, when, and the two seams. */
export interface Visit {
  readonly user: SignedIn;
  readonly actor: Actor;
  readonly organizationId: OrganizationId;
  readonly head: TrailPosition;
  readonly today: PlainDate;
  /** The day of the facts: today, or the day that a read asks for. */
  readonly on: PlainDate;
  readonly db: Database;
  readonly newId: () => string;
  /** The facts that the member may read: those of now, or as recorded at the moment that a read asks for. */
  readonly facts: () => Promise<Snapshot>;
  /** Writes as the member. `reason` is for the trail. */
  readonly change: (
    reason: string,
    items: readonly ChangeItem[],
    followUps?: readonly ((tx: Tx) => Promise<void>)[],
  ) => Promise<ChangeResult>;
  /** Writes what is planned on the facts, on those very facts: planned anew when somebody else was first. */
  readonly writePlanned: <P extends Planned>(
    plan: (facts: Snapshot) => P | Promise<P>,
    /** Told how many of the rows are written. */
    written?: (done: number, of: number) => void,
  ) => Promise<{ readonly plan: P; readonly result: ChangeResult | null }>;
}

/** What a handler gives when its answer is more than JSON: a file, or headers such as cookies. */
export interface Reply<T> {
  readonly answer?: T;
  readonly bytes?: Uint8Array;
  readonly headers: readonly (readonly [string, string])[];
}

export class Replied<T> {
  readonly reply: Reply<T>;
  constructor(reply: Reply<T>) {
    this.reply = reply;
  }
}

type Result<R extends Route> = Promise<AnswerFor<R> | Replied<AnswerFor<R>>>;

export type VisitHandler<R extends Route> = (visit: Visit, input: Input<R>) => Result<R>;
export type UserHandler<R extends Route> = (user: SignedIn, input: Input<R>) => Result<R>;
export type PublicHandler<R extends Route> = (input: Input<R>) => Result<R>;
