import { lazyRouteComponent } from '@tanstack/react-router';
import { page } from './organization-route.tsx';

/** The pages about competence and training. */
export const competencePages = [
  page(
    '/competence',
    lazyRouteComponent(() => import('../capabilities/competence/web/CompetenceScreen.tsx'), 'CompetenceScreen'),
  ),
  page(
    '/competence/framework',
    lazyRouteComponent(
      () => import('../capabilities/competence/web/CompetenceFrameworkScreen.tsx'),
      'CompetenceFrameworkScreen',
    ),
  ),
  page(
    '/competence/framework/import',
    lazyRouteComponent(
      () => import('../capabilities/competence/web/CompetenceImportScreen.tsx'),
      'CompetenceImportScreen',
    ),
  ),
  page(
    '/competence/import',
    lazyRouteComponent(
      () => import('../capabilities/competence-intake/web/SkillsImportScreen.tsx'),
      'SkillsImportScreen',
    ),
  ),
  page(
    '/competence/required',
    lazyRouteComponent(() => import('../capabilities/competence/web/RequiredScreen.tsx'), 'RequiredScreen'),
  ),
  page(
    '/competence/work-roles',
    lazyRouteComponent(() => import('../capabilities/competence/web/WorkRolesScreen.tsx'), 'WorkRolesScreen'),
  ),
  page(
    '/competence/work-roles/$workRoleId',
    lazyRouteComponent(() => import('../capabilities/competence/web/WorkRoleScreen.tsx'), 'WorkRoleScreen'),
  ),
  page(
    '/competence/mapping',
    lazyRouteComponent(() => import('../capabilities/competence/web/MappingScreen.tsx'), 'MappingScreen'),
  ),
  page(
    '/people/$personId/competence',
    lazyRouteComponent(
      () => import('../capabilities/competence/web/PersonCompetenceScreen.tsx'),
      'PersonCompetenceScreen',
    ),
  ),
  page(
    '/me',
    lazyRouteComponent(() => import('../capabilities/self/web/MyScreen.tsx'), 'MyScreen'),
  ),
] as const;
