import type { UserId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { RegisterName } from '../trail/register.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { MergeNote } from './merge-field.ts';
import type { Person } from './model.ts';

/** What is gathered while the registers are gone through. Removals stand first: what is joined must not meet itself. */
export interface Gathering {
  readonly snapshot: Snapshot;
  readonly keep: Person;
  readonly drop: Person;
  /** The row that stays, as it will be. */
  readonly merged: Person;
  /** Accounts as they belong to people afterwards. */
  readonly membership: Snapshot['membership'];
  readonly requestedBy: UserId | null;
  readonly removals: ChangeItem[];
  readonly updates: ChangeItem[];
  readonly notes: MergeNote[];
}

type Row = { readonly id: string; readonly version: number };

export const removal = (register: RegisterName, { id, version }: Row): ChangeItem =>
  ({ register, operation: 'remove', id, version }) as unknown as ChangeItem;
export const update = (register: RegisterName, { id, version }: Row, fields: object): ChangeItem =>
  ({ register, operation: 'update', id, version, fields }) as unknown as ChangeItem;
