import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { hours } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { personProfile } from './person-profile.ts';
import { personProfileText, roleProfileText } from './profile-text.ts';
import { roleProfile } from './role-profile.ts';

const today = plainDate('2026-03-03');
const approval = { userId: null, name: 'Ingrid Sørensen', on: plainDate('2025-12-20') };

const firm = newFirm();
const ana = firm.hire('Ana Silva', { jobTitle: 'CISO', from: plainDate('2020-05-01') });
const ben = firm.hire('Ben Okafor', { managerId: ana.id });
firm.appoint(ben, 'ciso', { from: plainDate('2024-01-01'), to: plainDate('2026-01-01') });
firm.appoint(ana, 'ciso', { approval, hoursPerWeek: hours(12) });
firm.appoint(ben, 'ciso', { capacity: 'deputy', hoursPerWeek: null });
firm.appoint(ana, 'asset-owner', { hoursPerWeek: hours(1) });
firm.prove(ana, 'ciso');
firm.prove(ana, 'asset-owner');
firm.prove(ben, 'ciso');
firm.letters('A.5.1', 'ciso', 'A');
firm.letters('A.5.2', 'ciso', 'RS');
firm.letters('A.5.2', 'asset-owner', 'R');
firm.letters('A.8.8', ana, 'R');
firm.letters('A.6.3', 'all-staff', 'R');
const snapshot = firm.snapshot();

describe('the profile of a role', () => {
  const profile = roleProfile(snapshot, firm.role('ciso').id, today);
  const words = roleProfileText(profile);

  it('tells who holds it, who stands in, who held it before, and who approved', () => {
    expect(profile.present.map(({ name, capacity, approvedBy }) => [name, capacity, approvedBy])).toEqual([
      ['Ana Silva', 'holder', 'Ingrid Sørensen'],
      ['Ben Okafor', 'deputy', null],
    ]);
    expect(words.chapters.find(({ heading }) => heading === 'Who holds it')?.rows).toEqual([
      ['Ana Silva', 'from 1 January 2026, 12 hours a week, approved by Ingrid Sørensen'],
      ['Ben Okafor', 'deputy, from 1 January 2026, no hours set aside, not approved yet'],
    ]);
    expect(words.chapters.find(({ heading }) => heading === 'Who held it before')?.rows).toEqual([
      ['Ben Okafor', '1 January 2024 to 31 December 2025'],
    ]);
  });

  it('gives the letters by requirement, what it takes, what must not meet it, and its gaps', () => {
    expect(words.annex?.parts.map(({ heading, groups }) => [heading, groups[0]?.requirements[0]?.id])).toEqual([
      ['Accountable (1)', 'A.5.1'],
      ['Responsible (1)', 'A.5.2'],
      ['Supporting (1)', 'A.5.2'],
    ]);
    expect(profile.competences[0]).toMatchObject({ level: 5, levelName: 'Authority', required: true });
    expect(profile.apart.find(({ role }) => role === 'Internal Auditor')?.because).toContain('(ROLE-04)');
    expect(profile.gaps).toEqual([]);
    const vacant = roleProfile(snapshot, firm.role('information-security-manager').id, today);
    expect(vacant.gaps.map(({ severity }) => severity)).toEqual(['critical']);
    expect(words.facts).toContainEqual(['Deputy', 'Ben Okafor']);
  });

  it('of a role that everybody holds and of one that is empty says so', () => {
    const of = (key: string): unknown => roleProfileText(roleProfile(snapshot, firm.role(key).id, today)).facts[0];
    expect([of('all-staff'), of('finance')]).toEqual([
      ['Held by', 'Everybody'],
      ['Held by', 'Nobody'],
    ]);
  });
});

describe('the duties of one person', () => {
  const profile = personProfile(snapshot, ana.id, today);

  it('are all roles with hours and deputies, and the letters with what they come through', () => {
    expect(profile.hoursPerWeek).toBe(13);
    expect(profile.roles.map(({ name, counterparts }) => [name, counterparts])).toEqual([
      ['Asset Owner', []],
      ['Chief Information Security Officer', ['Ben Okafor']],
    ]);
    const responsible = profile.letters.R.flatMap(({ requirements }) => requirements);
    expect(responsible.map(({ id, title }) => `${id}${title.slice(title.indexOf(' ·'))}`)).toEqual([
      'A.5.2 · Chief Information Security Officer, Asset Owner',
      'A.6.3 · All Staff and Contractors',
      'A.8.8 · by name',
    ]);
    expect(profile.letters.A.flatMap(({ requirements }) => requirements.map(({ id }) => id))).toEqual(['A.5.1']);
  });

  it('say of a deputy that it is one, of what was held before, and of nobody what they cost', () => {
    const deputy = personProfile(snapshot, ben.id, today);
    const words = personProfileText(deputy);
    expect(words.facts).toContainEqual(['Roles', 'Chief Information Security Officer (deputy)']);
    expect(words.facts).toContainEqual(['Reports to', 'Ana Silva']);
    expect(deputy.letters.A[0]?.requirements[0]?.title).toContain('deputy: Chief Information Security Officer');
    expect(deputy.former).toMatchObject([{ from: '2024-01-01', lastDay: '2025-12-31' }]);
    expect(JSON.stringify(deputy)).not.toContain('costRate');
  });
});
