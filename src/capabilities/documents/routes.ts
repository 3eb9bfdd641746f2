import { booksOf } from '../../api/competence-books.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { Replied, type Visit } from '../../api/visit.ts';
import { visibleTo } from '../../api/visible.ts';
import { forbidden, notFound } from '../../kernel/errors.ts';
import type { AppointmentId, DocumentVersionId, PersonId, ProjectId, RoleId } from '../../kernel/id.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { DocumentRenderer, HandedDocument, PrintedDocument } from '../../platform/documents/render.ts';
import { accountabilityMatrix } from './accountability-matrix.ts';
import type { documentRoutes } from './contract.ts';
import { competenceMatrixDocument } from './competence-matrix.ts';
import { competenceRecord } from './competence-record.ts';
import { competenceRegister } from './competence-register.ts';
import { letterOfAppointment } from './letter-of-appointment.ts';
import {
  mediaTypes,
  type DocumentControl,
  type DocumentFormat,
  type DocumentVersion,
  type LetterFormat,
  type Paper,
  type RegisterFormat,
  type VersionedDocument,
} from './model.ts';
import type { ListRegister } from './list-register.ts';
import { peopleRegister, type PeopleRegister } from './people-register.ts';
import { personProfile } from './person-profile.ts';
import { requiredCompetences } from './required-competences.ts';
import { resourceProject } from './resource-project.ts';
import { roleProfile } from './role-profile.ts';
import { statementOfApplicability } from './statement-of-applicability.ts';
import { trainingPlanDocument } from './training-plan.ts';
import { trainingRegister } from './training-register.ts';
import { mayChange, mayReadEvidence } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { changedRow } from '../trail/store/change.ts';
import { entriesAfter } from '../trail/store/entries.ts';
import { loadAtSequence } from '../trail/store/snapshot.ts';
import {
  approvedVersion,
  changedSinceVersion,
  decision,
  mayDecideOn,
  mayWithdraw,
  numbered,
  submission,
  versionControl,
  versionsOf,
  withdrawal,
} from './version.ts';
import { contentOf, differencesBetween } from './version-content.ts';

const download = (bytes: Uint8Array, name: string, format: keyof typeof mediaTypes): Replied<Uint8Array> =>
  new Replied({
    bytes,
    headers: [
      ['content-type', mediaTypes[format]],
      ['content-disposition', `attachment; filename="${name}.${format}"`],
      ['cache-control', 'no-store'],
    ],
  });

/** The facts of the visit, or those that a version of the document stands for. */
async function frozen(
  visit: Visit,
  name: VersionedDocument,
  number: number | undefined,
): Promise<{ readonly snapshot: Snapshot; readonly on: PlainDate; readonly version: DocumentVersion | null }> {
  const snapshot = await visit.facts();
  if (number === undefined) return { snapshot, on: visit.on, version: null };
  const version = numbered(snapshot, name, number);
  const then = await visit.db.inOrganization(visit.organizationId, (tx) =>
    loadAtSequence(tx, visit.organizationId, version.sequence),
  );
  return {
    snapshot: visibleTo(visit.actor, { ...then, recordedAt: version.recordedAt }),
    on: version.requestedOn,
    version,
  };
}

/** A document of the facts of the visit or of a version, in the format and on the paper that were asked for. */
async function printed(
  visit: Visit,
  renderer: DocumentRenderer,
  make: (snapshot: Snapshot, on: PlainDate, control?: DocumentControl) => PrintedDocument,
  name: VersionedDocument,
  {
    format,
    paper,
    version: number,
  }: { readonly format: DocumentFormat; readonly paper: Paper; readonly version?: number | undefined },
): Promise<Replied<Uint8Array>> {
  const { snapshot, on, version } = await frozen(visit, name, number);
  const document = version === null ? make(snapshot, on) : make(snapshot, on, versionControl(version));
  const bytes = await renderer.renderDocument(document, format, { paper });
  const what = version === null ? on : `version-${version.number}`;
  return download(bytes, `${name}-${snapshot.organization.slug}-${what}`, format);
}

/** A letter or profile; `make` gives it with what tells its file from others. */
async function handed(
  visit: Visit,
  renderer: DocumentRenderer,
  { format, paper }: { readonly format: LetterFormat; readonly paper: Paper },
  make: (snapshot: Snapshot) => readonly [HandedDocument, string],
): Promise<Replied<Uint8Array>> {
  const snapshot = await visit.facts();
  const [document, mark] = make(snapshot);
  const bytes = await renderer.renderLetter(document, format, { paper });
  return download(bytes, `${document.document}-${snapshot.organization.slug}-${mark}-${visit.on}`, format);
}

/** A register of the facts of the visit, one row for each record. */
async function listed(
  visit: Visit,
  renderer: DocumentRenderer,
  { format }: { readonly format: RegisterFormat },
  make: (snapshot: Snapshot, on: PlainDate) => PeopleRegister | ListRegister,
): Promise<Replied<Uint8Array>> {
  const snapshot = await visit.facts();
  const document = make(snapshot, visit.on);
  const bytes = await renderer.renderRegister(document, format);
  return download(bytes, `${document.document}-${snapshot.organization.slug}-${visit.on}`, format);
}

async function decided(
  visit: Visit,
  id: DocumentVersionId,
  version: number,
  fields: Pick<DocumentVersion, 'decision'>,
): Promise<DocumentVersion> {
  const reason = `Version ${fields.decision?.verdict ?? ''}`;
  const result = await visit.change(reason, [
    { register: 'documentVersion', operation: 'update', id, version, fields },
  ]);
  return changedRow(result, 'documentVersion', id);
}

export const documentHandlers = (renderer: DocumentRenderer): VisitHandlers<typeof documentRoutes> => ({
  accountabilityMatrix: (visit, { query }) =>
    printed(visit, renderer, accountabilityMatrix, 'accountability-matrix', query),
  statementOfApplicability: (visit, { query }) =>
    printed(visit, renderer, statementOfApplicability, 'statement-of-applicability', query),

  async documentVersions(visit, { query }) {
    const snapshot = await visit.facts();
    const approved = approvedVersion(snapshot, query.document);
    return {
      versions: versionsOf(snapshot, query.document).map(({ marks: _marks, ...version }) => ({
        ...version,
        mayDecide: mayDecideOn(snapshot, visit.actor, version),
        mayWithdraw: mayWithdraw(snapshot, visit.actor, version),
      })),
      approved: approved?.number ?? null,
      changed: approved === null ? [] : changedSinceVersion(snapshot, approved),
    };
  },

  async versionDifferences(visit, { query }) {
    const [from, to] = await Promise.all([
      frozen(visit, query.document, query.from),
      frozen(visit, query.document, query.to),
    ]);
    return differencesBetween(contentOf(query.document, from.snapshot), contentOf(query.document, to.snapshot));
  },

  async submitVersion(visit, { body }) {
    if (!mayChange(visit.actor, 'documentVersion')) throw forbidden('put a version forward');
    const { actor, today: on, organizationId } = visit;
    const snapshot = await visit.facts();
    const { sequence } = snapshot.trail;
    const [last] = await visit.db.inOrganization(organizationId, (tx) =>
      entriesAfter(tx, organizationId, sequence - 1, 1),
    );
    if (last === undefined) throw notFound('entry of the trail');
    const id = visit.newId() as DocumentVersionId;
    const position = { ...snapshot.trail, recordedAt: last.recordedAt };
    const item = submission(snapshot, { id, ...body, actor, on, position });
    return changedRow(await visit.change('Version put forward', [item]), 'documentVersion', id);
  },

  async decideVersion(visit, { id: idOf, body, version }) {
    const snapshot = await visit.facts();
    const present = presentRow(snapshot, 'documentVersion', idOf<DocumentVersionId>('documentVersionId'));
    return decided(visit, present.id, version, decision(snapshot, present, visit.actor, { ...body, on: visit.today }));
  },

  async withdrawVersion(visit, { id: idOf, version }) {
    const snapshot = await visit.facts();
    const present = presentRow(snapshot, 'documentVersion', idOf<DocumentVersionId>('documentVersionId'));
    return decided(visit, present.id, version, withdrawal(snapshot, present, visit.actor, visit.today));
  },

  peopleRegister: (visit, { query }) => listed(visit, renderer, query, peopleRegister),
  competenceRegister: (visit, { query }) => listed(visit, renderer, query, competenceRegister),
  requiredCompetences: (visit, { query }) => listed(visit, renderer, query, requiredCompetences),
  trainingRegister: (visit, { query }) => listed(visit, renderer, query, trainingRegister),

  async competenceMatrixDocument(visit, { query: { format, paper, ...choice } }) {
    const snapshot = await visit.facts();
    const matrix = competenceMatrixDocument(booksOf(snapshot, visit.on), choice);
    const bytes = await renderer.renderCompetences(matrix, format, { paper });
    return download(bytes, `${matrix.document}-${snapshot.organization.slug}-${visit.on}`, format);
  },

  async trainingPlanDocument(visit, { query: { format, paper, by } }) {
    const snapshot = await visit.facts();
    const plan = trainingPlanDocument(snapshot, visit.on, by);
    const bytes = await renderer.renderPlan(plan, format, { paper });
    return download(bytes, `${plan.document}-${snapshot.organization.slug}-${visit.on}`, format);
  },

  async competenceRecord(visit, { id, query: { format, paper } }) {
    const snapshot = await visit.facts();
    const personId = id<PersonId>('personId');
    const record = competenceRecord(booksOf(snapshot, visit.on), personId, mayReadEvidence(visit.actor, personId));
    const bytes = await renderer.renderRecord(record, format, { paper });
    return download(
      bytes,
      `${record.document}-${snapshot.organization.slug}-${personId.slice(-12)}-${visit.on}`,
      format,
    );
  },

  letterOfAppointment: (visit, { id, query }) =>
    handed(visit, renderer, query, (snapshot) => {
      const letter = letterOfAppointment(snapshot, id<AppointmentId>('appointmentId'), visit.on);
      return [letter, letter.role.key];
    }),
  roleProfile: (visit, { id, query }) =>
    handed(visit, renderer, query, (snapshot) => {
      const profile = roleProfile(snapshot, id<RoleId>('roleId'), visit.on);
      return [profile, profile.role.key];
    }),
  personProfile: (visit, { id, query }) =>
    handed(visit, renderer, query, (snapshot) => {
      const personId = id<PersonId>('personId');
      return [personProfile(snapshot, personId, visit.on), personId.slice(-12)];
    }),

  async resourceProject(visit, { id, query }) {
    const snapshot = await visit.facts();
    const project = resourceProject(snapshot, id<ProjectId>('projectId'), visit.on);
    const bytes = await renderer.renderProject(project, query.format, { paper: query.paper });
    return download(bytes, `resource-project-${snapshot.organization.slug}-${visit.on}`, query.format);
  },
});
