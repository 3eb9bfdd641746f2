import type { VisitHandlers } from '../../../api/mount.ts';
import type { RequirementCompetenceId } from '../../../kernel/id.ts';
import { presentRow } from '../../trail/present-row.ts';
import { changedRow } from '../../trail/store/change.ts';
import type { requiredCompetenceRoutes } from '../required-contract.ts';
import { changedRequired, requiredCompetence, requiredPage, takenDefaults } from '../required-list.ts';
import { requirementApprovals } from '../requirement-approval.ts';

const idOfRow = 'requirementCompetenceId';

export const requiredCompetenceHandlers: VisitHandlers<typeof requiredCompetenceRoutes> = {
  async competenceRequirements(visit) {
    return requiredPage(await visit.facts(), { actor: visit.actor, userId: visit.user.id });
  },

  async takeRequiredDefaults(visit, { body }) {
    const items = takenDefaults(await visit.facts(), body.roles, visit.user.id);
    await visit.change('Required competences taken from the templates', items);
    return { roles: items.length };
  },

  async requireCompetence(visit, { body }) {
    const id = visit.newId() as RequirementCompetenceId;
    const item = requiredCompetence(await visit.facts(), body, id, visit.user.id);
    const result = await visit.change(`Competence required for ${body.requirementId}`, [item]);
    return changedRow(result, 'requirementCompetence', id);
  },

  async updateRequiredCompetence(visit, { id: idOf, body, version }) {
    const row = presentRow(await visit.facts(), 'requirementCompetence', idOf(idOfRow));
    const item = changedRequired(row, version, body, visit.user.id);
    const result = await visit.change('Required competence changed', [item]);
    return result.change === null ? row : changedRow(result, 'requirementCompetence', row.id);
  },

  async removeRequiredCompetence(visit, { id: idOf, version }) {
    const { id } = presentRow(await visit.facts(), 'requirementCompetence', idOf(idOfRow));
    await visit.change('Competence no longer required', [
      { register: 'requirementCompetence', operation: 'remove', id, version },
    ]);
    return { id };
  },

  async approveRequiredCompetences(visit, { body }) {
    const approver = { actor: visit.actor, userId: visit.user.id };
    const items = requirementApprovals(await visit.facts(), body, approver, visit.today);
    await visit.change(
      items.length === 1 ? 'Required competences approved' : `Required competences of ${items.length} approved`,
      items,
    );
    return { approved: items.length };
  },
};
