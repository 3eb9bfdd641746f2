import type { RegisterName } from '../../trail/register.ts';
import { useMayChange } from '../../../web/organization.ts';
import type { Fix } from '../model.ts';

/** The register that a fix writes to. */
function registerOf(kind: Fix['kind']): RegisterName {
  switch (kind) {
    case 'add-role':
      return 'role';
    case 'appoint':
    case 'set-hours':
    case 'make-deputy':
    case 'end-appointment':
      return 'appointment';
    case 'set-letter':
    case 'remove-letter':
      return 'accountability';
    case 'justify':
      return 'applicability';
    case 'record-compensating-control':
      return 'compensatingControl';
    case 'hand-over':
      return 'person';
    default:
      return kind satisfies never;
  }
}

/** Says which fixes the reader may carry out now. */
export function useFixAllowed(): (fix: Fix) => boolean {
  const allowed: Partial<Record<RegisterName, boolean>> = {
    role: useMayChange('role'),
    appointment: useMayChange('appointment'),
    accountability: useMayChange('accountability'),
    applicability: useMayChange('applicability'),
    compensatingControl: useMayChange('compensatingControl'),
    person: useMayChange('person'),
  };
  return (fix) => allowed[registerOf(fix.kind)] ?? false;
}
