import { assessed } from '../../api/assessed.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { forbidden, invalid, MusterError } from '../../kernel/errors.ts';
import { readDocument } from '../../platform/files/document.ts';
import type { UnderWay } from '../../platform/under-way.ts';
import { driven, nobodyWatches, watched } from '../people/store/import.ts';
import { mayChange } from '../trail/policy.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { planCompetenceImportSteps } from './competence-import.ts';
import { readCompetences } from './competence-document.ts';
import type { competenceIntakeRoutes } from './contract.ts';
import { gapEffect } from './gap-effect.ts';
import { chosen, ofKind } from './intake-choice.ts';

/** `underWay` tells whoever asks how far an import of this process is. */
export const competenceIntakeHandlers = (underWay: UnderWay): VisitHandlers<typeof competenceIntakeRoutes> => ({
  importCompetences(visit, { query, body, file }) {
    const { actor, today, newId } = visit;
    const ticket =
      query.progress === undefined ? nobodyWatches : underWay.begin(`${visit.organizationId} ${query.progress}`);
    return watched(ticket, async () => {
      if (!mayChange(actor, 'competenceAssessment')) throw forbidden('change competenceAssessment');
      const on = body.on ?? today;
      if (on > today)
        throw invalid([{ path: 'on', message: `${on} is to come.`, accepted: 'today or an earlier day' }]);
      const { sheets } = await readDocument({ name: query.name, bytes: file });
      const document = ofKind(readCompetences(sheets, query.name, today), query.as);
      if ('refused' in document)
        throw new MusterError({ code: 'unreadable', file: query.name, reason: document.refused });
      const options = {
        name: query.name,
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
      const planOn = async (snapshot: Snapshot) => ({
        reason,
        ...(await driven(planCompetenceImportSteps(document, snapshot, options), ticket)),
      });
      const dryRun = query.dryRun === 'true';
      if (dryRun) {
        const snapshot = await visit.facts();
        const { report, items } = await planOn(snapshot);
        const before = () => assessed(snapshot, today);
        return {
          file: query.name,
          dryRun,
          ...report,
          change: null,
          effect: gapEffect(snapshot, items, { actor, on: today, before }),
        };
      }
      const { plan, result } = await visit.writePlanned(planOn, (done, of) => {
        ticket.tell({ stage: 'writing', done, of });
      });
      return { file: query.name, dryRun, ...plan.report, change: result?.change ?? null, effect: null };
    });
  },
});
