import { describe, expect, it } from 'vitest';
import type { PersonId, UserId } from '../../kernel/id.ts';
import type { Actor, Permission } from '../identity/model.ts';
import { rowChange, type ChangeItem } from './change.ts';

const id = '00000000-0000-7000-8000-000000000001' as PersonId;
const rate = { minor: 9500, currency: 'EUR' };
const fields = {
  name: 'Ada Kern',
  email: null,
  externalId: null,
  kind: 'internal',
  unit: 'Lab',
  site: null,
  jobTitle: null,
  managerId: null,
  from: null,
  to: null,
  weeklyHours: null,
  costRate: rate,
} as const;
const ada = { id, version: 2, ...fields };

const having = (permission: Permission): Actor => ({
  kind: 'member',
  userId: '00000000-0000-7000-8000-00000000000a' as UserId,
  name: permission,
  permission,
});
const update = (set: object, version = 2): ChangeItem => ({
  register: 'person',
  operation: 'update',
  id,
  version,
  fields: set,
});
const attempt = (item: ChangeItem, actor: Actor, present?: object) => (): unknown =>
  rowChange(item, present as Record<string, unknown> | undefined, '', actor)?.after;

describe('what a person costs', () => {
  it('stays as it is when somebody who does not see it sends back what was shown', () => {
    expect(attempt(update({ unit: 'Plant', costRate: null }), having('contributor'), ada)()).toEqual({
      ...ada,
      version: 3,
      unit: 'Plant',
    });
    expect(attempt(update({ costRate: null }), having('contributor'), ada)()).toBeUndefined();
  });

  it('is set and cleared by those who plan with it, and by nobody else', () => {
    expect(attempt(update({ costRate: null }), having('manager'), ada)()).toMatchObject({ costRate: null });
    const create: ChangeItem = { register: 'person', operation: 'create', id, fields };
    for (const item of [update({ costRate: { minor: 1, currency: 'EUR' } }), create]) {
      const present = item.operation === 'create' ? undefined : ada;
      expect(attempt(item, having('contributor'), present)).toThrow('set what a person costs');
      expect(attempt(item, having('owner'), present)()).toMatchObject({ id });
    }
  });

  it('is not told by a conflict', () => {
    const theirs = (permission: Permission): unknown => {
      try {
        return attempt(update({ unit: 'Plant' }, 1), having(permission), ada)();
      } catch (error) {
        return Reflect.get(Reflect.get(error as object, 'fault') as object, 'theirs');
      }
    };
    expect(theirs('contributor')).toEqual({ ...ada, costRate: null });
    expect(theirs('manager')).toEqual(ada);
  });
});
