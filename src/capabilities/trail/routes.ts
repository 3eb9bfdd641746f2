import type { VisitHandlers } from '../../api/mount.ts';
import { forbidden } from '../../kernel/errors.ts';
import { unknownCursor } from '../../kernel/list.ts';
import type { trailRoutes } from './contract.ts';
import { mayReadTrail } from './policy.ts';
import { entriesBefore } from './store/entries.ts';
import { verify } from './store/verify.ts';

export const trailHandlers: VisitHandlers<typeof trailRoutes> = {
  async trail(visit, { query }) {
    if (!mayReadTrail(visit.actor)) throw forbidden('read the trail');
    const { organizationId, db } = visit;
    if (query.after !== undefined && !/^[1-9]\d{0,8}$/.test(query.after)) throw unknownCursor();
    const before = query.after === undefined ? null : Number(query.after);
    const { rows, total } = await db.inOrganization(organizationId, (tx) =>
      entriesBefore(tx, organizationId, {
        before,
        limit: query.limit + 1,
        register: query.register,
        subject: query.subject,
      }),
    );
    const page = rows.slice(0, query.limit);
    return { rows: page, total, next: rows.length > query.limit ? String(page.at(-1)?.sequence) : null };
  },

  async verifyTrail(visit) {
    if (!mayReadTrail(visit.actor)) throw forbidden('read the trail');
    return verify(visit.db, visit.organizationId);
  },
};
