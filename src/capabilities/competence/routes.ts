import { byDay } from '../../api/by-day.ts';
import { booksOf } from '../../api/competence-books.ts';
import { readerOf } from '../../api/reader.ts';
import { Replied, type Visit } from '../../api/visit.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { EvidenceId, PersonId } from '../../kernel/id.ts';
import { pageOf } from '../../kernel/list.ts';
import { evidenceTypeOf } from '../../platform/files/evidence-type.ts';
import { attachmentNamed } from '../../platform/http/disposition.ts';
import { mayChange, mayReadEvidence, mayRemoveEvidence, speaksForThemself } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { changedRow } from '../trail/store/change.ts';
import { competenceBench } from './bench.ts';
import { cellDetail } from './cell-detail.ts';
import type { evidenceRoutes } from './evidence-contract.ts';
import { previewTypes } from './evidence-file.ts';
import { evidenceRows, refuseUsedEvidence } from './evidence-use.ts';
import type { competenceMatrixRoutes } from './matrix-contract.ts';
import { cellsAfter, judgedChange } from './matrix-edit.ts';
import { competenceMatrix } from './matrix.ts';
import type { Evidence } from './model.ts';
import { requiredChanges, roleCompetences, roleLine } from './role-matrix.ts';
import { competenceTrend } from './trend.ts';
import { contentOf, dropUnneeded, fileThere, hashOfFile, type EvidenceMeans } from './store/evidence.ts';

/** Bytes of strangers: nothing in them runs, and nothing is loaded for them. */
const STRANGERS = ['content-security-policy', "default-src 'none'; sandbox"] as const;

/** @throws MusterError `forbidden` before anything of the file is looked at; `not-found`, `invalid` */
function refuseUpload({ actor }: Visit, snapshot: Snapshot, personId: PersonId | null): void {
  if (!mayChange(actor, 'evidence') && !speaksForThemself(actor, 'evidence', null, { personId }))
    throw forbidden('change evidence');
  if (personId !== null && presentRow(snapshot, 'person', personId).erasedOn !== null)
    throw invalid([{ path: 'personId', message: 'Their personal data were erased: nothing is kept about them.' }]);
}

/** A row whose file the member may read. @throws MusterError `forbidden`, `not-found` */
async function readable(
  visit: Visit,
  id: EvidenceId,
): Promise<{ readonly snapshot: Snapshot; readonly row: Evidence }> {
  const snapshot = await visit.facts();
  const row = presentRow(snapshot, 'evidence', id);
  if (!mayReadEvidence(visit.actor, row.personId)) throw forbidden('read evidence about other people');
  return { snapshot, row };
}

export const evidenceHandlers = ({ storage, scan }: EvidenceMeans): VisitHandlers<typeof evidenceRoutes> => ({
  async evidenceFiles(visit, { query: { personId, ids, ...page } }) {
    const snapshot = await visit.facts();
    if (personId !== undefined) {
      presentRow(snapshot, 'person', personId);
      if (!mayReadEvidence(visit.actor, personId)) throw forbidden('read evidence about other people');
    }
    const asked = snapshot.evidence.filter(
      (row) =>
        (personId === undefined || row.personId === personId) &&
        (ids === undefined || ids.includes(row.id)) &&
        (personId !== undefined || ids !== undefined || row.personId === null) &&
        mayReadEvidence(visit.actor, row.personId),
    );
    return pageOf(evidenceRows(snapshot, asked), ({ id }) => id, page);
  },

  async uploadEvidence(visit, { query: { name }, body, file }) {
    refuseUpload(visit, await visit.facts(), body.personId);
    const { organizationId, user } = visit;
    const mediaType = await evidenceTypeOf(name, file);
    const scanned = await scan(file);
    const sha256 = hashOfFile(file);
    // First the file, then its row: after a crash in between, a file that nothing names is swept away.
    await storage.put(organizationId, sha256, [file]);
    const id = visit.newId() as EvidenceId;
    const fields = {
      ...body,
      name,
      sha256,
      mediaType,
      bytes: file.byteLength,
      uploadedBy: user.id,
      uploadedOn: visit.today,
      scan: scanned,
    };
    const result = await visit.change(
      'Evidence uploaded',
      [{ register: 'evidence', operation: 'create', id, fields }],
      [fileThere(storage, organizationId, sha256, file)],
    );
    return changedRow<Evidence>(result, 'evidence', id);
  },

  async downloadEvidence(visit, { id }) {
    const { snapshot, row } = await readable(visit, id<EvidenceId>('evidenceId'));
    return new Replied({
      bytes: await contentOf(storage, snapshot, row),
      headers: [
        ['content-type', row.mediaType],
        ['content-disposition', attachmentNamed(row.name)],
        ['etag', `"${row.sha256}"`],
        STRANGERS,
      ],
    });
  },

  async previewEvidence(visit, { id }) {
    const { snapshot, row } = await readable(visit, id<EvidenceId>('evidenceId'));
    if (!previewTypes.has(row.mediaType)) throw notFound('preview of this type of file');
    return new Replied({
      bytes: await contentOf(storage, snapshot, row),
      headers: [
        ['content-type', row.mediaType.startsWith('text/') ? 'text/plain; charset=utf-8' : row.mediaType],
        ['content-disposition', 'inline'],
        ['etag', `"${row.sha256}"`],
        STRANGERS,
      ],
    });
  },

  async removeEvidence(visit, { id: idOf, version }) {
    const id = idOf<EvidenceId>('evidenceId');
    const { plan } = await visit.writePlanned((facts) => {
      const row = presentRow(facts, 'evidence', id);
      if (!mayRemoveEvidence(visit.actor, row)) throw forbidden('remove what others uploaded');
      refuseUsedEvidence(facts, id);
      const { sha256 } = row;
      return {
        reason: 'Evidence removed',
        items: [{ register: 'evidence', operation: 'remove', id, version }],
        sha256,
      };
    });
    await dropUnneeded({ db: visit.db, storage }, visit.organizationId, [plan.sha256]);
    return { id };
  },
});

const matrixOf = byDay((snapshot, on) => competenceMatrix(booksOf(snapshot, on), false));
const benchOf = byDay((snapshot, on) => competenceBench(booksOf(snapshot, on)));
const trendOf = byDay(competenceTrend);

export const competenceMatrixHandlers: VisitHandlers<typeof competenceMatrixRoutes> = {
  async competenceMatrix(visit, { query }) {
    const snapshot = await visit.facts();
    if (query.columns === 'used') return matrixOf(snapshot, visit.on);
    return competenceMatrix(booksOf(snapshot, visit.on), true);
  },

  async competenceCell(visit, { query: { personId, competence } }) {
    const snapshot = await visit.facts();
    presentRow(snapshot, 'person', personId);
    return cellDetail(booksOf(snapshot, visit.on), personId, competence);
  },

  async judgeCells(visit, { body }) {
    const { today, newId } = visit;
    const { plan, result } = await visit.writePlanned((facts) => {
      const books = booksOf(facts, today);
      const judged = judgedChange(books, body, { reader: readerOf(visit), today, newId });
      return { reason: body.reason === '' ? 'Competence judged' : body.reason, ...judged, books };
    });
    const cells = cellsAfter(plan.books, body.cells, result?.entries ?? []);
    return { cells, recorded: plan.recorded, change: result?.change ?? null };
  },

  async roleCompetences(visit, { query }) {
    return roleCompetences(booksOf(await visit.facts(), visit.on), query.columns === 'all');
  },

  async requireCells(visit, { body }) {
    const snapshot = await visit.facts();
    const items = requiredChanges(snapshot, body.roles, visit.user.id);
    const result = await visit.change(body.reason === '' ? 'Required competences changed' : body.reason, items);
    const changed = new Set<string>(result.entries.map(({ subject }) => subject));
    const roles = body.roles.map(({ roleId }) =>
      roleLine(changed.has(roleId) ? changedRow(result, 'role', roleId) : presentRow(snapshot, 'role', roleId)),
    );
    return { roles, change: result.change };
  },

  async competenceBench(visit) {
    return benchOf(await visit.facts(), visit.on);
  },

  async competenceTrend(visit) {
    return trendOf(await visit.facts(), visit.on);
  },
};
