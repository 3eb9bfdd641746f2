import { foldedName } from '../accountability/name-similarity.ts';
import { catalogueBounds, type CatalogueEntry } from './catalogue.ts';
import { clipped, oneLine, refused } from './source-value.ts';

/** As much of a requirement's id is left beside the longest key and the colon. */
const ID = 25;

/** FNV-1a over UTF-16 code units, 32 bits, as six letters and digits. Tells long ids with the same beginning apart. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36).padStart(6, '0').slice(-6);
}

const plain = (sourceId: string): string =>
  sourceId
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/gu, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/gu, '');

/** An id of at most 25 plain characters that the set does not hold yet, in any case of its letters; it holds it then. */
export function entryId(sourceId: string, taken: Set<string>): string {
  const short = plain(sourceId.slice(0, 400));
  const base =
    short === '' ? digest(sourceId) : short.length <= ID ? short : `${short.slice(0, ID - 7)}-${digest(sourceId)}`;
  let id = base;
  for (let number = 2; taken.has(id.toLowerCase()); number += 1) id = `${base.slice(0, ID - 5)}-${number}`;
  taken.add(id.toLowerCase());
  return id;
}

interface NewEntry {
  readonly sourceId: string;
  readonly reference: string;
  readonly title: string;
  readonly text: string;
  /** The place of the heading above in the list. */
  readonly parent: number | null;
  readonly assessable: boolean;
}

/** Gathers the entries of a catalogue within bounds, and gives each an id. */
export class EntryList {
  readonly #file: string;
  readonly #entries: NewEntry[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** The place of the new entry. @throws MusterError `unreadable` beyond the bounds */
  add(entry: NewEntry): number {
    if (this.#entries.length >= catalogueBounds.entries)
      throw refused(this.#file, `it has more than ${catalogueBounds.entries} entries.`);
    return this.#entries.push(entry) - 1;
  }

  /** @throws MusterError `unreadable` when nothing in it can be assessed */
  finished(): { readonly entries: readonly CatalogueEntry[]; readonly enhancements: number } {
    if (!this.#entries.some((entry) => entry.assessable)) throw refused(this.#file, 'it has no requirement.');
    const taken = new Set<string>();
    const ids = this.#entries.map(({ sourceId }) => entryId(sourceId, taken));
    const entries = this.#entries.map(({ reference, title, text, parent, assessable }, index): CatalogueEntry => {
      const id = ids[index] ?? '';
      const written = oneLine(reference, 80);
      const named = oneLine(title, 400);
      return {
        id,
        reference: written === '' ? id : written,
        title: named === '' ? (written === '' ? id : written) : named,
        text: clipped(text, 12_000),
        parent: parent === null ? null : (ids[parent] ?? null),
        assessable,
      };
    });
    const enhancements = this.#entries.filter(
      ({ assessable, parent }) => assessable && parent !== null && (this.#entries[parent]?.assessable ?? false),
    ).length;
    return { entries, enhancements };
  }
}

/** A key for a framework, from its short name: at most 14 small letters, digits and single hyphens. */
export function keyOf(shortName: string, taken: ReadonlySet<string>): string {
  const words = foldedName(shortName.slice(0, 400))
    .replace(/[^a-z0-9]+/gu, '-')
    .split('-')
    .filter((word) => word !== '');
  let base = '';
  for (const word of words) {
    const longer = base === '' ? word.slice(0, 14) : `${base}-${word}`;
    if (longer.length > 14) break;
    base = longer;
  }
  if (base === '') base = 'framework';
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base.slice(0, 11).replace(/-$/u, '')}-${number}`;
  return key;
}
