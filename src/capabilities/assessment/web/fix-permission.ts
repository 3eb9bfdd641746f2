import type { RegisterName } from '../../trail/register.ts';
import { useMayChange, useMayDecide } from '../../../web/organization.ts';
import type { Fix } from '../model.ts';

/** The register that a fix writes to, or that it is a second person's word. */
function registerOf(kind: Fix['kind']): RegisterName | 'decision' {
  switch (kind) {
    case 'add-role':
    case 'set-competences':
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
    case 'ways-out':
    case 'role-ways-out':
    case 'plan-trainings':
    case 'open-trainings':
      return 'training';
    case 'open-campaign':
      return 'campaign';
    case 'approve':
    case 'approve-competences':
      return 'decision';
    default:
      return kind satisfies never;
  }
}

/** Says which fixes the reader may carry out now. */
export function useFixAllowed(): (fix: Fix) => boolean {
  const allowed: Partial<Record<RegisterName | 'decision', boolean>> = {
    role: useMayChange('role'),
    appointment: useMayChange('appointment'),
    accountability: useMayChange('accountability'),
    applicability: useMayChange('applicability'),
    compensatingControl: useMayChange('compensatingControl'),
    person: useMayChange('person'),
    training: useMayChange('training'),
    campaign: useMayChange('campaign'),
    decision: useMayDecide(),
  };
  return (fix) => allowed[registerOf(fix.kind)] ?? false;
}
