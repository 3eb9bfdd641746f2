import { demonstrationVisitor } from '../../../domain/demonstration.ts';
import type { MembershipId, NewId, OrganizationId, PersonId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/db/database.ts';
import { organizationTemplate } from '../../accountability/template.ts';
import { organizationsHere } from '../../identity/store/entrance.ts';
import type { Organization } from '../../identity/model.ts';
import type { ChangeItem } from '../change.ts';
import { demonstration } from '../demonstration.ts';
import { approvedStatement } from '../demonstration-version.ts';
import type { TrailEntry } from '../entry.ts';
import type { RegisterName } from '../register.ts';
import { foundingItems, freeSlug, type Founder } from '../founding.ts';
import { change, changedRow, type Stamp } from './change.ts';
import { dayOf } from '../../../kernel/date.ts';

export interface Founding {
  readonly name: string;
  /** `template`: the 33 roles and the default matrix; `demo`: the demonstration company; `empty`: nothing yet. */
  readonly start: 'template' | 'demo' | 'empty';
  readonly founder: Founder;
}

const templateItems = (newId: NewId): readonly ChangeItem[] => {
  const { roles, accountability } = organizationTemplate(newId);
  return [
    ...roles.map(({ id, ...fields }): ChangeItem => ({ register: 'role', operation: 'create', id, fields })),
    ...accountability.map(({ id, ...fields }): ChangeItem => ({
      register: 'accountability',
      operation: 'create',
      id,
      fields,
    })),
  ];
};

/** Founds an organization with its founder as owner: one change, the first of its trail. */
export async function foundOrganization(
  db: Database,
  stamp: Stamp,
  { name, start, founder }: Founding,
): Promise<Organization> {
  const organizationId = stamp.newId() as OrganizationId;
  const taken = new Set((await organizationsHere(db)).map((organization) => organization.slug));
  const first = foundingItems(organizationId, name, freeSlug(name, taken), founder, stamp.newId);
  const items =
    start === 'empty'
      ? []
      : start === 'template'
        ? templateItems(stamp.newId)
        : demonstration(dayOf(stamp.now()), stamp.newId);
  const result = await change(db, stamp, {
    actor: { kind: 'newcomer', userId: founder.id, name: founder.name },
    organizationId,
    reason: start === 'demo' ? 'Demonstration organization founded' : 'Organization founded',
    items: [...first, ...items],
    founding: true,
  });
  if (start === 'demo') {
    await linkVisitor(db, stamp, organizationId, result.entries);
    await approveStatement(db, stamp, organizationId, result.entries);
  }
  return changedRow<Organization>(result, 'organization', organizationId);
}

/** The visitor sees the page of a member of staff as one of them: somebody with roles, gaps and trainings. */
async function linkVisitor(
  db: Database,
  stamp: Stamp,
  organizationId: OrganizationId,
  founding: readonly TrailEntry[],
): Promise<void> {
  const idsOf = (register: RegisterName): readonly string[] =>
    founding.flatMap((entry) => (entry.register === register ? [entry.subject] : []));
  const [membership] = idsOf('membership') as readonly MembershipId[];
  const personId = idsOf('person')[demonstrationVisitor] as PersonId | undefined;
  if (membership === undefined || personId === undefined) return;
  await change(db, stamp, {
    actor: { kind: 'operator', name: 'Demonstration' },
    organizationId,
    reason: 'Account linked to a person',
    items: [{ register: 'membership', operation: 'update', id: membership, version: 1, fields: { personId } }],
  });
}

/** The demonstration company has an approved statement, and has worked on it since. */
async function approveStatement(
  db: Database,
  stamp: Stamp,
  organizationId: OrganizationId,
  founding: readonly TrailEntry[],
): Promise<void> {
  const actor = { kind: 'operator', name: 'Demonstration' } as const;
  const { approved, changed } = approvedStatement(founding, dayOf(stamp.now()), stamp.newId);
  await change(db, stamp, { actor, organizationId, reason: 'Version approved', items: approved });
  await change(db, stamp, { actor, organizationId, reason: 'Statement of applicability changed', items: changed });
}
