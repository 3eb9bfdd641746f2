import { describe, expect, it } from 'vitest';
import { newJudgement } from '../../../tests/factories/judgement.ts';
import { countingIds, personOf, snapshotWith, templateRows } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { RegisterName } from './register.ts';
import { undoOf, type ToldRow } from './undo.ts';

const ana = personOf(countingIds()() as PersonId, 'Ana Lindner');
const operator = { kind: 'operator', name: 'Operator' } as const;
const obstacles = (register: RegisterName, before: { readonly id: string }, after: object): readonly string[] => {
  const told: ToldRow = {
    register,
    subject: before.id,
    operation: 'update',
    before: { ...before, version: 1 },
    after: { ...after, version: 2 },
  };
  const snapshot = snapshotWith({ person: [ana], [register]: [told.after] });
  return undoOf([told], { snapshot, writtenSince: new Set() }, operator).obstacles.map(({ reason }) => reason);
};

describe('the word of a second person that was taken back', () => {
  const anew = ['It would bring back the word of a second person: ask for it again.'];
  const word = { userId: null, name: 'Vera Second', on: plainDate('2026-03-02') };

  it('is not brought back on what somebody recorded of themself', () => {
    const { id, fields } = newJudgement(ana.id, { method: 'certificate', reference: 'No. 7' });
    const waiting = { id, ...fields, claim: { decision: null } };
    const confirmed = { ...waiting, claim: { decision: { ...word, verdict: 'confirmed', note: '' } } };
    expect(obstacles('competenceAssessment', confirmed, waiting)).toEqual(anew);
    expect(obstacles('competenceAssessment', waiting, confirmed)).toEqual([]);
    expect(obstacles('competenceAssessment', confirmed, { ...confirmed, note: 'Seen.' })).toEqual([]);
  });

  it('is not brought back on what a role requires', () => {
    const [role] = templateRows(countingIds()).role;
    if (role === undefined) throw new TypeError('no role');
    const approved = { ...role, competencesApproval: { ...word, competences: role.competences } };
    expect(obstacles('role', approved, { ...role, competencesApproval: null })).toEqual(anew);
    expect(obstacles('role', role, approved)).toEqual([]);
    expect(obstacles('role', approved, { ...approved, competences: [] })).toEqual([]);
  });
});
