import type { RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { FrameworkId } from '../../kernel/id.ts';
import { effectiveRows, type EffectiveRow } from '../frameworks/inherited-letters.ts';
import type { FrameworkRequirement } from '../frameworks/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { accountable, responsible } from './coverage.ts';
import { explain } from './explanation.ts';
import { cellFacts, cellLabel, sortGaps } from './gap.ts';
import type { Aspect, AspectState, AssessmentSettings, Gap, RuleId } from './model.ts';
import {
  isEveryone,
  isResolved,
  peopleOf,
  resolve,
  type HeldCell,
  type LetterRow,
  type Resolution,
} from './resolution.ts';
import { limitOf, settingsOf, tuned } from './rule-tuning.ts';

/** How well one requirement of another catalogue is resourced with people. */
export interface FrameworkCoverage extends Pick<EffectiveRow, 'source' | 'from'> {
  readonly requirementId: RequirementId;
  readonly accountable: Aspect;
  readonly responsible: Aspect;
  /** The worse of the two. */
  readonly state: AspectState;
}

/** One catalogue beside ISO/IEC 27001:2022, judged on a day. Nothing of it counts in the totals of that one. */
export interface FrameworkAssessment {
  readonly frameworkId: FrameworkId;
  readonly on: PlainDate;
  /** What is assessable, in the source's order. */
  readonly requirements: readonly FrameworkCoverage[];
  readonly gaps: readonly Gap[];
  readonly totals: {
    readonly assessable: number;
    readonly sources: Readonly<Record<EffectiveRow['source'], number>>;
    readonly states: Readonly<Record<AspectState, number>>;
  };
}

export interface FrameworkRow extends LetterRow {
  readonly requirement: FrameworkRequirement;
  readonly row: EffectiveRow;
  readonly cells: readonly HeldCell[];
}

const worst: readonly AspectState[] = ['gap', 'weak', 'unjudged', 'met'];

/** `GV.OC-01 The mission is understood`. */
export const referenceAndTitle = ({ reference, title }: Pick<FrameworkRequirement, 'reference' | 'title'>): string =>
  title.startsWith(reference) ? title : `${reference} ${title}`;

/**
 * Judges every other catalogue by the rules about letters: somebody answers, one of them, somebody does the work, and
 * they are there. Own letters count, or else those of the mapped requirements. Pure and linear; whether a requirement
 * applies is not asked, as it is of Annex A.
 */
export function assessFrameworks(snapshot: Snapshot, on: PlainDate): ReadonlyMap<FrameworkId, FrameworkAssessment> {
  if (snapshot.framework.length === 0) return new Map();
  const resolution = resolve(snapshot, on);
  const settings = settingsOf(snapshot);
  const rowOf = effectiveRows(snapshot.accountability, snapshot.requirementMapping);
  const assessable = Map.groupBy(
    snapshot.frameworkRequirement
      .filter((requirement) => requirement.assessable)
      .toSorted((a, b) => a.position - b.position),
    (requirement) => requirement.frameworkId,
  );
  return new Map(
    snapshot.framework.map(({ id }) => {
      const rows = (assessable.get(id) ?? []).map((requirement) => heldRow(requirement, rowOf, resolution));
      return [id, assessRows(id, rows, resolution, settings)];
    }),
  );
}

/** A row of another catalogue with who is behind its letters. */
export function heldRow(
  requirement: FrameworkRequirement,
  rowOf: (id: RequirementId) => EffectiveRow,
  resolution: Resolution,
): FrameworkRow {
  const row = rowOf(requirement.requirementId);
  const cells = row.cells.map((cell): HeldCell => ({
    cell,
    staffing: cell.roleId === null ? null : (resolution.roles.get(cell.roleId) ?? null),
    standing: cell.personId === null ? null : (resolution.people.get(cell.personId) ?? null),
  }));
  const having = (letter: 'A' | 'R') => cells.filter((entry) => entry.cell.letters.includes(letter));
  return { requirement, row, cells, accountable: having('A'), responsible: having('R') };
}

function assessRows(
  frameworkId: FrameworkId,
  rows: readonly FrameworkRow[],
  resolution: Resolution,
  settings: AssessmentSettings,
): FrameworkAssessment {
  const sources: Record<EffectiveRow['source'], number> = { own: 0, inherited: 0, none: 0 };
  const states: Record<AspectState, number> = { gap: 0, weak: 0, unjudged: 0, met: 0 };
  const gaps: Gap[] = [];
  const requirements = rows.map((row): FrameworkCoverage => {
    const aspects = [accountable(row, resolution, settings), responsible(row, resolution, settings)] as const;
    const state = worst.find((each) => aspects.some((aspect) => aspect.state === each)) ?? 'unjudged';
    sources[row.row.source] += 1;
    states[state] += 1;
    gaps.push(...gapsOf(row, aspects, resolution, settings));
    const { source, from } = row.row;
    return {
      requirementId: row.requirement.requirementId,
      source,
      from,
      accountable: aspects[0],
      responsible: aspects[1],
      state,
    };
  });
  return {
    frameworkId,
    on: resolution.on,
    requirements,
    gaps: sortGaps(tuned(gaps, settings)),
    totals: { assessable: rows.length, sources, states },
  };
}

function gapsOf(
  row: FrameworkRow,
  aspects: readonly [Aspect, Aspect],
  resolution: Resolution,
  settings: AssessmentSettings,
): readonly Gap[] {
  const gap = (rule: RuleId, explanation: string, cells: readonly HeldCell[]): Gap => {
    const { requirementId } = row.requirement;
    return {
      id: `${rule}:${requirementId}`,
      rule,
      severity: 'major',
      subject: { kind: 'requirement', id: requirementId, label: referenceAndTitle(row.requirement) },
      requirements: [requirementId],
      clause: '5.3',
      explanation,
      facts: cellFacts(cells.map((entry) => entry.cell)),
    };
  };
  const label = referenceAndTitle(row.requirement);
  const found: Gap[] = [];
  for (const [letter, rule, cells, aspect] of [
    ['A', 'rasci.no-accountable', row.accountable, aspects[0]],
    ['R', 'rasci.no-responsible', row.responsible, aspects[1]],
  ] as const) {
    if (cells.length === 0) found.push(gap(rule, explain.noLetter(label, letter, row.cells.map(cellLabel)), row.cells));
    else if (aspect.state === 'gap') {
      const unclear = letter === 'A' && cells.every(isEveryone);
      found.push(gap(unclear ? 'rasci.several-accountable' : 'rasci.unresolved', `${label}: ${aspect.because}`, cells));
    }
  }
  if (row.accountable.length > 1 && row.accountable.length > limitOf(settings, 'rasci.several-accountable')) {
    const one = onlyPerson(row.accountable, resolution);
    const explanation = explain.twoAccountable(label, row.accountable.map(cellLabel), one);
    const several = gap('rasci.several-accountable', explanation, row.accountable);
    found.push(one === null ? several : { ...several, severity: 'minor' });
  }
  return found;
}

/** The name of the one person to whom all of these cells lead; null when they lead to nobody, or to several. */
function onlyPerson(cells: readonly HeldCell[], resolution: Resolution): string | null {
  const [first, second] = peopleOf(cells, 2);
  if (first === undefined || second !== undefined || cells.some(isEveryone)) return null;
  return cells.every((entry) => isResolved(entry, resolution))
    ? (resolution.people.get(first)?.person.name ?? null)
    : null;
}
