import { describe, expect, it } from 'vitest';
import { newJudgement } from '../../../tests/factories/judgement.ts';
import { newFirm } from '../../../tests/factories/firm.ts';
import { plainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { EvidenceId, PersonId, UserId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import type { Actor } from '../identity/model.ts';
import type { Reader } from '../roles/approval.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceBooks } from './books.ts';
import { checkJudgement, usualEnd } from './judgement-check.ts';
import type { CompetenceAssessment, CompetenceAssessmentFields } from './model.ts';
import { personCompetence } from './person-competence.ts';

const on = plainDate('2026-03-03');
const accountOf = (last: string, name: string, its: PersonId | null = null): Reader => {
  const userId = `00000000-0000-7000-8000-0000000000${last}` as UserId;
  const actor: Actor = { kind: 'member', userId, name, permission: 'contributor', personId: its };
  return { actor, userId, email: `${last}@example.org` };
};
const reader = accountOf('aa', 'The reader');
const firm = newFirm();
const ada = firm.hire('Ada Lund');
const role = firm.role('risk-manager');
firm.appoint(ada, 'risk-manager');
const facts = firm.snapshot();
const personId: PersonId = ada.id;
const needed = role.competences.find(({ required }) => required);

const judged = (changes: Partial<CompetenceAssessmentFields>): CompetenceAssessment => {
  const { id, fields } = newJudgement(personId, changes);
  return { ...fields, id, version: 1 };
};
const seen = (...competenceAssessment: readonly CompetenceAssessment[]) => {
  const snapshot: Snapshot = { ...facts, competenceAssessment };
  return personCompetence(snapshot, competenceBooks(snapshot, on), personId, reader);
};
const faultsOf = (changes: Partial<CompetenceAssessmentFields>): readonly string[] => {
  try {
    checkJudgement(facts, judged(changes), on);
  } catch (error) {
    if (error instanceof MusterError && error.fault.code === 'invalid')
      return error.fault.errors.map(({ path }) => path);
    throw error;
  }
  return [];
};

describe('the competence of one person', () => {
  it('names what they need with who asks for it, what is not proven first', () => {
    const competence = needed?.competence ?? '';
    const before = seen().needed.find((line) => line.competence === competence);
    expect(before?.face).toMatchObject({ state: 'missing', must: true, value: '' });
    expect(before?.reasons.map(({ name }) => name)).toContain(role.name);
    const after = seen(judged({ competence, level: levels[5], assessorName: 'Somebody' }));
    expect(after.needed.find((line) => line.competence === competence)).toMatchObject({
      face: { state: 'met', value: '5' },
      proven: 5,
    });
    expect(after.needed.at(-1)?.face.state).toBe('met');
  });

  it('shows the own word and that of the manager side by side', () => {
    const competence = needed?.competence ?? '';
    const line = seen(
      judged({ competence, level: levels[4], method: 'self', assessorName: null }),
      judged({ competence, level: levels[2], method: 'manager', assessorName: 'The boss' }),
    ).needed.find((one) => one.competence === competence);
    expect([line?.self?.level, line?.manager?.level, line?.manager?.assessor]).toEqual([4, 2, 'The boss']);
    expect(line?.proven).toBe(2);
  });

  it('keeps what they can beyond that, and every judgement, the latest first', () => {
    const further = judged({ competence: 'cryptography', on: plainDate('2025-01-01'), recordedBy: reader.userId });
    const own = judged({ competence: 'cryptography', to: plainDate('2026-03-01') });
    const found = seen(further, own);
    expect(found.further.map(({ competence }) => competence)).toEqual(['cryptography']);
    expect(found.history.map(({ id, inDate, mine }) => [id, inDate, mine])).toEqual([
      [own.id, false, false],
      [further.id, true, true],
    ]);
  });
});

describe('a judgement', () => {
  it('is of a known competence, was made, lasts, and rests on files about the person', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ competence: 'nobody-knows' })).toEqual(['competence']);
    expect(faultsOf({ on: plainDate('2026-03-04') })).toEqual(['on']);
    expect(faultsOf({ to: plainDate('2026-01-10') })).toEqual(['to']);
    expect(faultsOf({ evidenceKind: 'a-medal' })).toEqual(['evidenceKind']);
    expect(faultsOf({ evidenceIds: ['00000000-0000-7000-8000-000000000001' as EvidenceId] })).toEqual(['evidenceIds']);
  });

  it('is not that of the judged under the name of another', () => {
    expect(faultsOf({ method: 'manager', assessorName: 'ADA LUND' })).toEqual(['assessorName']);
    expect(faultsOf({ method: 'self', assessorName: ada.name })).toEqual([]);
  });

  it('by a certificate ends by its usual validity', () => {
    expect(usualEnd('iso27001-li', plainDate('2024-02-29'))).toBe('2027-02-28');
    expect(usualEnd('iso27001-foundation', on)).toBeNull();
  });
});
