import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureRoutes } from '../../src/capabilities/training/measure-contract.ts';
import { trainingRoutes, type TrainingRow } from '../../src/capabilities/training/contract.ts';
import { change } from '../../src/capabilities/trail/store/change.ts';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import type { MeasureId, OrganizationId, PersonId, TrainingId, TrainingSessionId } from '../../src/kernel/id.ts';
import type { Route } from '../../src/kernel/route.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { freshId, newPerson } from '../factories/organization.ts';
import { measureFieldsOf, sessionFieldsOf, trainingFieldsOf } from '../factories/training.ts';

let house: TestHouse;
let [owner, second, staff, lead]: TestUser[] = [];
let organizationId: OrganizationId;
const people = Array.from({ length: 10 }, (_, index) => newPerson(`Person ${index}`));
const personAt = (index: number): PersonId => people[index]?.id ?? freshId<PersonId>();
const measure = freshId<MeasureId>();
const [small, other] = [freshId<TrainingSessionId>(), freshId<TrainingSessionId>()];
const trainings = people.map(() => freshId<TrainingId>());

const ask = async (
  route: Pick<Route, 'method' | 'path'>,
  path: Readonly<Record<string, string>>,
  carried: Carried = {},
  user: TestUser | undefined = owner,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> => {
  const answer = await house.call(route, { ...carried, path: { organizationId, ...path } }, user ?? null);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const rowOf = async (trainingId: string | undefined): Promise<TrainingRow> =>
  (await ask(trainingRoutes.training, { trainingId: trainingId ?? '' })).body as unknown as TrainingRow;

beforeAll(async () => {
  house = await openHouse();
  [owner, second, staff, lead] = await Promise.all(
    ['Olga Owner', 'Sven Second', 'Mia Staff', 'Lea Lead'].map((name) => house.newUser(name)),
  );
  if (owner === undefined || second === undefined || staff === undefined || lead === undefined) return;
  organizationId = await house.newOrganization('Falke', owner);
  await house.join(organizationId, second, 'approver');
  await house.join(organizationId, lead, 'manager');
  const member = await house.join(organizationId, staff, 'viewer');
  const items: ChangeItem[] = [
    ...people,
    { register: 'measure', operation: 'create', id: measure, fields: measureFieldsOf('Course') },
    ...[small, other].map((id): ChangeItem => ({
      register: 'trainingSession',
      operation: 'create',
      id,
      fields: sessionFieldsOf(measure, { capacity: 3 }),
    })),
    ...trainings.map((id, index): ChangeItem => ({
      register: 'training',
      operation: 'create',
      id,
      fields: trainingFieldsOf(personAt(index), measure),
    })),
    {
      register: 'membership',
      operation: 'update',
      id: member,
      version: 1,
      fields: { personId: personAt(9) },
    },
  ];
  await change(house.installation.db, house.clock, {
    actor: { kind: 'operator', name: 'Operator' },
    organizationId,
    reason: 'Begins',
    items,
  });
});
afterAll(() => house.close());

describe('the places of a session', () => {
  it('are never given twice, however many ask at one time', async () => {
    const answers = await Promise.all(
      trainings.map((id) =>
        ask(measureRoutes.enrol, { trainingSessionId: small }, { body: { trainings: [{ id, version: 1 }] } }),
      ),
    );
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toEqual([200, 200, 200]);
    const refused = answers.filter(({ status }) => status === 422);
    expect(refused.map(({ body }) => body['detail'])).toEqual(
      Array<unknown>(7).fill(expect.stringContaining('has 3 places, and 4 people would come')),
    );
    const { rows } = (await ask(trainingRoutes.trainings, {}, { query: { sessionId: small } })).body as {
      rows: TrainingRow[];
    };
    expect(rows.map(({ state }) => state)).toEqual(['enrolled', 'enrolled', 'enrolled']);
  });

  it('cannot become fewer than those who have one', async () => {
    const path = { trainingSessionId: small };
    expect((await ask(measureRoutes.updateSession, path, { version: 1, body: { capacity: 2 } })).status).toBe(422);
    expect((await ask(measureRoutes.updateSession, path, { version: 1, body: { capacity: 9 } })).status).toBe(200);
  });

  it('go back to the plan when the session is cancelled', async () => {
    const { status } = await ask(
      measureRoutes.updateSession,
      { trainingSessionId: small },
      { version: 2, body: { state: 'cancelled' } },
    );
    expect(status).toBe(200);
    const { rows } = (await ask(trainingRoutes.trainings, {}, { query: { show: 'enrolled' } })).body as {
      rows: TrainingRow[];
    };
    expect(rows).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('takes one of two measures of a name that are added in one moment', async () => {
    const answers = await Promise.all(
      [owner, lead].map((user) => ask(measureRoutes.createMeasure, {}, { body: measureFieldsOf('Fire drill') }, user)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('lets no two measures become one by name, and shows who is late what the other wrote', async () => {
    const add = async (name: string) =>
      String((await ask(measureRoutes.createMeasure, {}, { body: measureFieldsOf(name) })).body['id']);
    const [first, second_] = [await add('Escape drill'), await add('Evacuation drill')];
    const rename = (measureId: string, user: TestUser | undefined) =>
      ask(measureRoutes.updateMeasure, { measureId }, { version: 1, body: { name: 'Alarm drill' } }, user);
    const answers = await Promise.all([rename(first, owner), rename(second_, lead)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const kept = answers[0]?.status === 200 ? first : second_;
    expect((await rename(kept, owner)).body).toMatchObject({ code: 'conflict', theirs: { name: 'Alarm drill' } });
  });
});

describe('asking and approving', () => {
  const asked = (personId: unknown, changes: object = {}) => ({
    trainings: [
      {
        personId,
        measureId: measure,
        roleId: null,
        competence: null,
        level: null,
        reason: '',
        due: '2026-09-01',
        ...changes,
      },
    ],
  });

  it('takes two people', async () => {
    const newcomer = newPerson('Nina Neu');
    await change(house.installation.db, house.clock, {
      actor: { kind: 'operator', name: 'Operator' },
      organizationId,
      reason: 'Joins',
      items: [newcomer],
    });
    expect(
      (await ask(trainingRoutes.planTrainings, {}, { body: asked(newcomer.id, { due: '2026-01-01' }) })).status,
    ).toBe(422);
    expect((await ask(trainingRoutes.planTrainings, {}, { body: asked(newcomer.id) })).status).toBe(200);
    expect((await ask(trainingRoutes.planTrainings, {}, { body: asked(newcomer.id) })).status).toBe(409);
    const { rows } = (await ask(trainingRoutes.trainings, {}, { query: { show: 'waiting' } })).body as {
      rows: TrainingRow[];
    };
    expect(rows.map(({ personName, hindrance }) => [personName, hindrance])).toEqual([['Nina Neu', 'requested']]);
    const body = { trainings: [{ id: rows[0]?.id, version: 1 }] };
    const own = await ask(trainingRoutes.approveTrainings, {}, { body });
    expect([own.status, own.body['detail']]).toEqual([403, expect.stringContaining('yourself')]);
    expect((await ask(trainingRoutes.approveTrainings, {}, { body }, staff)).status).toBe(403);
    expect((await ask(trainingRoutes.approveTrainings, {}, { body }, second)).status).toBe(200);
    const row = await rowOf(rows[0]?.id);
    expect([row.state, row.approval?.name]).toEqual(['planned', 'Sven Second']);
  });

  const joined = async (name: string): Promise<PersonId> => {
    const newcomer = newPerson(name);
    await change(house.installation.db, house.clock, {
      actor: { kind: 'operator', name: 'Operator' },
      organizationId,
      reason: 'Joins',
      items: [newcomer],
    });
    return newcomer.id;
  };
  const waitingOf = async (personId: PersonId): Promise<readonly TrainingRow[]> => {
    const { body } = await ask(trainingRoutes.trainings, {}, { query: { show: 'waiting', personId } });
    return (body as { rows: TrainingRow[] }).rows;
  };

  it('is not got round by making something else of what somebody else asked for', async () => {
    const personId = await joined('Emil Edel');
    await ask(trainingRoutes.planTrainings, {}, { body: asked(personId) });
    const trainingId = (await waitingOf(personId))[0]?.id ?? '';
    const dearer = { version: 1, body: { cost: { minor: 900_000, currency: 'EUR' } } };
    expect((await ask(trainingRoutes.updateTraining, { trainingId }, dearer, lead)).status).toBe(200);
    const approval = { body: { trainings: [{ id: trainingId, version: 2 }] } };
    const own = await ask(trainingRoutes.approveTrainings, {}, approval, lead);
    expect([own.status, own.body['detail']]).toEqual([403, expect.stringContaining('yourself')]);
    const paper = { signer: 'Lea Lead', on: '2026-03-01' };
    const onPaper = { body: { ...approval.body, paper } };
    expect((await ask(trainingRoutes.approveTrainings, {}, onPaper, lead)).status).toBe(422);
    expect((await ask(trainingRoutes.approveTrainings, {}, approval, second)).status).toBe(200);
  });

  it('is done once where two ask for the same in the same moment', async () => {
    const personId = await joined('Doro Doppel');
    const answers = await Promise.all(
      [owner, lead].map((user) => ask(trainingRoutes.planTrainings, {}, { body: asked(personId) }, user)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await waitingOf(personId)).toHaveLength(1);
  });

  it('enrols nobody in a session that is cancelled in the same moment', async () => {
    const id = trainings[5] ?? '';
    const { version } = await rowOf(id);
    const path = { trainingSessionId: other };
    const [, cancelled] = await Promise.all([
      ask(measureRoutes.enrol, path, { body: { trainings: [{ id, version }] } }),
      ask(measureRoutes.updateSession, path, { version: 1, body: { state: 'cancelled' } }, lead),
    ]);
    expect(cancelled.status).toBe(200);
    const { state, sessionId } = await rowOf(id);
    expect([state, sessionId]).toEqual(['planned', null]);
  });

  it('shows the second of two tabs what the first one did', async () => {
    const trainingId = trainings[4] ?? '';
    const { version } = await rowOf(trainingId);
    const edit = (note: string) => ask(trainingRoutes.updateTraining, { trainingId }, { version, body: { note } });
    expect((await edit('First')).status).toBe(200);
    const late = await edit('Second');
    expect([late.status, late.body['theirs']]).toMatchObject([409, { note: 'First' }]);
  });
});

describe('what somebody says of their own training', () => {
  it('waits until somebody else confirms it', async () => {
    const trainingId = trainings[9] ?? '';
    const { version } = await rowOf(trainingId);
    const report = { version, body: { on: '2026-03-01', note: 'Was there', evidenceIds: [] } };
    const foreign = { trainingId: trainings[4] ?? '' };
    const theirs = { ...report, version: (await rowOf(foreign.trainingId)).version };
    expect((await ask(trainingRoutes.reportTraining, foreign, theirs, staff)).status).toBe(403);
    expect((await ask(trainingRoutes.reportTraining, { trainingId }, report, staff)).status).toBe(200);
    const completion = { on: '2026-03-01', trainings: [{ id: trainingId, version: version + 1 }] };
    expect((await ask(trainingRoutes.completeTrainings, {}, { body: completion }, staff)).status).toBe(403);
    expect((await rowOf(trainingId)).state).not.toBe('completed');
    expect((await ask(trainingRoutes.completeTrainings, {}, { body: completion })).status).toBe(200);
    const row = await rowOf(trainingId);
    expect([row.state, row.reported, row.effectiveness?.due, row.effect]).toEqual([
      'completed',
      null,
      '2026-04-30',
      'scheduled',
    ]);
  });

  it('is no certificate that they vouch for themselves', async () => {
    const namesake = await house.newUser('Person 8');
    await house.join(organizationId, namesake, 'contributor');
    const complete = async (index: number) => {
      const id = trainings[index] ?? '';
      const { version, own } = await rowOf(id);
      const done = { id, version, certificate: { reference: 'IA-1' } };
      const body = { on: '2026-03-01', trainings: [done] };
      return { own, ...(await ask(trainingRoutes.completeTrainings, {}, { body }, namesake)) };
    };
    const themselves = await complete(8);
    expect([themselves.status, themselves.body['detail']]).toEqual([403, expect.stringContaining('somebody else')]);
    expect((await rowOf(trainings[8])).completedOn).toBeNull();
    expect(await complete(7)).toMatchObject({ status: 200, own: false });
  });
});
