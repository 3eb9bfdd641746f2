import type { PlainDate } from '../../kernel/date.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { actionOverdue, actionOwnerLeft } from './action-rule.ts';
import { candidatesIn } from './candidate.ts';
import { checklistStatus } from './checklist-status.ts';
import { competenceIn } from './competence-judge.ts';
import { competenceNotApproved, isoKnowledge, notDetermined } from './competence-role-rule.ts';
import { competenceGaps } from './competence-rule.ts';
import { coverageOf } from './coverage.ts';
import { sortGaps, type Rule } from './gap.ts';
import type { Assessment, AssessmentTotals, AspectState, Coverage, Gap, Severity } from './model.ts';
import { overloaded } from './overload-rule.ts';
import { controlExpiring, unjudgedSegregation } from './duty-rule.ts';
import { missingLetter, severalAccountable, severalResponsible } from './rasci-rule.ts';
import { singlePoint } from './resilience-rule.ts';
import { resolve, type Resolution } from './resolution.ts';
import { belowMinimum, holderLeft, mandatoryVacant, noDeputy, noHours, unapproved, outsider } from './role-rule.ts';
import { settingsOf, tuned } from './rule-tuning.ts';
import { segregation } from './segregation-rule.ts';
import { notApproved, unjustified, unresourced } from './soa-rule.ts';
import { awarenessIncomplete, trainingNotEvaluated, trainingOverdue } from './training-rule.ts';
import { unresolved } from './unresolved-rule.ts';

const rules: readonly Rule[] = [
  mandatoryVacant,
  noDeputy,
  noHours,
  holderLeft,
  belowMinimum,
  outsider,
  unapproved,
  missingLetter,
  severalAccountable,
  severalResponsible,
  unresolved,
  overloaded,
  unresourced,
  unjustified,
  notApproved,
  segregation,
  controlExpiring,
  singlePoint,
  notDetermined,
  competenceGaps,
  isoKnowledge,
  competenceNotApproved,
  trainingOverdue,
  trainingNotEvaluated,
  awarenessIncomplete,
  actionOverdue,
  actionOwnerLeft,
];

/**
 * Judges all facts of an organization as they stand on a day: coverage per requirement, gaps, checklists. Pure and
 * linear in the number of facts. The day may lie before or after the snapshot was recorded.
 */
export function assess(snapshot: Snapshot, on: PlainDate): Assessment {
  return assessResolution(resolve(snapshot, on));
}

/** As `assess`, for a caller who needs the resolution too. */
export function assessResolution(resolution: Resolution): Assessment {
  const settings = settingsOf(resolution.snapshot);
  const competence = competenceIn(resolution);
  const context = { resolution, settings, candidates: candidatesIn(resolution, competence), competence };
  const gaps = sortGaps(
    tuned(
      rules.flatMap((rule) => rule(context)),
      settings,
    ),
  );
  const requirements = coverageOf(resolution, settings, competence, gapIdsByRequirement(gaps));
  const { snapshot, on } = resolution;
  return {
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    settings,
    requirements,
    gaps,
    checklists: checklistStatus(resolution, competence),
    unjudgedRules: unjudgedSegregation(resolution),
    totals: totalsOf(requirements, gaps, resolution.activePeople),
  };
}

function gapIdsByRequirement(gaps: readonly Gap[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const gap of gaps) {
    for (const requirement of gap.requirements) {
      const list = ids.get(requirement);
      if (list === undefined) ids.set(requirement, [gap.id]);
      else list.push(gap.id);
    }
  }
  return ids;
}

function totalsOf(requirements: readonly Coverage[], gaps: readonly Gap[], activePeople: number): AssessmentTotals {
  const states: Record<AspectState, number> = { gap: 0, weak: 0, unjudged: 0, met: 0 };
  let applicable = 0;
  for (const coverage of requirements) {
    if (!coverage.applicable) continue;
    applicable += 1;
    states[coverage.state] += 1;
  }
  const bySeverity: Record<Severity, number> = { critical: 0, major: 0, minor: 0, advice: 0 };
  for (const gap of gaps) bySeverity[gap.severity] += 1;
  return { applicable, states, severities: bySeverity, activePeople };
}
