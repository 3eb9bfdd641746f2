import { describe, expect, it } from 'vitest';
import { csv } from '../../../tests/conformance/written.ts';
import { countingIds, personOf, snapshotWith } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import type { PersonId, UserId } from '../../kernel/id.ts';
import { foreseen } from '../trail/foresight.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { readCompetences } from './competence-document.ts';
import { planCompetenceImport, type CompetenceImport } from './competence-import.ts';
import type { CompetenceImportOptions } from './import-context.ts';

const today = plainDate('2026-03-03');
const [ada, ben] = [1, 2].map((number) => `00000000-0000-7000-9000-00000000000${number}`) as [PersonId, PersonId];
const adasAccount = '00000000-0000-7000-9000-0000000000aa' as UserId;
const house = snapshotWith({ person: [personOf(ada, 'Ada Okoye'), personOf(ben, 'Ben Park')] });
const ids = countingIds();
const choices = {
  levels: new Map(),
  roles: new Map(),
  competences: new Map(),
  people: new Map(),
  measures: new Map(),
  newCompetences: false,
  likely: false,
};

const broughtIn = (by: CompetenceImportOptions['by'], known: Snapshot, ...lines: readonly string[]): CompetenceImport =>
  planCompetenceImport(readCompetences(csv(...lines).sheets, 'trainings.csv', today), known, {
    name: 'trainings.csv',
    today,
    on: today,
    newId: () => ids().replace('-8000-', '-8abc-'),
    by,
    choices,
    may: () => true,
  });

describe('who brings a register of trainings in', () => {
  const nobody = { userId: null, name: 'Operator', personId: null };
  const planned = [
    'Person,Training,Due Date,Status',
    'Ada Okoye,Drill,2026-05-31,Planned',
    'Ben Park,Drill,2026-05-31,',
  ];
  const done = ['Person,Training,Completion Date', 'Ada Okoye,Drill,2026-02-20', 'Ben Park,Drill,2026-02-20'];
  const started = foreseen(house, broughtIn(nobody, house, ...planned).items, { kind: 'operator', name: 'Operator' });

  it.each([
    ['by their account', { userId: adasAccount, name: 'A. O.', personId: ada }],
    ['by their name', { userId: adasAccount, name: 'Ada Okoye', personId: null }],
  ])('does not say of themself that they were trained, known %s', (_how, by) => {
    for (const known of [house, started]) {
      const { report, items } = broughtIn(by, known, ...done);
      expect(report.ignored).toMatchObject([
        { row: 2, reason: 'It is your own training: report that you did it, and somebody else confirms it.' },
      ]);
      const trained = foreseen(known, items, { kind: 'operator', name: 'Operator' }).training;
      expect(trained.filter(({ state }) => state === 'completed').map(({ personId }) => personId)).toEqual([ben]);
    }
  });

  it('meets what was done before without a word', () => {
    const before = foreseen(started, broughtIn(nobody, started, ...done).items, { kind: 'operator', name: 'Operator' });
    const again = broughtIn({ userId: adasAccount, name: 'Ada Okoye', personId: ada }, before, ...done);
    expect(again.report).toMatchObject({ unchanged: 2, ignored: [] });
  });
});
