import { useMemo } from 'react';
import { useRead } from '../../../web/organization-data.ts';
import { peopleRoutes } from '../../people/contract.ts';
import { roleRoutes } from '../../roles/contract.ts';

const AT_MOST = 500;

/** Names of roles and people by id, so that an entry of the trail reads as a sentence. */
export function useNames(): ReadonlyMap<string, string> {
  const roles = useRead(roleRoutes.roles);
  const people = useRead(peopleRoutes.people, { query: { limit: AT_MOST } });
  return useMemo(
    () => new Map([...(roles.data ?? []), ...(people.data?.rows ?? [])].map(({ id, name }) => [id, name])),
    [roles.data, people.data],
  );
}
