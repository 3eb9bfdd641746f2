import type { z } from 'zod';
import { canonicalJson } from '../../kernel/canonical.ts';
import type { Instant } from '../../kernel/date.ts';
import { forbidden, MusterError, notFound } from '../../kernel/errors.ts';
import type { ChangeId, OrganizationId } from '../../kernel/id.ts';
import { parsed } from '../../kernel/parse.ts';
import { refuseOwnProof } from '../competence/own-proof.ts';
import type { Actor } from '../identity/model.ts';
import { refuseOverlappingEngagements } from '../people/engaged.ts';
import { personFields, type Person } from '../people/model.ts';
import { keepingRates } from '../people/terms.ts';
import { refuseOwnCompletion } from '../training/own-completion.ts';
import type { Operation, TrailEntry } from './entry.ts';
import { mayReadCost, maySpeak, mayWrite, shownTo, speaksForThemself, takesBack } from './policy.ts';
import { complete, registers, type FieldsOf, type NewFieldsOf, type RegisterName, type Registers } from './register.ts';

/** One row to write. `version` is what the writer saw; an update carries only the fields that it sets. */
export type ChangeItem = { readonly [R in RegisterName]: ItemOf<R> }[RegisterName];

export type ItemOf<R extends RegisterName> =
  | {
      readonly register: R;
      readonly operation: 'create';
      readonly id: Registers[R]['id'];
      /** Fields that came later may be left out. */
      readonly fields: NewFieldsOf<R>;
    }
  | {
      readonly register: R;
      readonly operation: 'update';
      readonly id: Registers[R]['id'];
      readonly version: number;
      /** What is left out or undefined stays as it is. */
      readonly fields: { readonly [F in keyof FieldsOf<R>]?: FieldsOf<R>[F] | undefined };
    }
  | { readonly register: R; readonly operation: 'remove'; readonly id: Registers[R]['id']; readonly version: number };

/** What an item makes of the row that stands there now. */
export interface RowChange {
  readonly register: RegisterName;
  readonly operation: Operation;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/**
 * The first gate, before anything is read. Who may only speak for themself passes it where that could be; whether it is
 * so is seen on the rows (`rowChange`).
 * @throws MusterError `forbidden` unless the actor may write everything that the items set
 */
export function authorize(actor: Actor, items: readonly ChangeItem[]): void {
  for (const item of items) {
    if (!maySet(actor, item) && !maySpeak(actor, item.register)) throw forbidden(`change ${item.register}`);
  }
}

/** Whether the actor may write all that the item sets, whomever it is about. */
function maySet(actor: Actor, item: ChangeItem): boolean {
  const fields = item.operation === 'remove' ? [] : Object.entries(item.fields);
  const set = fields.filter(([, value]) => value !== undefined && (item.operation === 'update' || value !== null));
  return mayWrite(
    actor,
    item.register,
    set.flatMap(([field, value]) => (takesBack(value) ? [] : [field])),
  );
}

/**
 * The fields that the actor sets. Who does not see what a person costs neither sets nor clears it: null, as it was
 * shown, leaves it as it is.
 * @throws MusterError `forbidden`
 */
function fieldsFrom(
  actor: Actor,
  fields: Readonly<Record<string, unknown>>,
  present: Readonly<Record<string, unknown>> | null,
  place: string,
): Readonly<Record<string, unknown>> {
  const { costRate, terms, ...others } = fields;
  if ((costRate === undefined && terms === undefined) || mayReadCost(actor)) return fields;
  const written = parsed(personFields.shape.terms, terms ?? [], place === '' ? 'terms' : `${place}.terms`);
  if ((costRate ?? null) !== null || written.some((each) => each.costRate !== null))
    throw forbidden('set what a person costs');
  if (present === null) return fields;
  return terms === undefined ? others : { ...others, terms: keepingRates(written, present as unknown as Person) };
}

/**
 * Works out what one item makes of the present row; null when nothing would change.
 * @throws MusterError `not-found`, `conflict` (with both states, as the actor may see them), `forbidden` or `invalid`
 */
export function rowChange(
  item: ChangeItem,
  present: Readonly<Record<string, unknown>> | undefined,
  place: string,
  actor: Actor,
): RowChange | null {
  const row = rowChangeOf(item, present, place, actor);
  if (row !== null && !maySet(actor, item) && !speaksForThemself(actor, row.register, row.before, row.after))
    throw forbidden(`change ${item.register}`);
  if (row === null) return null;
  refuseOwnProof(actor, row);
  refuseOwnCompletion(actor, row);
  return row;
}

function rowChangeOf(
  item: ChangeItem,
  present: Readonly<Record<string, unknown>> | undefined,
  place: string,
  actor: Actor,
): RowChange | null {
  const { register, operation, id } = item;
  const schema: z.ZodObject = registers[register];
  if (operation === 'create') {
    if (present !== undefined) throw new MusterError({ code: 'already-exists', what: register, field: 'id' });
    const fields = parsed(schema, complete(register, fieldsFrom(actor, item.fields, null, place)), place);
    return { register, operation, id, before: null, after: sound(register, { id, version: 1, ...fields }, place) };
  }
  if (present === undefined) throw notFound(register);
  if (present['version'] !== item.version) {
    throw new MusterError({
      code: 'conflict',
      what: register,
      yours: operation === 'update' ? item.fields : null,
      theirs: shownTo(actor, present),
    });
  }
  if (operation === 'remove') return { register, operation, id, before: present, after: null };
  const set = Object.entries(parsed(schema.partial(), fieldsFrom(actor, item.fields, present, place), place)).filter(
    ([, value]) => value !== undefined,
  );
  const after = { ...present, ...Object.fromEntries(set), version: item.version + 1 };
  if (canonicalJson({ ...after, version: item.version }) === canonicalJson(present)) return null;
  return { register, operation, id, before: present, after: sound(register, after, place) };
}

/** The row, when its fields go together. @throws MusterError `invalid` */
function sound<Row extends Readonly<Record<string, unknown>>>(register: RegisterName, row: Row, place: string): Row {
  if (register === 'person') refuseOverlappingEngagements(complete(register, row) as unknown as Person, place);
  return row;
}

export interface EntryContext {
  readonly organizationId: OrganizationId;
  readonly recordedAt: Instant;
  readonly change: ChangeId;
  readonly actor: Actor;
  readonly reason: string;
}

/** The trail's entry of one row, without its place and hash. `nonce`: 16 random bytes or more, in hexadecimal. */
export function entryOf(
  change: RowChange,
  context: EntryContext,
  nonce: string,
): Omit<TrailEntry, 'sequence' | 'hash'> {
  const { actor, ...rest } = context;
  return {
    ...rest,
    actor: actor.kind === 'operator' ? 'operator' : actor.userId,
    actorName: actor.name,
    register: change.register,
    subject: change.id,
    operation: change.operation,
    before: change.before === null ? null : canonicalJson(change.before),
    after: change.after === null ? null : canonicalJson(change.after),
    nonce,
    erasedBy: null,
  };
}
