import type { z } from 'zod';
import { accountabilityFields, type Accountability } from '../accountability/model.ts';
import { applicabilityFields, type Applicability } from '../applicability/model.ts';
import {
  invitationFields,
  membershipFields,
  organizationFields,
  type Invitation,
  type Membership,
  type Organization,
} from '../identity/model.ts';
import { personFields, type Person } from '../people/model.ts';
import { appointmentFields, roleFields, type Appointment, type Role } from '../roles/model.ts';
import { compensatingControlFields, type CompensatingControl } from '../segregation/model.ts';

/** Every register of the product and the type of its rows. The trail, both snapshot loaders, `verify` and backup read this one list. */
export interface Registers {
  organization: Organization;
  membership: Membership;
  invitation: Invitation;
  person: Person;
  role: Role;
  appointment: Appointment;
  accountability: Accountability;
  applicability: Applicability;
  compensatingControl: CompensatingControl;
}

export type RegisterName = keyof Registers;
export type FieldsOf<R extends RegisterName> = Omit<Registers[R], 'id' | 'version'>;

/** In the order in which rows may be written: what is referred to stands before what refers to it. */
export const registers = {
  organization: organizationFields,
  membership: membershipFields,
  invitation: invitationFields,
  person: personFields,
  role: roleFields,
  appointment: appointmentFields,
  accountability: accountabilityFields,
  applicability: applicabilityFields,
  compensatingControl: compensatingControlFields,
} as const satisfies { readonly [R in RegisterName]: z.ZodObject };

export const registerNames = Object.keys(registers) as readonly RegisterName[];
