import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { call, type CallError } from '../../../web/client.ts';
import { useOrganization } from '../../../web/organization.ts';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import type { PersonFilter } from './person-filter.ts';

const pageSize = 200;

export interface PeoplePages {
  readonly rows: readonly PersonRow[];
  readonly total: number;
  readonly units: readonly string[];
  readonly isLoading: boolean;
  readonly error: CallError | null;
  /** Asks for the next page, once, when there is one. */
  readonly more: () => void;
  readonly retry: () => void;
}

/** The register page by page, as far as somebody has scrolled. */
export function usePeoplePages(filter: PersonFilter): PeoplePages {
  const { id } = useOrganization();
  const { query: asOf } = useAsOf();
  const pages = useInfiniteQuery({
    queryKey: ['organization', id, peopleRoutes.people.id, 'pages', filter, asOf],
    queryFn: ({ pageParam, signal }) =>
      call(peopleRoutes.people, {
        path: { organizationId: id },
        asOf,
        query: { ...filter, limit: pageSize, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const retry = useCallback(() => void refetch(), [refetch]);
  const first = pages.data?.pages[0];
  return {
    rows: pages.data?.pages.flatMap((page) => page.rows) ?? [],
    total: first?.total ?? 0,
    units: first?.units ?? [],
    isLoading: pages.isLoading,
    error: pages.error as CallError | null,
    more,
    retry,
  };
}
