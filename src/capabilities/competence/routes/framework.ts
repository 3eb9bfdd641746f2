import type { VisitHandlers } from '../../../api/mount.ts';
import { byDay } from '../../../api/by-day.ts';
import { Replied } from '../../../api/visit.ts';
import { forbidden, notFound } from '../../../kernel/errors.ts';
import type { CompetenceFrameworkId, CompetenceId, RoleId, WorkRoleId } from '../../../kernel/id.ts';
import { readDocument } from '../../../platform/files/document.ts';
import { mayChange } from '../../trail/policy.ts';
import { presentRow } from '../../trail/present-row.ts';
import type { Snapshot } from '../../trail/snapshot.ts';
import { changedRow } from '../../trail/store/change.ts';
import {
  competenceChange,
  competenceRemoval,
  editionRaise,
  frameworkRemoval,
  newCompetence,
} from '../framework-change.ts';
import type { competenceFrameworkRoutes } from '../framework-contract.ts';
import { frameworkCsv } from '../framework-csv.ts';
import { choosableCompetences, frameworkInUse, mappingPage, workRoleList, workRolePage } from '../framework-list.ts';
import { mappingEdits } from '../mapping-edit.ts';
import { planPublishedImport } from '../published-import.ts';
import { readPublished } from '../published-reading.ts';
import { filledRole } from '../role-filling.ts';

const inUse = byDay(frameworkInUse);

export const competenceFrameworkHandlers: VisitHandlers<typeof competenceFrameworkRoutes> = {
  async competenceFramework(visit) {
    return inUse(await visit.facts(), visit.on);
  },

  async competences(visit) {
    return choosableCompetences(await visit.facts());
  },

  async createCompetence(visit, { body }) {
    const id = visit.newId() as CompetenceId;
    const item = newCompetence(await visit.facts(), body, id);
    return changedRow(await visit.change(`Competence ${body.name} added`, [item]), 'competence', id);
  },

  async updateCompetence(visit, { id: idOf, body, version }) {
    const id = idOf<CompetenceId>('competenceId');
    const snapshot = await visit.facts();
    const reason =
      body.retired === undefined
        ? 'Competence changed'
        : body.retired
          ? 'Competence retired'
          : 'Competence taken up again';
    const result = await visit.change(reason, [competenceChange(snapshot, id, version, body)]);
    return result.change === null ? presentRow(snapshot, 'competence', id) : changedRow(result, 'competence', id);
  },

  async removeCompetence(visit, { id: idOf, version }) {
    if (!mayChange(visit.actor, 'competence')) throw forbidden('change competence');
    const id = idOf<CompetenceId>('competenceId');
    const item = competenceRemoval(await visit.facts(), id, version, visit.today);
    await visit.change('Competence removed', [item]);
    return { id };
  },

  async raiseEdition(visit, { body }) {
    const items = editionRaise(await visit.facts(), body, visit.newId);
    const reason = `Edition ${body.edition} of the competence framework${body.note === '' ? '' : `: ${body.note}`}`;
    const { change } = await visit.change(reason, items);
    return { change };
  },

  async importCompetenceFramework(visit, { query, file }) {
    if (!mayChange(visit.actor, 'competenceFramework')) throw forbidden('change competenceFramework');
    const document = await readDocument({ name: query.name, bytes: file });
    const published = readPublished(query.name, document.value);
    const planOn = (facts: Snapshot) => ({
      reason: `${published.name} imported from ${query.name}`,
      ...planPublishedImport(published, facts, visit.newId),
    });
    const dryRun = query.dryRun === 'true';
    if (dryRun) return { file: query.name, dryRun, ...planOn(await visit.facts()).report };
    const { plan, result } = await visit.writePlanned(planOn);
    return { file: query.name, dryRun, ...plan.report, change: result?.change ?? null };
  },

  async removeCompetenceFramework(visit, { id: idOf, version }) {
    if (!mayChange(visit.actor, 'competenceFramework')) throw forbidden('change competenceFramework');
    const id = idOf<CompetenceFrameworkId>('competenceFrameworkId');
    const items = frameworkRemoval(await visit.facts(), id, version, visit.today);
    await visit.change('Competence framework removed', items);
    return { id };
  },

  async frameworkExport(visit) {
    const snapshot = await visit.facts();
    return new Replied<Uint8Array>({
      bytes: new TextEncoder().encode(frameworkCsv(inUse(snapshot, visit.on))),
      headers: [
        ['content-type', 'text/csv; charset=utf-8'],
        [
          'content-disposition',
          `attachment; filename="competence-framework-${snapshot.organization.slug}-${visit.on}.csv"`,
        ],
        ['cache-control', 'no-store'],
      ],
    });
  },

  async competenceMappings(visit) {
    return mappingPage(await visit.facts());
  },

  async editCompetenceMappings(visit, { body }) {
    const items = mappingEdits(await visit.facts(), body, visit.newId);
    const { change } = await visit.change('Mapping of competences edited', items);
    return { change };
  },

  async workRoles(visit) {
    return workRoleList(await visit.facts());
  },

  async workRole(visit, { id }) {
    const page = workRolePage(await visit.facts(), id<WorkRoleId>('workRoleId'));
    if (page === null) throw notFound('workRole');
    return page;
  },

  async fillRole(visit, { id, body }) {
    const snapshot = await visit.facts();
    const workRole = presentRow(snapshot, 'workRole', id<WorkRoleId>('workRoleId'));
    const item = filledRole(snapshot, body.into, body, visit.user.id, visit.newId() as RoleId);
    await visit.change(`Filled from ${workRole.title}`, [item]);
    return { roleId: item.id as RoleId };
  },
};
