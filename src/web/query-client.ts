import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { CallError } from './client.ts';

/**
 * Reads are asked again when something was written and when the window comes back. What the server refused is not asked
 * again; what could not be reached is, twice. `signIn` gets the address to come back to when the session is over.
 */
export function makeQueryClient(signIn: (from: string) => void): QueryClient {
  const onError = (error: Error): void => {
    if (error instanceof CallError && error.problem.code === 'unauthenticated' && location.pathname.startsWith('/o/'))
      signIn(location.pathname + location.search);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 2 && error instanceof CallError && error.problem.code === 'unavailable',
      },
      mutations: { retry: false },
    },
  });
}
