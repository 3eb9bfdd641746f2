import { MusterError } from '../../kernel/errors.ts';
import type { AccountabilityId, NewId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { CellEdit } from './contract.ts';
import type { Accountability } from './model.ts';

const placeOf = (cell: Pick<Accountability, 'requirementId' | 'roleId' | 'personId'>): string =>
  `${cell.requirementId} ${cell.roleId ?? ''} ${cell.personId ?? ''}`;

/**
 * What edits of cells mean for their rows: an empty cell that gets letters is made, one that loses all is removed.
 * @throws MusterError `conflict` where a cell is not as its editor saw it
 */
export function cellChanges(snapshot: Snapshot, edits: readonly CellEdit[], newId: NewId): readonly ChangeItem[] {
  const cells = new Map(snapshot.accountability.map((cell) => [placeOf(cell), cell]));
  return edits.flatMap((edit): readonly ChangeItem[] => {
    const { version, ...fields } = edit;
    const there = cells.get(placeOf(edit));
    if ((there?.version ?? null) !== version) {
      throw new MusterError({ code: 'conflict', what: 'accountability', yours: edit, theirs: there ?? null });
    }
    if (there === undefined) {
      return fields.letters.length === 0
        ? []
        : [{ register: 'accountability', operation: 'create', id: newId() as AccountabilityId, fields }];
    }
    return fields.letters.length === 0
      ? [{ register: 'accountability', operation: 'remove', id: there.id, version: there.version }]
      : [
          {
            register: 'accountability',
            operation: 'update',
            id: there.id,
            version: there.version,
            fields: { letters: fields.letters },
          },
        ];
  });
}
