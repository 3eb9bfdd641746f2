import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { hours, randomSnapshots, someDay } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { covers } from '../../kernel/period.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { assess } from './assess.ts';
import type { Gap, RuleId } from './model.ts';

const today = plainDate('2026-03-03');
const gapsOf = (firm: Firm, rule: RuleId, on = today): readonly Gap[] =>
  assess(firm.snapshot(), on).gaps.filter((gap) => gap.rule === rule);

describe('a mandatory role', () => {
  it('that nobody has ever held is a critical gap with the rows it carries, and offers who has the title', () => {
    const firm = newFirm();
    const cem = firm.hire('Cem Aydın', { jobTitle: 'Managing Director' });
    firm.letters('5.2', 'ceo', 'A');
    const gap = gapsOf(firm, 'role.mandatory-vacant').find(({ subject }) => subject.id === firm.role('ceo').id);
    expect(gap).toMatchObject({ severity: 'critical', clause: '5.3', requirements: ['5.2'] });
    expect(gap?.explanation).toBe(
      'Chief Executive Officer is a mandatory role and has no active holder. Nobody has held it so far.',
    );
    expect(gap?.fix).toMatchObject({ kind: 'appoint', capacity: 'holder', candidates: [{ personId: cem.id }] });
  });

  it('stays vacant under a deputy, tells who held it last, and is filled on the first day of the next holder', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    const ben = firm.hire('Ben Okafor');
    firm.appoint(ana, 'information-security-manager', { to: plainDate('2026-02-01') });
    firm.appoint(ben, 'information-security-manager', { capacity: 'deputy' });
    firm.appoint(ben, 'information-security-manager', { from: plainDate('2026-04-01') });
    const vacant = (on: string): Gap | undefined =>
      gapsOf(firm, 'role.mandatory-vacant', plainDate(on)).find(
        ({ subject }) => subject.label === 'Information Security Manager',
      );
    expect(vacant('2026-01-31')).toBeUndefined();
    expect(vacant('2026-02-01')?.explanation).toBe(
      'Information Security Manager is a mandatory role and has no active holder. Ana Silva held it last; it has been empty since 2026-02-01. Ben Okafor takes it on 2026-04-01. Ben Okafor can only stand in as deputy.',
    );
    expect(vacant('2026-04-01')).toBeUndefined();
  });

  it('that the organization does not even have is named by its template', () => {
    const firm = newFirm();
    const gaps = assess(firm.snapshot({ role: [] }), today).gaps;
    expect(gaps.filter((gap) => gap.fix?.kind === 'add-role').length).toBe(5);
    expect(gaps[0]).toMatchObject({ id: 'role.mandatory-vacant:ceo', fix: { kind: 'add-role', roleKey: 'ceo' } });
  });

  it('is not handed to its stand-in silently, but the stand-in is suggested', () => {
    const firm = newFirm();
    const leader = firm.hire('Ingrid Sørensen');
    firm.appoint(leader, 'leadership-team');
    const gap = gapsOf(firm, 'role.mandatory-vacant').find(
      ({ subject }) => subject.id === firm.role('isms-leadership').id,
    );
    expect(gap?.explanation).toContain('In a small organization Leadership Team (Ingrid Sørensen) may stand in');
    expect(gap?.fix).toMatchObject({ candidates: [{ personId: leader.id }] });
  });
});

describe('a role that needs a deputy', () => {
  it('is a gap with one holder alone, and none with a deputy or a second holder', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva', { unit: 'IT' });
    const ben = firm.hire('Ben Okafor', { unit: 'IT' });
    const post = firm.appoint(ana, 'it-operations');
    const [gap, ...more] = gapsOf(firm, 'role.no-deputy');
    expect(more).toEqual([]);
    expect(gap?.facts).toContainEqual({ register: 'appointment', id: post.id });
    expect(gap?.fix).toMatchObject({
      capacity: 'deputy',
      candidates: [{ personId: ben.id, reason: 'Works in IT too.' }],
    });
    firm.appoint(ben, 'it-operations', { capacity: 'deputy' });
    expect(gapsOf(firm, 'role.no-deputy')).toEqual([]);
  });

  it('is not covered by a holder who is deputy of themselves', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'it-operations');
    firm.appoint(ana, 'it-operations', { capacity: 'deputy' });
    expect(gapsOf(firm, 'role.no-deputy').length).toBe(1);
  });
});

describe('a holder without hours', () => {
  it('is a gap for each appointment, until hours are set aside', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    const post = firm.appoint(ana, 'risk-manager', { hoursPerWeek: null });
    firm.appoint(ana, 'risk-owner', { hoursPerWeek: hours(0) });
    firm.appoint(ana, 'asset-owner', { hoursPerWeek: hours(0.5) });
    firm.appoint(ana, 'control-owner', { capacity: 'deputy', hoursPerWeek: null });
    const gaps = gapsOf(firm, 'role.no-hours');
    expect(gaps.map((gap) => gap.fix)).toEqual([
      { kind: 'set-hours', appointmentId: post.id },
      expect.objectContaining({ kind: 'set-hours' }),
    ]);
    expect(gaps[0]?.explanation).toContain('Ana Silva has held Information Security Risk Manager since 2026-01-01');
  });
});

describe('somebody who left', () => {
  it('and still holds A.8.8 is one critical gap from the first day after, and can be handed over', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva', { to: plainDate('2026-03-03') });
    const post = firm.appoint(ana, 'security-operations');
    firm.letters('A.8.8', 'security-operations', 'R');
    const own = firm.letters('A.8.9', ana, 'S');
    expect(gapsOf(firm, 'role.holder-left', plainDate('2026-03-02'))).toEqual([]);
    const [gap] = gapsOf(firm, 'role.holder-left');
    expect(gap).toMatchObject({
      severity: 'critical',
      requirements: ['A.8.8', 'A.8.9'],
      fix: { kind: 'hand-over', personId: ana.id },
      explanation:
        'The engagement of Ana Silva ended on 2026-03-03, and Ana Silva still holds Security Operations and has letters of their own in 1 requirement.',
    });
    expect(gap?.facts.map((fact) => fact.id)).toEqual([post.id, own.id, ana.id]);
  });

  it('and has letters by name in another framework alone is one too', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva', { to: plainDate('2026-03-03') });
    const own = firm.letters('sea:w-1', ana, 'A');
    const [gap] = gapsOf(firm, 'role.holder-left');
    expect(gap).toMatchObject({ severity: 'critical', requirements: [], fix: { kind: 'hand-over', personId: ana.id } });
    expect(gap?.explanation).toContain('letters of their own in 1 requirement of other frameworks.');
    expect(gap?.facts.map((fact) => fact.id)).toEqual([own.id, ana.id]);
  });

  it('but whose appointments ended with the engagement is no gap', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva', { to: plainDate('2026-03-01') });
    firm.appoint(ana, 'security-operations', { to: plainDate('2026-03-01') });
    expect(gapsOf(firm, 'role.holder-left')).toEqual([]);
  });
});

const withMinimum = (firm: Firm, key: string, minimumHolders: number): Snapshot =>
  firm.snapshot({ role: firm.snapshot().role.map((role) => (role.key === key ? { ...role, minimumHolders } : role)) });
const gapsIn = (snapshot: Snapshot, rule: RuleId): readonly Gap[] =>
  assess(snapshot, today).gaps.filter((gap) => gap.rule === rule);

describe('a role with a minimum of holders', () => {
  it('is a gap while too few people hold it, counts each person once, and leaves a vacant mandatory role to its own gap', () => {
    const firm = newFirm();
    const [ana, ben] = [firm.hire('Ana Silva'), firm.hire('Ben Okafor')];
    expect(gapsIn(withMinimum(firm, 'internal-auditor', 2), 'role.below-minimum')).toMatchObject([
      { severity: 'major', explanation: 'Internal Auditor needs at least 2 holders and has none.' },
    ]);
    const post = firm.appoint(ana, 'internal-auditor');
    firm.appoint(ana, 'internal-auditor', { capacity: 'deputy' });
    firm.appoint(ben, 'internal-auditor', { capacity: 'deputy' });
    const [gap] = gapsIn(withMinimum(firm, 'internal-auditor', 2), 'role.below-minimum');
    expect(gap).toMatchObject({
      severity: 'minor',
      explanation: 'Internal Auditor needs at least 2 holders and has 1 (Ana Silva).',
      facts: [
        { register: 'role', id: firm.role('internal-auditor').id },
        { register: 'appointment', id: post.id },
      ],
      fix: { kind: 'appoint', capacity: 'holder', candidates: [{ personId: ben.id }] },
    });
    firm.appoint(ben, 'internal-auditor');
    expect(gapsIn(withMinimum(firm, 'internal-auditor', 2), 'role.below-minimum')).toEqual([]);
    expect(gapsIn(withMinimum(firm, 'ceo', 3), 'role.below-minimum')).toEqual([]);
  });

  it('has the gap exactly while fewer active people hold it than it needs, whatever the facts', () => {
    assert(
      property(randomSnapshots(), integer({ min: 0, max: 4 }), (random, minimumHolders) => {
        const snapshot = { ...random, role: random.role.map((role) => ({ ...role, minimumHolders })) };
        const found = new Set(gapsIn(snapshot, 'role.below-minimum').map(({ subject }) => subject.id));
        const vacant = new Set(gapsIn(snapshot, 'role.mandatory-vacant').map(({ subject }) => subject.id));
        for (const role of snapshot.role.filter(({ key }) => key !== 'all-staff')) {
          const people = new Set(
            snapshot.appointment
              .filter((entry) => entry.roleId === role.id && entry.capacity === 'holder' && covers(entry, someDay))
              .map((entry) => snapshot.person.find(({ id }) => id === entry.personId))
              .filter((person) => person !== undefined && covers(person, someDay)),
          );
          expect(found.has(role.id)).toBe(people.size < minimumHolders && !vacant.has(role.id));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a role that is kept for the own people', () => {
  it('is a gap for each outsider who holds it or stands in, and none for a role that may be bought in', () => {
    const firm = newFirm();
    const outside = firm.hire('Owen Pritchard', { kind: 'external' });
    const post = firm.appoint(outside, 'risk-owner');
    firm.appoint(outside, 'ciso');
    expect(gapsOf(firm, 'role.outsider')).toMatchObject([
      {
        severity: 'minor',
        subject: { label: 'Owen Pritchard' },
        explanation:
          'Owen Pritchard comes from outside and has held Risk Owner since 2026-01-01, a role that this organization keeps for its own people.',
        fix: { kind: 'end-appointment', appointmentIds: [post.id] },
      },
    ]);
  });
});

describe('appointments that nobody approved', () => {
  it('are one piece of advice for all of them together, and go one by one', () => {
    const firm = newFirm();
    const [ana, ben] = [firm.hire('Ana Silva'), firm.hire('Ben Okafor')];
    const approval = { userId: null, name: 'Ingrid Sørensen', on: today };
    firm.appoint(ben, 'ciso', { approval });
    expect(gapsOf(firm, 'role.not-approved')).toEqual([]);
    const open = [
      firm.appoint(ana, 'ceo'),
      firm.appoint(ana, 'leadership-team'),
      firm.appoint(ben, 'risk-owner'),
      firm.appoint(ben, 'asset-owner'),
    ];
    firm.appoint(ben, 'control-owner', { to: plainDate('2026-02-01') });
    const [gap, ...more] = gapsOf(firm, 'role.not-approved');
    expect(more).toEqual([]);
    expect(gap).toMatchObject({
      severity: 'advice',
      explanation:
        '4 appointments are in effect that no second person has approved: Ana Silva as Chief Executive Officer, Ana Silva as Leadership Team and 2 others.',
      fix: { kind: 'approve', appointmentIds: open.map(({ id }) => id) },
    });
  });
});
