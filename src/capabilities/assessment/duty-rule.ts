import { requirementPosition, requirements } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { SegregationRule } from '../../domain/segregation-rule.ts';
import { addDays } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { covers } from '../../kernel/period.ts';
import type { Appointment } from '../roles/model.ts';
import type { CompensatingControl, Duty } from '../segregation/model.ts';
import { AUDIT_ACTIVITY } from '../segregation/rule-book.ts';
import { explain, explainAspect } from './explanation.ts';
import { appointmentFacts, cellFacts, inOrder, personFact, personSubject, type Rule } from './gap.ts';
import { eachLoad } from './load.ts';
import type { Fact, Gap, UnjudgedRule } from './model.ts';
import type { Resolution, Standing } from './resolution.ts';
import { limitOf } from './rule-tuning.ts';
import { addAll, addRow, emptyMask, keepCommon, rowsIn, type RowMask } from './row-mask.ts';
import { compensationsOf, judge, knownReferences, withFix, type Compensations } from './segregation-verdict.ts';

/** An activity that a person performs on the day: by name, or through an appointment. */
interface Performed {
  readonly duty: Duty;
  /** Null when the activity names the person. */
  readonly appointment: Appointment | null;
}

type Performances = ReadonlyMap<PersonId, readonly Performed[]>;

/** Who performs each activity: those it names, and all holders and deputies of the role that it names. */
function performances({ snapshot, on, people, roles }: Resolution): ReadonlyMap<string, Performances> {
  const found = new Map<string, Map<PersonId, Performed[]>>();
  const add = (duty: Duty, personId: PersonId, appointment: Appointment | null): void => {
    if (people.get(personId)?.active !== true) return;
    const byPerson = found.get(duty.activity) ?? new Map<PersonId, Performed[]>();
    found.set(duty.activity, byPerson);
    const list = byPerson.get(personId) ?? [];
    byPerson.set(personId, list);
    list.push({ duty, appointment });
  };
  for (const duty of snapshot.duty) {
    if (!covers(duty, on)) continue;
    if (duty.personId !== null) add(duty, duty.personId, null);
    const staffing = duty.roleId === null ? undefined : roles.get(duty.roleId);
    for (const appointment of [...(staffing?.holders ?? []), ...(staffing?.deputies ?? [])])
      add(duty, appointment.personId, appointment);
  }
  return found;
}

/** Two activities meet where neither is bound, or both are bound to the same requirement or the same area. */
function meet(a: Duty, b: Duty): boolean {
  const requirementsMeet =
    a.requirementIds.length === 0 ||
    b.requirementIds.length === 0 ||
    a.requirementIds.some((id) => b.requirementIds.includes(id));
  const scopesMeet = a.scope === null || b.scope === null || a.scope.toLowerCase() === b.scope.toLowerCase();
  return requirementsMeet && scopesMeet;
}

/** The part of `sod.conflict` that is judged by assignment: pairs of activities, and auditors of what they do themselves. */
export function dutyConflicts(resolution: Resolution, compensations: Compensations): readonly Gap[] {
  const { snapshot, book } = resolution;
  if (snapshot.duty.length === 0) return [];
  const performed = performances(resolution);
  const pairs = book.activityPairs.flatMap((rule) => pairConflicts(rule, performed, resolution, compensations));
  const audit = book.find('SOD-02');
  const auditors = performed.get(AUDIT_ACTIVITY);
  return audit === undefined || auditors === undefined
    ? pairs
    : [...pairs, ...auditConflicts(audit, auditors, resolution, compensations)];
}

function pairConflicts(
  rule: SegregationRule,
  performed: ReadonlyMap<string, Performances>,
  resolution: Resolution,
  compensations: Compensations,
): readonly Gap[] {
  const [first, second] = [performed.get(rule.a), performed.get(rule.b)];
  if (first === undefined || second === undefined) return [];
  return [...first].flatMap(([personId, ones]): readonly Gap[] => {
    const others = second.get(personId) ?? [];
    const both = ones.flatMap((one) =>
      others.filter((other) => meet(one.duty, other.duty)).map((other) => [one, other]),
    );
    const standing = resolution.people.get(personId);
    if (both.length === 0 || standing === undefined) return [];
    return [conflictOf(rule, standing, [...new Set(both.flat())], resolution, compensations)];
  });
}

/** Activities that one rule keeps apart, all of one person. */
function conflictOf(
  rule: SegregationRule,
  { person }: Standing,
  performed: readonly Performed[],
  resolution: Resolution,
  compensations: Compensations,
): Gap {
  const side = (activity: string): readonly Performed[] => performed.filter(({ duty }) => duty.activity === activity);
  const asDeputy = (list: readonly Performed[]): boolean =>
    list.every(({ appointment }) => appointment?.capacity === 'deputy');
  const deputyOnly = asDeputy(side(rule.a)) || asDeputy(side(rule.b));
  const verdict = judge(rule, person, deputyOnly, resolution, compensations);
  const bound = inOrder(performed.flatMap(({ duty }) => duty.requirementIds).filter(isKnown));
  const offended = knownReferences(rule);
  return {
    id: `sod.conflict:${rule.id}:${person.id}`,
    rule: 'sod.conflict',
    severity: verdict.severity,
    subject: personSubject(person),
    requirements: bound.length === 0 ? offended : bound,
    clause: offended[0] ?? 'A.5.3',
    explanation: [
      explain.dutyConflict(
        person.name,
        performed.map(({ duty }) => duty.scope).find((scope) => scope !== null) ?? null,
        rule,
      ),
      ...verdict.remarks,
    ].join(' '),
    facts: [...performedFacts(performed), ...verdict.facts, personFact(person)],
    ...withFix(verdict, rule, person.id, { kind: 'hand-over', personId: person.id }),
  };
}

const isKnown = (id: RequirementId): boolean => requirementPosition(id) !== undefined;

const performedFacts = (performed: readonly Performed[]): readonly Fact[] => [
  ...new Map(
    [
      ...performed.map(({ duty }): Fact => ({ register: 'duty', id: duty.id })),
      ...appointmentFacts(performed.flatMap(({ appointment }) => appointment ?? [])),
    ].map((fact) => [fact.id, fact]),
  ).values(),
];

/** Auditors with R or A in the area that they audit: the rows that an audit is bound to, or all. */
function auditConflicts(
  rule: SegregationRule,
  auditors: Performances,
  resolution: Resolution,
  compensations: Compensations,
): readonly Gap[] {
  const gaps: Gap[] = [];
  const own = emptyMask(requirements.length);
  eachLoad(
    resolution,
    () => true,
    ({ standing, accountable, responsible }) => {
      const audits = auditors.get(standing.person.id);
      if (audits === undefined) return;
      own.set(accountable);
      addAll(own, responsible);
      keepCommon(own, areaOf(audits));
      const rows = rowsIn(own).flatMap((row) => requirements[row]?.id ?? []);
      if (rows.length > 0) gaps.push(auditConflict(rule, standing, audits, rows, resolution, compensations));
    },
  );
  return gaps;
}

function areaOf(audits: readonly Performed[]): RowMask {
  const area = emptyMask(requirements.length);
  // What an audit finds of itself is not its area: the auditor's own R for the audit programme stands.
  const bound = audits.some(({ duty }) => duty.requirementIds.length === 0)
    ? requirements.map(({ id }) => id).filter((id) => id !== '9.2.1' && id !== '9.2.2')
    : audits.flatMap(({ duty }) => duty.requirementIds);
  for (const id of bound) {
    const position = requirementPosition(id);
    if (position !== undefined) addRow(area, position);
  }
  return area;
}

function auditConflict(
  rule: SegregationRule,
  { person, appointments, cells }: Standing,
  audits: readonly Performed[],
  rows: readonly RequirementId[],
  resolution: Resolution,
  compensations: Compensations,
): Gap {
  const verdict = judge(rule, person, false, resolution, compensations);
  const wanted = new Set(rows);
  const carries = ({
    letters,
    requirementId,
  }: {
    readonly letters: readonly string[];
    readonly requirementId: RequirementId;
  }): boolean => wanted.has(requirementId) && (letters.includes('A') || letters.includes('R'));
  const carrying = appointments.filter(({ roleId }) =>
    resolution.roles.get(roleId)?.cells.some(({ cell }) => carries(cell)),
  );
  return {
    id: `sod.conflict:${rule.id}:area:${person.id}`,
    rule: 'sod.conflict',
    severity: verdict.severity,
    subject: personSubject(person),
    requirements: rows,
    clause: '9.2.2',
    explanation: [explain.auditsOwnWork(person.name, rows, rule), ...verdict.remarks].join(' '),
    facts: [
      ...performedFacts(audits),
      ...appointmentFacts(carrying),
      ...cellFacts(cells.filter(carries)),
      ...verdict.facts,
      personFact(person),
    ],
    ...withFix(verdict, rule, person.id, { kind: 'hand-over', personId: person.id }),
  };
}

const words = (key: string): string => key.replaceAll('-', ' ');

/** Pairs of activities of which one or both have nobody recorded: nothing can be said of them. */
export function unjudgedSegregation({ snapshot, book }: Resolution): readonly UnjudgedRule[] {
  const recorded = new Set(snapshot.duty.map(({ activity }) => activity));
  return book.activityPairs
    .filter(({ a, b }) => !recorded.has(a) || !recorded.has(b))
    .map((rule) => ({
      rule: rule.id,
      title: rule.title,
      because: explainAspect.noDuties([rule.a, rule.b].filter((key) => !recorded.has(key)).map(words)),
    }));
}

/** `sod.control-expiring`: a compensating control that counts today ends within the limit (30 days as shipped). */
export const controlExpiring: Rule = ({ resolution, settings }) => {
  const { on, people, book } = resolution;
  const limit = limitOf(settings, 'sod.control-expiring');
  // A later control for the same conflict makes the reminder needless.
  const lasting = compensationsOf(resolution);
  return [...lasting.values()].flatMap((control: CompensatingControl): readonly Gap[] => {
    const standing = people.get(control.personId);
    const rule = book.find(control.rule);
    if (standing?.active !== true || rule === undefined) return [];
    if (control.expires <= on || !Number.isFinite(limit) || control.expires > addDays(on, limit)) return [];
    return [
      {
        id: `sod.control-expiring:${control.rule}:${control.personId}`,
        rule: 'sod.control-expiring',
        severity: 'advice',
        subject: personSubject(standing.person),
        requirements: knownReferences(rule),
        clause: knownReferences(rule)[0] ?? 'A.5.3',
        explanation: explain.controlExpiring(standing.person.name, rule, addDays(control.expires, -1)),
        facts: [{ register: 'compensatingControl', id: control.id }, personFact(standing.person)],
        fix: { kind: 'record-compensating-control', rule: control.rule, personId: control.personId },
      },
    ];
  });
};
