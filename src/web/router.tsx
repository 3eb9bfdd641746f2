import { createRootRouteWithContext, createRoute, createRouter, retainSearchParams } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { addressSearch, type AddressSearch } from './address.ts';
import { ErrorPage } from './frame/ErrorPage.tsx';
import { LoadingPage } from './frame/LoadingPage.tsx';
import { NotFoundPage } from './frame/NotFoundPage.tsx';
import { OrganizationLayout } from './frame/OrganizationLayout.tsx';
import { RootLayout } from './frame/RootLayout.tsx';
import { screen } from './screen.ts';

const root = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  component: RootLayout,
  validateSearch: (search: Record<string, unknown>): AddressSearch => addressSearch(search),
});

const organization = createRoute({
  getParentRoute: () => root,
  path: '/o/$slug',
  component: OrganizationLayout,
  search: { middlewares: [retainSearchParams<AddressSearch>(['on', 'recordedAt'])] },
});

const page = <const Path extends string>(path: Path, component: ReturnType<typeof screen>) =>
  createRoute({ getParentRoute: () => organization, path, component });

const outside = <const Path extends string>(path: Path, component: ReturnType<typeof screen>) =>
  createRoute({ getParentRoute: () => root, path, component });

const tree = root.addChildren([
  outside('/', screen('identity', 'FirstScreen')),
  outside('/setup', screen('identity', 'SetupScreen')),
  outside('/sign-in', screen('identity', 'SignInScreen')),
  outside('/invitation/$token', screen('identity', 'InvitationScreen')),
  outside('/organizations', screen('identity', 'OrganizationsScreen')),
  outside('/organizations/new', screen('identity', 'NewOrganizationScreen')),
  organization.addChildren([
    page('/', screen('assessment', 'OverviewScreen')),
    page('/gaps', screen('assessment', 'GapsScreen')),
    page('/requirements/$requirementId', screen('assessment', 'RequirementScreen')),
    page('/checklists', screen('assessment', 'ChecklistsScreen')),
    page('/people', screen('people', 'PeopleScreen')),
    page('/people/import', screen('people', 'PeopleImportScreen')),
    page('/people/$personId', screen('people', 'PersonScreen')),
    page('/people/$personId/leave', screen('people', 'LeaverScreen')),
    page('/roles', screen('roles', 'RolesScreen')),
    page('/roles/$roleId', screen('roles', 'RoleScreen')),
    page('/accountability', screen('accountability', 'AccountabilityScreen')),
    page('/accountability/import', screen('accountability', 'MatrixImportScreen')),
    page('/applicability', screen('applicability', 'ApplicabilityScreen')),
    page('/documents', screen('documents', 'DocumentsScreen')),
    page('/trail', screen('trail', 'TrailScreen')),
    page('/settings', screen('identity', 'SettingsScreen')),
    page('/settings/members', screen('identity', 'MembersScreen')),
    page('/settings/password', screen('identity', 'PasswordScreen')),
  ]),
]);

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: LoadingPage,
    defaultPendingMs: 200,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(
        Object.entries(search).flatMap(([name, value]) =>
          typeof value === 'string' && value !== '' ? [[name, value]] : [],
        ),
      ).toString();
      return text === '' ? '' : `?${text}`;
    },
  });

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof makeRouter>;
  }
}
