import type { AppointmentId } from '../../kernel/id.ts';
import type { Appointment, AppointmentFields } from '../roles/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { severities, type Assessment, type Gap } from './model.ts';

/** What the assessment would say otherwise, worst first. */
export interface Consequences {
  /** Gaps that are not there now, and gaps that would weigh more. */
  readonly created: readonly Gap[];
  readonly removed: readonly Gap[];
}

/** An appointment that is thought of: a new one, or one that stands in the place of `appointmentId`. */
export type Thought = Pick<AppointmentFields, 'personId' | 'roleId' | 'capacity' | 'from' | 'to' | 'hoursPerWeek'> & {
  readonly appointmentId: AppointmentId | null;
};

/** The snapshot with the appointments as if they were made. Nothing in the snapshot is changed. */
export function withThoughts(snapshot: Snapshot, thoughts: readonly Thought[]): Snapshot {
  const known = new Map(snapshot.appointment.map((row) => [row.id, row]));
  const rows = thoughts.map(({ appointmentId, ...terms }, index): Appointment => {
    const before = appointmentId === null ? undefined : known.get(appointmentId);
    return {
      id: before?.id ?? thoughtId(index),
      version: before?.version ?? 1,
      appointedBy: before?.appointedBy ?? null,
      note: before?.note ?? '',
      requestedBy: null,
      approval: before?.approval ?? null,
      ...terms,
    };
  });
  const replaced = new Set(rows.map(({ id }) => id));
  return { ...snapshot, appointment: [...snapshot.appointment.filter(({ id }) => !replaced.has(id)), ...rows] };
}

/** An id that no row has: of a version of UUID that is never made here. */
const thoughtId = (index: number): AppointmentId =>
  `ffffffff-ffff-0000-8000-${index.toString(16).padStart(12, '0')}` as AppointmentId;

const weight = (gap: Gap): number => severities.indexOf(gap.severity);

/**
 * Gaps that come and gaps that go between two assessments of one day. That an appointment waits for a second person is
 * the normal way of every one, and so is not told.
 */
export function consequences(before: Assessment, after: Assessment): Consequences {
  const told = (gap: Gap): boolean => gap.rule !== 'role.not-approved';
  const earlier = new Map(before.gaps.map((gap) => [gap.id, gap]));
  const later = new Set(after.gaps.map((gap) => gap.id));
  return {
    created: after.gaps.filter((gap) => {
      const known = earlier.get(gap.id);
      return told(gap) && (known === undefined || weight(gap) < weight(known));
    }),
    removed: before.gaps.filter((gap) => told(gap) && !later.has(gap.id)),
  };
}
