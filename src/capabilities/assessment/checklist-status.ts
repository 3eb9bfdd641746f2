import { auditItems, auditorChecks, implementationItems, passSteps, type Criterion } from '../../domain/checklist.ts';
import { daysBetween } from '../../kernel/date.ts';
import type { CompetenceJudge } from './competence-judge.ts';
import { competenceMeasures, type ChecklistMeasure, type Measured } from './competence-measure.ts';
import { explainChecklist } from './explanation.ts';
import type { AuditStatus, Checklists, CriterionStatus, ItemState, ItemStatus } from './model.ts';
import type { Resolution, Staffing } from './resolution.ts';

/** Both checklists as far as the facts allow; a criterion that waits for records says which. */
export function checklistStatus(resolution: Resolution, competence: CompetenceJudge): Checklists {
  const implementation = implementationItems.map((item): ItemStatus => {
    const criteria = item.criteria.map((criterion) => judge(criterion, resolution, competence));
    return { id: item.id, state: itemState(item.criteria, criteria), criteria };
  });
  const states = new Map(implementation.map((item) => [item.id, item]));
  const criteria = new Map(implementation.flatMap((item) => item.criteria).map((status) => [status.id, status]));
  const byCriteria = (entry: { readonly id: string; readonly criteria: readonly string[] }): AuditStatus => ({
    id: entry.id,
    state: stepState(entry.criteria.flatMap((id) => criteria.get(id) ?? [])),
    criteria: entry.criteria,
  });
  return {
    implementation,
    audit: {
      items: auditItems.map(({ id, implementationItems: ids }): AuditStatus => {
        const items = ids.flatMap((item) => states.get(item) ?? []);
        return {
          id,
          state: worst(items.map((item) => item.state)),
          criteria: items.flatMap((item) => item.criteria.map((status) => status.id)),
        };
      }),
      auditorChecks: auditorChecks.map(byCriteria),
      passSteps: passSteps.map(byCriteria),
    },
  };
}

function judge(criterion: Criterion, resolution: Resolution, competence: CompetenceJudge): CriterionStatus {
  const { id, threshold } = criterion;
  const measure = measures.get(id);
  if (measure === undefined)
    return { id, state: 'unjudged', value: null, threshold, because: explainChecklist.waits(waitsFor(criterion)) };
  const { value, because, failed = false, unjudged = false } = measure(resolution, competence);
  if (unjudged) return { id, state: 'unjudged', value: null, threshold, because };
  const met = !failed && value !== null && holds(criterion, value);
  return { id, state: met ? 'met' : 'not-met', value, threshold, because };
}

function holds({ operator, threshold }: Criterion, value: number | boolean): boolean {
  switch (operator) {
    case '==':
    case 'exists':
      return value === threshold;
    case '>=':
      return value >= threshold;
    case '<=':
      return value <= threshold;
  }
}

const kept = new Set([
  'clauses',
  'controls',
  'soa',
  'roles',
  'persons',
  'assignments',
  'actions',
  'competences',
  'assessments',
  'evidence',
  'trainings',
  'auditTrail',
]);

/** The records that a criterion needs and that no register holds yet. */
function waitsFor({ id, needs }: Criterion): readonly string[] {
  if (id === 'IMP-08-b') return ['confirmations of appointments'];
  if (id === 'IMP-10-b') return ['the hours that people work'];
  const ofSuppliers = needs.includes('suppliers');
  return needs
    .filter((need) => !kept.has(need) || (ofSuppliers && need === 'assessments'))
    .map((need) => (need === 'assessments' ? 'supplier assessments' : (recordNames.get(need) ?? need)));
}

const recordNames: ReadonlyMap<string, string> = new Map([
  ['resourceNeeds', 'recorded needs'],
  ['needsAssessments', 'needs assessments'],
  ['timeEntries', 'time records'],
  ['capacityReadings', 'capacity readings'],
  ['infrastructure', 'infrastructure items'],
  ['slaReadings', 'service level readings'],
  ['assurance', 'assurance documents'],
  ['resourceReviews', 'resource reviews'],
  ['reviews', 'management reviews'],
  ['maintenance', 'maintenance records'],
  ['budget', 'budgets'],
  ['actuals', 'actual spend'],
  ['plan', 'planned activities'],
  ['capacity', 'available hours'],
]);

/**
 * Done: all criteria met. Partly: no critical one failed and at least half met. Open: otherwise. What cannot be judged
 * is taken once as met and once as not met: when both give the same state, that is the state; when even the worst is
 * `partly`, it is that; else it is unjudged.
 */
export function itemState(criteria: readonly Criterion[], statuses: readonly CriterionStatus[]): ItemState {
  const stateIf = (unjudgedIsMet: boolean): ItemState => {
    const met = statuses.map(({ state }) => state === 'met' || (state === 'unjudged' && unjudgedIsMet));
    if (met.every(Boolean)) return 'done';
    const criticalFailed = criteria.some((criterion, index) => criterion.severity === 'critical' && !met[index]);
    return !criticalFailed && met.filter(Boolean).length * 2 >= met.length ? 'partly' : 'open';
  };
  const lowest = stateIf(false);
  return lowest === stateIf(true) || lowest === 'partly' ? lowest : 'unjudged';
}

/** A check or step is done when all its criteria are met, open when one is not. */
function stepState(statuses: readonly CriterionStatus[]): ItemState {
  if (statuses.some(({ state }) => state === 'not-met')) return 'open';
  return statuses.every(({ state }) => state === 'met') ? 'done' : 'unjudged';
}

const worst = (states: readonly ItemState[]): ItemState =>
  (['open', 'partly', 'unjudged'] as const).find((state) => states.includes(state)) ?? 'done';

const staffings = (resolution: Resolution): readonly Staffing[] =>
  [...resolution.roles.values()].filter((staffing) => staffing.holding !== 'everyone');

const share = <T>(
  all: readonly T[],
  what: string,
  nameOf: (one: T) => string,
  holdsFor: (one: T) => boolean,
): Measured => {
  if (all.length === 0) return { value: null, because: explainChecklist.none(what) };
  const missing = all.filter((one) => !holdsFor(one));
  return shareOf(all.length, missing.length, what, missing.slice(0, NAMED).map(nameOf));
};

const NAMED = 3;

const shareOf = (of: number, lacking: number, what: string, names: readonly string[]): Measured => ({
  value: (of - lacking) / of,
  because: explainChecklist.share(of - lacking, of, what, names),
});

const measures: ReadonlyMap<string, ChecklistMeasure> = new Map<string, ChecklistMeasure>([
  ...competenceMeasures,
  [
    'IMP-02-a',
    (resolution) =>
      share(
        staffings(resolution).filter(({ holders }) => holders.length > 0),
        'staffed roles with a required competence',
        ({ role }) => role.name,
        ({ role }) => role.competences.some((competence) => competence.required),
      ),
  ],
  [
    'IMP-05-d',
    (resolution) =>
      share(
        staffings(resolution).filter(({ role }) => role.mandatory),
        'mandatory roles with a dated appointment that names who made it',
        ({ role }) => role.name,
        ({ holders }) => holders.some((holder) => holder.appointedBy !== null),
      ),
  ],
  ['IMP-06-b', longestVacancy],
  ['IMP-08-a', hoursSetAside],
  [
    'IMP-08-c',
    ({ snapshot: { trail } }) =>
      trail.sequence > 0
        ? { value: true, because: explainChecklist.trail(trail.sequence) }
        : { value: false, because: explainChecklist.noTrail() },
  ],
  [
    'IMP-08-d',
    ({ people }) => {
      const names: string[] = [];
      let total = 0;
      for (const { person, ended, appointments, cells } of people.values()) {
        if (!ended || appointments.length + cells.length === 0) continue;
        total += appointments.length + cells.length;
        names.push(person.name);
      }
      return { value: total, because: explainChecklist.leavers(names, total) };
    },
  ],
]);

/** Share of appointments as holder with hours a week: counted in passing, for there may be hundreds of thousands. */
function hoursSetAside(resolution: Resolution): Measured {
  const what = 'holders with hours set aside';
  const names: string[] = [];
  let [of, lacking] = [0, 0];
  for (const { role, holders } of staffings(resolution)) {
    of += holders.length;
    for (const holder of holders) {
      if ((holder.hoursPerWeek ?? 0) > 0) continue;
      lacking += 1;
      if (names.length < NAMED)
        names.push(`${resolution.people.get(holder.personId)?.person.name ?? ''} as ${role.name}`);
    }
  }
  return of === 0 ? { value: null, because: explainChecklist.none(what) } : shareOf(of, lacking, what, names);
}

/**
 * Days since the last holder of a vacant role left: mandatory roles, and roles that need a deputy and are in use, that
 * is, carry A or R or were held before. A role in use that was never held fails without a figure of its own.
 */
function longestVacancy(resolution: Resolution): Measured {
  let longest: { readonly role: string; readonly days: number } | undefined;
  const never: string[] = [];
  for (const { role, holders, last, cells } of staffings(resolution)) {
    if (holders.length > 0 || !(role.mandatory || role.needsDeputy)) continue;
    const carries = cells.some(({ cell }) => cell.letters.includes('A') || cell.letters.includes('R'));
    if (last === null) {
      if (role.mandatory || carries) never.push(role.name);
      continue;
    }
    const days = daysBetween(last.since, resolution.on);
    if (longest === undefined || days > longest.days) longest = { role: role.name, days };
  }
  const parts = [
    ...(longest === undefined ? [] : [explainChecklist.vacancy(longest.role, longest.days)]),
    ...(never.length === 0 ? [] : [explainChecklist.neverHeld(never)]),
  ];
  return {
    value: longest?.days ?? (never.length > 0 ? null : 0),
    because: parts.length === 0 ? explainChecklist.noVacancy() : parts.join(' '),
    failed: never.length > 0,
  };
}
