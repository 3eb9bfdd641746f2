import { lazyRouteComponent } from '@tanstack/react-router';
import { page } from './organization-route.tsx';

/** The pages about competence and training. */
export const competencePages = [
  page(
    '/competence',
    lazyRouteComponent(() => import('../capabilities/competence/web/CompetenceScreen.tsx'), 'CompetenceScreen'),
  ),
] as const;
