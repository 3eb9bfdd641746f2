import { describe, expect, it } from 'vitest';
import { newFirm, type Firm } from '../../../tests/factories/firm.ts';
import { instant, plainDate } from '../../kernel/date.ts';
import type { DocumentVersionId } from '../../kernel/id.ts';
import type { DocumentVersion } from '../documents/model.ts';
import { contentOf, marksOf } from '../documents/version-content.ts';
import { assess } from './assess.ts';
import type { Gap, RuleId } from './model.ts';

const today = plainDate('2026-03-03');
const gapsOf = (firm: Firm, rule: RuleId): readonly Gap[] =>
  assess(firm.snapshot(), today).gaps.filter((gap) => gap.rule === rule);

describe('an applicable requirement without any person', () => {
  it("fails the auditor's third check, also when roles stand in its row that nobody holds", () => {
    const firm = newFirm();
    firm.letters('A.8.8', 'security-operations', 'R');
    firm.letters('A.8.8', firm.hire('Ana Silva'), 'I');
    const gap = gapsOf(firm, 'soa.unresourced').find(({ subject }) => subject.id === 'A.8.8');
    expect(gap?.explanation).toBe(
      'A.8.8 Management of technical vulnerabilities applies and no person is there for it: Security Operations stands in its row, and nobody acts in that role.',
    );
    expect(gap?.fix).toMatchObject({ kind: 'appoint', roleId: firm.role('security-operations').id });
  });

  it('is resourced as soon as one person supports it', () => {
    const firm = newFirm();
    firm.letters('A.8.8', firm.hire('Ana Silva'), 'S');
    expect(gapsOf(firm, 'soa.unresourced').length).toBe(122);
  });
});

describe('a control that is declared out', () => {
  it('needs a justification', () => {
    const firm = newFirm();
    const entry = firm.exclude('A.7.4', '');
    firm.exclude('A.8.30', 'All software is bought.');
    expect(gapsOf(firm, 'soa.unjustified')).toMatchObject([
      {
        clause: '6.1.3',
        requirements: ['A.7.4'],
        facts: [{ register: 'applicability', id: entry.id }],
        fix: { kind: 'justify', requirementId: 'A.7.4' },
      },
    ]);
  });

  it('cannot be a clause: 4 to 10 always apply', () => {
    const firm = newFirm();
    firm.exclude('7.1', '');
    const assessment = assess(firm.snapshot(), today);
    expect(assessment.totals.applicable).toBe(123);
    expect(assessment.gaps.filter((gap) => gap.rule === 'soa.unjustified')).toEqual([]);
  });
});

describe('a statement of applicability without approval', () => {
  const version = (firm: Firm, changes: Partial<DocumentVersion> = {}): DocumentVersion => ({
    id: 'version' as DocumentVersionId,
    version: 1,
    document: 'statement-of-applicability',
    number: 1,
    note: '',
    requestedBy: null,
    requestedByName: 'Ana Silva',
    requestedOn: today,
    sequence: 7,
    hash: 'a'.repeat(64),
    recordedAt: instant('2026-03-03T09:00:00.000Z'),
    marks: [...marksOf(contentOf('statement-of-applicability', firm.snapshot()))],
    decision: { userId: null, name: 'Ben Okafor', on: today, verdict: 'approved', note: '' },
    ...changes,
  });
  const found = (firm: Firm, documentVersion: readonly DocumentVersion[] = []) =>
    assess(firm.snapshot({ documentVersion }), today)
      .gaps.filter(({ rule }) => rule === 'soa.not-approved')
      .map(({ severity, explanation, facts }) => [severity, explanation, facts.length]);

  it('is no finding before anything is recorded, and advice until a version is approved', () => {
    const firm = newFirm();
    expect(found(firm)).toEqual([]);
    firm.exclude('A.7.4', 'The landlord watches the premises.');
    const sentence = 'No version of the statement of applicability has been approved so far';
    expect(found(firm)).toEqual([['advice', `${sentence}.`, 1]]);
    expect(found(firm, [version(firm, { decision: null })])).toEqual([
      ['advice', `${sentence}; version 1 waits for a second person.`, 1],
    ]);
  });

  it('comes back when a control changed since, and goes with the next approval', () => {
    const firm = newFirm();
    firm.exclude('A.7.4', 'The landlord watches the premises.');
    const first = version(firm);
    expect(found(firm, [first])).toEqual([]);
    firm.exclude('A.8.30', 'Nobody develops for us.');
    expect(found(firm, [first])).toEqual([
      [
        'minor',
        'The statement of applicability says something else on 1 control (A.8.30) than version 1, approved on 2026-03-03.',
        3,
      ],
    ]);
    expect(found(firm, [first, version(firm, { number: 2 })])).toEqual([]);
  });
});
