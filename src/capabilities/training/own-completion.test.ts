import { describe, expect, it } from 'vitest';
import { countingIds } from '../../../tests/factories/snapshot.ts';
import { trainingFieldsOf } from '../../../tests/factories/training.ts';
import { plainDate } from '../../kernel/date.ts';
import type { MeasureId, PersonId, TrainingId, UserId } from '../../kernel/id.ts';
import type { Actor } from '../identity/model.ts';
import { rowChange } from '../trail/change.ts';
import type { Training, TrainingFields } from './model.ts';

const newId = countingIds();
const [ana, ben] = [newId() as PersonId, newId() as PersonId];
const anas: Actor = { kind: 'member', userId: newId() as UserId, name: 'A. L.', permission: 'owner', personId: ana };
const on = plainDate('2026-03-02');
const planned: Training = {
  id: newId() as TrainingId,
  version: 1,
  ...trainingFieldsOf(ana, newId() as MeasureId, { state: 'planned' }),
};
const done: Training = { ...planned, state: 'completed', completedOn: on };
const check = { method: 'test' as const, due: on, result: null, on: null, by: null, note: '' };
const written = (present: Training, fields: Partial<TrainingFields>, actor: Actor = anas) =>
  rowChange(
    { register: 'training', operation: 'update', id: present.id, version: 1, fields },
    { ...present },
    '',
    actor,
  )?.after;
const refused = 'It is your own training';

describe('an owner, of their own training', () => {
  it('says on no way that it is done, or what it brought', () => {
    const { id, version: _version, ...fields } = done;
    expect(() => written(planned, { state: 'completed', completedOn: on })).toThrow(refused);
    expect(() => rowChange({ register: 'training', operation: 'create', id, fields }, undefined, '', anas)).toThrow(
      refused,
    );
    const checked = { effectiveness: { ...check, result: 'effective' as const, on, by: 'Somebody else' } };
    expect(() => written(done, checked)).toThrow(refused);
  });

  it('plans and reports it, and notes what they like once somebody else has said that it is done', () => {
    expect(written(planned, { state: 'enrolled' })).toMatchObject({ state: 'enrolled' });
    expect(written(planned, { reported: { on, note: '', evidenceIds: [] } })).toMatchObject({ reported: { on } });
    expect(written(done, { note: 'It was good.', effectiveness: check })).toMatchObject({ note: 'It was good.' });
  });

  it('says so of others, and others of them', () => {
    expect(written({ ...planned, personId: ben }, { state: 'completed' })).toMatchObject({ state: 'completed' });
    const bens: Actor = { ...anas, personId: ben };
    expect(written(planned, { state: 'completed' }, bens)).toMatchObject({ state: 'completed' });
  });
});
