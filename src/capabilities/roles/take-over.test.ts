import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { countingIds, hours } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import type { UserId } from '../../kernel/id.ts';
import { takenOverItems, type TakingOver } from './take-over.ts';

const from = plainDate('2026-05-01');
const olga = { userId: '00000000-0000-7000-8000-00000000000a' as UserId, name: 'Olga Ortmann' };

describe('who takes a role over', () => {
  const firm = newFirm();
  const ana = firm.hire('Ana Silva');
  const ben = firm.hire('Ben Okafor');
  const gone = firm.hire('Gil Gone', { to: plainDate('2026-04-01') });
  const post = firm.appoint(ana, 'ciso', { hoursPerWeek: hours(16), to: plainDate('2027-01-01') });
  const deputy = firm.appoint(ben, 'ciso', { capacity: 'deputy' });
  const other = firm.appoint(ana, 'dpo');
  const take = (changes: Partial<TakingOver> = {}, version = post.version) =>
    takenOverItems(
      firm.snapshot(),
      { appointments: [{ id: post.id, version, hoursPerWeek: hours(8) }], personId: ben.id, from, ...changes },
      olga,
      countingIds(),
    );

  it('has it from the day on which the other one no longer has it, and no longer stands in for it', () => {
    expect(take()).toMatchObject([
      { operation: 'update', id: deputy.id, fields: { to: from } },
      { operation: 'update', id: post.id, version: post.version, fields: { to: from } },
      {
        operation: 'create',
        fields: {
          personId: ben.id,
          roleId: post.roleId,
          capacity: 'holder',
          from,
          to: '2027-01-01',
          hoursPerWeek: 8,
          appointedBy: 'Olga Ortmann',
          requestedBy: olga.userId,
          approval: null,
        },
      },
    ]);
  });

  it('is somebody else, who is still here, and takes one role of one person that has not ended', () => {
    const seen = ({ id, version }: typeof post) => ({ id, version, hoursPerWeek: null });
    expect(() => take({ personId: ana.id })).toThrow('Ana Silva has the role already');
    expect(() => take({ personId: gone.id })).toThrow('Gil Gone is gone by 2026-05-01');
    expect(() => take({ appointments: [seen(post), seen(other)] })).toThrow('several people or roles');
    expect(() => take({ from: plainDate('2027-01-01') })).toThrow('has ended by 2027-01-01');
  });

  it('is written on the version that was seen', () => {
    expect(take({}, 7)[1]).toMatchObject({ id: post.id, version: 7 });
  });
});
