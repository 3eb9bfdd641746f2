import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { settingOf } from '../../../tests/factories/rows.ts';
import { plainDate } from '../../kernel/date.ts';
import { annexAControls, requirements } from '../../domain/catalogue.ts';
import { assess } from './assess.ts';
import type { Gap, RuleId } from './model.ts';

const today = plainDate('2026-03-03');
const gapsOf = (firm: Firm, rule: RuleId, on = today): readonly Gap[] =>
  assess(firm.snapshot(), on).gaps.filter((gap) => gap.rule === rule);
const about = (gaps: readonly Gap[], requirement: string): Gap | undefined =>
  gaps.find((gap) => gap.subject.id === requirement);

describe('a row of the matrix', () => {
  it('without A or R is a gap each, and the default role is offered', () => {
    const firm = newFirm();
    firm.letters('A.8.8', 'service-desk', 'I');
    const gap = about(gapsOf(firm, 'rasci.no-responsible'), 'A.8.8');
    expect(gap?.explanation).toBe(
      'Nobody is responsible for A.8.8 Management of technical vulnerabilities: its row has no R, only letters for Service Desk.',
    );
    expect(gap?.fix).toMatchObject({
      kind: 'set-letter',
      letter: 'R',
      candidates: [
        {
          label: 'Security Operations',
          reason: 'The default matrix makes it responsible. Nobody holds it at present.',
        },
      ],
    });
    expect(gapsOf(firm, 'rasci.no-accountable').length).toBe(123);
  });

  it('that does not apply breaks no rule', () => {
    const firm = newFirm();
    firm.exclude('A.8.8', 'No systems of our own.');
    expect(gapsOf(firm, 'rasci.no-accountable').length).toBe(122);
    expect(about(gapsOf(firm, 'rasci.no-responsible'), 'A.8.8')).toBeUndefined();
  });

  it('with two A is a major gap, and a minor one where both lead to the same person', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    const ben = firm.hire('Ben Okafor');
    firm.appoint(ana, 'ciso');
    firm.appoint(ana, 'isms-leadership');
    firm.appoint(ben, 'it-operations');
    const cells = [firm.letters('A.8.8', 'ciso', 'A'), firm.letters('A.8.8', 'it-operations', 'RA')];
    firm.letters('A.8.9', 'ciso', 'A');
    firm.letters('A.8.9', 'isms-leadership', 'A');
    const gaps = gapsOf(firm, 'rasci.several-accountable');
    expect(about(gaps, 'A.8.8')).toMatchObject({
      severity: 'major',
      fix: { kind: 'remove-letter', letter: 'A', accountabilityIds: cells.map((cell) => cell.id) },
    });
    expect(about(gaps, 'A.8.9')).toMatchObject({ severity: 'minor' });
    expect(about(gaps, 'A.8.9')?.explanation).toContain('All lead to Ana Silva');
  });

  it('with A on a role that two people hold asks which of them answers: one gap for the role', () => {
    const firm = newFirm();
    const posts = ['Ana Silva', 'Ben Okafor'].map((name) => firm.appoint(firm.hire(name), 'isms-leadership'));
    firm.letters('A.8.8', 'isms-leadership', 'A');
    firm.letters('A.8.9', 'isms-leadership', 'A');
    expect(gapsOf(firm, 'rasci.several-accountable')).toMatchObject([
      {
        severity: 'minor',
        subject: { kind: 'role', label: 'Information Security Management Leadership' },
        requirements: ['A.8.8', 'A.8.9'],
        fix: { kind: 'make-deputy', appointmentIds: posts.map((post) => post.id) },
      },
    ]);
  });

  it('may have its A on a body that decides together, or on owners who each answer for their own part', () => {
    const firm = newFirm();
    for (const name of ['Ana Silva', 'Ben Okafor']) {
      const person = firm.hire(name);
      firm.appoint(person, 'leadership-team');
      firm.appoint(person, 'asset-owner');
    }
    firm.letters('7.1', 'leadership-team', 'A');
    firm.letters('A.5.9', 'asset-owner', 'A');
    expect(gapsOf(firm, 'rasci.several-accountable')).toEqual([]);
  });

  it('whose A lies with everybody has nobody who answers', () => {
    const firm = newFirm();
    firm.hire('Ana Silva');
    firm.letters('A.6.8', 'all-staff', 'AR');
    expect(gapsOf(firm, 'rasci.several-accountable')).toMatchObject([{ severity: 'major', requirements: ['A.6.8'] }]);
    expect(about(gapsOf(firm, 'rasci.no-responsible'), 'A.6.8')).toBeUndefined();
  });
});

describe('a letter on a role that nobody holds', () => {
  it('is one gap for the role with all its rows, less while a deputy stands in, and goes with a holder', () => {
    const firm = newFirm();
    firm.letters('A.8.8', 'security-operations', 'R');
    firm.letters('A.8.15', 'security-operations', 'RA');
    firm.letters('A.8.16', 'security-operations', 'C');
    const [gap, ...more] = gapsOf(firm, 'rasci.unresolved');
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ severity: 'major', requirements: ['A.8.8', 'A.8.15'] });
    expect(gap?.explanation).toContain('Security Operations is accountable or responsible for 2 requirements');
    firm.appoint(firm.hire('Ana Silva'), 'security-operations', { capacity: 'deputy' });
    expect(gapsOf(firm, 'rasci.unresolved')).toMatchObject([{ severity: 'minor' }]);
    firm.appoint(firm.hire('Ben Okafor'), 'security-operations');
    expect(gapsOf(firm, 'rasci.unresolved')).toEqual([]);
  });

  it('is unresolved too when it names a person who has not begun yet', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva', { from: plainDate('2026-05-01') });
    firm.letters('A.8.8', ana, 'R');
    expect(gapsOf(firm, 'rasci.unresolved')).toMatchObject([{ subject: { kind: 'person', label: 'Ana Silva' } }]);
    expect(gapsOf(firm, 'rasci.unresolved', plainDate('2026-05-01'))).toEqual([]);
  });
});

describe('one person with most of the work', () => {
  it('is overloaded above 40% of the applicable rows with R, over all roles and letters of their own', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.appoint(ana, 'it-operations');
    for (const { id } of requirements.slice(0, 49)) firm.letters(id, 'it-operations', 'R');
    for (const { id } of requirements.slice(60)) firm.letters(id, 'it-operations', 'CI');
    expect(gapsOf(firm, 'rasci.overloaded')).toEqual([]);
    firm.letters(requirements[49]?.id ?? '', ana, 'R');
    const [gap] = gapsOf(firm, 'rasci.overloaded');
    expect(gap?.explanation).toBe(
      'Ana Silva is responsible for 50 of 123 applicable requirements (41%); the limit is 40%.',
    );
    expect(gap?.requirements.length).toBe(50);
    expect(gap?.facts.map((fact) => fact.register)).toEqual(['appointment', 'accountability', 'person']);
  });

  it('may answer for what leads the ISMS by default, but not for nearly everything', () => {
    const firm = newFirm();
    firm.appoint(firm.hire('Ana Silva'), 'isms-leadership');
    for (const { id } of annexAControls.slice(0, 92)) firm.letters(id, 'isms-leadership', 'A');
    expect(gapsOf(firm, 'rasci.overloaded')).toEqual([]);
    firm.letters('7.1', 'isms-leadership', 'A');
    expect(gapsOf(firm, 'rasci.overloaded')).toMatchObject([{ subject: { label: 'Ana Silva' } }]);
  });

  it('is judged by the share that the organization sets, for both letters', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    for (const { id } of requirements.slice(0, 13)) firm.letters(id, ana, 'RA');
    const found = (limit: number): readonly string[] =>
      assess(firm.snapshot({ ruleSetting: [settingOf('rasci.overloaded', { limit })] }), today)
        .gaps.filter((gap) => gap.rule === 'rasci.overloaded')
        .map(({ id }) => id.slice(0, 18));
    expect(found(0.1)).toEqual(['rasci.overloaded:R', 'rasci.overloaded:A']);
    expect(found(0.11)).toEqual([]);
  });
});
