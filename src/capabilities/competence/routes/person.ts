import { booksOf } from '../../../api/competence-books.ts';
import { readerOf } from '../../../api/reader.ts';
import type { VisitHandlers } from '../../../api/mount.ts';
import type { Visit } from '../../../api/visit.ts';
import { forbidden, MusterError } from '../../../kernel/errors.ts';
import type { CompetenceAssessmentId, PersonId } from '../../../kernel/id.ts';
import { presentRow } from '../../trail/present-row.ts';
import { changedRow } from '../../trail/store/change.ts';
import { confirmationOf, waitingClaims } from '../confirmation.ts';
import { strengthOf } from '../held.ts';
import { judgementChange, type NewJudgement } from '../judgement-change.ts';
import { claimBy, checkJudgement, checkJudgementPatch, patchBy, refuseOwnVerdict } from '../judgement-check.ts';
import type { CompetenceAssessment } from '../model.ts';
import { personCompetence } from '../person-competence.ts';
import type { personCompetenceRoutes } from '../person-contract.ts';

const idOfRow = 'competenceAssessmentId';

/** Who judged, where nobody is named and it takes somebody: the one who writes it down. */
function assessorIn(
  { actor }: Visit,
  judgement: Pick<NewJudgement, 'method' | 'assessorId' | 'assessorName'>,
): Pick<NewJudgement, 'assessorId' | 'assessorName'> {
  const { method, assessorId, assessorName } = judgement;
  // Nobody else has a part in somebody's own word.
  if (method === 'self') return { assessorId: null, assessorName: null };
  if (assessorId !== null || assessorName !== null || strengthOf(method) !== 'assessor')
    return { assessorId, assessorName };
  const own = actor.kind === 'member' ? actor.personId : null;
  return { assessorId: own, assessorName: own === null ? actor.name : null };
}

export const personCompetenceHandlers: VisitHandlers<typeof personCompetenceRoutes> = {
  async personCompetence(visit, { id }) {
    const snapshot = await visit.facts();
    const person = presentRow(snapshot, 'person', id<PersonId>('personId'));
    return personCompetence(snapshot, booksOf(snapshot, visit.on), person.id, readerOf(visit));
  },

  async recordJudgement(visit, { id: idOf, body }) {
    const personId = idOf<PersonId>('personId');
    const { user, newId, today } = visit;
    const given = {
      assessorId: null,
      assessorName: null,
      reference: null,
      evidenceKind: null,
      evidenceIds: [],
      to: null,
      refreshMonths: null,
      note: '',
      ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
    };
    const { plan, result } = await visit.writePlanned((facts) => {
      const person = presentRow(facts, 'person', personId);
      const { competence, level, on, method } = body;
      const full = { ...given, personId, competence, level, on, method };
      const claim = claimBy(readerOf(visit), person, facts, full);
      const judgement = { ...full, ...assessorIn(visit, full), claim };
      refuseOwnVerdict(visit.actor, judgement);
      checkJudgement(facts, judgement, today);
      const { items, recorded } = judgementChange(booksOf(facts, today).held, [judgement], user.id, newId);
      return { reason: `Competence of ${person.name} judged`, items, id: recorded[0]?.id };
    });
    if (result === null || plan.id === undefined) throw new MusterError({ code: 'not-found', what: 'judgement' });
    return changedRow<CompetenceAssessment>(result, 'competenceAssessment', plan.id);
  },

  async updateJudgement(visit, { id: idOf, body, version }) {
    const id = idOf<CompetenceAssessmentId>(idOfRow);
    const snapshot = await visit.facts();
    const before = presentRow(snapshot, 'competenceAssessment', id);
    const fields = patchBy(readerOf(visit), snapshot, before, body);
    checkJudgementPatch(snapshot, before, body, visit.today);
    const result = await visit.change('Judgement of a competence changed', [
      { register: 'competenceAssessment', operation: 'update', id, version, fields },
    ]);
    return result.change === null ? before : changedRow(result, 'competenceAssessment', id);
  },

  async waitingClaims(visit) {
    const snapshot = await visit.facts();
    return waitingClaims(snapshot, booksOf(snapshot, visit.on), readerOf(visit));
  },

  async confirmJudgement(visit, { id: idOf, body, version }) {
    const id = idOf<CompetenceAssessmentId>(idOfRow);
    const snapshot = await visit.facts();
    const before = presentRow(snapshot, 'competenceAssessment', id);
    const claim = confirmationOf(snapshot, before, body, readerOf(visit), visit.today);
    const what = `Competence of ${presentRow(snapshot, 'person', before.personId).name} ${body.verdict}`;
    const result = await visit.change(what, [
      { register: 'competenceAssessment', operation: 'update', id, version, fields: { claim } },
    ]);
    return changedRow(result, 'competenceAssessment', id);
  },

  async withdrawJudgement(visit, { id: idOf, version }) {
    const id = idOf<CompetenceAssessmentId>(idOfRow);
    const row = presentRow(await visit.facts(), 'competenceAssessment', id);
    if (row.recordedBy !== null && row.recordedBy !== visit.user.id)
      throw forbidden('withdraw what somebody else judged');
    await visit.change('Judgement of a competence withdrawn', [
      { register: 'competenceAssessment', operation: 'remove', id, version },
    ]);
    return { id };
  },
};
