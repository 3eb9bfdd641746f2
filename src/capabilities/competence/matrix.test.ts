import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSnapshots, snapshotWith, someDay, personOf } from '../../../tests/factories/snapshot.ts';
import { addDays } from '../../kernel/date.ts';
import type { CompetenceAssessmentId, PersonId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceBench } from './bench.ts';
import { competenceBooks } from './books.ts';
import { askedOf } from './matrix-cell.ts';
import { cellOf, competenceMatrix } from './matrix.ts';
import { assessmentMethods, type CompetenceAssessment } from './model.ts';
import { isCompetent, standingOf } from './standing.ts';

const keys = ['risk-assessment', 'audit-technique', 'iam', 'cryptography'];
const level = fc.constantFrom(...levels);

/** Random firms on the shipped roles, whose people were judged up to twelve times. */
const judgedFirms: fc.Arbitrary<Snapshot> = randomSnapshots().chain((snapshot) =>
  fc
    .array(
      fc.record({
        personId: fc.constantFrom(...snapshot.person.map(({ id }) => id)),
        competence: fc.constantFrom(...keys),
        level,
        on: fc.integer({ min: -900, max: 100 }).map((days) => addDays(someDay, days)),
        method: fc.constantFrom(...assessmentMethods),
        to: fc.option(
          fc.integer({ min: -200, max: 200 }).map((days) => addDays(someDay, days)),
          { nil: null },
        ),
        assessorName: fc.constantFrom(null, 'Auditor'),
        reference: fc.constantFrom(null, 'paper'),
      }),
      { maxLength: 12 },
    )
    .map((judgements) => ({
      ...snapshot,
      competenceAssessment: judgements.map((one, index): CompetenceAssessment => ({
        id: `00000000-0000-7000-8fff-${index.toString(16).padStart(12, '0')}` as CompetenceAssessmentId,
        version: 1,
        assessorId: null,
        evidenceKind: null,
        evidenceIds: [],
        refreshMonths: null,
        note: '',
        recordedBy: null,
        claim: null,
        ...one,
      })),
    })),
);

describe('the matrix of people by competence', () => {
  it('says of each cell what the standing says, for any facts', () => {
    fc.assert(
      fc.property(judgedFirms, (snapshot) => {
        const books = competenceBooks(snapshot, someDay);
        const matrix = competenceMatrix(books, false);
        expect(matrix.people.map(([id]) => id).toSorted()).toEqual(
          [...books.resolution.people.values()]
            .filter(({ active }) => active)
            .map(({ person }) => person.id)
            .toSorted(),
        );
        for (const [personId, , , , cells] of matrix.people) {
          const shown = new Map<string, (typeof matrix.faces)[number] | undefined>();
          for (let at = 0; at < cells.length; at += 2)
            shown.set(matrix.competences[cells[at] ?? -1]?.key ?? '', matrix.faces[cells[at + 1] ?? -1]);
          for (const need of books.need.of(personId)) {
            const face = shown.get(need.competence);
            const required = askedOf(need);
            expect(face?.required).toBe(required);
            if (required === null) continue;
            const standing = standingOf(
              books.held,
              personId,
              { competence: need.competence, level: required },
              someDay,
            );
            expect(face?.state).toBe(standing.state);
            // A figure without a sign, or with the sign of what ends soon, is a level that is proven.
            const plain = /^([0-5])(!?)$/.exec(face?.value ?? '');
            expect(standing.proven).toBe(Number(plain?.[1] ?? standing.proven));
            expect(plain?.[2] === '!').toBe(standing.state === 'expiring' && standing.proven > 0);
            expect(isCompetent(standing) && required > 0 && plain === null).toBe(false);
          }
          for (const key of keys) expect(shown.get(key)?.value ?? '').toBe(cellOf(books, personId, key).value);
        }
      }),
    );
  });

  it('counts behind a competence those who prove its highest level, for any facts', () => {
    fc.assert(
      fc.property(judgedFirms, (snapshot) => {
        const books = competenceBooks(snapshot, someDay);
        const active = [...books.resolution.people.values()].filter((one) => one.active);
        for (const line of competenceBench(books)) {
          const proving = active.filter(({ person }) => isCompetent(standingOf(books.held, person.id, line, someDay)));
          expect(line.proving.count).toBe(proving.length);
          expect(line.expiring.count).toBeLessThanOrEqual(line.proving.count);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('names each competence, unit and way to look once', () => {
    const people = Array.from({ length: 40 }, (_, at) =>
      personOf(`00000000-0000-7000-8000-${at.toString().padStart(12, '0')}` as PersonId, `P ${at}`, { unit: 'Plant' }),
    );
    const matrix = competenceMatrix(competenceBooks(snapshotWith({ person: people }), someDay), true);
    expect(matrix.units).toEqual(['Plant']);
    expect(matrix.competences).toHaveLength(39);
    expect(matrix.competences.every(({ used }) => !used)).toBe(true);
    expect(matrix.people.map(([, name, unit]) => `${name} ${unit}`)).toContain('P 7 0');
  });
});
