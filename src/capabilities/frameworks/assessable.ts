import type { RequirementId } from '../../domain/requirement.ts';
import type { FrameworkRequirement } from './model.ts';

/** The requirements of other catalogues that have a row in a matrix, by their ids. */
export const assessableIn = (
  requirements: readonly FrameworkRequirement[],
): ReadonlyMap<RequirementId, FrameworkRequirement> =>
  new Map(
    requirements
      .filter((requirement) => requirement.assessable)
      .map((requirement) => [requirement.requirementId, requirement]),
  );
