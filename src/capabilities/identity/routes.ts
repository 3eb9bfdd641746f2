import type { VisitHandlers } from '../../api/mount.ts';
import { Replied, type Input, type SignedIn } from '../../api/visit.ts';
import { addDays, dayOf, instant } from '../../kernel/date.ts';
import { invalid, MusterError, notFound } from '../../kernel/errors.ts';
import type { InvitationId, MembershipId, PersonId } from '../../kernel/id.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import { presentRow } from '../trail/present-row.ts';
import { foundOrganization } from '../trail/store/found.ts';
import { change, changedRow } from '../trail/store/change.ts';
import type { Facts } from '../trail/store/facts.ts';
import { identityRoutes, type Me } from './contract.ts';
import type { Accounts } from './store/accounts.ts';
import { membershipsOf } from './store/entrance.ts';
import { keepOwner } from './store/last-owner.ts';
import { keepInvitation, newToken, type Tokens } from './store/token.ts';

/** An invitation that nobody accepts ends after a week. */
const INVITATION_DAYS = 7;

export interface IdentityMeans {
  readonly db: Database;
  readonly facts: Facts;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly clock: Clock;
}

const withCookies = <T>(answer: T, cookies: readonly string[]): Replied<T> =>
  new Replied({ answer, headers: cookies.map((cookie) => ['set-cookie', cookie] as const) });

/** Routes that stand before an organization: the first administrator, oneself, invitations. */
export function entranceHandlers({ db, facts, accounts, tokens, clock }: IdentityMeans) {
  const me = async (user: SignedIn): Promise<Me> => ({ user, organizations: await membershipsOf(db, user.id) });

  const openInvitation = async (token: string) => {
    const found = await tokens.findInvitation(token, clock.now());
    if (found === null) throw notFound('invitation: it was used, withdrawn or has ended');
    const snapshot = await facts.current(found.organizationId, null);
    const invitation = snapshot.invitation.find((candidate) => candidate.id === found.invitationId);
    if (invitation === undefined) throw notFound('invitation: it was used, withdrawn or has ended');
    return { ...found, invitation, organization: snapshot.organization };
  };

  return {
    setupState: async () => ({ needed: !(await tokens.accountsExist()) }),

    setup: async ({ body }: Input<typeof identityRoutes.setup>) => {
      if (!(await tokens.redeemSetup(body.token, clock.now()))) throw notFound('set-up link: it was used or replaced');
      try {
        const { id, cookies } = await accounts.create(body);
        return withCookies(await me({ id, name: body.name, email: body.email }), cookies);
      } catch (error) {
        await tokens.returnSetup(body.token);
        throw error;
      }
    },

    me,

    createOrganization: (user: SignedIn, { body }: Input<typeof identityRoutes.createOrganization>) =>
      foundOrganization(db, clock, { name: body.name, start: body.start, founder: user }),

    invitation: async ({ text }: Input<typeof identityRoutes.invitation>) => {
      const { invitation, organization } = await openInvitation(text('token'));
      const { email, permission, expires } = invitation;
      return {
        organization: organization.name,
        email,
        permission,
        expires,
        hasAccount: await tokens.accountExists(email),
      };
    },

    acceptInvitation: async ({ text, body, headers }: Input<typeof identityRoutes.acceptInvitation>) => {
      const token = text('token');
      const { organizationId, invitation } = await openInvitation(token);
      const accept = async (user: SignedIn): Promise<void> => {
        await change(db, clock, {
          actor: { kind: 'newcomer', userId: user.id, name: user.name },
          organizationId,
          reason: `Invitation accepted by ${user.email}`,
          items: [
            { register: 'invitation', operation: 'remove', id: invitation.id, version: invitation.version },
            {
              register: 'membership',
              operation: 'create',
              id: clock.newId() as MembershipId,
              fields: {
                userId: user.id,
                name: user.name,
                email: user.email,
                permission: invitation.permission,
                personId: invitation.personId,
              },
            },
          ],
        });
        await tokens.dropInvitation(token);
      };
      if (body.account === null) {
        const user = await accounts.userOf(headers);
        if (user === null) throw new MusterError({ code: 'unauthenticated' });
        if (user.email.toLowerCase() !== invitation.email.toLowerCase()) {
          throw invalid([
            {
              path: 'email',
              message: `The invitation is for ${invitation.email}; you are signed in as ${user.email}.`,
            },
          ]);
        }
        await accept(user);
        return me(user);
      }
      const { id, cookies } = await accounts.create({ ...body.account, email: invitation.email });
      const user = { id, name: body.account.name, email: invitation.email };
      await accept(user);
      return withCookies(await me(user), cookies);
    },
  };
}

const visits = {
  organization: identityRoutes.organization,
  updateOrganization: identityRoutes.updateOrganization,
  members: identityRoutes.members,
  changeMember: identityRoutes.changeMember,
  removeMember: identityRoutes.removeMember,
  invite: identityRoutes.invite,
  withdrawInvitation: identityRoutes.withdrawInvitation,
} as const;

export const organizationRoutes = visits;

export const organizationHandlers = ({ clock }: IdentityMeans): VisitHandlers<typeof visits> => ({
  organization: async (visit) => (await visit.facts()).organization,

  async updateOrganization(visit, { body, version }) {
    const { organizationId: id } = visit;
    const fields = {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.scope === undefined ? {} : { scope: body.scope }),
    };
    const result = await visit.change('Organization restated', [
      { register: 'organization', operation: 'update', id, version, fields },
    ]);
    return result.change === null ? (await visit.facts()).organization : changedRow(result, 'organization', id);
  },

  async members(visit) {
    const { membership, invitation, person } = await visit.facts();
    const names = new Map(person.map(({ id, name }) => [id, name]));
    const named = <Row extends { readonly personId: PersonId | null }>(row: Row) => ({
      ...row,
      personName: row.personId === null ? null : (names.get(row.personId) ?? null),
    });
    return { members: membership.map(named), invitations: invitation.map(named) };
  },

  async changeMember(visit, { id: idOf, body, version }) {
    const id = idOf<MembershipId>('membershipId');
    const result = await visit.change(
      body.personId === undefined ? 'Permission changed' : 'Account linked to a person',
      [{ register: 'membership', operation: 'update', id, version, fields: body }],
      [keepOwner],
    );
    return result.change === null
      ? presentRow(await visit.facts(), 'membership', id)
      : changedRow(result, 'membership', id);
  },

  async removeMember(visit, { id: idOf, version }) {
    const id = idOf<MembershipId>('membershipId');
    await visit.change(
      'Membership taken away',
      [{ register: 'membership', operation: 'remove', id, version }],
      [keepOwner],
    );
    return { id };
  },

  async invite(visit, { body }) {
    const id = visit.newId() as InvitationId;
    const token = newToken();
    const expires = instant(`${addDays(dayOf(clock.now()), INVITATION_DAYS)}T23:59:59.000Z`);
    const result = await visit.change(
      `Invitation of ${body.email}`,
      [{ register: 'invitation', operation: 'create', id, fields: { ...body, expires } }],
      [keepInvitation(token, visit.organizationId, id, expires)],
    );
    // A repeated request has a fresh link: of the one before, only the hash is known.
    if (result.repeated) {
      await visit.db.inOrganization(visit.organizationId, keepInvitation(token, visit.organizationId, id, expires));
    }
    return { invitation: changedRow(result, 'invitation', id), token };
  },

  async withdrawInvitation(visit, { id: idOf, version }) {
    const id = idOf<InvitationId>('invitationId');
    await visit.change('Invitation withdrawn', [{ register: 'invitation', operation: 'remove', id, version }]);
    return { id };
  },
});
