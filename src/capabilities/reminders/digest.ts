import type { Organization } from '../identity/model.ts';
import type { ReminderKind } from './model.ts';
import type { Recipient } from './recipient.ts';
import type { Capacity, Due } from './reminder.ts';

/** One telling that a mail makes: of which reminder, at which step, to whom. */
export interface Told {
  readonly recipient: string;
  readonly reminder: string;
  readonly step: string;
}

/** One telling with what is said. */
export interface DigestItem extends Told {
  readonly kind: ReminderKind;
  readonly as: Capacity;
  readonly left: number;
  readonly text: string;
  readonly path: string;
}

/** What one address is told at once. */
export interface Digest {
  readonly recipient: Recipient;
  readonly items: readonly DigestItem[];
  /** All tellings that it makes: what it says once may tell several that share the address. */
  readonly told: readonly Told[];
}

export interface DigestSection {
  readonly heading: string;
  readonly lines: readonly { readonly text: string; readonly path: string | null }[];
}

/** A digest in words; `path` leads to a page below the organization's. */
export interface DigestText {
  readonly subject: string;
  readonly title: string;
  readonly sections: readonly DigestSection[];
  readonly footer: readonly string[];
}

const keyOf = ({ recipient, reminder, step }: Told): string => `${recipient}\n${reminder}\n${step}`;

/** Which tellings were made before. */
export function toldBefore(rows: readonly Told[]): (telling: Told) => boolean {
  const keys = new Set(rows.map(keyOf));
  return (telling) => keys.has(keyOf(telling));
}

/** Nearest first: one's own before one's people's, and those before what fell to nobody nearer. */
const capacities: readonly Capacity[] = ['self', 'manager', 'steward'];

interface OpenDigest {
  readonly recipient: Recipient;
  readonly items: Map<string, DigestItem>;
  readonly told: Told[];
}

/** Gathers what is new to each address: one mail a day for each of them, however many people, roles and accounts it stands for. */
export class DigestBook {
  readonly #isTold: (telling: Told) => boolean;
  readonly #byAddress = new Map<string, OpenDigest>();

  constructor(isTold: (telling: Told) => boolean) {
    this.#isTold = isTold;
  }

  add(dues: readonly Due[]): void {
    for (const { kind, key: reminder, step, left, text, path, to } of dues) {
      for (const { recipient, as } of to) {
        const telling = { recipient: recipient.id, reminder, step };
        if (this.#isTold(telling)) continue;
        const address = recipient.address.toLowerCase();
        const digest = this.#byAddress.get(address) ?? { recipient, items: new Map<string, DigestItem>(), told: [] };
        this.#byAddress.set(address, digest);
        digest.told.push(telling);
        const there = digest.items.get(reminder);
        if (there !== undefined && capacities.indexOf(there.as) <= capacities.indexOf(as)) continue;
        digest.items.set(reminder, { ...telling, kind, as, left, text: text[as], path: path[as] });
      }
    }
  }

  /** Each with the worst first. */
  digests(): readonly Digest[] {
    return [...this.#byAddress.values()].map(({ recipient, items, told }) => ({
      recipient,
      told,
      items: [...items.values()].sort((a, b) => a.left - b.left),
    }));
  }
}

/** What is new to each address. */
export function digestsOf(dues: readonly Due[], isTold: (telling: Told) => boolean): readonly Digest[] {
  const book = new DigestBook(isTold);
  book.add(dues);
  return book.digests();
}

/** More lines than this of one section are told as a number. */
export const LINES_AT_MOST = 25;

const headings: Readonly<Record<Capacity, string>> = {
  self: 'For you',
  manager: 'Your people',
  steward: 'For the organization',
};

const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sectionOf(heading: string, items: readonly DigestItem[]): DigestSection {
  const lines = items.slice(0, LINES_AT_MOST).map(({ text, path }) => ({ text: begun(text), path }));
  const more = items.length - lines.length;
  return { heading, lines: more === 0 ? lines : [...lines, { text: `and ${more} more`, path: null }] };
}

/** A digest as its mail says it. The subject names nobody. */
export function digestText({ items }: Digest, organization: Pick<Organization, 'name'>): DigestText {
  const late = items.filter(({ left }) => left < 0).length;
  const things = items.length === 1 ? '1 thing to look at' : `${items.length} things to look at`;
  const said = `${things}${late === 0 ? '' : `, ${late} overdue`}`;
  return {
    subject: `${organization.name}: ${said}`,
    title: begun(said),
    sections: capacities.flatMap((capacity) => {
      const own = items.filter(({ as }) => as === capacity);
      return own.length === 0 ? [] : [sectionOf(headings[capacity], own)];
    }),
    footer: [
      `You get this because ${organization.name} keeps its security competence and duties in Muster.`,
      'Each thing is told once, and again only when it comes nearer or stays overdue. Owners and managers can switch each kind off.',
    ],
  };
}
