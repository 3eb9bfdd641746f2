import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useAsOf } from '../../../web/as-of.ts';
import { call, type CallError, type CallInput } from '../../../web/client.ts';
import { useOrganization } from '../../../web/organization.ts';
import { trainingRoutes, type TrainingRow } from '../contract.ts';

export type TrainingFilter = NonNullable<CallInput<(typeof trainingRoutes)['trainings']>['query']>;

const pageSize = 200;

export interface TrainingPages {
  readonly rows: readonly TrainingRow[];
  readonly total: number;
  readonly isLoading: boolean;
  readonly error: CallError | null;
  /** Asks for the next page, once, when there is one. */
  readonly more: () => void;
}

/** The register of trainings page by page, as far as somebody has scrolled. */
export function useTrainingPages(filter: TrainingFilter, enabled = true): TrainingPages {
  const { id } = useOrganization();
  const { query: asOf } = useAsOf();
  const pages = useInfiniteQuery({
    queryKey: ['organization', id, trainingRoutes.trainings.id, 'pages', filter, asOf],
    queryFn: ({ pageParam, signal }) =>
      call(trainingRoutes.trainings, {
        path: { organizationId: id },
        asOf,
        query: { ...filter, limit: pageSize, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    rows: pages.data?.pages.flatMap((page) => page.rows) ?? [],
    total: pages.data?.pages[0]?.total ?? 0,
    isLoading: pages.isLoading,
    error: pages.error as CallError | null,
    more,
  };
}
