import type { AppointmentFields } from './model.ts';
import { overlaps } from '../../kernel/period.ts';

/** True when a person would hold the same role in the same capacity twice at one time. */
export const sameAppointment = (
  a: Pick<AppointmentFields, 'personId' | 'roleId' | 'capacity' | 'from' | 'to'>,
  b: Pick<AppointmentFields, 'personId' | 'roleId' | 'capacity' | 'from' | 'to'>,
): boolean => a.personId === b.personId && a.roleId === b.roleId && a.capacity === b.capacity && overlaps(a, b);
