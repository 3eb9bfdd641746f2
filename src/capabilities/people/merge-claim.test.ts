import { describe, expect, it } from 'vitest';
import { newJudgement } from '../../../tests/factories/judgement.ts';
import { later } from '../../../tests/factories/rows.ts';
import { countingIds, personOf, snapshotWith } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import type { CompetenceAssessmentId, MembershipId, PersonId, UserId } from '../../kernel/id.ts';
import { provenBy } from '../competence/held.ts';
import type { CompetenceAssessment, CompetenceAssessmentFields } from '../competence/model.ts';
import { foreseen } from '../trail/foresight.ts';
import { planMerge } from './merge.ts';

const newId = countingIds();
const on = plainDate('2026-03-02');
const [eva, double] = [personOf(newId() as PersonId, 'Eva Roth'), personOf(newId() as PersonId, 'Roth, Eva')];
const [evas, bosss] = [newId() as UserId, newId() as UserId];
const account = {
  id: newId() as MembershipId,
  version: 1,
  userId: evas,
  name: 'E. R.',
  email: 'er@firm.example',
  permission: 'manager' as const,
  ...later.membership,
  personId: eva.id,
};
const judged = (changes: Partial<CompetenceAssessmentFields>): CompetenceAssessment => ({
  id: newId() as CompetenceAssessmentId,
  version: 1,
  ...newJudgement(double.id, { method: 'certificate', assessorName: null, reference: 'No. 7', ...changes }).fields,
});
const confirmedBy = (userId: UserId, name: string) => ({
  decision: { userId, name, on, verdict: 'confirmed' as const, note: '' },
});

describe('who turns out to be the person that they recorded something of', () => {
  it.each([
    ['it waits for somebody else where their account recorded it', { recordedBy: evas }, 0],
    ['it waits where their account confirmed it', { recordedBy: bosss, claim: confirmedBy(evas, 'E. R.') }, 0],
    ['it waits where it was confirmed under their name', { claim: confirmedBy(bosss, 'Eva Roth') }, 0],
    ['it counts where somebody else recorded it', { recordedBy: bosss }, 3],
    ['it counts where somebody else confirmed it', { recordedBy: evas, claim: confirmedBy(bosss, 'I. Berg') }, 3],
  ])('%s', (_what, changes, level) => {
    const row = judged(changes);
    const facts = snapshotWith({ person: [eva, double], membership: [account], competenceAssessment: [row] });
    expect(provenBy(row)).toBe(3);
    const { items, notes } = planMerge(facts, { keep: eva.id, drop: double.id, take: [], requestedBy: evas });
    const [after] = foreseen(facts, items, { kind: 'operator', name: 'Operator' }).competenceAssessment;
    expect([after?.personId, after === undefined ? null : provenBy(after)]).toEqual([eva.id, level]);
    expect(notes.map(({ what }) => what)).toEqual([level === 0 ? 'own-word' : 'moves']);
  });
});
