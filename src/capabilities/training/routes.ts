import { byDay } from '../../api/by-day.ts';
import { booksOf } from '../../api/competence-books.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { Replied, type Visit } from '../../api/visit.ts';
import { findEvidenceKind } from '../../domain/evidence-kind.ts';
import { instant } from '../../kernel/date.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import type { MeasureId, TrainingId, TrainingSessionId } from '../../kernel/id.ts';
import { pageOf } from '../../kernel/list.ts';
import type { Clock } from '../../platform/clock.ts';
import { invitationOf } from '../../platform/mail/calendar.ts';
import { resolve } from '../assessment/resolution.ts';
import { requireEvidence } from '../competence/evidence-use.ts';
import type { Reader } from '../roles/approval.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import { sequenceOf, sessionMails } from '../reminders/store/session-mail.ts';
import type { Post } from '../reminders/store/post.ts';
import { changedRow, type ChangeResult } from '../trail/store/change.ts';
import { decisionsOn } from './approval.ts';
import { attendanceItems } from './attendance.ts';
import { completionItems } from './completion.ts';
import type { trainingRoutes } from './contract.ts';
import { effectItems } from './effect.ts';
import type { measureRoutes } from './measure-contract.ts';
import { checkMeasure, measureRows, sessionRow, starterItems } from './measure-list.ts';
import { planSummary, trainingGroups } from './plan-summary.ts';
import { askedItems, cancelledItems, editedItem } from './planning.ts';
import { proposalPage } from './proposal-page.ts';
import { checkSession, enrolledItems, sessionItems, withdrawnItems } from './session-change.ts';
import { trainingList, trainingRowMaker } from './training-list.ts';

const resolved = byDay(resolve);
const summary = byDay(planSummary);

const readerOf = ({ actor, user }: Visit): Reader => ({ actor, userId: user.id, email: user.email });

const counted = (count: number, one: string): string => (count === 1 ? one : `${count} ${one.toLowerCase()}s`);

/** Writes items about trainings, and says how many trainings they changed. */
async function written(
  visit: Visit,
  reason: string,
  items: readonly ChangeItem[],
): Promise<{ readonly changed: number }> {
  return changedOf(await visit.change(reason, items));
}

const changedOf = ({ entries }: ChangeResult): { readonly changed: number } => ({
  changed: entries.filter(({ register }) => register === 'training').length,
});

/** The same, where people have to be told. */
const told = async (
  means: TrainingMeans,
  visit: Visit,
  reason: string,
  items: readonly ChangeItem[],
): Promise<{ readonly changed: number }> => changedOf(await writtenAndTold(means, visit, reason, items));

export interface TrainingMeans {
  readonly post: Post;
  readonly clock: Clock;
}

/** Writes items, and has those told by mail whose places in sessions they change. */
async function writtenAndTold(
  { post, clock }: TrainingMeans,
  visit: Visit,
  reason: string,
  items: readonly ChangeItem[],
): Promise<ChangeResult> {
  const means = { post, today: visit.today, at: clock.now(), newId: clock.newId };
  const mails = sessionMails(await visit.facts(), items, means);
  const result = await visit.change(reason, items, [post.kept(visit.organizationId, mails, means.at)]);
  if (result.change !== null && !result.repeated) await post.sendNow(visit.organizationId, mails);
  return result;
}

export const measureHandlers = (means: TrainingMeans): VisitHandlers<typeof measureRoutes> => ({
  async measures(visit) {
    return measureRows(await visit.facts(), visit.on);
  },

  async measure(visit, { id }) {
    const snapshot = await visit.facts();
    const measure = presentRow(snapshot, 'measure', id<MeasureId>('measureId'));
    const [row] = measureRows(snapshot, visit.on, [measure]);
    if (row === undefined) throw notFound('measure');
    const sessions = snapshot.trainingSession
      .filter(({ measureId }) => measureId === measure.id)
      .map((session) => sessionRow(session, snapshot.training))
      .sort((a, b) => b.on.localeCompare(a.on) || (a.id < b.id ? -1 : 1));
    return { ...row, sessions };
  },

  async createMeasure(visit, { body }) {
    checkMeasure(await visit.facts(), body, null);
    const id = visit.newId() as MeasureId;
    const result = await visit.change(`Measure ${body.name} added`, [
      { register: 'measure', operation: 'create', id, fields: body },
    ]);
    return changedRow(result, 'measure', id);
  },

  async takeMeasures(visit, { body: { keys } }) {
    const items = starterItems(await visit.facts(), keys, visit.newId);
    if (items.length > 0) await visit.change('Measures of the starter set taken', items);
    return { taken: items.length };
  },

  async updateMeasure(visit, { id: idOf, body, version }) {
    const id = idOf<MeasureId>('measureId');
    const snapshot = await visit.facts();
    const { id: _id, version: present, ...before } = presentRow(snapshot, 'measure', id);
    const set = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    if (present === version) checkMeasure(snapshot, { ...before, ...set }, id);
    const reason = body.withdrawn === true ? `Measure ${before.name} withdrawn` : `Measure ${before.name} changed`;
    const result = await visit.change(reason, [
      { register: 'measure', operation: 'update', id, version, fields: body },
    ]);
    return result.change === null ? presentRow(await visit.facts(), 'measure', id) : changedRow(result, 'measure', id);
  },

  async addSession(visit, { id: idOf, body }) {
    const measure = presentRow(await visit.facts(), 'measure', idOf<MeasureId>('measureId'));
    const fields = { ...body, measureId: measure.id, state: 'planned' as const };
    checkSession(fields, null, visit.today);
    if (measure.withdrawn) throw invalid([{ path: '', message: `${measure.name} is withdrawn.` }]);
    const id = visit.newId() as TrainingSessionId;
    const result = await visit.change(`Session of ${measure.name} on ${body.on} planned`, [
      { register: 'trainingSession', operation: 'create', id, fields },
    ]);
    return changedRow(result, 'trainingSession', id);
  },

  async updateSession(visit, { id: idOf, body, version }) {
    const id = idOf<TrainingSessionId>('trainingSessionId');
    const snapshot = await visit.facts();
    const items = sessionItems(snapshot, { id, version }, body, visit.today);
    const before = presentRow(snapshot, 'trainingSession', id);
    const did = body.state === 'cancelled' ? 'cancelled' : 'changed';
    const result = await writtenAndTold(means, visit, `Session on ${before.on} ${did}`, items);
    return result.change === null ? before : changedRow(result, 'trainingSession', id);
  },

  async enrol(visit, { id, body: { trainings } }) {
    const items = enrolledItems(
      await visit.facts(),
      id<TrainingSessionId>('trainingSessionId'),
      trainings,
      visit.today,
    );
    return told(means, visit, `${counted(items.length, 'Training')} enrolled`, items);
  },

  async withdrawEnrolment(visit, { id, body: { trainings } }) {
    const items = withdrawnItems(await visit.facts(), id<TrainingSessionId>('trainingSessionId'), trainings, '');
    return told(means, visit, `${counted(items.length, 'Training')} taken out of a session`, items);
  },

  async recordAttendance(visit, { id, body, version }) {
    const seen = { id: id<TrainingSessionId>('trainingSessionId'), version };
    const items = attendanceItems(await visit.facts(), seen, body, visit.today);
    return written(visit, 'Attendance of a session recorded', items);
  },
});

export const trainingHandlers = (means: TrainingMeans): VisitHandlers<typeof trainingRoutes> => ({
  async sessionInvitation(visit, { id }) {
    const snapshot = await visit.facts();
    const training = presentRow(snapshot, 'training', id<TrainingId>('trainingId'));
    if (training.sessionId === null) throw notFound('session of this training');
    const session = presentRow(snapshot, 'trainingSession', training.sessionId);
    const person = presentRow(snapshot, 'person', training.personId);
    const measure = presentRow(snapshot, 'measure', training.measureId);
    const { calendar } = invitationOf(
      session,
      measure,
      person.email === null ? { name: person.name, email: visit.user.email } : person,
      session.state === 'cancelled' ? 'cancel' : 'request',
      sequenceOf(session, training),
      {
        organizer: { name: visit.user.name, address: visit.user.email },
        at: instant(`${visit.today}T00:00:00.000Z`),
        url: `/o/${snapshot.organization.slug}/training/${training.id}`,
      },
    );
    if (calendar === null) throw notFound('session of this training');
    return new Replied({
      bytes: Buffer.from(calendar.content, 'utf8'),
      headers: [
        ['content-type', 'text/calendar; charset=utf-8'],
        ['content-disposition', `attachment; filename="training-${session.on}.ics"`],
      ],
    });
  },

  async trainings(visit, { query: { limit, after, ...query } }) {
    const rows = trainingList(await visit.facts(), query, visit.on, readerOf(visit));
    return pageOf(rows, ({ id }) => id, { limit, after });
  },

  async trainingSummary(visit) {
    return summary(await visit.facts(), visit.on);
  },

  async trainingGroups(visit, { query: { by } }) {
    return trainingGroups(await visit.facts(), by, visit.on);
  },

  async trainingProposals(visit, { query }) {
    return proposalPage(resolved(await visit.facts(), visit.on), query);
  },

  async planTrainings(visit, { body: { trainings } }) {
    const items = askedItems(await visit.facts(), trainings, visit.user.id, visit.today, visit.newId);
    await visit.change(`${counted(items.length, 'Training')} asked for`, items);
    return { asked: items.length };
  },

  async training(visit, { id }) {
    const snapshot = await visit.facts();
    const training = presentRow(snapshot, 'training', id<TrainingId>('trainingId'));
    const row = trainingRowMaker(snapshot, visit.on, readerOf(visit))(training);
    if (row === null) throw notFound('training');
    const measure = presentRow(snapshot, 'measure', training.measureId);
    const { sessionId } = training;
    return { ...row, measure, session: sessionId === null ? null : presentRow(snapshot, 'trainingSession', sessionId) };
  },

  async updateTraining(visit, { id: idOf, body, version }) {
    const id = idOf<TrainingId>('trainingId');
    const snapshot = await visit.facts();
    const item = editedItem(snapshot, { id, version }, body, visit.user.id, visit.today);
    const result = await visit.change('Training changed', [item]);
    return result.change === null ? presentRow(snapshot, 'training', id) : changedRow(result, 'training', id);
  },

  async approveTrainings(visit, { body: { trainings, paper } }) {
    const word = { verdict: 'approved', note: '', paper } as const;
    const items = decisionsOn(await visit.facts(), trainings, readerOf(visit), word, visit.today);
    return written(visit, `${counted(items.length, 'Training')} approved`, items);
  },

  async declineTrainings(visit, { body: { trainings, reason } }) {
    const word = { verdict: 'declined', note: reason, paper: null } as const;
    const items = decisionsOn(await visit.facts(), trainings, readerOf(visit), word, visit.today);
    return written(visit, `${counted(items.length, 'Training')} declined: ${reason}`, items);
  },

  async cancelTrainings(visit, { body: { trainings, reason } }) {
    const items = cancelledItems(await visit.facts(), trainings, reason);
    return told(means, visit, `${counted(items.length, 'Training')} cancelled: ${reason}`, items);
  },

  async completeTrainings(visit, { body }) {
    const items = completionItems(await visit.facts(), body, {
      today: visit.today,
      newId: visit.newId,
      by: visit.user.id,
      validity: (kind) => findEvidenceKind(kind)?.validityMonths ?? null,
    });
    return written(visit, `${counted(body.trainings.length, 'Training')} completed`, items);
  },

  async reportTraining(visit, { id: idOf, body, version }) {
    const id = idOf<TrainingId>('trainingId');
    const snapshot = await visit.facts();
    const training = presentRow(snapshot, 'training', id);
    requireEvidence(snapshot, body.evidenceIds, training.personId);
    if (body.on > visit.today)
      throw invalid([{ path: 'on', message: `${body.on} is still to come.`, accepted: 'today or an earlier day' }]);
    if ((training.state === 'completed' || training.state === 'cancelled') && training.version === version)
      throw invalid([{ path: '', message: `This training is ${training.state}: there is nothing to report.` }]);
    const result = await visit.change('Training reported as done', [
      { register: 'training', operation: 'update', id, version, fields: { reported: body } },
    ]);
    return result.change === null ? training : changedRow(result, 'training', id);
  },

  async recordEffect(visit, { id: idOf, body, version }) {
    const id = idOf<TrainingId>('trainingId');
    const facts = await visit.facts();
    const { today, newId } = visit;
    const context = { today, held: booksOf(facts, today).held, newId };
    const items = effectItems(facts, { id, version }, body, readerOf(visit), context);
    return changedRow(await visit.change(`Effect of a training checked: ${body.result}`, items), 'training', id);
  },
});
