import { accountabilityDefaults } from '../../domain/accountability-default.ts';
import type { Letter } from '../../domain/requirement.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import { explainCandidate } from './explanation.ts';
import type { PersonCandidate, RoleCandidate } from './model.ts';
import { isStaffed, type Resolution, type ResolvedRow, type Staffing, type Standing } from './resolution.ts';
import { ruleBetween } from './role-conflict.ts';

const SHOWN = 5;
const CONSIDERED = 8;

/** Finds who could step in. Looks at a bounded number of people for each question, so that it may be asked for every gap. */
export interface Candidates {
  /** People for a role, best first: deputies, holders of the stand-in role, matching job titles, the last holder's manager and colleagues. */
  readonly forRole: (staffing: Staffing, without?: PersonId) => readonly PersonCandidate[];
  /** Roles for a letter: the default one first, then those that stand in the row already. */
  readonly forLetter: (row: ResolvedRow, letter: Letter) => readonly RoleCandidate[];
}

/** The indexes over people are built when first asked for. */
export function candidatesIn(resolution: Resolution): Candidates {
  let indexes: { readonly units: PeopleIndex; readonly titles: PeopleIndex } | undefined;
  const indexed = (): { readonly units: PeopleIndex; readonly titles: PeopleIndex } =>
    (indexes ??= {
      units: indexBy(resolution, (standing) => standing.person.unit),
      titles: indexBy(resolution, (standing) => standing.person.jobTitle?.toLowerCase() ?? null),
    });
  return {
    forRole: (staffing, without) => peopleForRole(resolution, indexed(), staffing, without),
    forLetter: (row, letter) => rolesForLetter(resolution, row, letter),
  };
}

type PeopleIndex = ReadonlyMap<string, readonly Standing[]>;

function indexBy(resolution: Resolution, key: (standing: Standing) => string | null): PeopleIndex {
  const index = new Map<string, Standing[]>();
  for (const standing of resolution.people.values()) {
    const text = standing.active ? key(standing) : null;
    if (text === null) continue;
    const list = index.get(text);
    if (list === undefined) index.set(text, [standing]);
    else if (list.length < CONSIDERED) list.push(standing);
  }
  return index;
}

function peopleForRole(
  resolution: Resolution,
  { units, titles }: { readonly units: PeopleIndex; readonly titles: PeopleIndex },
  staffing: Staffing,
  without: PersonId | undefined,
): readonly PersonCandidate[] {
  const { role } = staffing;
  const taken = new Set<PersonId>(staffing.holders.map((appointment) => appointment.personId));
  if (without !== undefined) taken.add(without);
  const clear: PersonCandidate[] = [];
  const contested: PersonCandidate[] = [];
  const consider = (standing: Standing | undefined, reason: string): void => {
    if (standing === undefined || !standing.active || taken.has(standing.person.id)) return;
    if (role.external === 'no' && standing.person.kind === 'external') return;
    taken.add(standing.person.id);
    const { id: personId, name: label } = standing.person;
    const rule = conflictWith(resolution, standing, role.key);
    if (rule === undefined) clear.push({ personId, label, reason });
    else contested.push({ personId, label, reason: explainCandidate.against(reason, rule) });
  };

  if (staffing.holders.length === 0)
    for (const deputy of staffing.deputies.slice(0, CONSIDERED))
      consider(resolution.people.get(deputy.personId), explainCandidate.deputy(role.name));
  for (const title of [role.name, ...role.aliases])
    for (const standing of titles.get(title.toLowerCase()) ?? [])
      consider(standing, explainCandidate.jobTitle(standing.person.jobTitle ?? title));
  const standIn = role.fallbackKey === null ? undefined : resolution.rolesByKey.get(role.fallbackKey);
  for (const holder of standIn?.holders.slice(0, CONSIDERED) ?? [])
    consider(resolution.people.get(holder.personId), explainCandidate.standIn(standIn?.role.name ?? ''));
  const model = resolution.people.get(
    staffing.holders[0]?.personId ??
      staffing.leavers[0]?.personId ??
      staffing.last?.appointment.personId ??
      without ??
      ('' as PersonId),
  )?.person;
  if (model !== undefined) {
    if (staffing.holders.length === 0 && model.managerId !== null)
      consider(resolution.people.get(model.managerId), explainCandidate.manager(model.name));
    if (model.unit !== null)
      for (const colleague of units.get(model.unit) ?? []) consider(colleague, explainCandidate.colleague(model.unit));
  }
  return [...clear, ...contested].slice(0, SHOWN);
}

function conflictWith(resolution: Resolution, standing: Standing, roleKey: string): string | undefined {
  for (const appointment of standing.appointments) {
    const held = resolution.roles.get(appointment.roleId);
    const rule = held === undefined ? undefined : ruleBetween(held.role.key, roleKey);
    if (rule !== undefined) return `${held?.role.name ?? ''} (${rule.id})`;
  }
  return undefined;
}

const defaultsByRequirement = new Map(accountabilityDefaults.map((row) => [row.requirementId, row]));

function rolesForLetter(resolution: Resolution, row: ResolvedRow, letter: Letter): readonly RoleCandidate[] {
  const found = new Map<RoleId, RoleCandidate>();
  const offer = (staffing: Staffing | undefined, reason: (staffed: boolean) => string): void => {
    if (staffing === undefined || staffing.holding === 'everyone' || found.has(staffing.role.id)) return;
    const { id: roleId, name: label } = staffing.role;
    found.set(roleId, { roleId, label, reason: reason(isStaffed(staffing, resolution)) });
  };
  for (const cell of defaultsByRequirement.get(row.requirement.id)?.cells ?? [])
    if (cell.letters.includes(letter))
      offer(resolution.rolesByKey.get(cell.roleKey), (staffed) => explainCandidate.defaultRole(letter, staffed));
  for (const { staffing, cell } of row.cells)
    if (staffing !== null && !cell.letters.includes('I') && isStaffed(staffing, resolution))
      offer(staffing, explainCandidate.inRow);
  return [...found.values()].slice(0, SHOWN);
}
