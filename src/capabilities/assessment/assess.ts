import type { PlainDate } from '../../kernel/date.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { candidatesIn } from './candidate.ts';
import { checklistStatus } from './checklist-status.ts';
import { coverageOf } from './coverage.ts';
import { sortGaps, type Rule } from './gap.ts';
import type {
  Assessment,
  AssessmentSettings,
  AssessmentTotals,
  AspectState,
  Coverage,
  Gap,
  Severity,
} from './model.ts';
import { overloaded } from './overload-rule.ts';
import { missingLetter, severalAccountable } from './rasci-rule.ts';
import { singlePoint } from './resilience-rule.ts';
import { resolve, type Resolution } from './resolution.ts';
import { holderLeft, mandatoryVacant, noDeputy, noHours } from './role-rule.ts';
import { segregation, unjudgedSegregation } from './segregation-rule.ts';
import { unjustified, unresourced } from './soa-rule.ts';
import { unresolved } from './unresolved-rule.ts';

/**
 * Product defaults. One person with R in more than 40% of the rows is a common finding under 7.1. Answering for much
 * is normal for who leads the ISMS (65% in the default matrix), so the limit for A lies above that.
 */
export const defaultSettings: AssessmentSettings = { responsibleShare: 0.4, accountableShare: 0.75 };

const rules: readonly Rule[] = [
  mandatoryVacant,
  noDeputy,
  noHours,
  holderLeft,
  missingLetter,
  severalAccountable,
  unresolved,
  overloaded,
  unresourced,
  unjustified,
  segregation,
  singlePoint,
];

/**
 * Judges all facts of an organization as they stand on a day: coverage per requirement, gaps, checklists. Pure and
 * linear in the number of facts. The day may lie before or after the snapshot was recorded.
 */
export function assess(snapshot: Snapshot, on: PlainDate, settings: AssessmentSettings = defaultSettings): Assessment {
  return assessResolution(resolve(snapshot, on), settings);
}

/** As `assess`, for a caller who needs the resolution too. */
export function assessResolution(resolution: Resolution, settings: AssessmentSettings = defaultSettings): Assessment {
  const context = { resolution, settings, candidates: candidatesIn(resolution) };
  const gaps = sortGaps(rules.flatMap((rule) => rule(context)));
  const requirements = coverageOf(resolution, gapIdsByRequirement(gaps));
  const { snapshot, on } = resolution;
  return {
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    settings,
    requirements,
    gaps,
    checklists: checklistStatus(resolution),
    unjudgedRules: unjudgedSegregation,
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
