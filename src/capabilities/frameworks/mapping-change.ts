import { findRequirement } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import type { FrameworkId, NewId, RequirementMappingId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { MappingEdits } from './contract.ts';

/**
 * What edits of a mapping mean for its rows. A pair that is there already stays.
 * @throws MusterError `invalid` for what is no requirement of the framework or of ISO/IEC 27001:2022, `not-found` for a
 * row to remove that the framework does not have
 */
export function mappingChanges(
  snapshot: Snapshot,
  frameworkId: FrameworkId,
  { add, remove }: MappingEdits,
  newId: NewId,
): readonly ChangeItem[] {
  const own = new Set(
    snapshot.frameworkRequirement
      .filter((requirement) => requirement.frameworkId === frameworkId && requirement.assessable)
      .map((requirement) => requirement.requirementId),
  );
  const pairOf = (row: { readonly requirementId: RequirementId; readonly mappedTo: RequirementId }): string =>
    `${row.requirementId} ${row.mappedTo}`;
  const removed = new Set(remove.map((row) => row.id));
  const pairs = new Set(snapshot.requirementMapping.filter((row) => !removed.has(row.id)).map(pairOf));
  const there = new Map(snapshot.requirementMapping.map((row) => [row.id, row]));
  const items = remove.map(({ id, version }): ChangeItem => {
    const row = there.get(id);
    if (row === undefined || !own.has(row.requirementId)) throw notFound('mapping');
    return { register: 'requirementMapping', operation: 'remove', id, version };
  });
  for (const [index, row] of add.entries()) {
    if (!own.has(row.requirementId))
      throw invalid([
        { path: `add.${index}.requirementId`, message: 'This framework has no such requirement to assess.' },
      ]);
    if (findRequirement(row.mappedTo) === undefined)
      throw invalid([
        {
          path: `add.${index}.mappedTo`,
          message: 'There is no such requirement of ISO/IEC 27001:2022.',
          accepted: '4.1 to 10.2, A.5.1 to A.8.34',
        },
      ]);
    if (pairs.has(pairOf(row))) continue;
    pairs.add(pairOf(row));
    items.push({
      register: 'requirementMapping',
      operation: 'create',
      id: newId() as RequirementMappingId,
      fields: row,
    });
  }
  return items;
}
