import type { Instant } from '../../kernel/date.ts';
import { erasureFields, type Erasure } from '../people/model.ts';
import type { TrailProblem, Verification } from './contract.ts';
import { remainderText, type TrailEntry } from './entry.ts';

/** Gathers along the chain what was erased and what was recorded of it, and says where the two differ. */
export interface ErasureCheck {
  /** `previous`: hash of the entry before, null where that one is missing; `sound`: whether the entry gives its own hash. */
  readonly next: (entry: TrailEntry, previous: string | null, sound: boolean) => void;
  readonly finish: () => Pick<Verification, 'problems' | 'erasures'>;
}

interface Erased {
  readonly by: number;
  /** Of what stands there now; null where it cannot be told. */
  readonly digest: string | null;
}

interface Recorded {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly entries: Erasure['entries'];
  readonly sound: boolean;
}

/** `sha256`: of UTF-8 text, in hexadecimal. */
export function erasureCheck(sha256: (text: string) => string): ErasureCheck {
  const erased = new Map<number, Erased>();
  const records: Recorded[] = [];
  return {
    next(entry, previous, sound) {
      const { sequence, recordedAt, register, operation, after, erasedBy } = entry;
      if (erasedBy !== null)
        erased.set(sequence, {
          by: erasedBy,
          digest: previous === null ? null : sha256(remainderText(previous, entry)),
        });
      if (register === 'erasure' && operation === 'create' && after !== null)
        records.push({ sequence, recordedAt, sound, entries: listedIn(after) });
    },
    finish: () => compared(erased, records),
  };
}

/** The entries that an erasure's row lists; none where it was changed into something else. */
const listedIn = (row: string): Erasure['entries'] =>
  erasureFields.pick({ entries: true }).loose().safeParse(JSON.parse(row)).data?.entries ?? [];

/** What the last sound erasure that lists an entry says of it. An erasure that was itself made to forget is as sound as what a later one says of it. */
function lastSaid(erased: ReadonlyMap<number, Erased>, records: readonly Recorded[]): ReadonlyMap<number, Erased> {
  const said = new Map<number, Erased>();
  for (const { sequence: by, entries, sound } of records.toReversed()) {
    if (!sound && !fits(erased.get(by), said.get(by))) continue;
    for (const { sequence, digest } of entries)
      if (sequence < by && !said.has(sequence)) said.set(sequence, { by, digest });
  }
  return said;
}

const fits = (found: Erased | undefined, said: Erased | undefined): boolean =>
  found !== undefined && said !== undefined && found.by === said.by && found.digest === said.digest;

function compared(
  erased: ReadonlyMap<number, Erased>,
  records: readonly Recorded[],
): Pick<Verification, 'problems' | 'erasures'> {
  const said = lastSaid(erased, records);
  const problems = [
    ...[...erased].flatMap(([sequence, found]) => wrongWith(sequence, found, said.get(sequence))),
    ...[...said].flatMap(([sequence, { by }]): readonly TrailProblem[] =>
      erased.has(sequence)
        ? []
        : [
            {
              kind: 'missing-erasure',
              where: `entry ${sequence}`,
              explanation: `Entry ${by} records that entry ${sequence} was erased, but it was not: what it told is there again.`,
            },
          ],
    ),
  ];
  const erasures = records.map(({ sequence, recordedAt }) => ({
    sequence,
    recordedAt,
    entries: [...erased.values()].filter(({ by }) => by === sequence).length,
  }));
  return { problems, erasures };
}

function wrongWith(sequence: number, found: Erased, said: Erased | undefined): readonly TrailProblem[] {
  const where = `entry ${sequence}`;
  if (said?.by !== found.by)
    return [
      {
        kind: 'unrecorded-erasure',
        where,
        explanation:
          said === undefined
            ? `Entry ${sequence} was emptied, and names entry ${found.by} as its erasure, but no erasure on the trail lists it.`
            : `Entry ${sequence} names entry ${found.by} as its erasure, but the last that lists it is entry ${said.by}.`,
      },
    ];
  if (found.digest === null || found.digest === said.digest) return [];
  return [
    {
      kind: 'changed-entry',
      where,
      explanation: `Entry ${sequence}, which entry ${found.by} erased, or the hash before it, is not what the erasure left: it was changed.`,
    },
  ];
}
