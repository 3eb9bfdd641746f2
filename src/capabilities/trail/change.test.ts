import { describe, expect, it } from 'vitest';
import { plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import { weeklyHoursSchema } from '../../kernel/hours.ts';
import type { AppointmentId, PersonId, UserId } from '../../kernel/id.ts';
import type { Actor, Permission } from '../identity/model.ts';
import { authorize, rowChange, type ChangeItem } from './change.ts';

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
  personId: null,
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

describe('terms, which carry what a person cost over time', () => {
  const from = plainDate('2026-04-01');
  const later = plainDate('2026-07-01');
  const hours = weeklyHoursSchema.parse(20);
  const other = { minor: 11_000, currency: 'EUR' };
  const withTerms = { ...ada, terms: [{ from, weeklyHours: hours, costRate: other }] };

  it('keep the rate of their day when somebody who does not see rates changes hours', () => {
    const terms = [
      { from: plainDate('2026-03-01'), weeklyHours: hours, costRate: null },
      { from: later, weeklyHours: hours, costRate: null },
    ];
    expect(attempt(update({ terms }), having('contributor'), withTerms)()).toMatchObject({
      terms: [{ costRate: rate }, { costRate: other }],
    });
  });

  it('take no rate from such a one', () => {
    const terms = [{ from: later, weeklyHours: hours, costRate: other }];
    expect(attempt(update({ terms }), having('contributor'), withTerms)).toThrow('set what a person costs');
    expect(attempt(update({ terms }), having('manager'), withTerms)()).toMatchObject({ terms });
  });
});

describe('a second person’s word', () => {
  const approval = { userId: null, name: 'Board', on: plainDate('2026-03-03') };
  const item = (fields: object): ChangeItem => ({
    register: 'appointment',
    operation: 'update',
    id: id as unknown as AppointmentId,
    version: 1,
    fields,
  });
  const refused = (who: Permission, fields: object): boolean => {
    try {
      authorize(having(who), [item(fields)]);
      return false;
    } catch (error) {
      if (error instanceof MusterError) return true;
      throw error;
    }
  };

  it('is given by those who decide, who change nothing else by it', () => {
    expect([refused('approver', { approval }), refused('approver', { approval, note: 'x' })]).toEqual([false, true]);
    expect([refused('contributor', { approval }), refused('manager', { approval, note: 'x' })]).toEqual([true, false]);
    expect(refused('approver', { note: 'x' })).toBe(true);
  });
});
