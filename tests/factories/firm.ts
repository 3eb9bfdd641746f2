import type { Accountability } from '../../src/capabilities/accountability/model.ts';
import type { Applicability } from '../../src/capabilities/applicability/model.ts';
import type { CompetenceAssessment } from '../../src/capabilities/competence/model.ts';
import type { Person } from '../../src/capabilities/people/model.ts';
import type { Appointment, Role } from '../../src/capabilities/roles/model.ts';
import type { CompensatingControl, Duty } from '../../src/capabilities/segregation/model.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import { letters as letterOrder, requirementIdSchema } from '../../src/domain/requirement.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type {
  AccountabilityId,
  ApplicabilityId,
  AppointmentId,
  CompensatingControlId,
  CompetenceAssessmentId,
  DutyId,
  PersonId,
} from '../../src/kernel/id.ts';
import type { Level } from '../../src/kernel/level.ts';
import { countingIds, hours, personOf, snapshotWith, templateRows } from './snapshot.ts';
import { later } from './rows.ts';

/** A small firm that a story builds up fact by fact. All 33 roles are there, nobody holds one, no letter is set. */
export interface Firm {
  readonly role: (key: string) => Role;
  readonly hire: (name: string, changes?: Partial<Person>) => Person;
  /** As holder since 2026-01-01 with 4 hours a week, unless told otherwise. */
  readonly appoint: (person: Person, roleKey: string, changes?: Partial<Appointment>) => Appointment;
  /** Letters of a role (by key) or a person for a requirement, such as `RS`. */
  readonly letters: (requirement: string, bearer: string | Person, cell: string) => Accountability;
  /** Takes the default letters of all 123 requirements. */
  readonly defaultLetters: () => void;
  readonly exclude: (requirement: string, justification: string) => Applicability;
  readonly compensate: (rule: string, person: Person, changes?: Partial<CompensatingControl>) => CompensatingControl;
  readonly duty: (
    activity: string,
    bearer: string | Person,
    changes?: Partial<Omit<Duty, 'requirementIds'>> & { readonly requirementIds?: readonly string[] },
  ) => Duty;
  /** Somebody else judges a person, by interview on 2026-01-10, unless told otherwise. */
  readonly judge: (
    person: Person,
    competence: string,
    level: number,
    changes?: Partial<CompetenceAssessment>,
  ) => CompetenceAssessment;
  /** Judges a person in everything that a role requires and wishes, at its level. */
  readonly prove: (person: Person, roleKey: string) => void;
  readonly snapshot: (changes?: Partial<Snapshot>) => Snapshot;
}

export function newFirm(): Firm {
  const newId = countingIds();
  const template = templateRows(newId);
  const person: Person[] = [];
  const appointment: Appointment[] = [];
  const accountability: Accountability[] = [];
  const duty: Duty[] = [];
  const applicability: Applicability[] = [];
  const compensatingControl: CompensatingControl[] = [];
  const competenceAssessment: CompetenceAssessment[] = [];
  const keep = <T>(rows: T[], row: T): T => {
    rows.push(row);
    return row;
  };
  const role = (key: string): Role => {
    const found = template.role.find((entry) => entry.key === key);
    if (found === undefined) throw notFound(`role ${key}`);
    return found;
  };
  const judge: Firm['judge'] = (judged, competence, level, changes = {}) =>
    keep(competenceAssessment, {
      id: newId() as CompetenceAssessmentId,
      version: 1,
      personId: judged.id,
      competence,
      level: level as Level,
      on: plainDate('2026-01-10'),
      method: 'interview',
      assessorId: null,
      assessorName: 'Ingrid Sørensen',
      evidenceKind: null,
      reference: null,
      evidenceIds: [],
      to: null,
      refreshMonths: null,
      note: '',
      recordedBy: null,
      claim: null,
      ...changes,
    });
  return {
    role,
    judge,
    prove: (judged, roleKey) => {
      for (const { competence, level } of role(roleKey).competences) judge(judged, competence, level);
    },
    hire: (name, changes = {}) => keep(person, personOf(newId() as PersonId, name, changes)),
    appoint: (holder, roleKey, changes = {}) =>
      keep(appointment, {
        id: newId() as AppointmentId,
        version: 1,
        personId: holder.id,
        roleId: role(roleKey).id,
        capacity: 'holder',
        from: plainDate('2026-01-01'),
        to: null,
        hoursPerWeek: hours(4),
        appointedBy: 'Ingrid Sørensen',
        note: '',
        ...later.appointment,
        ...changes,
      }),
    letters: (requirement, bearer, cell) =>
      keep(accountability, {
        id: newId() as AccountabilityId,
        version: 1,
        requirementId: requirementIdSchema.parse(requirement),
        roleId: typeof bearer === 'string' ? role(bearer).id : null,
        personId: typeof bearer === 'string' ? null : bearer.id,
        letters: letterOrder.filter((letter) => cell.includes(letter)),
      }),
    defaultLetters: () => {
      accountability.push(...template.accountability);
    },
    exclude: (requirement, justification) =>
      keep(applicability, {
        id: newId() as ApplicabilityId,
        version: 1,
        requirementId: requirementIdSchema.parse(requirement),
        applicable: false,
        justification,
        status: 'not-started',
        ...later.applicability,
      }),
    compensate: (rule, holder, changes = {}) =>
      keep(compensatingControl, {
        id: newId() as CompensatingControlId,
        version: 1,
        rule,
        personId: holder.id,
        control: 'The auditor of a partner firm takes these audits.',
        approvedBy: 'Ingrid Sørensen',
        expires: plainDate('2027-01-01'),
        ...later.compensatingControl,
        ...changes,
      }),
    duty: (activity, bearer, { requirementIds = [], ...changes } = {}) =>
      keep(duty, {
        id: newId() as DutyId,
        version: 1,
        activity,
        roleId: typeof bearer === 'string' ? role(bearer).id : null,
        personId: typeof bearer === 'string' ? null : bearer.id,
        requirementIds: requirementIds.map((id) => requirementIdSchema.parse(id)),
        scope: null,
        from: null,
        to: null,
        ...changes,
      }),
    snapshot: (changes = {}) =>
      snapshotWith({
        role: template.role,
        person: [...person],
        appointment: [...appointment],
        accountability: [...accountability],
        applicability: [...applicability],
        compensatingControl: [...compensatingControl],
        duty: [...duty],
        competenceAssessment: [...competenceAssessment],
        ...changes,
      }),
  };
}
