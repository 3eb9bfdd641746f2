import { z } from 'zod';
import type { VisitHandlers } from '../../api/mount.ts';
import { findRequirement } from '../../domain/catalogue.ts';
import { instant, isPlainDate } from '../../kernel/date.ts';
import { forbidden, invalid, MusterError } from '../../kernel/errors.ts';
import { assessableIn } from '../frameworks/assessable.ts';
import { readDocument } from '../../platform/files/document.ts';
import { resolve } from '../assessment/resolution.ts';
import { mayChange, mayReadTrail } from '../trail/policy.ts';
import { entriesOfRegister } from '../trail/store/entries.ts';
import { cellChanges } from './cell-change.ts';
import { cellTurns } from './cell-turn.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { accountabilityRoutes } from './contract.ts';
import { parseMatrixDocument } from './matrix-document.ts';
import { planMatrixImport } from './matrix-import.ts';
import type { Choices } from './matrix-mapping.ts';
import { peopleLetters } from './person-letters.ts';
import type { Accountability } from './model.ts';

const choices = z.record(z.string(), z.string().max(100));

function choicesIn(text: string | undefined): Choices {
  if (text === undefined) return new Map();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new MusterError(invalid([{ path: 'mapping', message: 'The mapping is no JSON.' }]).fault, { cause: error });
  }
  const result = choices.safeParse(value);
  if (!result.success)
    throw invalid([
      {
        path: 'mapping',
        message: 'The mapping is no object of names.',
        accepted: '{"foreign name": "id, new or ignore"}',
      },
    ]);
  return new Map(Object.entries(result.data));
}

export const accountabilityHandlers: VisitHandlers<typeof accountabilityRoutes> = {
  matrix: async (visit) => (await visit.facts()).accountability,

  peopleLetters: async (visit, { query }) => peopleLetters(resolve(await visit.facts(), visit.on), query),

  async cellTurns(visit, { query }) {
    const { organizationId } = visit;
    const snapshot = await visit.facts();
    const since =
      query.since === undefined ? null : instant(isPlainDate(query.since) ? `${query.since}T00:00:00Z` : query.since);
    const entries = await visit.db.inOrganization(organizationId, (tx) =>
      entriesOfRegister(tx, organizationId, 'accountability', since, snapshot.trail.sequence),
    );
    return cellTurns(entries, snapshot, mayReadTrail(visit.actor));
  },

  async editCells(visit, { body }) {
    const facts = await visit.facts();
    const others = assessableIn(facts.frameworkRequirement);
    const unknown = body.edits.findIndex(
      ({ requirementId }) => findRequirement(requirementId) === undefined && !others.has(requirementId),
    );
    if (unknown >= 0) {
      throw invalid([
        {
          path: `edits.${unknown}.requirementId`,
          message: `There is no requirement ${body.edits[unknown]?.requirementId ?? ''}.`,
          accepted: '4.1 to 10.2, A.5.1 to A.8.34, or what is assessed in another catalogue',
        },
      ]);
    }
    const items = cellChanges(facts, body.edits, visit.newId);
    const result = await visit.change(body.reason === '' ? 'Matrix edited' : body.reason, items);
    const cells = result.entries.flatMap(({ after }) => (after === null ? [] : [JSON.parse(after) as Accountability]));
    return { cells, change: result.change };
  },

  async importMatrix(visit, { query, file }) {
    if (!mayChange(visit.actor, 'accountability')) throw forbidden('change accountability');
    const document = await readDocument({ name: query.name, bytes: file });
    const matrices = parseMatrixDocument(document);
    if (matrices.length === 0) {
      throw new MusterError({
        code: 'unreadable',
        file: query.name,
        reason: 'no table in it has roles as columns and the letters R, A, S, C, I in its cells.',
      });
    }
    const reason = `Matrix imported from ${query.name}`;
    const planOn = (facts: Snapshot) => ({
      reason,
      ...planMatrixImport(matrices, facts, choicesIn(query.mapping), visit.newId),
    });
    const dryRun = query.dryRun === 'true';
    if (dryRun) return { file: query.name, dryRun, ...planOn(await visit.facts()).report, change: null };
    const { plan, result } = await visit.writePlanned(planOn);
    return { file: query.name, dryRun, ...plan.report, change: result?.change ?? null };
  },
};
