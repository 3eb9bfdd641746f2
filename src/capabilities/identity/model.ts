import { z } from 'zod';
import { instantSchema } from '../../kernel/date.ts';
import type { Entity } from '../../kernel/entity.ts';
import {
  idSchema,
  type InvitationId,
  type MembershipId,
  type OrganizationId,
  type PersonId,
  type UserId,
} from '../../kernel/id.ts';
import { emailSchema, lineSchema, proseSchema } from '../../kernel/text.ts';

/** What a user may do in one organization. `policy.ts` of each capability says what each allows. */
export const permissions = ['owner', 'manager', 'contributor', 'approver', 'auditor', 'viewer'] as const;
export type Permission = (typeof permissions)[number];

export const organizationFields = z.strictObject({
  name: lineSchema(160),
  /** Names the organization on the command line and in addresses. */
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected small letters, digits and hyphens.')
    .max(60),
  scope: proseSchema(4000),
});
export type OrganizationFields = z.output<typeof organizationFields>;
export type Organization = Entity<OrganizationId, OrganizationFields>;

export const membershipFields = z.strictObject({
  userId: idSchema<UserId>(),
  name: lineSchema(200),
  email: emailSchema,
  permission: z.enum(permissions),
  /** Who of the register this account belongs to: what is theirs is shown to them, and they may speak for themselves. */
  personId: idSchema<PersonId>().nullable(),
});
export type MembershipFields = z.output<typeof membershipFields>;
export type Membership = Entity<MembershipId, MembershipFields>;

/** The token itself is never in here: only its holder has it, and its hash lies beside the accounts. */
export const invitationFields = z.strictObject({
  email: emailSchema,
  permission: z.enum(permissions),
  expires: instantSchema,
  /** Who of the register is invited. */
  personId: idSchema<PersonId>().nullable(),
});
export type InvitationFields = z.output<typeof invitationFields>;
export type Invitation = Entity<InvitationId, InvitationFields>;

/**
 * Who acts: a signed-in member, somebody at the door (who founds an organization or accepts an invitation), or the
 * program itself on the command line of its owner.
 */
export type Actor =
  | {
      readonly kind: 'member';
      readonly userId: UserId;
      readonly name: string;
      readonly permission: Permission;
      /** Who of the register they are; null where nobody said. */
      readonly personId: PersonId | null;
    }
  | { readonly kind: 'newcomer'; readonly userId: UserId; readonly name: string }
  | { readonly kind: 'operator'; readonly name: string };
