import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/db/database.ts';
import type { Facts } from '../capabilities/trail/store/facts.ts';
import type { OrganizationEntry } from '../capabilities/identity/store/entrance.ts';
import type { Actor } from '../capabilities/identity/model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Post } from '../capabilities/reminders/store/post.ts';
import type { Storage } from '../platform/storage/storage.ts';

/** What a command gives back: one JSON document, the same told in words, and the exit code when it is not 0. */
export interface Outcome {
  readonly json: unknown;
  readonly text: string;
  readonly exit?: number;
}

/** An organization as a command meets it. */
export interface Desk {
  readonly db: Database;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly storage: Storage;
  readonly post: Post;
  readonly organization: OrganizationEntry;
  readonly actor: Actor;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** One command. With `desk` it works on an organization; without, on its arguments alone. */
export type Command = {
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
} & (
  | { readonly desk: true; readonly run: (args: Arguments, desk: Desk) => Promise<Outcome> }
  | { readonly desk: false; readonly run: (args: Arguments, config: Config) => Promise<Outcome> }
);
