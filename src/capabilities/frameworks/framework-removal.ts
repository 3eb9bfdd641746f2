import { MusterError, notFound } from '../../kernel/errors.ts';
import type { FrameworkId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';

/** What still refers to requirements of a framework, in words; null when nothing does. */
export function usesOf(snapshot: Snapshot, frameworkId: FrameworkId): string | null {
  const own = requirementIdsOf(snapshot, frameworkId);
  const count = (rows: readonly { readonly requirementId: string | null }[]): number =>
    rows.filter(({ requirementId }) => requirementId !== null && own.has(requirementId)).length;
  const uses = [
    [count(snapshot.accountability), 'cell of its matrix', 'cells of its matrix'],
    [
      snapshot.duty.filter((duty) => duty.requirementIds.some((id) => own.has(id))).length,
      'assigned activity',
      'assigned activities',
    ],
    [count(snapshot.analysis), 'analysis of a project', 'analyses of projects'],
    [count(snapshot.action), 'action', 'actions'],
  ] as const;
  const told = uses.flatMap(([many, one, several]) => (many === 0 ? [] : [`${many} ${many === 1 ? one : several}`]));
  return told.length === 0 ? null : told.join(', ');
}

const requirementIdsOf = (snapshot: Snapshot, frameworkId: FrameworkId): ReadonlySet<string> =>
  new Set(
    snapshot.frameworkRequirement
      .filter((requirement) => requirement.frameworkId === frameworkId)
      .map((requirement) => requirement.requirementId),
  );

/**
 * Removes a framework with its requirements and their mapping: one change.
 * @param version what the writer saw
 * @throws MusterError `not-found`, or `still-used` while letters, activities, analyses or actions refer to it
 */
export function frameworkRemoval(snapshot: Snapshot, frameworkId: FrameworkId, version: number): readonly ChangeItem[] {
  if (!snapshot.framework.some((framework) => framework.id === frameworkId)) throw notFound('framework');
  const by = usesOf(snapshot, frameworkId);
  if (by !== null) throw new MusterError({ code: 'still-used', what: 'framework', by });
  const own = requirementIdsOf(snapshot, frameworkId);
  return [
    ...snapshot.requirementMapping
      .filter((mapping) => own.has(mapping.requirementId))
      .map((row): ChangeItem => ({
        register: 'requirementMapping',
        operation: 'remove',
        id: row.id,
        version: row.version,
      })),
    ...snapshot.frameworkRequirement
      .filter((requirement) => requirement.frameworkId === frameworkId)
      .map((row): ChangeItem => ({
        register: 'frameworkRequirement',
        operation: 'remove',
        id: row.id,
        version: row.version,
      })),
    { register: 'framework', operation: 'remove', id: frameworkId, version },
  ];
}
