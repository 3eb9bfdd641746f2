import { accountabilityDefaults } from '../../domain/accountability-default.ts';
import type { Letter } from '../../domain/requirement.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import { foldedName } from '../accountability/name-similarity.ts';
import type { Role } from '../roles/model.ts';
import { competenceIn, type CompetenceJudge } from './competence-judge.ts';
import { explainCandidate } from './explanation.ts';
import type { PersonCandidate, RoleCandidate } from './model.ts';
import { isStaffed, type Resolution, type ResolvedRow, type Staffing, type Standing } from './resolution.ts';
import { holdersOfNearTitle, holdersOfTitle, titlesOf, type TitleIndex } from './title-index.ts';

const SHOWN = 5;
const CONSIDERED = 8;

/** Finds who could step in. Looks at a bounded number of people for each question, so that it may be asked for every gap. */
export interface Candidates {
  /**
   * People for a role, best first: deputies, matching job titles, the head of a unit of that name, holders of the
   * stand-in role, titles close by, who leads the organization, the last holder's manager and colleagues. Of those who suggest themselves
   * whoever proves all that the role requires stands first.
   */
  readonly forRole: (staffing: Staffing, without?: PersonId) => readonly PersonCandidate[];
  /** Roles for a letter: the default one first, then those that stand in the row already. */
  readonly forLetter: (row: ResolvedRow, letter: Letter) => readonly RoleCandidate[];
}

interface Indexes {
  readonly units: ReadonlyMap<string, readonly Standing[]>;
  readonly titles: TitleIndex;
  /** Heads of the units that are described, by the unit's folded name. */
  readonly heads: ReadonlyMap<string, { readonly unit: string; readonly head: Standing }>;
  /** Who reports to nobody and has the most reports, with those who report to them. */
  readonly top: { readonly head: Standing; readonly reports: readonly Standing[] } | null;
}

/** The indexes over people are built when first asked for. */
export function candidatesIn(resolution: Resolution, judge: CompetenceJudge = competenceIn(resolution)): Candidates {
  let indexes: Indexes | undefined;
  const indexed = (): Indexes =>
    (indexes ??= {
      units: byUnit(resolution),
      titles: titlesOf(resolution),
      heads: headsOf(resolution),
      top: topOf(resolution),
    });
  return {
    forRole: (staffing, without) => peopleForRole(resolution, indexed(), judge, staffing, without),
    forLetter: (row, letter) => rolesForLetter(resolution, judge, row, letter),
  };
}

function byUnit(resolution: Resolution): Indexes['units'] {
  const index = new Map<string, Standing[]>();
  for (const standing of resolution.people.values()) {
    const text = standing.active ? standing.person.unit : null;
    if (text === null) continue;
    const list = index.get(text);
    if (list === undefined) index.set(text, [standing]);
    else if (list.length < CONSIDERED) list.push(standing);
  }
  return index;
}

const headsOf = ({ snapshot, people }: Resolution): Indexes['heads'] =>
  new Map(
    snapshot.unit.flatMap(({ name, headId }) => {
      const head = headId === null ? undefined : people.get(headId);
      return head?.active === true ? [[foldedName(name), { unit: name, head }] as const] : [];
    }),
  );

function topOf({ people }: Resolution): Indexes['top'] {
  const reports = new Map<PersonId, Standing[]>();
  for (const standing of people.values()) {
    const { managerId } = standing.person;
    if (!standing.active || managerId === null || managerId === standing.person.id) continue;
    const list = reports.get(managerId);
    if (list === undefined) reports.set(managerId, [standing]);
    else list.push(standing);
  }
  let top: Indexes['top'] = null;
  for (const [id, list] of reports) {
    const head = people.get(id);
    if (head?.active !== true || head.person.managerId !== null || head.person.kind === 'external') continue;
    const more = top === null ? 1 : list.length - top.reports.length;
    if (more > 0 || (more === 0 && top !== null && id < top.head.person.id)) top = { head, reports: list };
  }
  return top;
}

/** Roles that belong to who leads the organization, and those to who reports there. */
const ofTheHead: ReadonlySet<string> = new Set(['ceo', 'leadership-team', 'management-review-team', 'isms-leadership']);
const ofTheReports: ReadonlySet<string> = new Set(['leadership-team', 'management-review-team']);

function peopleForRole(
  resolution: Resolution,
  { units, titles, heads, top }: Indexes,
  judge: CompetenceJudge,
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
    const against = conflictWith(resolution, standing, staffing);
    if (against === undefined) clear.push({ personId, label, reason, contested: false });
    else contested.push({ personId, label, reason: explainCandidate.against(reason, against), contested: true });
  };

  for (const deputy of staffing.deputies.slice(0, CONSIDERED))
    consider(resolution.people.get(deputy.personId), explainCandidate.deputy(role.name));
  for (const standing of holdersOfTitle(titles, role))
    consider(standing, explainCandidate.jobTitle(standing.person.jobTitle ?? role.name));
  for (const name of [role.name, ...role.aliases]) {
    const found = heads.get(foldedName(name));
    if (found !== undefined) consider(found.head, explainCandidate.unitHead(found.unit));
  }
  const standIn = role.fallbackKey === null ? undefined : resolution.rolesByKey.get(role.fallbackKey);
  for (const holder of standIn?.holders.slice(0, CONSIDERED) ?? [])
    consider(resolution.people.get(holder.personId), explainCandidate.standIn(standIn?.role.name ?? ''));
  for (const { standing, near } of holdersOfNearTitle(titles, role, resolution))
    consider(standing, explainCandidate.nearTitle(standing.person.jobTitle ?? '', near));
  if (top !== null && ofTheHead.has(role.key)) consider(top.head, explainCandidate.top(top.reports.length));
  if (top !== null && ofTheReports.has(role.key))
    for (const report of top.reports.slice(0, CONSIDERED))
      consider(report, explainCandidate.reportsToTop(top.head.person.name));
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
  const proving = judgedIn(resolution, judge, role);
  return [...proving(clear), ...proving(contested)].slice(0, SHOWN);
}

/**
 * Says of each how much they prove of what a role requires: who proves all of it stands first, the others as they were.
 * Nothing is said while nobody was ever judged.
 */
function judgedIn(
  { snapshot }: Resolution,
  judge: CompetenceJudge,
  role: Role,
): (people: readonly PersonCandidate[]) => readonly PersonCandidate[] {
  const musts = role.competences.filter(({ required, level }) => required && level > 0);
  if (musts.length === 0 || snapshot.competenceAssessment.length === 0) return (people) => people;
  const held = judge.held();
  return (people) => {
    const judged = people.map((one) => {
      const proven = musts.filter(
        ({ competence, level }) => held.proof(one.personId, competence, level) !== null,
      ).length;
      const reason = `${one.reason} ${explainCandidate.proves(proven, musts.length)}`;
      return { able: proven === musts.length, candidate: { ...one, reason } };
    });
    return [...judged.filter(({ able }) => able), ...judged.filter(({ able }) => !able)].map(
      ({ candidate }) => candidate,
    );
  };
}

/** What the person holds that a rule, shipped or own, keeps apart from this role. */
function conflictWith(resolution: Resolution, standing: Standing, { role }: Staffing): string | undefined {
  for (const appointment of standing.appointments) {
    const held = resolution.roles.get(appointment.roleId)?.role;
    if (held === undefined) continue;
    const rule = resolution.book.between(held.key, role.key);
    if (rule !== undefined) return `${held.name} (${rule.id})`;
  }
  return undefined;
}

const defaultsByRequirement = new Map(accountabilityDefaults.map((row) => [row.requirementId, row]));

function rolesForLetter(
  resolution: Resolution,
  judge: CompetenceJudge,
  row: ResolvedRow,
  letter: Letter,
): readonly RoleCandidate[] {
  const { competenceAssessment } = resolution.snapshot;
  /** How many of those who act in a role can do it; nothing while nobody was ever judged. */
  const abilityOf = ({ role }: Staffing): readonly string[] => {
    const acting = competenceAssessment.length === 0 ? undefined : judge.roles().get(role.id)?.acting;
    const asks = role.competences.some(({ required, level }) => required && level > 0);
    return acting === undefined || acting.people === 0 || !asks
      ? []
      : [explainCandidate.able(acting.competent, acting.people)];
  };
  const found = new Map<RoleId, RoleCandidate>();
  const offer = (staffing: Staffing | undefined, reason: (staffed: boolean) => string): void => {
    if (staffing === undefined || staffing.holding === 'everyone' || found.has(staffing.role.id)) return;
    const { id: roleId, name: label } = staffing.role;
    const said = reason(isStaffed(staffing, resolution));
    found.set(roleId, { roleId, label, reason: [said, ...abilityOf(staffing)].join(' ') });
  };
  for (const cell of defaultsByRequirement.get(row.requirement.id)?.cells ?? [])
    if (cell.letters.includes(letter))
      offer(resolution.rolesByKey.get(cell.roleKey), (staffed) => explainCandidate.defaultRole(letter, staffed));
  for (const { staffing, cell } of row.cells)
    if (staffing !== null && !cell.letters.includes('I') && isStaffed(staffing, resolution))
      offer(staffing, explainCandidate.inRow);
  return [...found.values()].slice(0, SHOWN);
}
