import type { RequirementId } from '../../../domain/requirement.ts';
import type { RequirementDepth } from '../resilience.ts';

export const depthGroups = ['nobody', 'one', 'two', 'more', 'everyone'] as const;
export type DepthGroup = (typeof depthGroups)[number];

const groupOf = ({ people }: RequirementDepth): DepthGroup => {
  if (people === null) return 'everyone';
  if (people > 2) return 'more';
  return people === 0 ? 'nobody' : people === 1 ? 'one' : 'two';
};

/** Requirements by how many people could do their work, the thinnest first; groups without any are left out. */
export const byDepth = (
  requirements: readonly RequirementDepth[],
): readonly { readonly group: DepthGroup; readonly ids: readonly RequirementId[] }[] =>
  depthGroups
    .map((group) => ({
      group,
      ids: requirements.filter((one) => groupOf(one) === group).map(({ requirementId }) => requirementId),
    }))
    .filter(({ ids }) => ids.length > 0);
