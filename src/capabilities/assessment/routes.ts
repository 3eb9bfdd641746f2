import { assessed } from '../../api/assessed.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { findRequirement } from '../../domain/catalogue.ts';
import { notFound } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';
import { roleWaysOut } from '../competence/role-way-out.ts';
import { waysOut } from '../competence/way-out.ts';
import { mayReadCost, mayReadTrail } from '../trail/policy.ts';
import { entriesAbout } from '../trail/store/entries.ts';
import { answer } from './answer.ts';
import type { assessmentRoutes } from './contract.ts';
import { leaverImpact } from './leaver.ts';

const HISTORY = 50;

export const assessmentHandlers: VisitHandlers<typeof assessmentRoutes> = {
  async assessment(visit) {
    return assessed(await visit.facts(), visit.on);
  },

  async requirement(visit, { text }) {
    const requirement = findRequirement(text('requirementId'));
    if (requirement === undefined) throw notFound('requirement');
    const snapshot = await visit.facts();
    const { on } = visit;
    const assessment = assessed(snapshot, on);
    const history = mayReadTrail(visit.actor)
      ? await visit.db.inOrganization(visit.organizationId, (tx) =>
          entriesAbout(tx, visit.organizationId, requirement.id, HISTORY),
        )
      : [];
    return {
      answer: answer(snapshot, assessment, requirement.id, on),
      gaps: assessment.gaps.filter((gap) => gap.requirements.includes(requirement.id)),
      history,
    };
  },

  async waysOut(visit, { query, id }) {
    const snapshot = await visit.facts();
    const { on, actor } = visit;
    const question = {
      personId: id<PersonId>('personId'),
      competence: query.competence,
      roleId: query.roleId ?? null,
    };
    return waysOut(snapshot, on, assessed(snapshot, on), question, mayReadCost(actor));
  },

  async roleWaysOut(visit, { query }) {
    const snapshot = await visit.facts();
    const { on, actor } = visit;
    const question = { roleId: query.roleId ?? null, requirementId: query.requirementId ?? null };
    return roleWaysOut(snapshot, on, assessed(snapshot, on), question, mayReadCost(actor));
  },

  async leaver(visit, { query, id }) {
    return leaverImpact(await visit.facts(), id<PersonId>('personId'), query.to);
  },
};
