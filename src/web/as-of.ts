import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isPlainDate } from '../kernel/date.ts';

/** The date of the facts as the address states it; both empty for today, as recorded now. */
export interface AsOf {
  /** What a read passes on as its query. */
  readonly query: { readonly on?: string; readonly recordedAt?: string };
  readonly on: string | undefined;
  readonly recordedAt: string | undefined;
  readonly isNow: boolean;
}

export function useAsOf(): AsOf {
  const search: { readonly on?: string; readonly recordedAt?: string } = useSearch({ strict: false });
  const on = search.on !== undefined && isPlainDate(search.on) ? search.on : undefined;
  const recordedAt =
    search.recordedAt !== undefined && !Number.isNaN(Date.parse(search.recordedAt)) ? search.recordedAt : undefined;
  return useMemo(
    () => ({
      on,
      recordedAt,
      query: { ...(on === undefined ? {} : { on }), ...(recordedAt === undefined ? {} : { recordedAt }) },
      isNow: on === undefined && recordedAt === undefined,
    }),
    [on, recordedAt],
  );
}
