import { setImmediate as turn } from 'node:timers/promises';
import { addDays, type PlainDate } from '../../../kernel/date.ts';
import type { OrganizationId } from '../../../kernel/id.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Message } from '../../../platform/mail/message.ts';
import type { Snapshot } from '../../trail/snapshot.ts';
import type { Facts } from '../../trail/store/facts.ts';
import { DigestBook, digestText, toldBefore, type Digest } from '../digest.ts';
import { reminderPieces } from '../reminder.ts';
import { keepMails } from './mail.ts';
import { keepTold, pruneTold, toldRows } from './told.ts';

export interface NightMeans {
  readonly db: Database;
  readonly facts: Facts;
  readonly clock: Clock;
  /** The address of Muster, without a slash at the end. */
  readonly url: string;
}

/** Digests that are kept in one transaction. */
const BATCH = 100;

/** What was told so many days ago is not asked for any more. */
const TOLD_DAYS = 800;

/** A digest as a mail. */
export function digestMessage(digest: Digest, { organization }: Pick<Snapshot, 'organization'>, url: string): Message {
  const { subject, title, sections, footer } = digestText(digest, organization);
  return {
    to: { name: digest.recipient.name, address: digest.recipient.address },
    subject,
    body: {
      title,
      sections: sections.map(({ heading, lines }) => ({
        heading,
        lines: lines.map(({ text, path }) =>
          path === null ? { text } : { text, href: `${url}/o/${organization.slug}${path}` },
        ),
      })),
      footer,
    },
    calendar: null,
  };
}

/** What the night of a day would tell, and to whom. */
export async function plannedNight(
  { db, facts }: Pick<NightMeans, 'db' | 'facts'>,
  organizationId: OrganizationId,
  on: PlainDate,
): Promise<{ readonly snapshot: Snapshot; readonly digests: readonly Digest[] }> {
  const snapshot = await facts.current(organizationId, null);
  const told = await db.inOrganization(organizationId, (tx) => toldRows(tx, organizationId));
  const book = new DigestBook(toldBefore(told));
  for (const dues of reminderPieces(snapshot, on)) {
    book.add(dues);
    // Whoever looks at a page meanwhile is served in between.
    await turn();
  }
  return { snapshot, digests: book.digests() };
}

/**
 * The night of one organization: what is new to each recipient is written down as told and kept as one mail, both or
 * neither. Doing it again, or at the same time elsewhere, keeps nothing twice.
 * @returns the ids of the mails, to be sent
 */
export async function keepNight(
  means: NightMeans,
  organizationId: OrganizationId,
  on: PlainDate,
): Promise<readonly string[]> {
  const { db, clock, url } = means;
  const { snapshot, digests } = await plannedNight(means, organizationId, on);
  const mails: string[] = [];
  for (let start = 0; start < digests.length; start += BATCH) {
    const some = digests.slice(start, start + BATCH);
    const kept = await db.inOrganization(organizationId, async (tx) => {
      const fresh = toldBefore(
        await keepTold(
          tx,
          organizationId,
          some.flatMap(({ told }) => told),
          on,
        ),
      );
      const left = some
        .map((digest) => ({ ...digest, items: digest.items.filter(fresh) }))
        .filter(({ items }) => items.length > 0)
        .map((digest) => ({
          id: clock.newId(),
          personId: digest.recipient.personId,
          kind: 'reminder' as const,
          message: digestMessage(digest, snapshot, url),
        }));
      await keepMails(tx, organizationId, left, clock.now());
      return left.map(({ id }) => id);
    });
    mails.push(...kept);
  }
  await db.inOrganization(organizationId, (tx) => pruneTold(tx, organizationId, addDays(on, -TOLD_DAYS)));
  return mails;
}
