import { letters, type Letter } from '../../domain/requirement.ts';
import { holdingOf, type Holding } from '../../domain/role-template.ts';
import { addDays, type Instant, type PlainDate } from '../../kernel/date.ts';
import type { WeeklyHours } from '../../kernel/hours.ts';
import type { RoleId } from '../../kernel/id.ts';
import { assessResolution } from '../assessment/assess.ts';
import type { Gap, Severity } from '../assessment/model.ts';
import { resolve } from '../assessment/resolution.ts';
import { keptApart } from '../roles/kept-apart.ts';
import type { Appointment, Role } from '../roles/model.ts';
import { appointmentRows } from '../roles/role-list.ts';
import { reasonOf } from '../segregation/rule-book.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import { competencesOf, requirementsWith, type LetterCompetence, type LetterRequirements } from './letter-role.ts';
import type { DocumentControl } from './model.ts';

/** Somebody's time in a role; `lastDay` is the last day that counts. */
export interface ProfileTerm {
  readonly name: string;
  readonly capacity: Appointment['capacity'];
  readonly from: PlainDate;
  readonly lastDay: PlainDate | null;
  readonly hoursPerWeek: WeeklyHours | null;
  /** Who gave the second person's word; null while nobody has. */
  readonly approvedBy: string | null;
}

export interface ProfileGap {
  readonly severity: Severity;
  readonly explanation: string;
}

export type ProfileLetters = Readonly<Record<Letter, readonly LetterRequirements[]>>;

/** What somebody who takes a role over wants to know: plain data, all names resolved. */
export interface RoleProfile {
  readonly document: 'role-profile';
  /** Grows when a field changes its meaning. */
  readonly schema: 1;
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  readonly role: Pick<Role, 'key' | 'name' | 'mandatory' | 'aliases' | 'external' | 'needsDeputy' | 'minimumHolders'>;
  readonly holding: Holding;
  /** In effect now or still to come, holders first. */
  readonly present: readonly ProfileTerm[];
  /** Latest first. */
  readonly former: readonly ProfileTerm[];
  /** Name of the role that may stand in where nobody holds this one. */
  readonly standIn: string | null;
  readonly responsibilities: readonly string[];
  readonly competences: readonly LetterCompetence[];
  readonly letters: ProfileLetters;
  /** Roles that should not be held beside it. */
  readonly apart: readonly { readonly role: string; readonly because: string }[];
  readonly gaps: readonly ProfileGap[];
}

const FORMER_SHOWN = 20;

export const termOf = (row: Appointment, name: string): ProfileTerm => ({
  name,
  capacity: row.capacity,
  from: row.from,
  lastDay: row.to === null ? null : addDays(row.to, -1),
  hoursPerWeek: row.hoursPerWeek,
  approvedBy: row.approval?.name ?? null,
});

export const profileGaps = (gaps: readonly Gap[], id: string): readonly ProfileGap[] =>
  gaps
    .filter(
      ({ subject, facts, rule }) =>
        subject.id === id || (rule !== 'role.not-approved' && facts.some((fact) => fact.id === id)),
    )
    .map(({ severity, explanation }) => ({ severity, explanation }));

/** The letters that a function finds, by letter. */
export const byLetter = (find: (letter: Letter) => readonly LetterRequirements[]): ProfileLetters =>
  Object.fromEntries(letters.map((letter) => [letter, find(letter)])) as Record<Letter, readonly LetterRequirements[]>;

/**
 * A role by the facts of the day `on`, to be handed to whoever takes it over. Without `control` it is internal and its
 * version is its position in the trail. The same arguments give the same profile.
 * @throws MusterError `not-found`
 */
export function roleProfile(
  snapshot: Snapshot,
  roleId: RoleId,
  on: PlainDate,
  control: DocumentControl = { classification: 'Internal', version: `Revision ${snapshot.trail.sequence}` },
): RoleProfile {
  const role = presentRow(snapshot, 'role', roleId);
  const resolution = resolve(snapshot, on);
  const rows = appointmentRows(snapshot, on, (row) => row.roleId === roleId);
  const holdersFirst = (a: Appointment, b: Appointment): number =>
    Number(b.capacity === 'holder') - Number(a.capacity === 'holder') || (a.from < b.from ? -1 : 1);
  return {
    document: 'role-profile',
    schema: 1,
    title: 'Role profile',
    standard: 'ISO/IEC 27001:2022',
    organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
    control,
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    role: {
      key: role.key,
      name: role.name,
      mandatory: role.mandatory,
      aliases: role.aliases,
      external: role.external,
      needsDeputy: role.needsDeputy,
      minimumHolders: role.minimumHolders,
    },
    holding: holdingOf(role.key),
    present: rows
      .filter(({ state }) => state !== 'ended')
      .toSorted(holdersFirst)
      .map((row) => termOf(row, row.personName)),
    former: rows
      .filter(({ state }) => state === 'ended')
      .slice(0, FORMER_SHOWN)
      .map((row) => termOf(row, row.personName)),
    standIn: snapshot.role.find(({ key }) => key === role.fallbackKey)?.name ?? null,
    responsibilities: role.responsibilities,
    competences: competencesOf(role),
    letters: byLetter((letter) => requirementsWith(letter, role, resolution)),
    apart: keptApart(role, snapshot.role, resolution.book).map(({ otherName, rule }) => ({
      role: otherName,
      because: `${reasonOf(rule)} (${rule.id})`,
    })),
    gaps: profileGaps(assessResolution(resolution).gaps, role.id),
  };
}
