import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { identityRoutes, type Me } from '../capabilities/identity/contract.ts';
import { call, CallError } from './client.ts';

/** The signed-in user; null when nobody is signed in. */
export const meOptions = queryOptions<Me | null, CallError>({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    try {
      return await call(identityRoutes.me, { signal });
    } catch (error) {
      if (error instanceof CallError && error.problem.code === 'unauthenticated') return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const useMe = (): UseQueryResult<Me | null, CallError> => useQuery(meOptions);
