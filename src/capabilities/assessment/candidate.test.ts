import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { ownRuleOf } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { notFound } from '../../kernel/errors.ts';
import type { UnitId } from '../../kernel/id.ts';
import { staffingOf } from '../roles/staffing.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { candidatesIn } from './candidate.ts';
import type { PersonCandidate } from './model.ts';
import { resolve } from './resolution.ts';

const candidatesFor = (snapshot: Snapshot, roleKey: string): readonly PersonCandidate[] => {
  const resolution = resolve(snapshot, plainDate('2026-03-03'));
  const staffing = resolution.rolesByKey.get(roleKey);
  if (staffing === undefined) throw notFound('role');
  return candidatesIn(resolution).forRole(staffing);
};

describe('candidates for a vacant role', () => {
  it('come best first: deputy, job title, manager and colleagues of who held it last', () => {
    const firm = newFirm();
    const boss = firm.hire('Ingrid Sørensen');
    const last = firm.hire('Ana Silva', { unit: 'IT', managerId: boss.id, to: plainDate('2026-02-01') });
    firm.hire('Ben Okafor', { unit: 'IT' });
    firm.hire('Cem Aydın', { jobTitle: 'IT operations manager' });
    const deputy = firm.hire('Dora Weiss');
    firm.appoint(last, 'it-operations', { to: plainDate('2026-02-01') });
    firm.appoint(deputy, 'it-operations', { capacity: 'deputy' });
    expect(candidatesFor(firm.snapshot(), 'it-operations')).toMatchObject([
      { label: 'Dora Weiss', reason: 'Deputy of IT Operations Manager already.' },
      { label: 'Cem Aydın', reason: 'Job title: IT operations manager.' },
      { label: 'Ingrid Sørensen', reason: 'Manager of Ana Silva, who held it last.' },
      { label: 'Ben Okafor', reason: 'Works in IT too.' },
    ]);
  });

  it('stand before the others who can do it, and each says how much they prove', () => {
    const firm = newFirm();
    const deputy = firm.hire('Dora Weiss');
    firm.appoint(deputy, 'hr', { capacity: 'deputy' });
    const titled = firm.hire('Cem Aydın', { jobTitle: 'HR' });
    firm.judge(deputy, 'people-security', 4);
    firm.prove(titled, 'hr');
    expect(candidatesFor(firm.snapshot(), 'hr').map(({ label, reason }) => [label, reason])).toEqual([
      ['Cem Aydın', 'Job title: HR. Proves all 3 that it requires.'],
      ['Dora Weiss', 'Deputy of Human Resources already. Proves 1 of 3 that it requires.'],
    ]);
  });

  it('put those last whose other role conflicts, and say so', () => {
    const firm = newFirm();
    const auditor = firm.hire('Ana Silva', { jobTitle: 'CISO' });
    firm.hire('Ben Okafor', { jobTitle: 'CISO' });
    firm.appoint(auditor, 'internal-auditor');
    expect(candidatesFor(firm.snapshot(), 'ciso')).toMatchObject([
      { label: 'Ben Okafor' },
      { label: 'Ana Silva', reason: 'Job title: CISO. Speaks against it: Internal Auditor (ROLE-04).' },
    ]);
  });

  it('are measured by the rules of the house too', () => {
    const firm = newFirm();
    const buyer = firm.hire('Ana Silva', { jobTitle: 'CISO' });
    firm.appoint(buyer, 'procurement');
    const reason = 'Job title: CISO.';
    expect(candidatesFor(firm.snapshot(), 'ciso')).toMatchObject([{ label: 'Ana Silva', reason }]);
    const segregationRule = [ownRuleOf('ciso', 'procurement')];
    expect(candidatesFor(firm.snapshot({ segregationRule }), 'ciso')).toMatchObject([
      {
        label: 'Ana Silva',
        reason: `${reason} Speaks against it: Procurement and Supplier Manager (OWN-1).`,
        contested: true,
      },
    ]);
  });

  it('come for a role whatever its key, such as one that every object knows', () => {
    const firm = newFirm();
    firm.hire('Ana Silva', { jobTitle: 'Constructor' });
    const role = { ...firm.role('facilities'), key: 'constructor', name: 'Constructor', aliases: [], mandatory: true };
    const snapshot = firm.snapshot({ role: [role] });
    expect(candidatesFor(snapshot, 'constructor')).toMatchObject([{ label: 'Ana Silva' }]);
    expect(staffingOf(snapshot, plainDate('2026-03-03')).roles).toMatchObject([
      { role: { key: 'constructor' }, hours: 1 },
    ]);
  });

  it('leave out outsiders where the role must be held inside', () => {
    const firm = newFirm();
    firm.hire('Ana Silva', { jobTitle: 'CEO', kind: 'external' });
    expect(candidatesFor(firm.snapshot(), 'ceo')).toEqual([]);
  });

  it('find the security officer for the security manager, in whatever words the title comes', () => {
    const titles = ['CISO', 'Head of IT / CISO', 'Chief Security Officer', 'vCISO (external)'];
    for (const jobTitle of titles) {
      const firm = newFirm();
      firm.hire('Ana Silva', { jobTitle });
      firm.hire('Ben Okafor', { jobTitle: 'IT Support Agent' });
      expect(candidatesFor(firm.snapshot(), 'information-security-manager')).toMatchObject([
        {
          label: 'Ana Silva',
          reason: `Job title: ${jobTitle}, close to it as Chief Information Security Officer.`,
        },
      ]);
    }
  });

  it('know a title of several words inside a longer one, and short names only where they stand alone', () => {
    const firm = newFirm();
    firm.hire('Ana Silva', { jobTitle: 'External Data Protection Officer' });
    firm.hire('Ben Okafor', { jobTitle: 'Informationssicherheitsbeauftragte/r' });
    firm.hire('Cem Aydın', { jobTitle: 'IT Trainer' });
    expect(candidatesFor(firm.snapshot(), 'dpo').map(({ label }) => label)).toEqual(['Ana Silva']);
    expect(candidatesFor(firm.snapshot(), 'information-security-manager').map(({ label }) => label)).toEqual([
      'Ben Okafor',
    ]);
    expect(candidatesFor(firm.snapshot(), 'it-operations')).toEqual([]);
  });

  it('look to the top of the organization for leadership, and to the head of a unit that bears the name', () => {
    const firm = newFirm();
    const boss = firm.hire('Ingrid Sørensen', { jobTitle: 'Inhaberin' });
    const ana = firm.hire('Ana Silva', { managerId: boss.id });
    firm.hire('Ben Okafor', { managerId: boss.id });
    expect(candidatesFor(firm.snapshot(), 'ceo')).toMatchObject([
      { label: 'Ingrid Sørensen', reason: 'Reports to nobody, and 2 people report there.' },
    ]);
    expect(candidatesFor(firm.snapshot(), 'leadership-team').map(({ label }) => label)).toEqual([
      'Ingrid Sørensen',
      'Ana Silva',
      'Ben Okafor',
    ]);
    const unit = [
      {
        id: '00000000-0000-7000-8777-000000000002' as UnitId,
        version: 1,
        kind: 'unit' as const,
        name: 'HR',
        parentId: null,
        headId: ana.id,
        note: '',
      },
    ];
    expect(candidatesFor(firm.snapshot({ unit }), 'hr')).toMatchObject([{ label: 'Ana Silva', reason: 'Heads HR.' }]);
  });
});
