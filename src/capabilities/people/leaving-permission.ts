import type { LeaverImpact } from '../assessment/leaver.ts';
import type { RegisterName } from '../trail/register.ts';

/**
 * The registers that letting somebody go would write and that whoever asks may not: known before anything is filled in.
 * `mayChange` tells what the reader may write.
 */
export const beyondPermission = (
  { appointments, units }: Pick<LeaverImpact, 'appointments' | 'units'>,
  mayChange: (register: RegisterName) => boolean,
): readonly RegisterName[] => [
  ...(appointments.length > 0 && !mayChange('appointment') ? (['appointment'] as const) : []),
  ...(units.length > 0 && !mayChange('unit') ? (['unit'] as const) : []),
];
