import type { VisitHandlers } from '../../api/mount.ts';
import type { resilienceRoutes } from './contract.ts';
import { resilience } from './resilience.ts';

export const resilienceHandlers: VisitHandlers<typeof resilienceRoutes> = {
  async resilience(visit) {
    return resilience(await visit.facts(), visit.on);
  },
};
