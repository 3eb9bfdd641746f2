import { roleTemplates } from '../../domain/role-template.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { NewId } from '../../kernel/id.ts';
import { organizationTemplate } from '../accountability/template.ts';
import { candidatesIn } from '../assessment/candidate.ts';
import { requirementsOf, resolve, type Staffing } from '../assessment/resolution.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { StaffingPage, StaffingRow } from './contract.ts';
import { appointmentRows } from './role-list.ts';

/**
 * Hours a week to begin with, for organizations of up to 50, up to 250 and of more active people: starting points of
 * practice for somebody to correct, not demands of the standard.
 */
const usualHours: ReadonlyMap<string, readonly [number, number, number]> = new Map(
  Object.entries({
    ceo: [1, 1, 2],
    'leadership-team': [1, 1, 1],
    'isms-leadership': [2, 4, 8],
    'information-security-manager': [8, 20, 40],
    'management-review-team': [0.5, 1, 1],
    'it-operations': [4, 8, 20],
    'security-operations': [4, 16, 40],
    'risk-manager': [2, 4, 16],
    'internal-auditor': [1, 2, 4],
  }),
);
const OTHER: readonly [number, number, number] = [1, 2, 4];

const hoursFor = (roleKey: string, activePeople: number): number => {
  const [small, middle, large] = usualHours.get(roleKey) ?? OTHER;
  return activePeople <= 50 ? small : activePeople <= 250 ? middle : large;
};

/** Rows of the matrix that wait for somebody in the role. */
const asked = (staffing: Staffing): number => requirementsOf(staffing, ['A', 'R']).length;

/**
 * The roles that want somebody: the mandatory ones, then those to which the matrix gives A or R, most rows first; each
 * with who holds it and who suggests itself.
 */
export function staffingOf(snapshot: Snapshot, on: PlainDate): StaffingPage {
  const resolution = resolve(snapshot, on);
  const candidates = candidatesIn(resolution);
  const inEffect = Map.groupBy(
    appointmentRows(snapshot, on, () => true).filter(({ state }) => state !== 'ended'),
    (row) => row.roleId,
  );
  const wanted = [...resolution.roles.values()]
    .filter((staffing) => staffing.holding !== 'everyone' && (staffing.role.mandatory || asked(staffing) > 0))
    .map((staffing) => ({ staffing, rows: asked(staffing) }))
    .toSorted(
      (a, b) =>
        Number(b.staffing.role.mandatory) - Number(a.staffing.role.mandatory) ||
        order(a.staffing, b.staffing, a.rows, b.rows),
    );
  const roles = wanted.map(({ staffing }): StaffingRow => {
    const rows = inEffect.get(staffing.role.id) ?? [];
    return {
      role: staffing.role,
      holding: staffing.holding,
      holders: rows.filter(({ capacity }) => capacity === 'holder'),
      deputies: rows.filter(({ capacity }) => capacity === 'deputy'),
      candidates: candidates.forRole(staffing),
      hours: hoursFor(staffing.role.key, resolution.activePeople),
    };
  });
  return { activePeople: resolution.activePeople, template: missingCounts(snapshot), roles };
}

const templateOrder = new Map(roleTemplates.map(({ id }, index) => [id, index]));
const place = ({ role }: Staffing): number => templateOrder.get(role.key) ?? roleTemplates.length;

/** Mandatory roles in the template's order, from the top of the organization down; the others by what waits for them. */
const order = (a: Staffing, b: Staffing, rowsOfA: number, rowsOfB: number): number =>
  a.role.mandatory ? place(a) - place(b) : rowsOfB - rowsOfA || place(a) - place(b);

/**
 * The template roles that the organization lacks, and the default letters in rows where nobody has any. An organization
 * that took roles out on purpose and has letters keeps what it has: then only the mandatory roles come back.
 */
export function missingFromTemplate(snapshot: Snapshot, newId: NewId): readonly ChangeItem[] {
  const { roles, accountability } = organizationTemplate(newId);
  const known = new Map(snapshot.role.map(({ key, id }) => [key, id]));
  const isNew = snapshot.role.length === 0;
  const added = roles.filter((role) => !known.has(role.key) && (isNew || role.mandatory));
  const taken = new Set(snapshot.accountability.map(({ requirementId }) => requirementId));
  const ids = new Map(
    roles.flatMap((role): readonly (readonly [string, typeof role.id])[] => {
      const id = known.get(role.key) ?? (added.includes(role) ? role.id : undefined);
      return id === undefined ? [] : [[role.id, id]];
    }),
  );
  const letters = accountability.flatMap(({ id, ...cell }): readonly ChangeItem[] => {
    const roleId = ids.get(cell.roleId ?? '');
    if (roleId === undefined || taken.has(cell.requirementId)) return [];
    return [{ register: 'accountability', operation: 'create', id, fields: { ...cell, roleId } }];
  });
  return [
    ...added.map(({ id, ...fields }): ChangeItem => ({ register: 'role', operation: 'create', id, fields })),
    ...letters,
  ];
}

/** Numbers of the same. */
function missingCounts(snapshot: Snapshot): StaffingPage['template'] {
  let next = 0;
  const missing = missingFromTemplate(snapshot, () => `0-${next++}`);
  return {
    roles: missing.filter(({ register }) => register === 'role').length,
    letters: missing.filter(({ register }) => register === 'accountability').length,
  };
}
