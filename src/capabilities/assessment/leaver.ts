import { requirements } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { notFound } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { Accountability } from '../accountability/model.ts';
import { effectiveRows } from '../frameworks/inherited-letters.ts';
import { headedBy } from '../people/headship.ts';
import type { Person, Unit } from '../people/model.ts';
import { openWorkOf, type OpenWork } from '../programme/work-hand-over.ts';
import type { Appointment, Role } from '../roles/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { candidatesIn } from './candidate.ts';
import { competenceIn } from './competence-judge.ts';
import { heldRow, referenceAndTitle } from './framework-assessment.ts';
import type { PersonCandidate } from './model.ts';
import { onlyPerson } from './resilience-rule.ts';
import {
  acting,
  cellsWith,
  isEveryone,
  peopleOf,
  requirementsOf,
  resolve,
  type LetterRow,
  type Resolution,
  type ResolvedRow,
} from './resolution.ts';

export interface LeaverAppointment {
  readonly appointment: Appointment;
  readonly role: Role;
  /** Nobody acts in the role once the person is gone. */
  readonly orphaned: boolean;
  /** Applicable requirements in which the role has A or R. */
  readonly requirements: readonly RequirementId[];
  readonly successors: readonly PersonCandidate[];
}

/** A requirement of another catalogue that loses the last person of a letter. */
export interface LostElsewhere {
  readonly requirementId: RequirementId;
  /** Reference and title. */
  readonly label: string;
  readonly letters: readonly ('A' | 'R')[];
}

/** What breaks when somebody leaves. */
export interface LeaverImpact {
  readonly person: Person;
  /** The first day without the person. */
  readonly from: PlainDate;
  /** In effect on that day or beginning later. */
  readonly appointments: readonly LeaverAppointment[];
  /** Letters by name, in whatever catalogue. */
  readonly letters: readonly Accountability[];
  /** Requirements that lose the last person who answers for them. */
  readonly withoutAccountable: readonly RequirementId[];
  /** Requirements that lose the last person who does the work. */
  readonly withoutResponsible: readonly RequirementId[];
  /** Requirements of other catalogues whose own letters lead to nobody any more, in the catalogues' order. */
  readonly elsewhere: readonly LostElsewhere[];
  /** Requirements whose work only this person can do: neither holder nor deputy besides who is competent. */
  readonly singlePoint: readonly RequirementId[];
  /** Open actions, and projects that the person manages. */
  readonly work: OpenWork;
  /** Active people who report to the person. */
  readonly reports: readonly Person[];
  /** Units and sites that the person heads. */
  readonly units: readonly Unit[];
}

/**
 * What is orphaned when a person's engagement ends, and who could take over. `from` is the first day without the
 * person (an engagement's `to`), and the day on which it is judged.
 * @throws MusterError `not-found` when there is no such person.
 */
export function leaverImpact(snapshot: Snapshot, personId: PersonId, from: PlainDate): LeaverImpact {
  const person = snapshot.person.find((candidate) => candidate.id === personId);
  if (person === undefined) throw notFound('person');
  const before = resolve(withEnd(snapshot, personId, null), from);
  const after = resolve(withEnd(snapshot, personId, from), from);
  const candidates = candidatesIn(after);
  const judge = competenceIn(before);
  const appointments = snapshot.appointment
    .filter((appointment) => appointment.personId === personId && (appointment.to === null || appointment.to > from))
    .flatMap((appointment): readonly LeaverAppointment[] => {
      const staffing = after.roles.get(appointment.roleId);
      if (staffing === undefined) return [];
      return [
        {
          appointment,
          role: staffing.role,
          orphaned: acting(staffing).length === 0,
          requirements: requirementsOf(staffing, ['A', 'R']),
          successors: candidates.forRole(staffing, personId),
        },
      ];
    });
  return {
    person,
    from,
    appointments,
    letters: snapshot.accountability.filter((cell) => cell.personId === personId),
    withoutAccountable: lost(before, after, 'A'),
    withoutResponsible: lost(before, after, 'R'),
    elsewhere: lostElsewhere(before, after),
    singlePoint: idsOf(before.rows.filter((row) => row.applicable && onlyPerson(row, judge) === personId)),
    work: openWorkOf(snapshot, personId),
    reports: snapshot.person.filter(
      (report) => report.managerId === personId && after.people.get(report.id)?.active === true,
    ),
    units: headedBy(snapshot, personId),
  };
}

const withEnd = (snapshot: Snapshot, personId: PersonId, to: PlainDate | null): Snapshot => ({
  ...snapshot,
  person: snapshot.person.map((person) => (person.id === personId ? { ...person, to } : person)),
});

const idsOf = (rows: readonly ResolvedRow[]): readonly RequirementId[] => rows.map((row) => row.requirement.id);

/** What is lost in other catalogues by letters of their own: those that are inherited are lost where they come from. */
function lostElsewhere(before: Resolution, after: Resolution): readonly LostElsewhere[] {
  const { snapshot } = before;
  if (snapshot.framework.length === 0) return [];
  const rowOf = effectiveRows(snapshot.accountability, snapshot.requirementMapping);
  const order = new Map(snapshot.framework.map(({ id }, index) => [id, index]));
  const has = (row: LetterRow, letter: 'A' | 'R'): boolean => {
    const cells = cellsWith(row, letter);
    return cells.some(isEveryone) || peopleOf(cells, 1).length > 0;
  };
  return snapshot.frameworkRequirement
    .filter(({ assessable, requirementId }) => assessable && rowOf(requirementId).source === 'own')
    .toSorted((a, b) => (order.get(a.frameworkId) ?? 0) - (order.get(b.frameworkId) ?? 0) || a.position - b.position)
    .flatMap((requirement) => {
      const [was, is] = [heldRow(requirement, rowOf, before), heldRow(requirement, rowOf, after)];
      const letters = (['A', 'R'] as const).filter((letter) => has(was, letter) && !has(is, letter));
      const { requirementId } = requirement;
      return letters.length === 0 ? [] : [{ requirementId, label: referenceAndTitle(requirement), letters }];
    });
}

/** Rows that have somebody with the letter before and nobody after. */
function lost(before: Resolution, after: Resolution, letter: 'A' | 'R'): readonly RequirementId[] {
  const has = (row: ResolvedRow | undefined): boolean =>
    row !== undefined && row.applicable && peopleOf(cellsWith(row, letter), 1).length > 0;
  return requirements.flatMap((requirement, index) =>
    has(before.rows[index]) && !has(after.rows[index]) ? [requirement.id] : [],
  );
}
