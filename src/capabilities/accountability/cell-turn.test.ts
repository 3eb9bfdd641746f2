import { array, assert, constantFrom, integer, property, shuffledSubarray, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountability, nordlicht, person } from '../../../tests/factories/matrix-snapshot.ts';
import { letters, type Letter } from '../../domain/requirement.ts';
import { canonicalJson } from '../../kernel/canonical.ts';
import { instant } from '../../kernel/date.ts';
import type { ChangeId } from '../../kernel/id.ts';
import type { Role } from '../roles/model.ts';
import type { TrailEntry } from '../trail/entry.ts';
import { cellTurns } from './cell-turn.ts';
import type { Accountability } from './model.ts';

const [lead, deputy] = nordlicht.role as readonly [Role, Role, ...Role[]];
const ada = nordlicht.person[0] ?? person(0, 'Ada');

const entry = (
  sequence: number,
  before: Accountability | null,
  after: Accountability | null,
  actorName = 'Olga',
): TrailEntry => ({
  sequence,
  organizationId: nordlicht.organization.id,
  recordedAt: instant(`2026-03-${String((sequence % 28) + 1).padStart(2, '0')}T10:00:00Z`),
  change: '00000000-0000-7000-8000-000000000001' as ChangeId,
  actor: 'operator',
  actorName,
  reason: 'Matrix edited',
  register: 'accountability',
  subject: (after ?? before)?.id ?? '',
  operation: before === null ? 'create' : after === null ? 'remove' : 'update',
  before: before === null ? null : canonicalJson(before),
  after: after === null ? null : canonicalJson(after),
  nonce: null,
  erasedBy: null,
  hash: '',
});
const cell = (count: number, held: readonly Letter[], role: Role = lead): Accountability =>
  accountability(count, 'A.5.1', { role }, held);

describe('what became of cells', () => {
  it('is told once for each cell, from the first state to the last, by whoever changed it last', () => {
    const byName = accountability(9, '4.1', { person: ada }, ['S']);
    const turns = cellTurns(
      [
        entry(11, cell(1, ['A']), cell(1, ['R'])),
        entry(12, null, cell(2, ['I'], deputy)),
        entry(13, cell(1, ['R']), cell(1, ['R', 'A']), 'Mia'),
        entry(14, byName, null),
      ],
      nordlicht,
      true,
    );
    expect(
      turns.map(({ requirementId, name, before, after, by }) => [requirementId, name, before, after, by?.name]),
    ).toEqual([
      ['4.1', ada.name, ['S'], [], 'Olga'],
      ['A.5.1', lead.name, ['A'], ['R', 'A'], 'Mia'],
      ['A.5.1', deputy.name, [], ['I'], 'Olga'],
    ]);
    expect(cellTurns([entry(12, null, cell(2, ['I']))], nordlicht, false)[0]?.by).toBeNull();
  });

  it('is nothing where a cell was emptied and filled again as it was, though it is another row of the register', () => {
    expect(cellTurns([entry(1, cell(1, ['A']), null), entry(2, null, cell(2, ['A']))], nordlicht, true)).toEqual([]);
  });

  it('leads from the matrix as it was to the matrix as it is, whatever happened between', () => {
    const steps = array(
      tuple(integer({ min: 0, max: 3 }), shuffledSubarray([...letters]), constantFrom('Olga', 'Mia')),
      {
        maxLength: 30,
      },
    );
    assert(
      property(steps, integer({ min: 0, max: 30 }), (made, from) => {
        const places: (Accountability | null)[] = [null, null, null, null];
        const states = [places.map((one) => one?.letters.join('/') ?? '')];
        const entries: TrailEntry[] = [];
        for (const [step, [place, held, who]] of made.entries()) {
          const before = places[place] ?? null;
          const role = nordlicht.role[place] ?? lead;
          const kept = letters.filter((letter) => held.includes(letter));
          const after = kept.length === 0 ? null : cell(before === null ? 100 + step : 1, kept, role);
          if (before !== null || after !== null) entries.push(entry(entries.length + 1, before, after, who));
          places[place] = after;
          if (before !== null || after !== null) states.push(places.map((one) => one?.letters.join('/') ?? ''));
        }
        const start = Math.min(from, entries.length);
        const was = [...(states[start] ?? [])];
        for (const turn of cellTurns(entries.slice(start), nordlicht, true)) {
          const place = nordlicht.role.findIndex((role) => role.id === turn.roleId);
          expect(turn.before.join('/')).toBe(was[place]);
          was[place] = turn.after.join('/');
        }
        expect(was).toEqual(states.at(-1));
      }),
      { numRuns: 200 },
    );
  });
});
