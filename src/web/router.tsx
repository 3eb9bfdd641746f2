import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { parseSearch, stringifySearch } from './address.ts';
import { competencePages } from './competence-pages.tsx';
import { ErrorPage } from './frame/ErrorPage.tsx';
import { LoadingPage } from './frame/LoadingPage.tsx';
import { NotFoundPage } from './frame/NotFoundPage.tsx';
import { organization, page } from './organization-route.tsx';
import { outsidePages } from './outside-pages.tsx';
import { root } from './root-route.tsx';
import { settingsPages } from './settings-pages.tsx';

const tree = root.addChildren([
  ...outsidePages,
  organization.addChildren([
    ...competencePages,
    page(
      '/',
      lazyRouteComponent(() => import('../capabilities/assessment/web/OverviewScreen.tsx'), 'OverviewScreen'),
    ),
    page(
      '/gaps',
      lazyRouteComponent(() => import('../capabilities/assessment/web/GapsScreen.tsx'), 'GapsScreen'),
    ),
    page(
      '/resilience',
      lazyRouteComponent(() => import('../capabilities/resilience/web/ResilienceScreen.tsx'), 'ResilienceScreen'),
    ),
    page(
      '/requirements/$requirementId',
      lazyRouteComponent(() => import('../capabilities/assessment/web/RequirementScreen.tsx'), 'RequirementScreen'),
    ),
    page(
      '/checklists',
      lazyRouteComponent(() => import('../capabilities/assessment/web/ChecklistsScreen.tsx'), 'ChecklistsScreen'),
    ),
    page(
      '/people',
      lazyRouteComponent(() => import('../capabilities/people/web/PeopleScreen.tsx'), 'PeopleScreen'),
    ),
    page(
      '/people/doubles',
      lazyRouteComponent(() => import('../capabilities/people/web/DoublesScreen.tsx'), 'DoublesScreen'),
    ),
    page(
      '/people/import',
      lazyRouteComponent(() => import('../capabilities/people/web/PeopleImportScreen.tsx'), 'PeopleImportScreen'),
    ),
    page(
      '/people/units',
      lazyRouteComponent(() => import('../capabilities/people/web/UnitsScreen.tsx'), 'UnitsScreen'),
    ),
    page(
      '/people/$personId/move',
      lazyRouteComponent(() => import('../capabilities/people/web/MoveScreen.tsx'), 'MoveScreen'),
    ),
    page(
      '/people/$personId',
      lazyRouteComponent(() => import('../capabilities/people/web/PersonScreen.tsx'), 'PersonScreen'),
    ),
    page(
      '/people/$personId/leave',
      lazyRouteComponent(() => import('../capabilities/people/web/LeaverScreen.tsx'), 'LeaverScreen'),
    ),
    page(
      '/roles',
      lazyRouteComponent(() => import('../capabilities/roles/web/RolesScreen.tsx'), 'RolesScreen'),
    ),
    page(
      '/roles/begin',
      lazyRouteComponent(() => import('../capabilities/roles/web/StaffingScreen.tsx'), 'StaffingScreen'),
    ),
    page(
      '/roles/$roleId',
      lazyRouteComponent(() => import('../capabilities/roles/web/RoleScreen.tsx'), 'RoleScreen'),
    ),
    page(
      '/accountability',
      lazyRouteComponent(() => import('../capabilities/frameworks/web/MatrixScreen.tsx'), 'MatrixScreen'),
    ),
    page(
      '/accountability/import',
      lazyRouteComponent(
        () => import('../capabilities/accountability/web/MatrixImportScreen.tsx'),
        'MatrixImportScreen',
      ),
    ),
    page(
      '/applicability',
      lazyRouteComponent(
        () => import('../capabilities/applicability/web/ApplicabilityScreen.tsx'),
        'ApplicabilityScreen',
      ),
    ),
    page(
      '/applicability/import',
      lazyRouteComponent(
        () => import('../capabilities/applicability/web/StatementImportScreen.tsx'),
        'StatementImportScreen',
      ),
    ),
    page(
      '/frameworks',
      lazyRouteComponent(() => import('../capabilities/frameworks/web/FrameworksScreen.tsx'), 'FrameworksScreen'),
    ),
    page(
      '/frameworks/import',
      lazyRouteComponent(
        () => import('../capabilities/frameworks/web/FrameworkImportScreen.tsx'),
        'FrameworkImportScreen',
      ),
    ),
    page(
      '/frameworks/$frameworkId',
      lazyRouteComponent(() => import('../capabilities/frameworks/web/FrameworkScreen.tsx'), 'FrameworkScreen'),
    ),
    page(
      '/segregation',
      lazyRouteComponent(() => import('../capabilities/segregation/web/SegregationScreen.tsx'), 'SegregationScreen'),
    ),
    page(
      '/projects',
      lazyRouteComponent(() => import('../capabilities/programme/web/ProjectsScreen.tsx'), 'ProjectsScreen'),
    ),
    page(
      '/projects/$projectId',
      lazyRouteComponent(() => import('../capabilities/programme/web/ProjectScreen.tsx'), 'ProjectScreen'),
    ),
    page(
      '/actions',
      lazyRouteComponent(() => import('../capabilities/programme/web/ActionsScreen.tsx'), 'ActionsScreen'),
    ),
    page(
      '/awareness',
      lazyRouteComponent(() => import('../capabilities/awareness/web/CampaignsScreen.tsx'), 'CampaignsScreen'),
    ),
    page(
      '/awareness/$campaignId',
      lazyRouteComponent(() => import('../capabilities/awareness/web/CampaignScreen.tsx'), 'CampaignScreen'),
    ),
    page(
      '/awareness/$campaignId/read',
      lazyRouteComponent(() => import('../capabilities/awareness/web/ReadCampaignScreen.tsx'), 'ReadCampaignScreen'),
    ),
    page(
      '/training',
      lazyRouteComponent(() => import('../capabilities/training/web/TrainingScreen.tsx'), 'TrainingScreen'),
    ),
    page(
      '/training/proposals',
      lazyRouteComponent(() => import('../capabilities/training/web/ProposalsScreen.tsx'), 'ProposalsScreen'),
    ),
    page(
      '/training/measures',
      lazyRouteComponent(() => import('../capabilities/training/web/MeasuresScreen.tsx'), 'MeasuresScreen'),
    ),
    page(
      '/training/measures/$measureId',
      lazyRouteComponent(() => import('../capabilities/training/web/MeasureScreen.tsx'), 'MeasureScreen'),
    ),
    page(
      '/training/$trainingId',
      lazyRouteComponent(() => import('../capabilities/training/web/TrainingDetailScreen.tsx'), 'TrainingDetailScreen'),
    ),
    page(
      '/documents',
      lazyRouteComponent(() => import('../capabilities/documents/web/DocumentsScreen.tsx'), 'DocumentsScreen'),
    ),
    page(
      '/trail',
      lazyRouteComponent(() => import('../capabilities/trail/web/TrailScreen.tsx'), 'TrailScreen'),
    ),
    ...settingsPages,
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
    parseSearch,
    stringifySearch,
  });

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof makeRouter>;
  }
}
