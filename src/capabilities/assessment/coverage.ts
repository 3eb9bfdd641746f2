import type { RoleId } from '../../kernel/id.ts';
import { competent } from './competence-aspect.ts';
import type { CompetenceJudge } from './competence-judge.ts';
import { explainAspect } from './explanation.ts';
import { cellLabel } from './gap.ts';
import {
  aspectNames,
  type Aspect,
  type AspectName,
  type AspectState,
  type AssessmentSettings,
  type Coverage,
} from './model.ts';
import {
  acting,
  cellsWith,
  isEveryone,
  isResolved,
  peopleOf,
  type HeldCell,
  type LetterRow,
  type ResolvedRow,
  type Resolution,
  type Staffing,
} from './resolution.ts';
import { isOn, limitOf } from './rule-tuning.ts';

/** Hours a week set aside by those who act in a role, and how many of their appointments have none. */
interface Hours {
  readonly hours: number;
  readonly without: number;
}

/** Coverage of all rows in the catalogue's order. `gapIds` are filled in by the caller, who knows the gaps. */
export function coverageOf(
  resolution: Resolution,
  settings: AssessmentSettings,
  judge: CompetenceJudge,
  gapsByRequirement: ReadonlyMap<string, readonly string[]>,
): readonly Coverage[] {
  const hoursOf = hoursByRole();
  return resolution.rows.map((row) => {
    const { id: requirementId } = row.requirement;
    const gapIds = gapsByRequirement.get(requirementId) ?? [];
    const aspects = row.applicable ? aspectsOf(row, resolution, settings, judge, hoursOf) : outOfScope(row);
    return { requirementId, applicable: row.applicable, aspects, ...summary(aspects), gapIds };
  });
}

const unkept: Readonly<Record<'infrastructure' | 'money', Aspect>> = {
  infrastructure: { state: 'unjudged', because: explainAspect.noRecords('infrastructure items') },
  money: { state: 'unjudged', because: explainAspect.noRecords('budgets and their lines') },
};

const aspectsOf = (
  row: ResolvedRow,
  resolution: Resolution,
  settings: AssessmentSettings,
  judge: CompetenceJudge,
  hoursOf: (staffing: Staffing) => Hours,
): Coverage['aspects'] => ({
  accountable: accountable(row, resolution, settings),
  responsible: responsible(row, resolution, settings),
  competent: competent(row, resolution, judge, settings),
  capacity: capacity(row, resolution, hoursOf),
  ...unkept,
});

function outOfScope({ entry }: ResolvedRow): Coverage['aspects'] {
  const aspect: Aspect = { state: 'unjudged', because: explainAspect.notApplicable(entry?.justification ?? '') };
  return {
    accountable: aspect,
    responsible: aspect,
    competent: aspect,
    capacity: aspect,
    infrastructure: aspect,
    money: aspect,
  };
}

function summary(aspects: Coverage['aspects']): { readonly state: AspectState; readonly weakest: AspectName | null } {
  for (const state of ['gap', 'weak'] as const) {
    const weakest = aspectNames.find((name) => aspects[name].state === state);
    if (weakest !== undefined) return { state, weakest };
  }
  return { state: aspectNames.some((name) => aspects[name].state === 'met') ? 'met' : 'unjudged', weakest: null };
}

/** A letter that is missing where the organization has switched off the rule that asks for it: its reason stands there. */
function withoutCell(letter: 'A' | 'R', settings: AssessmentSettings): Aspect {
  const setting = settings.rules[letter === 'A' ? 'rasci.no-accountable' : 'rasci.no-responsible'];
  return setting === undefined || setting.on
    ? { state: 'gap', because: explainAspect.noCell(letter) }
    : { state: 'unjudged', because: explainAspect.notAsked(letter, setting.reason) };
}

/** Whether somebody answers, and one of them. */
export function accountable(row: LetterRow, resolution: Resolution, settings: AssessmentSettings): Aspect {
  const cells = cellsWith(row, 'A');
  const [only] = cells;
  if (only === undefined) return withoutCell('A', settings);
  if (cells.every(isEveryone)) return { state: 'gap', because: explainAspect.everyone('A', resolution.activePeople) };
  if (!cells.some((entry) => isResolved(entry, resolution)))
    return { state: 'gap', because: explainAspect.nobodyActs('A', cells.map(cellLabel)) };
  if (cells.length > limitOf(settings, 'rasci.several-accountable'))
    return { state: 'weak', because: explainAspect.twoCells(cells.map(cellLabel)) };
  const people = namesOf(cells, resolution);
  const { staffing } = only;
  if (cells.length > 1) return { state: 'met', because: explainAspect.people('A', people, rolesOf(cells)) };
  if (staffing !== null && staffing.holders.length === 0)
    return { state: 'weak', because: explainAspect.deputies('A', people) };
  if (
    staffing !== null &&
    staffing.holding === 'single' &&
    people.length > 1 &&
    isOn(settings, 'rasci.several-accountable')
  )
    return { state: 'weak', because: explainAspect.severalHolders(people, staffing.role.name) };
  return { state: 'met', because: explainAspect.people('A', people, rolesOf(cells)) };
}

/** Whether somebody does the work. */
export function responsible(row: LetterRow, resolution: Resolution, settings: AssessmentSettings): Aspect {
  const cells = cellsWith(row, 'R');
  if (cells.length === 0) return withoutCell('R', settings);
  const resolved = cells.filter((entry) => isResolved(entry, resolution));
  if (resolved.length === 0) return { state: 'gap', because: explainAspect.nobodyActs('R', cells.map(cellLabel)) };
  if (resolved.some(isEveryone)) return { state: 'met', because: explainAspect.everyone('R', resolution.activePeople) };
  const people = namesOf(resolved, resolution);
  if (resolved.length < cells.length) {
    const empty = cells.filter((entry) => !isResolved(entry, resolution)).map(cellLabel);
    return { state: 'weak', because: explainAspect.partly(people, empty) };
  }
  if (resolved.every((entry) => entry.staffing !== null && entry.staffing.holders.length === 0))
    return { state: 'weak', because: explainAspect.deputies('R', people) };
  return { state: 'met', because: explainAspect.people('R', people, rolesOf(resolved)) };
}

function capacity(row: ResolvedRow, resolution: Resolution, hoursOf: (staffing: Staffing) => Hours): Aspect {
  const cells = cellsWith(row, 'R').filter((entry) => isResolved(entry, resolution));
  if (cells.length === 0) return { state: 'gap', because: explainAspect.noPeopleForHours() };
  const named = cells.filter((entry) => !isEveryone(entry));
  if (named.length === 0) return { state: 'unjudged', because: explainAspect.everyoneHours() };
  const { hours, without } = totalHours(named, hoursOf);
  if (hours === 0) return { state: 'gap', because: explainAspect.noHoursAtAll() };
  if (without > 0) return { state: 'weak', because: explainAspect.someHours(hours, without) };
  return { state: 'met', because: explainAspect.hours(hours) };
}

/** Hours a week behind the cells: of the role's appointments, or of all appointments of a person named in the row. */
export function totalHours(cells: readonly HeldCell[], hoursOf: (staffing: Staffing) => Hours): Hours {
  let hours = 0;
  let without = 0;
  for (const { staffing, standing } of cells) {
    if (staffing !== null) {
      const role = hoursOf(staffing);
      hours += role.hours;
      without += role.without;
    } else if (standing !== null) {
      const own = standing.appointments.reduce((sum, appointment) => sum + (appointment.hoursPerWeek ?? 0), 0);
      hours += own;
      if (own === 0) without += 1;
    }
  }
  return { hours: Math.round(hours * 100) / 100, without };
}

/** Adds the hours of each role up once, however many rows it has. */
export function hoursByRole(): (staffing: Staffing) => Hours {
  const known = new Map<RoleId, Hours>();
  return (staffing) => {
    const found = known.get(staffing.role.id);
    if (found !== undefined) return found;
    let hours = 0;
    let without = 0;
    for (const appointment of acting(staffing)) {
      const own = appointment.hoursPerWeek ?? 0;
      hours += own;
      if (own === 0) without += 1;
    }
    const sum = { hours, without };
    known.set(staffing.role.id, sum);
    return sum;
  };
}

const SHOWN = 3;

const namesOf = (cells: readonly HeldCell[], resolution: Resolution): readonly string[] =>
  peopleOf(cells, SHOWN + 1).map((id) => resolution.people.get(id)?.person.name ?? '');

const rolesOf = (cells: readonly HeldCell[]): readonly string[] =>
  cells.flatMap((entry) => entry.staffing?.role.name ?? []);
