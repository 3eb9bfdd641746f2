import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { addressSearch, type AddressSearch } from './address.ts';
import { RootLayout } from './frame/RootLayout.tsx';

/** What every page stands in. */
export const root = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  component: RootLayout,
  validateSearch: (search: Record<string, unknown>): AddressSearch => addressSearch(search),
});
