import { schemaErrors } from '../../../web/form/form-errors.ts';
import { endAfter, lastDayOf } from '../../../web/form/last-day.ts';
import { thoughtAppointment, type ThoughtAppointment } from '../contract.ts';
import { appointmentFields, type Appointment, type AppointmentFields } from '../model.ts';

/** What stands in the form of an appointment, as somebody types it; `to` is the last day. */
export interface AppointmentDraft {
  readonly capacity: AppointmentFields['capacity'];
  readonly from: string;
  readonly to: string;
  readonly hoursPerWeek: number | string;
  readonly appointedBy: string;
  readonly note: string;
}

export const appointmentDraftOf = (appointment: Appointment): AppointmentDraft => ({
  capacity: appointment.capacity,
  from: appointment.from,
  to: lastDayOf(appointment.to),
  hoursPerWeek: appointment.hoursPerWeek ?? '',
  appointedBy: appointment.appointedBy ?? '',
  note: appointment.note,
});

const termFields = appointmentFields.omit({ personId: true, roleId: true, requestedBy: true, approval: true });
export type AppointmentTerms = Omit<AppointmentFields, 'personId' | 'roleId' | 'requestedBy' | 'approval'>;

export type ReadTerms =
  | { readonly ok: true; readonly terms: AppointmentTerms }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Checks dates, hours and capacity by the schema of the model. */
export function readTerms(draft: AppointmentDraft): ReadTerms {
  const checked = termFields.safeParse({
    capacity: draft.capacity,
    from: draft.from,
    to: endAfter(draft.to),
    hoursPerWeek: draft.hoursPerWeek === '' ? null : Number(draft.hoursPerWeek),
    appointedBy: draft.appointedBy.trim() === '' ? null : draft.appointedBy,
    note: draft.note,
  });
  return checked.success ? { ok: true, terms: checked.data } : { ok: false, errors: schemaErrors(checked) };
}

/** The draft as an appointment to think through; none while it is not yet one. */
export function thoughtsOf(
  draft: AppointmentDraft,
  personId: string | null,
  roleId: string,
  appointmentId: string | null,
): readonly ThoughtAppointment[] {
  const read = readTerms(draft);
  if (!read.ok || personId === null) return [];
  const { capacity, from, to, hoursPerWeek } = read.terms;
  const checked = thoughtAppointment.safeParse({ personId, roleId, appointmentId, capacity, from, to, hoursPerWeek });
  return checked.success ? [checked.data] : [];
}
