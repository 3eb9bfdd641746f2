import { requirements, type Requirement } from '../../domain/catalogue.ts';
import { holdingOf, type Holding } from '../../domain/role-template.ts';
import type { Letter, RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import { covers } from '../../kernel/period.ts';
import type { Accountability } from '../accountability/model.ts';
import type { Applicability } from '../applicability/model.ts';
import { around, hasLeft, isEngaged } from '../people/engaged.ts';
import type { Person } from '../people/model.ts';
import type { Appointment, Role } from '../roles/model.ts';
import { ruleBook, type RuleBook } from '../segregation/rule-book.ts';
import type { Snapshot } from '../trail/snapshot.ts';

/** A person on the day: whether the engagement covers it, and what the person holds then. */
export interface Standing {
  readonly person: Person;
  readonly active: boolean;
  readonly ended: boolean;
  /** In effect on the day. Those of a leaver are still listed: that is the finding. */
  readonly appointments: readonly Appointment[];
  /** Cells that name the person and not a role, in applicable rows of ISO/IEC 27001:2022. */
  readonly cells: readonly Accountability[];
  /** The same in other catalogues. */
  readonly cellsElsewhere: readonly Accountability[];
}

/** Who holds a role on the day. An appointment counts when it covers the day and so does the person's engagement. */
export interface Staffing {
  readonly role: Role;
  readonly holding: Holding;
  readonly holders: readonly Appointment[];
  readonly deputies: readonly Appointment[];
  /** In effect although the person's engagement has ended. */
  readonly leavers: readonly Appointment[];
  /** The holder who stopped last before the day, with the first day without them. */
  readonly last: { readonly appointment: Appointment; readonly since: PlainDate } | null;
  /** The holder who comes next after the day. */
  readonly next: { readonly appointment: Appointment; readonly from: PlainDate } | null;
  /** Cells with any letter on this role, in applicable rows only. */
  readonly cells: readonly ResolvedCell[];
}

export interface ResolvedCell {
  readonly cell: Accountability;
  readonly row: ResolvedRow;
  /** Exactly one of the two, unless the cell points to a row that the snapshot lacks: then none, and nobody. */
  readonly staffing: Staffing | null;
  readonly standing: Standing | null;
}

/** A cell with who is behind it, in whatever catalogue its row stands. */
export type HeldCell = Omit<ResolvedCell, 'row'>;

/** What rules about letters ask of a row. */
export interface LetterRow<Cell extends HeldCell = HeldCell> {
  readonly accountable: readonly Cell[];
  readonly responsible: readonly Cell[];
}

export interface ResolvedRow {
  readonly requirement: Requirement;
  readonly applicable: boolean;
  readonly entry: Applicability | null;
  readonly cells: readonly ResolvedCell[];
  /** Those of `cells` with A, and with R: nearly every rule asks for them. */
  readonly accountable: readonly ResolvedCell[];
  readonly responsible: readonly ResolvedCell[];
}

/** The facts of a snapshot joined for one day. Built in one pass over each register. */
export interface Resolution {
  readonly snapshot: Snapshot;
  readonly on: PlainDate;
  readonly people: ReadonlyMap<PersonId, Standing>;
  readonly roles: ReadonlyMap<RoleId, Staffing>;
  readonly rolesByKey: ReadonlyMap<string, Staffing>;
  /** All 123 rows in the catalogue's order. */
  readonly rows: readonly ResolvedRow[];
  readonly activePeople: number;
  /** The rules that keep duties apart here: the shipped ones and the organization's own. */
  readonly book: RuleBook;
}

type Building<T, Lists extends keyof T> = {
  -readonly [K in keyof T]: K extends Lists ? (T[K] extends readonly (infer Item)[] ? Item[] : T[K]) : T[K];
};
type StandingBuilding = Building<Standing, 'appointments' | 'cells' | 'cellsElsewhere'>;
type StaffingBuilding = Building<Staffing, 'holders' | 'deputies' | 'leavers' | 'cells'>;
type RowBuilding = Building<ResolvedRow, 'cells' | 'accountable' | 'responsible'>;

/** Joins people, roles, appointments, letters and applicability as they stand on `on`. Nothing in the snapshot is changed. */
export function resolve(snapshot: Snapshot, on: PlainDate): Resolution {
  const people = new Map<PersonId, StandingBuilding>();
  let activePeople = 0;
  for (const person of snapshot.person) {
    const active = isEngaged(person, on);
    if (active) activePeople += 1;
    people.set(person.id, {
      person,
      active,
      ended: hasLeft(person, on),
      appointments: [],
      cells: [],
      cellsElsewhere: [],
    });
  }
  const roles = new Map<RoleId, StaffingBuilding>();
  const rolesByKey = new Map<string, StaffingBuilding>();
  for (const role of snapshot.role) {
    const staffing: StaffingBuilding = {
      role,
      holding: holdingOf(role.key),
      holders: [],
      deputies: [],
      leavers: [],
      last: null,
      next: null,
      cells: [],
    };
    roles.set(role.id, staffing);
    rolesByKey.set(role.key, staffing);
  }
  for (const appointment of snapshot.appointment) {
    const standing = people.get(appointment.personId);
    const staffing = roles.get(appointment.roleId);
    if (standing !== undefined && staffing !== undefined) place(appointment, standing, staffing, on);
  }
  const rows = resolveRows(snapshot, people, roles);
  const book = ruleBook(snapshot.segregationRule);
  return { snapshot, on, people, roles, rolesByKey, rows, activePeople, book };
}

function place(appointment: Appointment, standing: StandingBuilding, staffing: StaffingBuilding, on: PlainDate): void {
  const inEffect = covers(appointment, on);
  if (inEffect) standing.appointments.push(appointment);
  if (inEffect && standing.active) {
    (appointment.capacity === 'holder' ? staffing.holders : staffing.deputies).push(appointment);
    return;
  }
  if (inEffect && standing.ended) staffing.leavers.push(appointment);
  if (appointment.capacity === 'deputy') return;
  const { since, next } = around(standing.person, appointment, on);
  if (since !== null && (staffing.last === null || staffing.last.since < since)) staffing.last = { appointment, since };
  if (next !== null && (staffing.next === null || next < staffing.next.from))
    staffing.next = { appointment, from: next };
}

function resolveRows(
  snapshot: Snapshot,
  people: ReadonlyMap<PersonId, StandingBuilding>,
  roles: ReadonlyMap<RoleId, StaffingBuilding>,
): readonly ResolvedRow[] {
  const rows = requirements.map((requirement): RowBuilding => ({
    requirement,
    applicable: true,
    entry: null,
    cells: [],
    accountable: [],
    responsible: [],
  }));
  const byId = new Map<RequirementId, RowBuilding>(rows.map((row) => [row.requirement.id, row]));
  for (const entry of snapshot.applicability) {
    const row = byId.get(entry.requirementId);
    if (row === undefined) continue;
    row.entry = entry;
    // Clauses 4 to 10 always apply (clause 1): only a control can be out.
    row.applicable = entry.applicable || row.requirement.kind === 'clause';
  }
  for (const cell of snapshot.accountability) {
    const row = byId.get(cell.requirementId);
    const standing = cell.personId === null ? null : (people.get(cell.personId) ?? null);
    if (row === undefined) {
      standing?.cellsElsewhere.push(cell);
      continue;
    }
    const staffing = cell.roleId === null ? null : (roles.get(cell.roleId) ?? null);
    const resolved: ResolvedCell = { cell, row, staffing, standing };
    row.cells.push(resolved);
    if (cell.letters.includes('A')) row.accountable.push(resolved);
    if (cell.letters.includes('R')) row.responsible.push(resolved);
    if (!row.applicable) continue;
    staffing?.cells.push(resolved);
    standing?.cells.push(cell);
  }
  return rows;
}

/** Those who act in a role: its holders, or its deputies while there is no holder. */
export const acting = (staffing: Staffing): readonly Appointment[] =>
  staffing.holders.length > 0 ? staffing.holders : staffing.deputies;

/** True when somebody acts in the role on the day. */
export const isStaffed = (staffing: Staffing, resolution: Resolution): boolean =>
  staffing.holding === 'everyone' ? resolution.activePeople > 0 : acting(staffing).length > 0;

export const cellsWith = <Cell extends HeldCell>(row: LetterRow<Cell>, letter: 'A' | 'R'): readonly Cell[] =>
  letter === 'A' ? row.accountable : row.responsible;

/** True when the cell leads to at least one active person. */
export const isResolved = (entry: HeldCell, resolution: Resolution): boolean =>
  entry.standing?.active === true || (entry.staffing !== null && isStaffed(entry.staffing, resolution));

/** True when the letter goes to all active people at once. */
export const isEveryone = (entry: HeldCell): boolean => entry.staffing?.holding === 'everyone';

/** Who counts in a role: those who act in it, its holders alone, or its whole bench of holders and deputies. */
export type Circle = 'acting' | 'holders' | 'bench';

const listsOf = (staffing: Staffing, circle: Circle): readonly (readonly Appointment[])[] => {
  switch (circle) {
    case 'acting':
      return [acting(staffing)];
    case 'holders':
      return [staffing.holders];
    case 'bench':
      return [staffing.holders, staffing.deputies];
  }
};

/**
 * The different active people that the cells lead to, at most `limit` of them. Cells of a role that everyone holds
 * add nobody: ask `isEveryone`.
 */
export function peopleOf(cells: readonly HeldCell[], limit: number, circle: Circle = 'acting'): readonly PersonId[] {
  const found = new Set<PersonId>();
  for (const entry of cells) {
    if (entry.standing?.active === true) found.add(entry.standing.person.id);
    if (found.size >= limit) break;
    if (entry.staffing === null || isEveryone(entry)) continue;
    for (const list of listsOf(entry.staffing, circle)) {
      for (const appointment of list) {
        found.add(appointment.personId);
        if (found.size >= limit) return [...found];
      }
    }
  }
  return [...found];
}

/** Applicable requirements in which the role has one of these letters, in the catalogue's order of its rows. */
export const requirementsOf = (staffing: Staffing, wanted: readonly Letter[]): readonly RequirementId[] =>
  staffing.cells
    .filter((entry) => entry.cell.letters.some((letter) => wanted.includes(letter)))
    .map((entry) => entry.cell.requirementId);
