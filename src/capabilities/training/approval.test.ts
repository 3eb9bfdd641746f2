import { describe, expect, it } from 'vitest';
import { countingIds, personOf, snapshotWith } from '../../../tests/factories/snapshot.ts';
import { newJudgement } from '../../../tests/factories/judgement.ts';
import { later } from '../../../tests/factories/rows.ts';
import { measureFieldsOf, sessionFieldsOf, trainingFieldsOf } from '../../../tests/factories/training.ts';
import { plainDate } from '../../kernel/date.ts';
import type { MeasureId, MembershipId, PersonId, TrainingId, TrainingSessionId, UserId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { Permission } from '../identity/model.ts';
import type { Reader } from '../roles/approval.ts';
import { heldBook } from '../competence/held.ts';
import type { AssessmentMethod, CompetenceAssessment } from '../competence/model.ts';
import { decisionsOn, type Verdict } from './approval.ts';
import { attendanceItems } from './attendance.ts';
import { completionItems } from './completion.ts';
import { effectItems, effectRecord } from './effect.ts';
import type { Training, TrainingFields } from './model.ts';
import { planSummary } from './plan-summary.ts';
import { editedItem, type TrainingEdit } from './planning.ts';
import { isUnapproved } from './training-standing.ts';

const newId = countingIds();
const today = plainDate('2026-03-02');
const ana = personOf(newId() as PersonId, 'Ana Lindner', { email: 'ana@firm.example' });
const [asker, approver, own] = [newId() as UserId, newId() as UserId, newId() as UserId];
const measure = { id: newId() as MeasureId, version: 1, ...measureFieldsOf('Course', { evidenceKind: 'iso27001-ia' }) };
const dear = { ...measure, id: newId() as MeasureId, name: 'Dear course' };
const memberOf = (userId: UserId, name: string, personId: PersonId | null = null) => ({
  id: newId() as MembershipId,
  version: 1,
  userId,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@firm.example`,
  permission: 'manager' as const,
  ...later.membership,
  personId,
});
const membership = [memberOf(asker, 'Paul Asker'), memberOf(approver, 'Vera Second'), memberOf(own, 'A. L.', ana.id)];
const readerOf = (userId: UserId, permission: Permission = 'manager'): Reader => {
  const { name = '', email = '', personId = null } = membership.find((one) => one.userId === userId) ?? {};
  return { actor: { kind: 'member', userId, name, permission, personId }, userId, email };
};
const trainingWith = (changes: Partial<TrainingFields>): Training => ({
  id: newId() as TrainingId,
  version: 1,
  ...trainingFieldsOf(ana.id, measure.id, { requestedBy: asker, ...changes }),
});
const firm = (training: Training) =>
  snapshotWith({ person: [ana], measure: [measure], training: [training], membership });

describe('the approval of trainings', () => {
  const asked = trainingWith({ state: 'proposed' });
  const decide = (reader: Reader, verdict: Verdict = 'approved', signer: string | null = null) =>
    decisionsOn(
      firm(asked),
      [asked],
      reader,
      {
        verdict,
        note: verdict === 'declined' ? 'Too dear' : '',
        paper: signer === null ? null : { signer, on: today },
      },
      today,
    );

  it('is for somebody else than who asked, and than who is trained', () => {
    expect(decide(readerOf(approver))).toMatchObject([
      { id: asked.id, fields: { state: 'planned', approval: { name: 'Vera Second', verdict: 'approved', on: today } } },
    ]);
    expect(() => decide(readerOf(asker))).toThrow('You asked for the training of Ana Lindner yourself');
    expect(() => decide(readerOf(own))).toThrow('It is your own training');
    expect(() => decide(readerOf(approver, 'contributor'))).toThrow('does not allow');
  });

  it('cancels what is declined, with the reason', () => {
    expect(decide(readerOf(approver), 'declined')).toMatchObject([
      { fields: { state: 'cancelled', note: 'Too dear', approval: { verdict: 'declined' } } },
    ]);
  });

  it('counts on paper when somebody else signed', () => {
    expect(decide(readerOf(asker), 'approved', 'Board')).toMatchObject([{ fields: { approval: { name: 'Board' } } }]);
    expect(() => decide(readerOf(asker), 'approved', 'Paul Asker')).toThrow('Paul Asker asked for this training');
    expect(() => decide(readerOf(asker), 'approved', 'A. Lindner')).toThrow('is the one who is trained');
    expect(() => decide(readerOf(asker), 'approved', 'P. Asker')).toThrow('asked for this training');
    expect(() => decide(readerOf(approver), 'approved', 'Vera Second')).toThrow('Approve it yourself, without paper');
  });
});

describe('a training that was done before anybody approved it', () => {
  const done = trainingWith({ state: 'completed', completedOn: plainDate('2026-02-01') });
  const decide = (training: Training, reader: Reader, verdict: Verdict = 'approved') =>
    decisionsOn(firm(training), [training], reader, { verdict, note: '', paper: null }, today);

  it('is marked, waits for a second person, and stays done when they approve it', () => {
    expect(isUnapproved(done)).toBe(true);
    expect(decide(done, readerOf(approver))).toMatchObject([
      { fields: { approval: { name: 'Vera Second', verdict: 'approved', on: today } } },
    ]);
    expect(decide(done, readerOf(approver))[0]).not.toHaveProperty('fields.state');
    expect(() => decide(done, readerOf(asker))).toThrow('yourself');
    expect(() => decide(done, readerOf(own))).toThrow('It is your own training');
  });

  it('cannot be declined any more, and is no budget to be approved', () => {
    expect(() => decide(done, readerOf(approver), 'declined')).toThrow('is done');
    const { asked, approved, unapproved, counts } = planSummary(firm(done), today);
    expect([asked.costs, approved.costs, counts.unapproved]).toEqual([[], [], 1]);
    expect(unapproved.quarters).toEqual([
      { quarter: '2026-Q1', costs: [{ minor: 50_000, currency: 'EUR' }], hours: 8 },
    ]);
  });

  it('was asked for by who records it where nobody is known to have asked', () => {
    const nobodys = trainingWith({ state: 'proposed', requestedBy: null });
    const [item] = completionItems(
      firm(nobodys),
      { on: today, note: '', trainings: [{ id: nobodys.id, version: 1, evidenceIds: [], certificate: null }] },
      { today, newId, reader: readerOf(approver) },
    );
    expect(item).toMatchObject({ fields: { state: 'completed', requestedBy: approver } });
  });

  it('is history where nobody asked for it here', () => {
    const imported = { ...done, requestedBy: null };
    expect(isUnapproved(imported)).toBe(false);
    expect(() => decide(imported, readerOf(approver))).toThrow('waits for no approval');
  });
});

describe('whoever makes something else of a training', () => {
  const edit = (training: Training, change: TrainingEdit, version = 1) => {
    const snapshot = { ...firm(training), measure: [measure, dear] };
    const item = editedItem(snapshot, { id: training.id, version }, change, approver, today);
    return item.operation === 'update' ? item.fields : {};
  };
  const price = (minor: number) => ({ minor, currency: 'EUR' });
  const asked = trainingWith({ state: 'proposed' });
  const vera = { userId: approver, name: 'Vera Second', on: today, verdict: 'approved' as const };
  const agreed = trainingWith({ state: 'enrolled', cost: price(10_000), approval: vera });

  it('asks for it from then on, also before it was approved', () => {
    for (const change of [
      { measureId: dear.id },
      { cost: price(50_001) },
      { cost: { minor: 1, currency: 'USD' } },
      { due: plainDate('2026-06-02') },
    ]) {
      const anew = { ...change, requestedBy: approver, state: 'proposed', sessionId: null };
      expect(edit(asked, change)).toEqual(anew);
      expect(edit(agreed, change)).toEqual({ ...anew, approval: null });
    }
  });

  it('leaves who asked where it costs no more, is earlier, or only says more', () => {
    for (const change of [{ cost: price(50_000) }, { due: plainDate('2026-05-01') }, { note: 'Bring a laptop' }, {}])
      expect(edit(asked, change)).toEqual(change);
    expect(edit(agreed, { cost: price(9_000) })).toEqual({ cost: price(9_000) });
  });

  it('asks again for what was approved at a price when that price is dropped', () => {
    const again = { approval: null, requestedBy: approver };
    expect(edit(agreed, { cost: null })).toMatchObject({ ...again, state: 'proposed', sessionId: null });
    expect(edit({ ...agreed, state: 'completed' }, { cost: price(90_000) })).toEqual({ cost: price(90_000), ...again });
  });

  it('is told of a newer version instead of changing what they have not seen', () => {
    expect(() => edit(asked, { note: 'Late' }, 2)).toThrow('changed');
  });
});

describe('a training that is done', () => {
  const context = { today, newId, reader: readerOf(asker) };
  const planned = trainingWith({});

  it('is checked so many days later by the method chosen beforehand', () => {
    const on = plainDate('2026-03-01');
    const items = completionItems(
      firm(planned),
      { on, note: '', trainings: [{ id: planned.id, version: 1, evidenceIds: [], certificate: null }] },
      context,
    );
    expect(items).toMatchObject([
      { fields: { state: 'completed', completedOn: on, effectiveness: { method: 'interview', due: '2026-04-30' } } },
    ]);
  });

  it('proves the competences of the measure by its certificate, as long as such a certificate counts', () => {
    const done = (reference: string | null) =>
      completionItems(
        firm(planned),
        {
          on: today,
          note: '',
          trainings: [{ id: planned.id, version: 1, evidenceIds: [], certificate: { reference } }],
        },
        context,
      );
    expect(done('IA-4711')[1]).toMatchObject({
      register: 'competenceAssessment',
      fields: {
        competence: 'risk-assessment',
        level: 3,
        method: 'certificate',
        to: '2029-03-02',
        reference: 'IA-4711',
      },
    });
    expect(() => done(null)).toThrow('Nothing shows this certificate');
  });

  it('is not for who was trained to vouch for', () => {
    const trainings = [{ id: planned.id, version: 1, evidenceIds: [], certificate: { reference: 'IA-4711' } }];
    const complete = (reader: Reader) =>
      completionItems(firm(planned), { on: today, note: '', trainings }, { ...context, reader });
    const namesake: Reader = {
      actor: { kind: 'member', userId: approver, name: 'A. Lindner', permission: 'owner', personId: null },
      userId: approver,
      email: 'someone@firm.example',
    };
    for (const reader of [readerOf(own, 'contributor'), readerOf(own, 'owner'), namesake])
      expect(() => complete(reader)).toThrow('report that you did it, and somebody else confirms it');
    expect(complete(readerOf(approver, 'contributor'))).toHaveLength(2);
  });

  it('is recorded as attended by somebody else, who may leave their own out', () => {
    const session = { id: newId() as TrainingSessionId, version: 1, ...sessionFieldsOf(measure.id, { on: today }) };
    const there = trainingWith({ state: 'enrolled', sessionId: session.id });
    const snapshot = { ...firm(there), trainingSession: [session] };
    const attend = (attended: readonly Training[], reader: Reader) =>
      attendanceItems(snapshot, session, { attended, absent: [] }, reader, today);
    expect(() => attend([there], readerOf(own))).toThrow('It is your own training');
    expect(attend([], readerOf(own))).toMatchObject([{ register: 'trainingSession', fields: { state: 'held' } }]);
    expect(attend([there], readerOf(asker))).toHaveLength(2);
  });

  it('is not done before its session was', () => {
    const on = plainDate('2026-03-20');
    const upcoming = { id: newId() as TrainingSessionId, version: 1, ...sessionFieldsOf(measure.id, { on }) };
    const enrolled = trainingWith({ state: 'enrolled', sessionId: upcoming.id });
    const snapshot = { ...firm(enrolled), trainingSession: [upcoming] };
    const trainings = [{ id: enrolled.id, version: 1, evidenceIds: [], certificate: null }];
    expect(() => completionItems(snapshot, { on: today, note: '', trainings }, context)).toThrow('2026-03-20');
    const held = { ...snapshot, trainingSession: [{ ...upcoming, on: today }] };
    expect(completionItems(held, { on: today, note: '', trainings }, context)).toHaveLength(1);
  });

  it('is not done in the future', () => {
    const on = plainDate('2026-03-03');
    const trainings = [{ id: planned.id, version: 1, evidenceIds: [], certificate: null }];
    expect(() => completionItems(firm(planned), { on, note: '', trainings }, context)).toThrow('is still to come');
  });
});

describe('the check of its effect', () => {
  const done = trainingWith({ state: 'completed', completedOn: plainDate('2026-01-10') });
  const check = (
    record: object,
    reader = readerOf(approver),
    competenceAssessment: readonly CompetenceAssessment[] = [],
  ) => {
    const snapshot = { ...firm(done), competenceAssessment };
    const read = effectRecord.parse({ result: 'effective', on: today, ...record });
    return effectItems(snapshot, done, read, reader, { today, held: heldBook(snapshot, today), newId });
  };

  it('records the level that was shown, in the same change', () => {
    expect(check({ judgement: { level: 3, method: 'observed' } })).toMatchObject([
      { register: 'training', fields: { effectiveness: { result: 'effective', by: 'Vera Second' } } },
      {
        register: 'competenceAssessment',
        fields: { level: 3 as Level, method: 'observed', assessorName: 'Vera Second' },
      },
    ]);
  });

  it('ends what said more where a lower level was shown', () => {
    const earlierOf = (method: AssessmentMethod): CompetenceAssessment => {
      const { id, fields } = newJudgement(ana.id, { level: levels[4], method, reference: 'LI-1' });
      return { ...fields, id, version: 1 };
    };
    const certificate = earlierOf('certificate');
    const judgement = { level: 2, method: 'observed' };
    expect(check({ result: 'partly', judgement }, readerOf(approver), [certificate, earlierOf('self')])).toMatchObject([
      { register: 'training' },
      { operation: 'create', fields: { level: 2 } },
      { register: 'competenceAssessment', operation: 'update', id: certificate.id, fields: { to: today } },
    ]);
  });

  it('asks for something else where it had none', () => {
    const next = { measureId: measure.id, due: '2026-09-01' };
    expect(check({ result: 'not-effective', next })[1]).toMatchObject({
      register: 'training',
      operation: 'create',
      fields: { state: 'proposed', competence: 'risk-assessment', reason: 'Course was not effective.' },
    });
  });

  it('is made by somebody else, after the training, and not in the future', () => {
    expect(() => check({}, readerOf(own))).toThrow('somebody else has to check the effect');
    expect(() => check({ byId: ana.id })).toThrow('somebody else has to check the effect');
    expect(() => check({ on: plainDate('2026-01-09') })).toThrow('completed later');
    expect(() => check({ on: plainDate('2026-03-03') })).toThrow('is still to come');
  });
});
