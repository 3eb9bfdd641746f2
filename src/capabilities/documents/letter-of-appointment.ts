import type { RequirementId } from '../../domain/requirement.ts';
import type { SegregationSeverity } from '../../domain/segregation-rule.ts';
import { addDays, type Instant, type PlainDate } from '../../kernel/date.ts';
import type { Decision } from '../../kernel/entity.ts';
import type { WeeklyHours } from '../../kernel/hours.ts';
import type { AppointmentId } from '../../kernel/id.ts';
import { assessResolution } from '../assessment/assess.ts';
import type { Gap } from '../assessment/model.ts';
import { resolve, type Resolution } from '../assessment/resolution.ts';
import type { Appointment } from '../roles/model.ts';
import { reasonOf } from '../segregation/rule-book.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import { competencesOf, requirementsWith, type LetterCompetence, type LetterRequirements } from './letter-role.ts';
import { byText } from './matrix-role.ts';
import type { DocumentControl } from './model.ts';

/** One appointment as the letter tells it: plain data, all names resolved, every `lastDay` the last day that counts. */
export interface LetterOfAppointment {
  readonly document: 'letter-of-appointment';
  /** Grows when a field changes its meaning. */
  readonly schema: 1;
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  /** The date of the facts. */
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  readonly person: {
    readonly name: string;
    readonly jobTitle: string | null;
    readonly unit: string | null;
    readonly external: boolean;
  };
  readonly role: { readonly name: string; readonly key: string; readonly mandatory: boolean };
  readonly capacity: Appointment['capacity'];
  readonly from: PlainDate;
  /** Null when the appointment is open-ended. */
  readonly lastDay: PlainDate | null;
  readonly hoursPerWeek: WeeklyHours | null;
  readonly appointedBy: string | null;
  /** The second person's word; null while nobody has given it. */
  readonly approval: Pick<Decision, 'name' | 'on'> | null;
  /** The day of the appointment whose counterparts and conflicts are told: `on`, or the nearest day of the term. */
  readonly day: PlainDate;
  /** Names of the deputies for a holder, and of the holders for a deputy. */
  readonly counterparts: readonly string[];
  readonly responsibilities: readonly string[];
  readonly competences: readonly LetterCompetence[];
  readonly accountable: readonly LetterRequirements[];
  readonly responsible: readonly LetterRequirements[];
  readonly conflicts: readonly LetterConflict[];
}

/** Two duties of the person that a rule separates, one of them through this appointment. */
export interface LetterConflict {
  readonly rule: string;
  readonly severity: SegregationSeverity;
  readonly reason: string;
  /** Names of the other roles that conflict; empty where it is A and R of one requirement. */
  readonly otherRoles: readonly string[];
  readonly requirements: readonly RequirementId[];
  /** The compensating control that counts on the day. */
  readonly compensation: {
    readonly control: string;
    readonly approvedBy: string;
    readonly lastDay: PlainDate;
  } | null;
  /** What may be done instead; null where nothing cures the conflict. */
  readonly suggestion: string | null;
}

/** The day of the term nearest to `on`. */
function dayInTerm({ from, to }: Appointment, on: PlainDate): PlainDate {
  if (on < from) return from;
  return to !== null && to <= on && from < to ? addDays(to, -1) : on;
}

function conflictOf(gap: Gap, appointment: Appointment, { snapshot, book }: Resolution): readonly LetterConflict[] {
  const rule = book.find(gap.id.split(':')[1] ?? '');
  if (rule === undefined) return [];
  const cited = (register: string): ReadonlySet<string> =>
    new Set(gap.facts.filter((fact) => fact.register === register).map((fact) => fact.id));
  const appointments = cited('appointment');
  const otherRoles = new Set(
    snapshot.appointment
      .filter((one) => appointments.has(one.id) && one.roleId !== appointment.roleId)
      .map((one) => one.roleId),
  );
  const controls = cited('compensatingControl');
  // A conflict that is compensated asks for nothing more, and so has no fix.
  const control = gap.fix === undefined ? snapshot.compensatingControl.find((one) => controls.has(one.id)) : undefined;
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      reason: reasonOf(rule),
      otherRoles:
        rule.kind === 'row'
          ? []
          : snapshot.role
              .filter((one) => otherRoles.has(one.id))
              .map((one) => one.name)
              .sort(byText),
      requirements: rule.kind === 'row' ? gap.requirements : [],
      compensation:
        control === undefined
          ? null
          : { control: control.control, approvedBy: control.approvedBy, lastDay: addDays(control.expires, -1) },
      suggestion: rule.compensatingControl,
    },
  ];
}

/**
 * The letter that hands a role over: what one appointment means by the facts of the day `on`. Deputies and conflicts
 * are told as of `on`, or of the day nearest to it on which the appointment counts. Without `control`, the letter is
 * internal and its version is its position in the trail. The same arguments give the same letter.
 * @throws MusterError `not-found` when the appointment, or the person or role it names, is not in the snapshot.
 */
export function letterOfAppointment(
  snapshot: Snapshot,
  appointmentId: AppointmentId,
  on: PlainDate,
  control: DocumentControl = { classification: 'Internal', version: `Revision ${snapshot.trail.sequence}` },
): LetterOfAppointment {
  const appointment = presentRow(snapshot, 'appointment', appointmentId);
  const person = presentRow(snapshot, 'person', appointment.personId);
  const role = presentRow(snapshot, 'role', appointment.roleId);
  const day = dayInTerm(appointment, on);
  const resolution = resolve(snapshot, day);
  const staffing = resolution.roles.get(role.id);
  const others = (appointment.capacity === 'holder' ? staffing?.deputies : staffing?.holders) ?? [];
  const conflicts = assessResolution(resolution).gaps.filter(
    (gap) =>
      gap.rule === 'sod.conflict' &&
      gap.subject.id === person.id &&
      gap.facts.some((fact) => fact.register === 'appointment' && fact.id === appointment.id),
  );
  return {
    document: 'letter-of-appointment',
    schema: 1,
    title: 'Letter of appointment',
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
      external: person.kind === 'external',
    },
    role: { name: role.name, key: role.key, mandatory: role.mandatory },
    capacity: appointment.capacity,
    from: appointment.from,
    lastDay: appointment.to === null ? null : addDays(appointment.to, -1),
    hoursPerWeek: appointment.hoursPerWeek,
    appointedBy: appointment.appointedBy,
    approval: appointment.approval === null ? null : { name: appointment.approval.name, on: appointment.approval.on },
    day,
    counterparts: [...new Set(others.flatMap((one) => resolution.people.get(one.personId)?.person.name ?? []))].sort(
      byText,
    ),
    responsibilities: role.responsibilities,
    competences: competencesOf(role),
    accountable: requirementsWith('A', role, resolution),
    responsible: requirementsWith('R', role, resolution),
    conflicts: conflicts.flatMap((gap) => conflictOf(gap, appointment, resolution)),
  };
}
