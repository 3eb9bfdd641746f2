import { byDay } from '../../api/by-day.ts';
import { booksOf } from '../../api/competence-books.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { readerOf } from '../../api/reader.ts';
import { Replied, type Visit } from '../../api/visit.ts';
import { instant } from '../../kernel/date.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import type { MeasureId, TrainingId, TrainingSessionId } from '../../kernel/id.ts';
import { pageOf } from '../../kernel/list.ts';
import type { Clock } from '../../platform/clock.ts';
import { invitationOf } from '../../platform/mail/calendar.ts';
import { resolve } from '../assessment/resolution.ts';
import { requireEvidence } from '../competence/evidence-use.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Registers } from '../trail/register.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { sequenceOf, sessionMails } from '../reminders/store/session-mail.ts';
import type { Post } from '../reminders/store/post.ts';
import { changedRow, type ChangeResult } from '../trail/store/change.ts';
import type { Planned } from '../trail/store/planned.ts';
import { decisionsOn } from './approval.ts';
import { attendanceItems } from './attendance.ts';
import { completionItems, tooEarly } from './completion.ts';
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

const counted = (count: number, one: string): string => (count === 1 ? one : `${count} ${one.toLowerCase()}s`);

const changedOf = ({ result }: { readonly result: ChangeResult | null }): { readonly changed: number } => ({
  changed: result?.entries.filter(({ register }) => register === 'training').length ?? 0,
});

type Plan = (facts: Snapshot) => Planned;

/** Writes what is planned about trainings, on the very facts, and says how many trainings that changed. */
const written = async (visit: Visit, plan: Plan): Promise<{ readonly changed: number }> =>
  changedOf(await visit.writePlanned(plan));

/** The same, where people have to be told. */
const told = async (means: TrainingMeans, visit: Visit, plan: Plan): Promise<{ readonly changed: number }> =>
  changedOf(await writtenAndTold(means, visit, plan));

export interface TrainingMeans {
  readonly post: Post;
  readonly clock: Clock;
  /** The address that people use, where one is set. */
  readonly url: string | null;
}

/** Writes what is planned, and has those told by mail whose places in sessions it changes. */
async function writtenAndTold(
  { post, clock }: TrainingMeans,
  visit: Visit,
  planOn: Plan,
): Promise<{ readonly result: ChangeResult | null; readonly facts: Snapshot }> {
  const at = clock.now();
  const { plan, result } = await visit.writePlanned((facts) => {
    const planned = planOn(facts);
    const mails = sessionMails(facts, planned.items, { post, today: visit.today, at, newId: clock.newId });
    return { ...planned, followUps: [post.kept(visit.organizationId, mails, at)], mails, facts };
  });
  if (result !== null && result.change !== null && !result.repeated)
    await post.sendNow(visit.organizationId, plan.mails);
  return { result, facts: plan.facts };
}

/** The row as it was written, or as it stood where nothing changed. */
function rowAfter<R extends 'training' | 'trainingSession' | 'measure'>(
  { result, facts }: { readonly result: ChangeResult | null; readonly facts: Snapshot },
  register: R,
  id: Registers[R]['id'],
): Registers[R] {
  return result === null || result.change === null ? presentRow(facts, register, id) : changedRow(result, register, id);
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
    const id = visit.newId() as MeasureId;
    const { result } = await visit.writePlanned((facts) => {
      checkMeasure(facts, body, null);
      return {
        reason: `Measure ${body.name} added`,
        items: [{ register: 'measure', operation: 'create', id, fields: body }],
      };
    });
    if (result === null) throw notFound('measure');
    return changedRow(result, 'measure', id);
  },

  async takeMeasures(visit, { body: { keys } }) {
    const { plan } = await visit.writePlanned((facts) => ({
      reason: 'Measures of the starter set taken',
      items: starterItems(facts, keys, visit.newId),
    }));
    return { taken: plan.items.length };
  },

  async updateMeasure(visit, { id: idOf, body, version }) {
    const id = idOf<MeasureId>('measureId');
    const set = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const { plan, result } = await visit.writePlanned((facts) => {
      const { id: _id, version: present, ...before } = presentRow(facts, 'measure', id);
      if (present === version) checkMeasure(facts, { ...before, ...set }, id);
      return {
        reason: `Measure ${before.name} ${body.withdrawn === true ? 'withdrawn' : 'changed'}`,
        items: [{ register: 'measure', operation: 'update', id, version, fields: body }],
        facts,
      };
    });
    return rowAfter({ result, facts: plan.facts }, 'measure', id);
  },

  async addSession(visit, { id: idOf, body }) {
    const measureId = idOf<MeasureId>('measureId');
    const id = visit.newId() as TrainingSessionId;
    const fields = { ...body, measureId, state: 'planned' as const };
    const { result } = await visit.writePlanned((facts) => {
      const measure = presentRow(facts, 'measure', measureId);
      checkSession(fields, null, visit.today);
      if (measure.withdrawn) throw invalid([{ path: '', message: `${measure.name} is withdrawn.` }]);
      return {
        reason: `Session of ${measure.name} on ${body.on} planned`,
        items: [{ register: 'trainingSession', operation: 'create', id, fields }],
      };
    });
    if (result === null) throw notFound('trainingSession');
    return changedRow(result, 'trainingSession', id);
  },

  async updateSession(visit, { id: idOf, body, version }) {
    const id = idOf<TrainingSessionId>('trainingSessionId');
    const did = body.state === 'cancelled' ? 'cancelled' : 'changed';
    const after = await writtenAndTold(means, visit, (facts) => ({
      items: sessionItems(facts, { id, version }, body, visit.today),
      reason: `Session on ${presentRow(facts, 'trainingSession', id).on} ${did}`,
    }));
    return rowAfter(after, 'trainingSession', id);
  },

  enrol: (visit, { id, body: { trainings } }) =>
    told(means, visit, (facts) => ({
      reason: `${counted(trainings.length, 'Training')} enrolled`,
      items: enrolledItems(facts, id<TrainingSessionId>('trainingSessionId'), trainings, visit.today),
    })),

  withdrawEnrolment: (visit, { id, body: { trainings } }) =>
    told(means, visit, (facts) => ({
      reason: `${counted(trainings.length, 'Training')} taken out of a session`,
      items: withdrawnItems(facts, id<TrainingSessionId>('trainingSessionId'), trainings, ''),
    })),

  recordAttendance: (visit, { id, body, version }) =>
    written(visit, (facts) => ({
      reason: 'Attendance of a session recorded',
      items: attendanceItems(
        facts,
        { id: id<TrainingSessionId>('trainingSessionId'), version },
        body,
        readerOf(visit),
        visit.today,
      ),
    })),
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
        url: means.url === null ? null : `${means.post.url}/o/${snapshot.organization.slug}/training/${training.id}`,
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
    const { plan } = await visit.writePlanned((facts) => ({
      reason: `${counted(trainings.length, 'Training')} asked for`,
      items: askedItems(facts, trainings, visit.user.id, visit.today, visit.newId),
    }));
    return { asked: plan.items.length };
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
    const after = await writtenAndTold(means, visit, (facts) => ({
      reason: 'Training changed',
      items: [editedItem(facts, { id, version }, body, visit.user.id, visit.today)],
    }));
    return rowAfter(after, 'training', id);
  },

  approveTrainings: (visit, { body: { trainings, paper } }) =>
    written(visit, (facts) => ({
      reason: `${counted(trainings.length, 'Training')} approved`,
      items: decisionsOn(facts, trainings, readerOf(visit), { verdict: 'approved', note: '', paper }, visit.today),
    })),

  declineTrainings: (visit, { body: { trainings, reason } }) =>
    written(visit, (facts) => ({
      reason: `${counted(trainings.length, 'Training')} declined: ${reason}`,
      items: decisionsOn(
        facts,
        trainings,
        readerOf(visit),
        { verdict: 'declined', note: reason, paper: null },
        visit.today,
      ),
    })),

  cancelTrainings: (visit, { body: { trainings, reason } }) =>
    told(means, visit, (facts) => ({
      reason: `${counted(trainings.length, 'Training')} cancelled: ${reason}`,
      items: cancelledItems(facts, trainings, reason),
    })),

  completeTrainings: (visit, { body }) =>
    written(visit, (facts) => ({
      reason: `${counted(body.trainings.length, 'Training')} completed`,
      items: completionItems(facts, body, {
        today: visit.today,
        newId: visit.newId,
        reader: readerOf(visit),
      }),
    })),

  async reportTraining(visit, { id: idOf, body, version }) {
    const id = idOf<TrainingId>('trainingId');
    const { plan, result } = await visit.writePlanned((facts) => {
      const training = presentRow(facts, 'training', id);
      requireEvidence(facts, body.evidenceIds, training.personId);
      const early = tooEarly(facts, training, body.on, 'on');
      if (early !== null) throw invalid([early]);
      if (body.on > visit.today)
        throw invalid([{ path: 'on', message: `${body.on} is still to come.`, accepted: 'today or an earlier day' }]);
      if ((training.state === 'completed' || training.state === 'cancelled') && training.version === version)
        throw invalid([{ path: '', message: `This training is ${training.state}: there is nothing to report.` }]);
      return {
        reason: 'Training reported as done',
        items: [{ register: 'training', operation: 'update', id, version, fields: { reported: body } }],
        facts,
      };
    });
    return rowAfter({ result, facts: plan.facts }, 'training', id);
  },

  async recordEffect(visit, { id: idOf, body, version }) {
    const id = idOf<TrainingId>('trainingId');
    const { today, newId } = visit;
    const { plan, result } = await visit.writePlanned((facts) => ({
      reason: `Effect of a training checked: ${body.result}`,
      items: effectItems(facts, { id, version }, body, readerOf(visit), {
        today,
        held: booksOf(facts, today).held,
        newId,
      }),
      facts,
    }));
    return rowAfter({ result, facts: plan.facts }, 'training', id);
  },
});
