import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../../tests/factories/firm.ts';
import { plainDate } from '../../../kernel/date.ts';
import type { StaffingRow } from '../contract.ts';
import { staffingOf } from '../staffing.ts';
import { emptyPick, madePicks, proposalFor, thoughtsOfPicks } from './staffing-picks.ts';

const today = plainDate('2026-03-03');

describe('the choices of the guided way', () => {
  const firm = newFirm();
  const boss = firm.hire('Ingrid Sørensen', { jobTitle: 'Managing Director' });
  const ana = firm.hire('Ana Silva', { jobTitle: 'CISO', managerId: boss.id });
  firm.hire('Ben Okafor', { jobTitle: 'CFO', managerId: boss.id });
  firm.appoint(ana, 'ciso');
  firm.defaultLetters();
  const { roles, template } = staffingOf(firm.snapshot(), today);
  const row = (key: string): StaffingRow | undefined => roles.find(({ role }) => role.key === key);
  const namesFor = (key: string): readonly (string | undefined)[] => {
    const found = row(key);
    return found === undefined ? [] : proposalFor(found).map(({ person }) => person?.name);
  };

  it('begin with the mandatory roles from the top down, and propose who suggests itself', () => {
    expect(roles.slice(0, 5).map(({ role }) => role.key)).toEqual([
      'ceo',
      'leadership-team',
      'isms-leadership',
      'information-security-manager',
      'management-review-team',
    ]);
    expect(namesFor('ceo')).toEqual(['Ingrid Sørensen']);
    expect(namesFor('leadership-team')).toEqual(['Ingrid Sørensen', 'Ben Okafor', 'Ana Silva']);
    expect(namesFor('information-security-manager')).toEqual(['Ana Silva']);
    expect(template).toEqual({ roles: 0, letters: 0 });
  });

  it('leave a held role alone, and a role for which nobody suggests itself open', () => {
    expect(namesFor('ciso')).toEqual([]);
    expect(namesFor('facilities')).toEqual([undefined]);
  });

  it('count each person once for a role, and set no hours aside where none are typed', () => {
    const found = row('ceo') as StaffingRow;
    const pick = { ...emptyPick(found, 'holder', 0), person: { id: ana.id, name: ana.name } };
    const twice = [pick, { ...pick, id: 'other', hours: '' }, emptyPick(found, 'deputy', 0)];
    expect(madePicks(twice).length).toBe(1);
    expect(thoughtsOfPicks([{ ...pick, hours: '' }], today)).toMatchObject([
      { personId: ana.id, capacity: 'holder', from: today, to: null, hoursPerWeek: null },
    ]);
  });
});

describe('an organization without the template', () => {
  it('is told what it would bring, and one that has roles of its own gets back only the mandatory ones', () => {
    const firm = newFirm();
    const { role } = firm.snapshot();
    expect(staffingOf(firm.snapshot({ role: [] }), today).template.roles).toBe(33);
    const own = role.filter(({ key }) => ['ciso', 'ceo'].includes(key));
    expect(staffingOf(firm.snapshot({ role: own }), today).template.roles).toBe(4);
  });
});
