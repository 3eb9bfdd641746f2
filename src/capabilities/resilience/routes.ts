import { byDay } from '../../api/by-day.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import type { resilienceRoutes } from './contract.ts';
import { resilience } from './resilience.ts';

const judged = byDay(resilience);

export const resilienceHandlers: VisitHandlers<typeof resilienceRoutes> = {
  async resilience(visit) {
    return judged(await visit.facts(), visit.on);
  },
};
