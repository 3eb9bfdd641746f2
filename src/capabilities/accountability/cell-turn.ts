import { letters as allLetters, type Letter, type RequirementId } from '../../domain/requirement.ts';
import type { Instant } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import { parsed } from '../../kernel/parse.ts';
import type { TrailEntry } from '../trail/entry.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { accountabilityFields, type AccountabilityFields } from './model.ts';

/** What became of one cell of the matrix since a moment. */
export interface CellTurn {
  readonly requirementId: RequirementId;
  readonly roleId: RoleId | null;
  readonly personId: PersonId | null;
  /** Of the role or person; null for one that is no more. */
  readonly name: string | null;
  /** None where the cell was empty, and where it is. */
  readonly before: readonly Letter[];
  readonly after: readonly Letter[];
  /** When it came to be as it is now. */
  readonly recordedAt: Instant;
  /** Who did that, and why; null for a reader who may not read the trail. */
  readonly by: { readonly name: string; readonly reason: string; readonly sequence: number } | null;
}

const cellIn = (json: string | null): AccountabilityFields | null => {
  if (json === null) return null;
  const row: unknown = JSON.parse(json);
  if (typeof row !== 'object' || row === null)
    throw new MusterError({ code: 'unusable-data', reason: 'An entry of the trail holds no row.' });
  const { id: _id, version: _version, ...fields } = row as Record<string, unknown>;
  return parsed(accountabilityFields, fields, 'entry');
};

const placeOf = ({ requirementId, roleId, personId }: AccountabilityFields): string =>
  `${requirementId} ${roleId ?? personId ?? ''}`;

const sameLetters = (a: readonly Letter[], b: readonly Letter[]): boolean =>
  allLetters.every((letter) => a.includes(letter) === b.includes(letter));

/**
 * The cells that are not as they were before these entries, which are of the register `accountability` and in the
 * trail's order. A cell that was changed and changed back is as it was. The latest change stands first.
 */
export function cellTurns(entries: readonly TrailEntry[], snapshot: Snapshot, showActor: boolean): readonly CellTurn[] {
  const places = new Map<
    string,
    { cell: AccountabilityFields; before: readonly Letter[]; last: TrailEntry; after: readonly Letter[] }
  >();
  for (const entry of entries) {
    const [before, after] = [cellIn(entry.before), cellIn(entry.after)];
    const cell = after ?? before;
    if (cell === null) continue;
    const there = places.get(placeOf(cell));
    places.set(placeOf(cell), {
      cell,
      before: there?.before ?? before?.letters ?? [],
      last: entry,
      after: after?.letters ?? [],
    });
  }
  const names = new Map<string, string>([...snapshot.role, ...snapshot.person].map(({ id, name }) => [id, name]));
  return [...places.values()]
    .filter(({ before, after }) => !sameLetters(before, after))
    .sort((a, b) => b.last.sequence - a.last.sequence)
    .map(({ cell, before, after, last }) => ({
      requirementId: cell.requirementId,
      roleId: cell.roleId,
      personId: cell.personId,
      name: names.get(cell.roleId ?? cell.personId ?? '') ?? null,
      before,
      after,
      recordedAt: last.recordedAt,
      by: showActor ? { name: last.actorName, reason: last.reason, sequence: last.sequence } : null,
    }));
}
