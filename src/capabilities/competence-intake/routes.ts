import type { VisitHandlers } from '../../api/mount.ts';
import { forbidden, invalid, MusterError } from '../../kernel/errors.ts';
import { readDocument } from '../../platform/files/document.ts';
import { mayChange } from '../trail/policy.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { planCompetenceImport } from './competence-import.ts';
import { readCompetences } from './competence-document.ts';
import type { competenceIntakeRoutes } from './contract.ts';
import { chosen, ofKind } from './intake-choice.ts';

export const competenceIntakeHandlers: VisitHandlers<typeof competenceIntakeRoutes> = {
  async importCompetences(visit, { query, body, file }) {
    const { actor, today, newId } = visit;
    if (!mayChange(actor, 'competenceAssessment')) throw forbidden('change competenceAssessment');
    const on = body.on ?? today;
    if (on > today) throw invalid([{ path: 'on', message: `${on} is to come.`, accepted: 'today or an earlier day' }]);
    const { sheets } = await readDocument({ name: query.name, bytes: file });
    const document = ofKind(readCompetences(sheets, query.name, today), query.as);
    if ('refused' in document)
      throw new MusterError({ code: 'unreadable', file: query.name, reason: document.refused });
    const options = {
      today,
      on,
      newId,
      by: {
        userId: visit.user.id,
        name: visit.user.name,
        personId: visit.actor.kind === 'member' ? visit.actor.personId : null,
      },
      may: (register: Parameters<typeof mayChange>[1]) => mayChange(actor, register),
      choices: chosen(body),
    };
    const reason = `Competences and trainings imported from ${query.name}`;
    const planOn = (snapshot: Snapshot) => ({ reason, ...planCompetenceImport(document, snapshot, options) });
    const dryRun = query.dryRun === 'true';
    if (dryRun) return { file: query.name, dryRun, ...planOn(await visit.facts()).report, change: null };
    const { plan, result } = await visit.writePlanned(planOn);
    return { file: query.name, dryRun, ...plan.report, change: result?.change ?? null };
  },
};
