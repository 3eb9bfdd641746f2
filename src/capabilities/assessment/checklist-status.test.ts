import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { implementationItems } from '../../domain/checklist.ts';
import { mandatoryRoles } from '../../domain/role-template.ts';
import { plainDate } from '../../kernel/date.ts';
import { assess } from './assess.ts';
import { itemState } from './checklist-status.ts';
import type { CriterionStatus, ItemState } from './model.ts';

const today = plainDate('2026-03-03');
const criterionOf = (firm: Firm, id: string): CriterionStatus | undefined =>
  assess(firm.snapshot(), today)
    .checklists.implementation.flatMap((item) => item.criteria)
    .find((status) => status.id === id);

describe('a criterion', () => {
  it('that waits for records says which, and none of the 42 is left out', () => {
    const all = assess(newFirm().snapshot(), today).checklists.implementation.flatMap((item) => item.criteria);
    expect(all.length).toBe(42);
    expect(all.filter((status) => status.state !== 'unjudged').map((status) => status.id)).toEqual([
      'IMP-02-a',
      'IMP-02-b',
      'IMP-02-d',
      'IMP-02-e',
      'IMP-05-d',
      'IMP-06-b',
      'IMP-06-d',
      'IMP-07-e',
      'IMP-08-a',
      'IMP-08-c',
      'IMP-08-d',
    ]);
    expect(criterionOf(newFirm(), 'IMP-07-b')).toMatchObject({
      state: 'unjudged',
      value: null,
      because:
        'Cannot be judged yet: it waits for suppliers and supplier assessments, which Muster does not keep so far.',
    });
    expect(criterionOf(newFirm(), 'IMP-08-b')?.because).toContain('confirmations of appointments');
  });

  it('counts mandatory roles appointed by a named person', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    for (const [index, { id }] of mandatoryRoles.entries())
      firm.appoint(ana, id, { appointedBy: index === 0 ? null : 'Ingrid Sørensen' });
    expect(criterionOf(firm, 'IMP-05-d')).toMatchObject({
      state: 'not-met',
      value: 0.8,
      threshold: 1,
      because:
        '4 of 5 mandatory roles with a dated appointment that names who made it. Missing: Chief Executive Officer.',
    });
  });

  it('measures the longest vacancy of a role in use', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    for (const { id } of mandatoryRoles) firm.appoint(ana, id);
    expect(criterionOf(firm, 'IMP-06-b')).toMatchObject({ state: 'met', value: 0 });
    firm.appoint(ana, 'it-operations', { to: plainDate('2026-02-01') });
    expect(criterionOf(firm, 'IMP-06-b')).toMatchObject({ state: 'met', value: 30 });
    firm.appoint(ana, 'dpo', { from: plainDate('2025-06-01'), to: plainDate('2026-01-01') });
    expect(criterionOf(firm, 'IMP-06-b')).toMatchObject({
      state: 'not-met',
      value: 61,
      because: 'Data Protection Officer has been vacant longest: 61 days.',
    });
  });

  it('does not pass a mandatory role that was never held, whatever the figure', () => {
    expect(criterionOf(newFirm(), 'IMP-06-b')).toMatchObject({ state: 'not-met', value: null });
  });

  it('counts what leavers still hold, and the hours set aside', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva', { to: plainDate('2026-02-01') });
    firm.appoint(ana, 'dpo');
    firm.letters('A.8.8', ana, 'R');
    expect(criterionOf(firm, 'IMP-08-d')).toMatchObject({ state: 'not-met', value: 2 });
    const ben = firm.hire('Ben Okafor');
    firm.appoint(ben, 'hr');
    firm.appoint(ben, 'finance', { hoursPerWeek: null });
    expect(criterionOf(firm, 'IMP-08-a')).toMatchObject({
      state: 'not-met',
      value: 0.5,
      because: '1 of 2 holders with hours set aside. Missing: Ben Okafor as Finance.',
    });
  });

  it('on the trail holds as soon as there is an entry', () => {
    const firm = newFirm();
    expect(criterionOf(firm, 'IMP-08-c')).toMatchObject({ state: 'met', value: true });
    const empty = firm.snapshot({ trail: { sequence: 0, hash: '0'.repeat(64) } });
    const status = assess(empty, today).checklists.implementation[7]?.criteria[2];
    expect(status).toMatchObject({ id: 'IMP-08-c', state: 'not-met', value: false });
  });
});

describe('what competence tells of the checklist', () => {
  const firm = newFirm();
  const [ana, ben] = [firm.hire('Ana Silva'), firm.hire('Ben Okafor', { kind: 'external' })];
  firm.appoint(ana, 'hr');
  firm.appoint(ben, 'iam-administrator');
  const value = (id: string): unknown => criterionOf(firm, id)?.value;

  it('counts what is proven in date, and what a training ahead covers', () => {
    expect(criterionOf(firm, 'IMP-02-b')).toMatchObject({ state: 'not-met', value: 0 });
    expect(value('IMP-07-e')).toBe(0);
    firm.judge(ana, 'people-security', 4);
    firm.judge(ana, 'documented-information', 3, { to: plainDate('2026-03-20') });
    firm.judge(ana, 'security-awareness', 3, { method: 'self', assessorName: null });
    firm.judge(ben, 'iam', 4);
    // Three musts of Ana, awareness among them; two of Ben, awareness among them. Her own word proves nothing.
    expect(value('IMP-02-b')).toBe(3 / 5);
    expect(value('IMP-07-e')).toBe(1);
    expect(criterionOf(firm, 'IMP-06-d')).toMatchObject({
      value: 0,
      because:
        '0 of 1 required proofs that end within 60 days have a refresh booked. Missing: Document and record control of Ana Silva.',
    });
  });

  it('asks for somebody who knows the standard', () => {
    expect(criterionOf(firm, 'IMP-02-e')).toMatchObject({ state: 'not-met', value: 0 });
    firm.judge(ana, 'iso-requirements', 4, { to: today });
    expect(value('IMP-02-e')).toBe(0);
    firm.judge(ana, 'iso-requirements', 4);
    expect(value('IMP-02-e')).toBe(1);
  });

  it('asks for a deputy who can do it', () => {
    expect(value('IMP-02-d')).toBe(0);
    firm.appoint(ben, 'hr', { capacity: 'deputy' });
    firm.appoint(ana, 'iam-administrator', { capacity: 'deputy' });
    firm.prove(ben, 'hr');
    const wanting = [firm.role('hr'), firm.role('iam-administrator')].filter(({ needsDeputy }) => needsDeputy);
    expect(value('IMP-02-d')).toBe(1 / wanting.length);
  });
});

describe('an item', () => {
  const item = implementationItems[7];
  const stateWhen = (...states: readonly CriterionStatus['state'][]): ItemState =>
    itemState(
      item?.criteria ?? [],
      states.map((state, index) => ({ id: String(index), state, value: null, threshold: 0, because: '' })),
    );

  it('is done, partly or open as its criteria say; the last of these four is critical', () => {
    expect(stateWhen('met', 'met', 'met', 'met')).toBe('done');
    expect(stateWhen('not-met', 'not-met', 'met', 'met')).toBe('partly');
    expect(stateWhen('not-met', 'not-met', 'not-met', 'met')).toBe('open');
    expect(stateWhen('met', 'met', 'met', 'not-met')).toBe('open');
  });

  it('is unjudged only where what cannot be judged decides', () => {
    expect(stateWhen('met', 'unjudged', 'met', 'met')).toBe('partly');
    expect(stateWhen('met', 'met', 'met', 'unjudged')).toBe('unjudged');
    expect(stateWhen('unjudged', 'unjudged', 'unjudged', 'not-met')).toBe('open');
    expect(stateWhen('unjudged', 'unjudged', 'unjudged', 'unjudged')).toBe('unjudged');
  });
});

describe('the audit checklist', () => {
  it('follows from the criteria: a failed one opens the check, an unjudged one leaves it unjudged', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'dpo', { hoursPerWeek: null });
    const checks = () =>
      assess(firm.snapshot(), today).checklists.audit.auditorChecks.map((check) => [check.id, check.state]);
    expect(checks()).toEqual([
      ['CHK-01', 'open'],
      ['CHK-02', 'open'],
      ['CHK-03', 'open'],
    ]);
    firm.prove(ana, 'dpo');
    firm.prove(ana, 'all-staff');
    firm.judge(ana, 'iso-requirements', 4);
    const { audit } = assess(firm.snapshot(), today).checklists;
    // Somebody knows the standard; no training was completed whose effect could be checked.
    expect(checks()).toEqual([
      ['CHK-01', 'done'],
      ['CHK-02', 'unjudged'],
      ['CHK-03', 'open'],
    ]);
    expect(audit.passSteps.find((step) => step.id === 'PASS-3')?.state).toBe('open');
    expect(audit.items.length).toBe(10);
    expect(audit.items.find((entry) => entry.id === 'AUD-08')?.criteria).toContain('IMP-08-d');
  });
});
