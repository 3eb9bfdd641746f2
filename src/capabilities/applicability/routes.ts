import { assessed } from '../../api/assessed.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { findRequirement } from '../../domain/catalogue.ts';
import { forbidden, invalid, MusterError } from '../../kernel/errors.ts';
import type { ApplicabilityId } from '../../kernel/id.ts';
import { readDocument } from '../../platform/files/document.ts';
import { controlResources } from '../assessment/control-resource.ts';
import { resolve } from '../assessment/resolution.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { mayChange } from '../trail/policy.ts';
import type { applicabilityRoutes } from './contract.ts';
import type { Applicability } from './model.ts';
import { readStatement } from './statement-document.ts';
import { planStatementImport } from './statement-import.ts';

export const applicabilityHandlers: VisitHandlers<typeof applicabilityRoutes> = {
  applicability: async (visit) => (await visit.facts()).applicability,

  async controlResources(visit) {
    const snapshot = await visit.facts();
    return controlResources(resolve(snapshot, visit.on), assessed(snapshot, visit.on));
  },

  async editApplicability(visit, { body }) {
    const present = new Map((await visit.facts()).applicability.map((entry) => [entry.requirementId, entry]));
    const items = body.edits.map(({ version, ...fields }, index): ChangeItem => {
      if (findRequirement(fields.requirementId)?.kind !== 'control') {
        throw invalid([
          {
            path: `edits.${index}.requirementId`,
            message: 'Only controls of Annex A can be left out.',
            accepted: 'A.5.1 to A.8.34',
          },
        ]);
      }
      const there = present.get(fields.requirementId);
      if ((there?.version ?? null) !== version) {
        throw new MusterError({ code: 'conflict', what: 'applicability', yours: fields, theirs: there ?? null });
      }
      const dated = fields.statusOn !== undefined || fields.status === (there?.status ?? 'not-started');
      const set = dated ? fields : { ...fields, statusOn: visit.today };
      return there === undefined
        ? { register: 'applicability', operation: 'create', id: visit.newId() as ApplicabilityId, fields: set }
        : { register: 'applicability', operation: 'update', id: there.id, version: there.version, fields: set };
    });
    const result = await visit.change('Statement of applicability changed', items);
    const changed = new Map(
      result.entries.flatMap(({ subject, after }) =>
        after === null ? [] : [[subject, JSON.parse(after) as Applicability]],
      ),
    );
    return [...changed.values()];
  },

  async importStatement(visit, { query, file }) {
    if (!mayChange(visit.actor, 'applicability')) throw forbidden('change applicability');
    const { sheets, format } = await readDocument({ name: query.name, bytes: file });
    const statement = readStatement(sheets, { format, today: visit.today });
    if ('refused' in statement)
      throw new MusterError({ code: 'unreadable', file: query.name, reason: statement.refused });
    const reason = `Statement of applicability imported from ${query.name}`;
    const planOn = ({ applicability }: Snapshot) => ({
      reason,
      ...planStatementImport(statement, applicability, visit.newId),
    });
    const dryRun = query.dryRun === 'true';
    if (dryRun) return { file: query.name, dryRun, ...planOn(await visit.facts()).report, change: null };
    const { plan, result } = await visit.writePlanned(planOn);
    return { file: query.name, dryRun, ...plan.report, change: result?.change ?? null };
  },
};
