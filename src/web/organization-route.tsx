import { createRoute, retainSearchParams, type RouteComponent } from '@tanstack/react-router';
import type { AddressSearch } from './address.ts';
import { OrganizationLayout } from './frame/OrganizationLayout.tsx';
import { root } from './root-route.tsx';

/** What all pages of an organization stand in. */
export const organization = createRoute({
  getParentRoute: () => root,
  path: '/o/$slug',
  component: OrganizationLayout,
  search: { middlewares: [retainSearchParams<AddressSearch>(['on', 'recordedAt'])] },
});

/** A page inside of an organization. */
export const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => organization, path, component });
