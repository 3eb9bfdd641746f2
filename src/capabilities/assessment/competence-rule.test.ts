import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { settingOf } from '../../../tests/factories/rows.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { addDays, plainDate, type PlainDate } from '../../kernel/date.ts';
import type { RequirementCompetenceId, UserId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import type { RequirementCompetence } from '../competence/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { RuleSetting } from '../tuning/model.ts';
import { assess } from './assess.ts';
import { CROWD } from './competence-tally.ts';
import type { Gap } from './model.ts';

const today = plainDate('2026-03-03');
const found = (facts: Firm | Snapshot, rule: string, on: PlainDate = today): readonly Gap[] =>
  assess('snapshot' in facts ? facts.snapshot() : facts, on).gaps.filter((gap) => gap.rule === `competence.${rule}`);

/** HR asks people-security 4, documented-information 3 and security-awareness 3; legal-regulatory 2 is a wish. */
const hrFirm = () => {
  const firm = newFirm();
  const ana = firm.hire('Ana Silva');
  firm.appoint(ana, 'hr');
  firm.letters('A.6.1', 'hr', 'A');
  firm.letters('A.6.5', 'hr', 'R');
  return { firm, ana };
};

describe('somebody in a role', () => {
  it('of whom nothing is known is one gap that lists all that the role asks, and another for what is desirable', () => {
    const { firm, ana } = hrFirm();
    const gaps = found(firm, 'missing').filter(({ subject }) => subject.id === ana.id);
    expect(gaps.map(({ id, severity, requirements, clause }) => [id, severity, requirements, clause])).toEqual([
      [`competence.missing:${ana.id}`, 'major', ['A.6.1', 'A.6.5'], '7.2'],
      [`competence.missing:should:${ana.id}`, 'advice', ['A.6.1', 'A.6.5'], '7.2'],
    ]);
    expect(gaps.map(({ explanation }) => explanation)).toEqual([
      'As Human Resources, Ana Silva needs Security in the employment cycle at level 4; Everyday security awareness at level 3; Document and record control at level 3: nothing is recorded of it.',
      'As Human Resources, Ana Silva would do well to have Legal and regulatory requirements at level 2: nothing is recorded of it.',
    ]);
    expect(gaps[0]?.fix).toMatchObject({ kind: 'ways-out', personId: ana.id, roleId: firm.role('hr').id });
    expect(found(firm, 'missing').filter(({ subject }) => subject.kind === 'role').length).toBe(1);
  });

  it('who proves less, has a proof that is over, or only their own word is told of with the facts', () => {
    const { firm, ana } = hrFirm();
    firm.judge(ana, 'people-security', 2);
    firm.judge(ana, 'documented-information', 3, {
      method: 'certificate',
      reference: 'DRC 7',
      assessorName: null,
      on: plainDate('2024-03-01'),
      to: plainDate('2026-03-01'),
    });
    firm.judge(ana, 'security-awareness', 4, { method: 'self', assessorName: null });
    expect(found(firm, 'below')).toMatchObject([
      {
        severity: 'major',
        explanation:
          'As Human Resources, Ana Silva needs Security in the employment cycle at level 4 (proves 2: interview on 2026-01-10 by Ingrid Sørensen): less is recorded.',
      },
    ]);
    expect(found(firm, 'expired')).toMatchObject([
      {
        severity: 'major',
        explanation:
          'As Human Resources, Ana Silva needs Document and record control at level 3 (certificate on 2024-03-01, counted until 2026-02-28): the proof is no longer in date.',
      },
    ]);
    expect(found(firm, 'no-evidence').filter(({ subject }) => subject.id === ana.id)).toMatchObject([
      {
        severity: 'minor',
        explanation:
          'As Human Resources, Ana Silva needs Everyday security awareness at level 3 (self-assessment on 2026-01-10): nothing proves it.',
      },
    ]);
    expect(found(firm, 'missing').filter(({ severity }) => severity !== 'advice')).toEqual([]);
  });

  it('is told 90 days before a proof ends, and more urgently for the last 30', () => {
    const { firm, ana } = hrFirm();
    firm.prove(ana, 'hr');
    expect(found(firm, 'expiring')).toEqual([]);
    const ends = plainDate('2026-09-01');
    const dated = newFirm();
    const ben = dated.hire('Ben Okafor');
    dated.appoint(ben, 'finance');
    dated.judge(ben, 'resource-planning', 4, { to: ends });
    const on = (days: number): readonly string[] =>
      found(dated, 'expiring', addDays(ends, -days)).map(({ severity }) => severity);
    expect([91, 90, 31, 30, 1].map(on)).toEqual([[], ['advice'], ['advice'], ['minor'], ['minor']]);
    expect(found(dated, 'expired', ends).map(({ severity }) => severity)).toEqual(['major']);
  });

  it('needs what a requirement calls for beyond the role, also where the letters are their own', () => {
    const firm = newFirm();
    const ana = firm.hire('Ana Silva');
    firm.letters('A.8.24', ana, 'R');
    const special: RequirementCompetence = {
      id: '00000000-0000-7000-8666-000000000001' as RequirementCompetenceId,
      version: 1,
      requirementId: requirementIdSchema.parse('A.8.24'),
      competence: 'cryptography',
      level: levels[4],
      required: true,
      reason: 'Own keys',
      requestedBy: null,
      approval: null,
    };
    const snapshot = firm.snapshot({ requirementCompetence: [special] });
    const [gap] = found(snapshot, 'missing').filter(({ subject }) => subject.id === ana.id);
    expect(gap?.explanation).toBe(
      'For A.8.24, Ana Silva needs Cryptography and key management at level 4: nothing is recorded of it.',
    );
    expect(gap?.requirements).toEqual(['A.8.24']);
    expect(gap?.facts).toEqual([{ register: 'requirementCompetence', id: special.id }]);
  });
});

describe('what many people need', () => {
  it('is one gap a competence for what everybody needs, with counts', () => {
    const firm = newFirm();
    const [ana, ben] = [firm.hire('Ana Silva'), firm.hire('Ben Okafor'), firm.hire('Cem Yılmaz')];
    firm.judge(ana, 'security-awareness', 3);
    firm.judge(ben, 'security-awareness', 1);
    expect(found(firm, 'missing')).toMatchObject([
      {
        severity: 'major',
        subject: { kind: 'role', label: 'All Staff and Contractors' },
        explanation:
          '2 of 3 people in All Staff and Contractors do not prove Everyday security awareness at level 2: 1 has nothing recorded, 1 is below.',
      },
    ]);
    expect(found(firm, 'below')).toEqual([]);
  });

  it('is one gap a competence for a role that a crowd holds, and none of each person', () => {
    const firm = newFirm();
    for (let index = 0; index <= CROWD; index++) firm.appoint(firm.hire(`Lead ${index}`), 'line-manager');
    const gaps = found(firm, 'missing');
    expect(gaps.filter(({ subject }) => subject.kind === 'person')).toEqual([]);
    expect(gaps.filter(({ subject }) => subject.id === firm.role('line-manager').id).length).toBe(
      firm.role('line-manager').competences.length,
    );
  });
});

describe('what is required', () => {
  it('has to be determined for a role in use', () => {
    const firm = newFirm();
    firm.appoint(firm.hire('Ana Silva'), 'hr');
    firm.letters('A.6.1', 'hr', 'A');
    const bare = firm.snapshot();
    const hr = firm.role('hr');
    const without = { ...bare, role: bare.role.map((one) => (one.id === hr.id ? { ...one, competences: [] } : one)) };
    expect(found(bare, 'not-determined')).toEqual([]);
    expect(found(without, 'not-determined')).toMatchObject([
      {
        severity: 'major',
        requirements: ['A.6.1'],
        explanation:
          'No competence is required of who holds Human Resources, which 1 person holds and 1 requirement rests on: determine what it takes.',
        fix: { kind: 'set-competences', roleId: hr.id },
      },
    ]);
    const row = assess(without, today).requirements.find(({ requirementId }) => requirementId === 'A.6.1');
    expect(row?.aspects.competent).toEqual({
      state: 'unjudged',
      because: 'No competence is required of Human Resources, so none can be judged: determine what it takes.',
    });
  });

  it('waits for a second person where somebody set it, and again when it changes', () => {
    const firm = newFirm();
    const hr = firm.role('hr');
    const user = '00000000-0000-7000-8555-000000000001' as UserId;
    const withHr = (changes: Partial<typeof hr>): Snapshot => {
      const snapshot = firm.snapshot();
      return { ...snapshot, role: snapshot.role.map((one) => (one.id === hr.id ? { ...one, ...changes } : one)) };
    };
    const approval = { userId: null, name: 'Ingrid Sørensen', on: today, competences: hr.competences.toReversed() };
    expect(found(firm, 'not-approved')).toEqual([]);
    expect(found(withHr({ competencesRequestedBy: user }), 'not-approved')).toMatchObject([
      {
        severity: 'advice',
        explanation: 'Required competences were set and no second person has approved them: Human Resources.',
        fix: { kind: 'approve-competences' },
      },
    ]);
    expect(found(withHr({ competencesRequestedBy: user, competencesApproval: approval }), 'not-approved')).toEqual([]);
    const fewer = { ...approval, competences: hr.competences.slice(1) };
    expect(found(withHr({ competencesRequestedBy: user, competencesApproval: fewer }), 'not-approved').length).toBe(1);
  });

  it('is the standard itself for somebody', () => {
    const firm = newFirm();
    expect(found(firm, 'iso-knowledge')).toEqual([]);
    const ana = firm.hire('Ana Silva');
    expect(found(firm, 'iso-knowledge').map(({ severity }) => severity)).toEqual(['critical']);
    firm.judge(ana, 'iso-requirements', 3);
    expect(found(firm, 'iso-knowledge').length).toBe(1);
    firm.judge(ana, 'iso-requirements', 4);
    expect(found(firm, 'iso-knowledge')).toEqual([]);
  });
});

describe('an organization that switched off every rule that asks for proof', () => {
  it('has no competence judged, and says why', () => {
    const { firm } = hrFirm();
    const off = (['missing', 'below', 'expired', 'no-evidence'] as const).map((name) =>
      settingOf(`competence.${name}`, { on: false, reason: 'Kept in another system.' }),
    );
    const stateOf = (ruleSetting: readonly RuleSetting[]) =>
      assess(firm.snapshot({ ruleSetting }), today).requirements.find(({ requirementId }) => requirementId === 'A.6.1')
        ?.aspects.competent;
    expect(stateOf(off)).toEqual({
      state: 'unjudged',
      because: 'This organization does not ask for proof of competence: Kept in another system.',
    });
    expect(stateOf(off.slice(1))?.state).toBe('gap');
  });
});

describe('a single point', () => {
  it('is who alone can do it, though another is on the bench', () => {
    const firm = newFirm();
    const [ana, ben] = [firm.hire('Ana Silva'), firm.hire('Ben Okafor')];
    firm.appoint(ana, 'hr');
    firm.appoint(ben, 'hr', { capacity: 'deputy' });
    firm.letters('A.6.5', 'hr', 'R');
    const points = () => assess(firm.snapshot(), today).gaps.filter(({ rule }) => rule === 'resilience.single-point');
    expect(points()).toEqual([]);
    firm.prove(ana, 'hr');
    expect(points().map(({ subject, explanation }) => [subject.id, explanation])).toEqual([
      [
        ana.id,
        'Ana Silva alone does the work of 1 requirement (A.6.5): if Ana Silva is away, nobody can. Ben Okafor could step in, but does not prove the competence that it takes.',
      ],
    ]);
    firm.prove(ben, 'hr');
    expect(points()).toEqual([]);
  });
});
