import { laterFields, type RegisterName } from '../../src/capabilities/trail/register.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';

/** What rows hold in the fields that came later. */
export const later = laterFields;

/** No row in any register. */
export const noRows: { readonly [R in Exclude<RegisterName, 'organization'>]: Snapshot[R] } = {
  membership: [],
  invitation: [],
  person: [],
  unit: [],
  absence: [],
  erasure: [],
  role: [],
  appointment: [],
  framework: [],
  frameworkRequirement: [],
  requirementMapping: [],
  accountability: [],
  applicability: [],
  segregationRule: [],
  duty: [],
  compensatingControl: [],
  project: [],
  analysis: [],
  action: [],
  ruleSetting: [],
  columnMapping: [],
  documentVersion: [],
};
