import type { RequirementId } from '../../domain/requirement.ts';
import { answerFrom } from '../assessment/answer.ts';
import type { AnswerPerson, Assessment } from '../assessment/model.ts';
import type { Resolution } from '../assessment/resolution.ts';
import type { AnalysisVerdict } from './model.ts';
import { proposedGap, proposedNeed, proposedVerdict } from './proposal.ts';

/** Names of people, the first few of them. */
export interface Named {
  readonly names: readonly string[];
  /** How many more there are; answers list at most 200. */
  readonly more: number;
}

/** The resources of one requirement on the day, and what the product proposes to make of them. */
export interface AtHand {
  readonly requirementId: RequirementId;
  readonly accountable: Named;
  readonly responsible: Named;
  readonly hoursPerWeek: number;
  readonly proposal: {
    readonly callsFor: string;
    readonly verdict: AnalysisVerdict;
    readonly gap: string;
  };
  readonly gapIds: readonly string[];
}

const SHOWN = 3;

function named(people: readonly AnswerPerson[]): Named {
  const names = [...new Map(people.map((person) => [person.personId, person.name])).values()];
  return { names: names.slice(0, SHOWN), more: Math.max(0, names.length - SHOWN) };
}

/** All applicable requirements in the catalogue's order. `assessment` must be of the resolution's snapshot and day. */
export const resourcesAtHand = (resolution: Resolution, assessment: Assessment): readonly AtHand[] =>
  assessment.requirements
    .filter(({ applicable }) => applicable)
    .map((coverage): AtHand => {
      const { accountable, responsible, capacity } = answerFrom(resolution, assessment, coverage.requirementId);
      return {
        requirementId: coverage.requirementId,
        accountable: named(accountable),
        responsible: named(responsible),
        hoursPerWeek: capacity.hoursPerWeek,
        proposal: {
          callsFor: proposedNeed(coverage.requirementId),
          verdict: proposedVerdict(coverage),
          gap: proposedGap(coverage),
        },
        gapIds: coverage.gapIds,
      };
    });
