import type { Snapshot } from '../trail/snapshot.ts';
import type { Tonight } from './contract.ts';
import { digestText, type Digest } from './digest.ts';
import { reminderKinds } from './model.ts';
import { kindsOn, type Due } from './reminder.ts';

/** So many names are offered to look at. */
const RECIPIENTS_AT_MOST = 500;

/** What a night would tell, counted, with the mail of one recipient. */
export function tonight(
  snapshot: Snapshot,
  dues: readonly Due[],
  digests: readonly Digest[],
  asked: string | undefined,
): Omit<Tonight, 'server' | 'from'> {
  const kindsSwitchedOn = new Set(kindsOn(snapshot));
  const things = Map.groupBy(
    digests.flatMap(({ items }) => items),
    ({ kind }) => kind,
  );
  const byName = [...digests].sort((a, b) => a.recipient.name.localeCompare(b.recipient.name, 'en'));
  const chosen = byName.find(({ recipient }) => recipient.id === asked) ?? byName[0];
  return {
    kinds: reminderKinds.map((kind) => ({
      kind,
      on: kindsSwitchedOn.has(kind),
      things: new Set((things.get(kind) ?? []).map(({ reminder }) => reminder)).size,
    })),
    mails: digests.length,
    unreachable: dues.filter(({ to }) => to.length === 0).length,
    recipients: byName.slice(0, RECIPIENTS_AT_MOST).map(({ recipient: { id, name } }) => ({ id, name })),
    digest:
      chosen === undefined
        ? null
        : {
            ...digestText(chosen, snapshot.organization),
            id: chosen.recipient.id,
            name: chosen.recipient.name,
            address: chosen.recipient.address,
          },
  };
}
