import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { Resilience } from './resilience.ts';

export const resilienceRoutes = {
  resilience: defineRoute({
    id: 'resilience',
    method: 'GET',
    path: `${inOrganization}/resilience`,
    asOf: true,
    summary: 'What stops when people are away: two factors, single points of failure, and the depth of every role.',
    access: 'organization',
    answer: answers<Resilience>(),
    errors: ['invalid', 'not-found'],
  }),
} as const;
