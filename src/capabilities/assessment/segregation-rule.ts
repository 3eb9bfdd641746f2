import { segregatedRequirements } from '../../domain/accountability-default.ts';
import { requirementPosition, requirements } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import { rowRules, type SegregationRule } from '../../domain/segregation-rule.ts';
import type { RoleId } from '../../kernel/id.ts';
import type { Appointment } from '../roles/model.ts';
import { dutyConflicts } from './duty-rule.ts';
import { explain } from './explanation.ts';
import { appointmentFacts, cellFacts, personFact, personSubject, type Rule } from './gap.ts';
import { eachLoad } from './load.ts';
import type { Gap } from './model.ts';
import type { Resolution, Staffing, Standing } from './resolution.ts';
import { addRow, emptyMask, keepCommon, rowsIn, type RowMask } from './row-mask.ts';
import { compensationsOf, judge, knownReferences, withFix, type Compensations } from './segregation-verdict.ts';

/**
 * `sod.conflict`: judged per person after all roles are expanded, as A.5.3 means it. In a small firm several roles on
 * one person are normal: a conflict then needs a compensating control with approver and expiry, and becomes advice
 * while that counts. A role held only as deputy weighs one step less.
 */
export const segregation: Rule = ({ resolution }) => {
  const compensations = compensationsOf(resolution);
  return [
    ...roleConflicts(resolution, compensations),
    ...rowConflicts(resolution, compensations),
    ...dutyConflicts(resolution, compensations),
  ];
};

/** Compares appointments with one another without an index per person: nearly everybody holds few and none conflict. */
function roleConflicts(resolution: Resolution, compensations: Compensations): readonly Gap[] {
  const gaps: Gap[] = [];
  const opponents = opponentsByRole(resolution);
  for (const standing of resolution.people.values()) {
    const { active, appointments } = standing;
    if (!active || appointments.length < 2) continue;
    for (const appointment of appointments) {
      const others = opponents.get(appointment.roleId);
      if (others === undefined || appointments.find(({ roleId }) => roleId === appointment.roleId) !== appointment)
        continue;
      for (const { first, second, rule } of others) {
        if (!appointments.some((other) => other.roleId === second.role.id)) continue;
        const held = { first: heldIn(standing, first), second: heldIn(standing, second) };
        gaps.push(roleConflict(standing, held, rule, resolution, compensations));
      }
    }
  }
  return gaps;
}

interface Opponents {
  readonly first: Staffing;
  readonly second: Staffing;
  readonly rule: SegregationRule;
}

/** Each pair of the organization's roles that a rule separates, under the role that the rule names first. */
function opponentsByRole({ roles, rolesByKey, book }: Resolution): ReadonlyMap<RoleId, readonly Opponents[]> {
  const found = new Map<RoleId, readonly Opponents[]>();
  const byFirst = Map.groupBy(book.rolePairs, ({ a }) => a);
  for (const [roleId, first] of roles) {
    const list = (byFirst.get(first.role.key) ?? []).flatMap((rule): Opponents[] => {
      const second = rolesByKey.get(rule.b);
      return second === undefined ? [] : [{ first, second, rule }];
    });
    if (list.length > 0) found.set(roleId, list);
  }
  return found;
}

interface Held {
  readonly staffing: Staffing;
  readonly appointments: readonly Appointment[];
}

const heldIn = ({ appointments }: Standing, staffing: Staffing): Held => ({
  staffing,
  appointments: appointments.filter((appointment) => appointment.roleId === staffing.role.id),
});

function roleConflict(
  { person }: Standing,
  { first, second }: { readonly first: Held; readonly second: Held },
  rule: SegregationRule,
  resolution: Resolution,
  compensations: Compensations,
): Gap {
  const appointments = [...first.appointments, ...second.appointments];
  const deputyOnly = [first, second].some(({ appointments: list }) =>
    list.every((entry) => entry.capacity === 'deputy'),
  );
  const verdict = judge(rule, person, deputyOnly, resolution, compensations);
  return {
    id: `sod.conflict:${rule.id}:${person.id}`,
    rule: 'sod.conflict',
    severity: verdict.severity,
    subject: personSubject(person),
    requirements: knownReferences(rule),
    clause: knownReferences(rule)[0] ?? 'A.5.3',
    explanation: [
      explain.conflict(person.name, first.staffing.role.name, second.staffing.role.name, rule),
      ...verdict.remarks,
    ].join(' '),
    facts: [...appointmentFacts(appointments), ...verdict.facts, personFact(person)],
    ...withFix(verdict, rule, person.id, {
      kind: 'end-appointment',
      appointmentIds: appointments.map((appointment) => appointment.id),
      on: resolution.on,
    }),
  };
}

function rowConflicts(resolution: Resolution, compensations: Compensations): readonly Gap[] {
  const [rule] = rowRules;
  if (rule === undefined) return [];
  const gaps: Gap[] = [];
  const both = emptyMask(requirements.length);
  eachLoad(
    resolution,
    (staffing) => staffing.holding === 'single',
    ({ standing, accountable, responsible }) => {
      both.set(segregatedRows);
      keepCommon(both, accountable);
      keepCommon(both, responsible);
      const rows = rowsIn(both).flatMap((row) => requirements[row]?.id ?? []);
      if (rows.length > 0) gaps.push(rowConflict(standing, rows, rule, resolution, compensations));
    },
  );
  return gaps;
}

const segregatedRows: RowMask = emptyMask(requirements.length);
for (const id of segregatedRequirements) {
  const position = requirementPosition(id);
  if (position !== undefined) addRow(segregatedRows, position);
}

function rowConflict(
  { person, appointments, cells }: Standing,
  rows: readonly RequirementId[],
  rule: SegregationRule,
  resolution: Resolution,
  compensations: Compensations,
): Gap {
  const verdict = judge(rule, person, false, resolution, compensations);
  const wanted = new Set(rows);
  const carrying = appointments.filter((appointment) =>
    resolution.roles
      .get(appointment.roleId)
      ?.cells.some(
        ({ cell }) => wanted.has(cell.requirementId) && (cell.letters.includes('A') || cell.letters.includes('R')),
      ),
  );
  return {
    id: `sod.conflict:${rule.id}:${person.id}`,
    rule: 'sod.conflict',
    severity: verdict.severity,
    subject: personSubject(person),
    requirements: rows,
    clause: 'A.5.3',
    explanation: [explain.rowConflict(person.name, rows, rule), ...verdict.remarks].join(' '),
    facts: [
      ...appointmentFacts(carrying),
      ...cellFacts(cells.filter((cell) => wanted.has(cell.requirementId))),
      ...verdict.facts,
      personFact(person),
    ],
    ...withFix(verdict, rule, person.id, { kind: 'hand-over', personId: person.id }),
  };
}
