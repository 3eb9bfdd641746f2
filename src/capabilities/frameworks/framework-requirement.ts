import type { PlainDate } from '../../kernel/date.ts';
import { peopleIn } from '../assessment/answer.ts';
import type { FrameworkAssessment } from '../assessment/framework-assessment.ts';
import { heldRow } from '../assessment/framework-assessment.ts';
import { resolve } from '../assessment/resolution.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { FrameworkRequirementPage } from './contract.ts';
import { effectiveRows } from './inherited-letters.ts';
import type { FrameworkRequirement } from './model.ts';

/** Who answers for a requirement of another catalogue and who does the work, by name. `assessment` is of the same day. */
export function requirementAnswer(
  snapshot: Snapshot,
  assessment: FrameworkAssessment,
  requirement: FrameworkRequirement,
  on: PlainDate,
): Omit<FrameworkRequirementPage, 'framework' | 'history'> {
  const { requirementId } = requirement;
  const resolution = resolve(snapshot, on);
  const rowOf = effectiveRows(snapshot.accountability, snapshot.requirementMapping);
  const row = heldRow(requirement, rowOf, resolution);
  return {
    requirement,
    above: above(snapshot, requirement),
    coverage: assessment.requirements.find((each) => each.requirementId === requirementId) ?? null,
    accountable: peopleIn(row, 'A', resolution),
    responsible: peopleIn(row, 'R', resolution),
    mappings: snapshot.requirementMapping.filter((mapping) => mapping.requirementId === requirementId),
    gaps: assessment.gaps.filter((gap) => gap.requirements.includes(requirementId)),
  };
}

function above(snapshot: Snapshot, requirement: FrameworkRequirement): FrameworkRequirementPage['above'] {
  const byId = new Map(snapshot.frameworkRequirement.map((each) => [each.requirementId, each]));
  const found: FrameworkRequirementPage['above'][number][] = [];
  // Sources nest far less deeply; a row that went round would stop here.
  for (let id = requirement.parent; id !== null && found.length < 50;) {
    const heading = byId.get(id);
    if (heading === undefined) break;
    found.unshift({ requirementId: heading.requirementId, reference: heading.reference, title: heading.title });
    id = heading.parent;
  }
  return found;
}
