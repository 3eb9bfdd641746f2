import type { VisitHandlers } from '../../api/mount.ts';
import { forbidden, invalid, notFound, type MusterError } from '../../kernel/errors.ts';
import type { ChangeId } from '../../kernel/id.ts';
import { unknownCursor } from '../../kernel/list.ts';
import { soundAgain } from '../people/store/register-check.ts';
import { authorize } from './change.ts';
import type { trailRoutes } from './contract.ts';
import { mayReadTrail } from './policy.ts';
import type { Snapshot } from './snapshot.ts';
import { entriesBefore, entriesOf, entriesThatMayBeFinal, writtenAfter } from './store/entries.ts';
import { breathe } from './store/rows.ts';
import { verify } from './store/verify.ts';
import { isFinal, mayBeFinal, toldRow, undoOf, type Obstacle, type ToldRow, type Undo } from './undo.ts';

const TOLD_AT_MOST = 50;

/** Names the rows for which a change cannot be undone. */
function hindered(obstacles: readonly Obstacle[]): MusterError {
  const told = obstacles.slice(0, TOLD_AT_MOST).map(({ register, subject, label, reason }) => ({
    path: `${register}/${subject}`,
    message: `${label === '' ? '' : `${label}: `}${reason}`,
  }));
  const others = obstacles.length - told.length;
  return invalid(others > 0 ? [...told, { path: '', message: `And ${others} more.` }] : told);
}

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
    const changes = [...new Set(page.map(({ change }) => change))];
    const perhaps = await db.inOrganization(organizationId, (tx) =>
      entriesThatMayBeFinal(tx, organizationId, changes, mayBeFinal),
    );
    const final = [...new Set(perhaps.filter(isFinal).map(({ change }) => change))];
    return { rows: page, total, final, next: rows.length > query.limit ? String(page.at(-1)?.sequence) : null };
  },

  async undoChange(visit, { id, body }) {
    const change = id<ChangeId>('changeId');
    const { actor, organizationId } = visit;
    const entries = await visit.db.inOrganization(organizationId, (tx) => entriesOf(tx, organizationId, change));
    const [first] = entries;
    if (first === undefined) throw notFound('change');
    if (!mayReadTrail(actor) && first.actor !== visit.user.id) throw forbidden('undo what somebody else did');
    const end = entries.at(-1)?.sequence ?? 0;
    const planOn = async (snapshot: Snapshot) => {
      // Read after the facts: had an erasure come between the two, the facts have moved on, and nothing erased is written back.
      const [again, writtenSince] = await visit.db.inOrganization(organizationId, async (tx) => [
        await entriesOf(tx, organizationId, change),
        await writtenAfter(tx, organizationId, end),
      ]);
      const told: ToldRow[] = [];
      for (const [index, entry] of again.entries()) {
        await breathe(index);
        told.push(toldRow(entry));
      }
      const undo = undoOf(told, { snapshot, writtenSince }, actor);
      return { reason: `Undo of “${again[0]?.reason ?? ''}”`, ...undo, followUps: soundAgain(told) };
    };
    const reportOf = ({ rows, obstacles }: Undo) => ({ of: first.reason, rows, obstacles });
    if (body.dryRun) {
      const plan = await planOn(await visit.facts());
      authorize(actor, plan.items);
      return { dryRun: true, change: null, ...reportOf(plan) };
    }
    const { plan, result } = await visit.writePlanned(async (facts) => {
      const planned = await planOn(facts);
      if (planned.obstacles.length > 0) throw hindered(planned.obstacles);
      return planned;
    });
    return { dryRun: false, change: result?.change ?? null, ...reportOf(plan) };
  },

  async verifyTrail(visit) {
    if (!mayReadTrail(visit.actor)) throw forbidden('read the trail');
    return verify(visit.db, visit.organizationId);
  },
};
