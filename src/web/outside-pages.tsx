import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import { root } from './root-route.tsx';

const outside = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component });

/** The pages before one has chosen an organization. */
export const outsidePages = [
  outside(
    '/',
    lazyRouteComponent(() => import('../capabilities/identity/web/FirstScreen.tsx'), 'FirstScreen'),
  ),
  outside(
    '/setup',
    lazyRouteComponent(() => import('../capabilities/identity/web/SetupScreen.tsx'), 'SetupScreen'),
  ),
  outside(
    '/sign-in',
    lazyRouteComponent(() => import('../capabilities/identity/web/SignInScreen.tsx'), 'SignInScreen'),
  ),
  outside(
    '/invitation/$token',
    lazyRouteComponent(() => import('../capabilities/identity/web/InvitationScreen.tsx'), 'InvitationScreen'),
  ),
  outside(
    '/organizations',
    lazyRouteComponent(() => import('../capabilities/identity/web/OrganizationsScreen.tsx'), 'OrganizationsScreen'),
  ),
  outside(
    '/organizations/new',
    lazyRouteComponent(() => import('../capabilities/identity/web/NewOrganizationScreen.tsx'), 'NewOrganizationScreen'),
  ),
] as const;
