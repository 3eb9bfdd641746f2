import type { Letter, RequirementId } from '../../domain/requirement.ts';
import { addDays, type Instant, type PlainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { assessResolution } from '../assessment/assess.ts';
import { resolve, type Resolution } from '../assessment/resolution.ts';
import { appointmentRows } from '../roles/role-list.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import { grouped, type LetterRequirements } from './letter-role.ts';
import { byText } from './matrix-role.ts';
import type { DocumentControl } from './model.ts';
import {
  byLetter,
  profileGaps,
  termOf,
  type ProfileGap,
  type ProfileLetters,
  type ProfileTerm,
} from './role-profile.ts';

/** A role that the person holds or deputizes in, with who else does. */
export interface PersonRole extends ProfileTerm {
  readonly responsibilities: readonly string[];
  /** Names of the deputies for a holder, and of the holders for a deputy. */
  readonly counterparts: readonly string[];
}

/** What one person has taken on for information security: plain data, all names resolved. */
export interface PersonProfile {
  readonly document: 'person-profile';
  /** Grows when a field changes its meaning. */
  readonly schema: 1;
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  readonly person: {
    readonly name: string;
    readonly jobTitle: string | null;
    readonly unit: string | null;
    readonly manager: string | null;
    readonly external: boolean;
    readonly from: PlainDate | null;
    readonly lastDay: PlainDate | null;
  };
  /** In effect on the day or still to come; `name` is the role's. */
  readonly roles: readonly PersonRole[];
  readonly former: readonly ProfileTerm[];
  /** Hours a week of all appointments in effect. */
  readonly hoursPerWeek: number;
  /** Letters of all roles and by name; a title says through which where it is more than one. */
  readonly letters: ProfileLetters;
  readonly gaps: readonly ProfileGap[];
}

/** Through what a person has a letter, by requirement; said where it is more than one role, or as deputy. */
function lettersOf(personId: PersonId, letter: Letter, resolution: Resolution): readonly LetterRequirements[] {
  const standing = resolution.people.get(personId);
  const through = new Map<RequirementId, string[]>();
  const add = (id: RequirementId, what: string): void => {
    const list = through.get(id) ?? [];
    through.set(id, list);
    if (!list.includes(what)) list.push(what);
  };
  const held = (standing?.appointments ?? []).flatMap((appointment) => {
    const staffing = resolution.roles.get(appointment.roleId);
    return staffing === undefined ? [] : [{ staffing, deputy: appointment.capacity === 'deputy' }];
  });
  const everyones = [...resolution.roles.values()].filter(({ holding }) => holding === 'everyone');
  for (const { staffing, deputy } of [...held, ...everyones.map((staffing) => ({ staffing, deputy: false }))])
    for (const { cell } of staffing.cells)
      if (cell.letters.includes(letter)) add(cell.requirementId, `${deputy ? 'deputy: ' : ''}${staffing.role.name}`);
  for (const cell of standing?.cells ?? []) if (cell.letters.includes(letter)) add(cell.requirementId, 'by name');
  const ways = new Set([...through.values()].flat());
  const told = ways.size > 1 || held.some(({ deputy }) => deputy);
  return grouped(new Set(through.keys()), (id) => (told ? ` · ${(through.get(id) ?? []).join(', ')}` : ''));
}

/**
 * One person's duties by the facts of the day `on`. Without `control` it is internal and its version is its position in
 * the trail. The same arguments give the same profile. What a person costs is not in it.
 * @throws MusterError `not-found`
 */
export function personProfile(
  snapshot: Snapshot,
  personId: PersonId,
  on: PlainDate,
  control: DocumentControl = { classification: 'Confidential', version: `Revision ${snapshot.trail.sequence}` },
): PersonProfile {
  const person = presentRow(snapshot, 'person', personId);
  const resolution = resolve(snapshot, on);
  const nameOf = (id: PersonId): readonly string[] => {
    const name = resolution.people.get(id)?.person.name;
    return name === undefined ? [] : [name];
  };
  const rows = appointmentRows(snapshot, on, (row) => row.personId === personId);
  const present = rows.filter(({ state }) => state !== 'ended').toReversed();
  const active = present.filter(({ state }) => state === 'active');
  return {
    document: 'person-profile',
    schema: 1,
    title: 'Duties in information security',
    standard: 'ISO/IEC 27001:2022',
    organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
    control,
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    person: {
      name: person.name,
      jobTitle: person.jobTitle,
      unit: person.unit,
      manager: person.managerId === null ? null : (resolution.people.get(person.managerId)?.person.name ?? null),
      external: person.kind === 'external',
      from: person.from,
      lastDay: person.to === null ? null : addDays(person.to, -1),
    },
    roles: present.map((row) => {
      const staffing = resolution.roles.get(row.roleId);
      const others = (row.capacity === 'holder' ? staffing?.deputies : staffing?.holders) ?? [];
      return {
        ...termOf(row, row.roleName),
        responsibilities: staffing?.role.responsibilities ?? [],
        counterparts: [
          ...new Set(others.filter((one) => one.personId !== personId).flatMap((one) => nameOf(one.personId))),
        ].sort(byText),
      };
    }),
    former: rows.filter(({ state }) => state === 'ended').map((row) => termOf(row, row.roleName)),
    hoursPerWeek: active.reduce((sum, { hoursPerWeek }) => sum + (hoursPerWeek ?? 0), 0),
    letters: byLetter((letter) => lettersOf(personId, letter, resolution)),
    gaps: profileGaps(assessResolution(resolution).gaps, personId),
  };
}
