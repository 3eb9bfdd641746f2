import type { Id, NewId, OrganizationId, UserId } from '../../kernel/id.ts';
import type { ChangeItem } from './change.ts';

/** `Nordwind Energie GmbH` to `nordwind-energie-gmbh`; `organization` where no letter is left. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '') || 'organization';

/** A slug that is not taken yet: with a number behind it where it is. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name);
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
}

export interface Founder {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
}

const fresh = <T extends Id<string>>(newId: NewId): T => newId() as T;

/** The first rows of an organization: itself, and its founder as owner. */
export const foundingItems = (
  organizationId: OrganizationId,
  name: string,
  slug: string,
  founder: Founder,
  newId: NewId,
): readonly ChangeItem[] => [
  { register: 'organization', operation: 'create', id: organizationId, fields: { name, slug, scope: '' } },
  {
    register: 'membership',
    operation: 'create',
    id: fresh(newId),
    fields: { userId: founder.id, name: founder.name, email: founder.email, permission: 'owner' },
  },
];
