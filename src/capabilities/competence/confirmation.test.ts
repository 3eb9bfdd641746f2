import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { newJudgement } from '../../../tests/factories/judgement.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError, type Fault } from '../../kernel/errors.ts';
import type { PersonId, UserId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import type { Actor, Permission } from '../identity/model.ts';
import type { Reader } from '../roles/approval.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceBooks } from './books.ts';
import { confirmationOf, waitingClaims } from './confirmation.ts';
import { provenBy } from './held.ts';
import { claimBy, patchBy } from './judgement-check.ts';
import { assessmentMethods, type CompetenceAssessment, type CompetenceAssessmentFields } from './model.ts';
import { refuseOwnProof } from './own-proof.ts';
import { isOwnWord } from './own-word.ts';
import { standingOf } from './standing.ts';

const on = plainDate('2026-03-03');
const firm = newFirm();
const [boss, ada] = [firm.hire('Bea Holm'), firm.hire('Ada Lund')];
const facts: Snapshot = ((snapshot) => ({
  ...snapshot,
  person: snapshot.person.map((one) => (one.id === ada.id ? { ...one, managerId: boss.id } : one)),
}))(firm.snapshot());

const account = (last: string, name: string, personId: PersonId | null, permission: Permission = 'contributor') => {
  const userId = `00000000-0000-7000-8000-0000000000${last}` as UserId;
  const actor: Actor = { kind: 'member', userId, name, permission, personId };
  return { actor, userId, email: `${last}@example.org` } satisfies Reader;
};
const ofAda = account('a1', 'Ada Lund', ada.id);
const ofBoss = account('b1', 'Bea Holm', boss.id);

const waiting = { decision: null };
const judged = (changes: Partial<CompetenceAssessmentFields> = {}): CompetenceAssessment => {
  const { id, fields } = newJudgement(ada.id, {
    competence: 'iso-requirements',
    level: levels[4],
    method: 'certificate',
    assessorName: null,
    evidenceKind: 'iso27001-li',
    reference: 'LI-2025-17',
    recordedBy: ofAda.userId,
    claim: waiting,
    ...changes,
  });
  return { ...fields, id, version: 1 };
};
const holding = (...competenceAssessment: readonly CompetenceAssessment[]): Snapshot => ({
  ...facts,
  competenceAssessment,
});
const standing = (snapshot: Snapshot) => {
  const { held } = competenceBooks(snapshot, on);
  return standingOf(held, ada.id, { competence: 'iso-requirements', level: levels[4] }, on);
};
const faultOf = (work: () => unknown): Fault | null => {
  try {
    work();
  } catch (error) {
    if (error instanceof MusterError) return error.fault;
    throw error;
  }
  return null;
};
const confirmedBy = (reader: Reader, row: CompetenceAssessment) =>
  confirmationOf(holding(row), row, { verdict: 'confirmed', note: '' }, reader, on);

describe('a certificate that somebody records of themself', () => {
  it('is claimed and proves nothing until somebody else confirms it, and then counts from its own day', () => {
    const row = judged();
    expect(standing(holding(row))).toMatchObject({ state: 'no-evidence', proven: 0, claimed: 4 });
    const claim = confirmedBy(ofBoss, row);
    expect(claim.decision).toMatchObject({ userId: ofBoss.userId, name: 'Bea Holm', on, verdict: 'confirmed' });
    expect(standing(holding({ ...row, claim }))).toMatchObject({ state: 'met', proven: 4 });
  });

  it('proves nothing where somebody else declined it, with the reason kept', () => {
    const row = judged();
    const claim = confirmationOf(holding(row), row, { verdict: 'declined', note: 'Another Ada.' }, ofBoss, on);
    expect(claim.decision?.note).toBe('Another Ada.');
    expect(standing(holding({ ...row, claim }))).toMatchObject({ state: 'no-evidence', proven: 0 });
    const again = patchBy(ofAda, facts, { ...row, claim }, { reference: 'LI-2025-71' });
    expect(again).toEqual({ reference: 'LI-2025-71', claim: waiting });
  });

  it('is confirmed neither by themself, by another account of theirs, nor without permission, nor twice', () => {
    const row = judged();
    const second = account('a2', 'hr desk', ada.id, 'owner');
    expect(faultOf(() => confirmedBy(ofAda, row))).toMatchObject({
      code: 'forbidden',
      reason: expect.stringContaining('somebody else'),
    });
    expect(faultOf(() => confirmedBy(second, row))).toMatchObject({ code: 'forbidden' });
    expect(faultOf(() => confirmedBy(account('c1', 'A. Lund', null, 'owner'), row))).toMatchObject({
      code: 'forbidden',
    });
    for (const permission of ['viewer', 'auditor', 'approver'] as const)
      expect(faultOf(() => confirmedBy(account('c2', 'Cleo Vance', null, permission), row))).toMatchObject({
        code: 'forbidden',
      });
    expect(faultOf(() => confirmedBy(ofBoss, { ...row, claim: confirmedBy(ofBoss, row) }))).toMatchObject({
      code: 'already-exists',
    });
  });

  it('is not confirmed where neither a file nor a number shows it', () => {
    expect(faultOf(() => confirmedBy(ofBoss, judged({ reference: null })))).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'verdict' }],
    });
  });

  it("waits in the list of who may confirm it, reports first, and in nobody else's", () => {
    const cleo = judged({ personId: boss.id, recordedBy: ofBoss.userId });
    const snapshot = holding(judged(), cleo);
    const books = competenceBooks(snapshot, on);
    const ids = (reader: Reader) =>
      waitingClaims(snapshot, books, reader).map(({ personName, report }) => [personName, report]);
    expect(ids(ofBoss)).toEqual([['Ada Lund', true]]);
    expect(ids(ofAda)).toEqual([['Bea Holm', false]]);
    expect(ids(account('c3', 'Cleo Vance', null, 'manager'))).toEqual([
      ['Ada Lund', false],
      ['Bea Holm', false],
    ]);
    expect(ids(account('c4', 'Dana Quist', null, 'viewer'))).toEqual([]);
  });
});

describe('who writes a judgement down', () => {
  it('claims it where it is of themself, by whatever method, and knows it of everybody else', () => {
    const claims = assessmentMethods.map(
      (method) => [method, claimBy(ofAda, ada, facts, { method }) !== null] as const,
    );
    expect(claims.filter(([, claimed]) => !claimed).map(([method]) => method)).toEqual(['self']);
    expect(claimBy(ofBoss, ada, facts, { method: 'certificate' })).toBeNull();
  });

  it('changes nothing of what others judged or confirmed of themself', () => {
    const others = judged({ claim: null, recordedBy: ofBoss.userId });
    expect(faultOf(() => patchBy(ofAda, facts, others, { reference: 'mine' }))).toMatchObject({ code: 'forbidden' });
    expect(patchBy(ofBoss, facts, others, { reference: 'mine' })).toEqual({ reference: 'mine' });
  });
});

describe('the guard behind every way of writing', () => {
  const written = (before: CompetenceAssessment | null, after: CompetenceAssessment | null) => ({
    register: 'competenceAssessment',
    before: before === null ? null : { ...before },
    after: after === null ? null : { ...after },
  });
  const refuses = (before: CompetenceAssessment | null, after: CompetenceAssessment | null) =>
    faultOf(() => refuseOwnProof(ofAda.actor, written(before, after)))?.code === 'forbidden';

  it('refuses own proof, more of it, and a later end', () => {
    const proof = judged({ claim: null, to: plainDate('2026-05-01') });
    expect(refuses(null, proof)).toBe(true);
    expect(refuses(judged(), { ...judged(), claim: confirmedBy(ofBoss, judged()) })).toBe(true);
    expect(refuses({ ...proof, reference: null }, proof)).toBe(true);
    expect(refuses(proof, { ...proof, to: plainDate('2026-06-01') })).toBe(true);
    expect(refuses(proof, { ...proof, to: null })).toBe(true);
    expect(refuses({ ...proof, to: null }, { ...proof, to: null, refreshMonths: 90 })).toBe(true);
  });

  it('lets claims pass, what proves less or ends sooner, and what others write', () => {
    const proof = judged({ claim: null, to: plainDate('2026-05-01') });
    expect(refuses(null, judged())).toBe(false);
    expect(refuses(proof, { ...proof, to: plainDate('2026-04-01') })).toBe(false);
    expect(refuses(proof, null)).toBe(false);
    expect(faultOf(() => refuseOwnProof(ofBoss.actor, written(null, proof)))).toBeNull();
  });

  it('leaves nobody a row of their own that proves something and that nobody else wrote or confirmed', () => {
    const rows = fc.record({
      level: fc.constantFrom(...levels),
      method: fc.constantFrom(...assessmentMethods),
      reference: fc.constantFrom(null, 'Paper 7'),
      assessorName: fc.constantFrom(null, 'Somebody'),
      claim: fc.constantFrom(null, waiting),
    });
    fc.assert(
      fc.property(rows, (changes) => {
        const row = judged(changes);
        expect(refuses(null, row)).toBe(provenBy(row) > 0);
        expect(isOwnWord(row) ? provenBy(row) : 0).toBe(0);
      }),
    );
  });
});
