import { z } from 'zod';
import { rowAnswer } from '../../kernel/entity.ts';
import type { Instant } from '../../kernel/date.ts';
import type { InvitationId, MembershipId, OrganizationId, PersonId, UserId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { emailSchema, lineSchema } from '../../kernel/text.ts';
import {
  invitationFields,
  membershipFields,
  organizationFields,
  type Invitation,
  type Membership,
  type Organization,
  type Permission,
} from './model.ts';

/** Sign-in, sign-out and change of password are the accounts library's own routes below `/api/auth`. */

export const passwordSchema = z
  .string()
  .min(12, 'A password has at least 12 characters.')
  .max(128, 'A password has at most 128 characters.');

export interface Me {
  readonly user: { readonly id: UserId; readonly name: string; readonly email: string };
  readonly organizations: readonly {
    readonly id: OrganizationId;
    readonly name: string;
    readonly slug: string;
    readonly permission: Permission;
    /** Who of the register this account is there. */
    readonly personId: PersonId | null;
  }[];
}

/** With the name of the person of the register that an account is, or will be. */
export interface Named {
  readonly personName: string | null;
}

export interface OpenInvitation {
  readonly organization: string;
  readonly email: string;
  readonly permission: Permission;
  readonly expires: Instant;
  /** True when an account with this address exists: it accepts with its own password. */
  readonly hasAccount: boolean;
}

const member = z.strictObject({ name: lineSchema(200), password: passwordSchema });

export const identityRoutes = {
  setupState: defineRoute({
    id: 'setupState',
    method: 'GET',
    path: '/api/v1/setup',
    summary: 'Whether the first administrator is still to be made.',
    access: 'public',
    answer: answers<{ readonly needed: boolean }>(),
    errors: [],
  }),
  setup: defineRoute({
    id: 'setup',
    method: 'POST',
    path: '/api/v1/setup',
    summary: 'Makes the first administrator with the one-time link and signs in.',
    access: 'public',
    body: z.strictObject({
      token: z.string().min(1).max(200),
      name: lineSchema(200),
      email: emailSchema,
      password: passwordSchema,
    }),
    answer: answers<Me>(),
    errors: ['invalid', 'not-found'],
  }),
  me: defineRoute({
    id: 'me',
    method: 'GET',
    path: '/api/v1/me',
    summary: 'The signed-in user and the organizations it belongs to.',
    access: 'user',
    answer: answers<Me>(),
    errors: ['unauthenticated'],
  }),
  createOrganization: defineRoute({
    id: 'createOrganization',
    method: 'POST',
    path: '/api/v1/organizations',
    summary: 'Founds an organization; its founder becomes owner.',
    access: 'user',
    body: z.strictObject({
      name: organizationFields.shape.name,
      /** `template`: with the 33 roles and the default matrix; `demo`: the demonstration company; `empty`: nothing yet. */
      start: z.enum(['template', 'demo', 'empty']).default('template'),
    }),
    answer: rowAnswer<Organization>(organizationFields),
    errors: ['invalid', 'unauthenticated'],
  }),
  organization: defineRoute({
    id: 'organization',
    method: 'GET',
    path: inOrganization,
    summary: 'The organization.',
    access: 'organization',
    answer: rowAnswer<Organization>(organizationFields),
    errors: ['not-found'],
  }),
  updateOrganization: defineRoute({
    id: 'updateOrganization',
    method: 'PATCH',
    path: inOrganization,
    summary: 'Renames the organization or restates its scope.',
    versioned: true,
    access: 'organization',
    body: organizationFields.pick({ name: true, scope: true }).partial(),
    answer: rowAnswer<Organization>(organizationFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  members: defineRoute({
    id: 'members',
    method: 'GET',
    path: `${inOrganization}/members`,
    summary: 'Who may enter, with what permission, and who is invited.',
    access: 'organization',
    answer: answers<{
      readonly members: readonly (Membership & Named)[];
      readonly invitations: readonly (Invitation & Named)[];
    }>(),
    errors: ['not-found'],
  }),
  changeMember: defineRoute({
    id: 'changeMember',
    method: 'PATCH',
    path: `${inOrganization}/members/{membershipId}`,
    summary: 'Changes a permission, or says who of the register an account is.',
    versioned: true,
    access: 'organization',
    body: membershipFields.pick({ permission: true, personId: true }).partial(),
    answer: rowAnswer<Membership>(membershipFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  removeMember: defineRoute({
    id: 'removeMember',
    method: 'DELETE',
    path: `${inOrganization}/members/{membershipId}`,
    summary: 'Takes a membership away.',
    versioned: true,
    access: 'organization',
    answer: answers<{ readonly id: MembershipId }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  invite: defineRoute({
    id: 'invite',
    method: 'POST',
    path: `${inOrganization}/invitations`,
    summary: 'Invites by a link that is shown once and ends after seven days.',
    access: 'organization',
    body: invitationFields.omit({ expires: true }).partial({ personId: true }),
    answer: answers<{ readonly invitation: Invitation; readonly token: string }>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  withdrawInvitation: defineRoute({
    id: 'withdrawInvitation',
    method: 'DELETE',
    path: `${inOrganization}/invitations/{invitationId}`,
    summary: 'Withdraws an invitation.',
    versioned: true,
    access: 'organization',
    answer: answers<{ readonly id: InvitationId }>(),
    errors: ['forbidden', 'not-found', 'conflict'],
  }),
  invitation: defineRoute({
    id: 'invitation',
    method: 'GET',
    path: '/api/v1/invitations/{token}',
    summary: 'What an invitation link invites to.',
    access: 'public',
    answer: answers<OpenInvitation>(),
    errors: ['not-found'],
  }),
  acceptInvitation: defineRoute({
    id: 'acceptInvitation',
    method: 'POST',
    path: '/api/v1/invitations/{token}',
    summary: 'Accepts an invitation: with a new account, or as the signed-in user of that address.',
    access: 'public',
    body: z.strictObject({ account: member.nullable() }),
    answer: answers<Me>(),
    errors: ['invalid', 'not-found', 'unauthenticated', 'already-exists', 'conflict'],
  }),
} as const;
