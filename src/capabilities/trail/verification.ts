import { canonicalJson } from '../../kernel/canonical.ts';
import type { TrailProblem, Verification } from './contract.ts';
import { GENESIS_HASH, hashedText, type TrailEntry } from './entry.ts';
import { erasureCheck } from './erasure-check.ts';
import { registerNames } from './register.ts';
import type { SnapshotRows, TrailPosition } from './snapshot.ts';

/** Follows the chain entry by entry and says what does not fit, and which entries were erased by which. */
export interface ChainCheck {
  readonly next: (entry: TrailEntry) => void;
  readonly finish: (head: TrailPosition) => Pick<Verification, 'problems' | 'erasures'>;
}

/** Whether an entry can be told at all; one that was changed by hand may name no register, or carry no row. */
export function isReadable({ register, after }: TrailEntry): boolean {
  if (!registerNames.includes(register)) return false;
  if (after === null) return true;
  try {
    const row: unknown = JSON.parse(after);
    return typeof row === 'object' && row !== null && 'id' in row;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** `sha256`: of UTF-8 text, in hexadecimal. */
export function chainCheck(sha256: (text: string) => string): ChainCheck {
  const hash: Hash = (previous, entry) => sha256(hashedText(previous, entry));
  const erasures = erasureCheck(sha256);
  const problems: TrailProblem[] = [];
  const broken: Broken[] = [];
  let sequence = 0;
  let previous = GENESIS_HASH;
  return {
    next(entry) {
      const where = `entry ${entry.sequence}`;
      const { hash: stated, ...content } = entry;
      if (!isReadable(entry)) {
        problems.push({
          kind: 'changed-entry',
          where,
          explanation: `Entry ${entry.sequence} cannot be read any more: it was changed.`,
        });
      } else if (entry.sequence !== sequence + 1) {
        const gap =
          entry.sequence === sequence + 2
            ? `Entry ${sequence + 1} is`
            : `Entries ${sequence + 1} to ${entry.sequence - 1} are`;
        problems.push({ kind: 'missing-entry', where, explanation: `${gap} missing before entry ${entry.sequence}.` });
        erasures.next(entry, null, false);
      } else if (entry.erasedBy !== null) {
        erasures.next(entry, previous, false);
      } else {
        const own = hash(previous, content);
        if (own !== stated) broken.push({ entry, previous, own });
        erasures.next(entry, previous, own === stated);
      }
      sequence = entry.sequence;
      previous = entry.hash;
    },
    finish(head) {
      if (head.sequence > sequence) {
        const gap =
          head.sequence === sequence + 1
            ? `Entry ${head.sequence} is`
            : `Entries ${sequence + 1} to ${head.sequence} are`;
        problems.push({
          kind: 'missing-entry',
          where: `entry ${head.sequence}`,
          explanation: `${gap} missing at the end of the trail.`,
        });
      } else if (head.sequence < sequence || head.hash !== previous) {
        problems.push({
          kind: 'wrong-head',
          where: 'head',
          explanation: `The head names entry ${head.sequence} and another hash than the last entry, ${sequence}, carries.`,
        });
      }
      const erased = erasures.finish();
      return { problems: [...problems, ...toldOf(broken, hash), ...erased.problems], erasures: erased.erasures };
    },
  };
}

type Hash = (previous: string, entry: Omit<TrailEntry, 'hash'>) => string;

/** An entry that does not give its own hash after the one before it. */
interface Broken {
  readonly entry: TrailEntry;
  readonly previous: string;
  /** The hash that it should carry. */
  readonly own: string;
}

/** Moves are looked for among so many: each is tried in the place of each other. */
const AT_MOST = 40;

/** The sequence under which an untouched entry would fit; its own when only the entry before it was changed; null when it was itself. */
function belongsAt(found: Broken, broken: readonly Broken[], hash: Hash): number | null {
  if (broken.length > AT_MOST) return null;
  const { hash: stated, ...content } = found.entry;
  const others = broken.filter((other) => other !== found);
  const predecessors = new Set([
    found.previous,
    ...others.flatMap(({ entry, previous, own }) => [entry.hash, previous, own]),
  ]);
  const places = [found.entry.sequence, ...others.map(({ entry }) => entry.sequence)];
  return (
    places.find((place) =>
      [...predecessors].some((previous) => hash(previous, { ...content, sequence: place }) === stated),
    ) ?? null
  );
}

/** What was changed or moved. An entry that only follows such a one is not told; should all seem to, the first is. */
function toldOf(broken: readonly Broken[], hash: Hash): readonly TrailProblem[] {
  const places = broken.map((found) => ({ found, place: belongsAt(found, broken, hash) }));
  const guilty = places.filter(({ found, place }) => place !== found.entry.sequence);
  const shown = guilty.length > 0 ? guilty : places.slice(0, 1).map(({ found }) => ({ found, place: null }));
  return shown.map(({ found, place }) => told(found, place));
}

function told({ entry }: Broken, place: number | null): TrailProblem {
  const where = `entry ${entry.sequence}`;
  return place === null
    ? {
        kind: 'changed-entry',
        where,
        explanation: `Entry ${entry.sequence} (${entry.operation} ${entry.register} ${entry.subject}) does not give the hash that it carries: it was changed.`,
      }
    : {
        kind: 'reordered-entry',
        where,
        explanation: `What stands as entry ${entry.sequence} was recorded as entry ${place}: the order was changed.`,
      };
}

/** Says where the tables differ from what the trail adds up to. */
export function rebuildCheck(tables: SnapshotRows, told: SnapshotRows): readonly TrailProblem[] {
  return registerNames.flatMap((register) => {
    const rows: readonly { readonly id: string }[] = tables[register];
    const here = new Map(rows.map((row) => [row.id, row]));
    const expected: readonly { readonly id: string }[] = told[register];
    const problems = expected.flatMap((row): TrailProblem[] => {
      const there = here.get(row.id);
      here.delete(row.id);
      const where = `${register} ${row.id}`;
      if (there === undefined)
        return [{ kind: 'missing-row', where, explanation: `The trail made ${where}, but its row is missing.` }];
      const fields = Object.keys({ ...there, ...row }).filter(
        (field) => canonicalJson(Reflect.get(there, field) ?? null) !== canonicalJson(Reflect.get(row, field) ?? null),
      );
      if (fields.length === 0) return [];
      return [
        {
          kind: 'changed-row',
          where,
          explanation: `${where} differs from the trail in ${fields.join(', ')}: it was changed outside Muster.`,
        },
      ];
    });
    const foreign = [...here.keys()].map((id): TrailProblem => ({
      kind: 'foreign-row',
      where: `${register} ${id}`,
      explanation: `${register} ${id} stands in the table, but no entry of the trail made it.`,
    }));
    return [...problems, ...foreign];
  });
}
