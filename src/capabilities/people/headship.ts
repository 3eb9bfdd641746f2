import type { PersonId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { Unit } from './model.ts';

/** The units and sites that somebody heads. */
export const headedBy = ({ unit }: Pick<Snapshot, 'unit'>, personId: PersonId): readonly Unit[] =>
  unit.filter(({ headId }) => headId === personId);

/** Gives units another head; with null they have none. */
export const headshipChanges = (units: readonly Unit[], headId: PersonId | null): readonly ChangeItem[] =>
  units.map(({ id, version }): ChangeItem => ({
    register: 'unit',
    operation: 'update',
    id,
    version,
    fields: { headId },
  }));
