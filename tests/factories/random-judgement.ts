import * as fc from 'fast-check';
import {
  assessmentMethods,
  type Claim,
  type CompetenceAssessment,
  type RequirementCompetence,
} from '../../src/capabilities/competence/model.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import { requirementIdSchema } from '../../src/domain/requirement.ts';
import { addDays } from '../../src/kernel/date.ts';
import type { CompetenceAssessmentId, RequirementCompetenceId } from '../../src/kernel/id.ts';
import { levels } from '../../src/kernel/level.ts';
import { randomSnapshots, someDay } from './snapshot.ts';

/** Few enough that they meet what the roles of random snapshots ask. */
const keys = [
  'security-awareness',
  'iso-requirements',
  'governance-leadership',
  'risk-governance',
  'resource-planning',
  'privacy',
  'asset-classification',
];
const requirements = ['5.3', 'A.5.3', 'A.8.8'].map((id) => requirementIdSchema.parse(id));

const id = (noun: string, index: number): string =>
  `00000000-0000-7000-8${noun}-${index.toString(16).padStart(12, '0')}`;
const day = fc.integer({ min: -900, max: 300 }).map((days) => addDays(someDay, days));
const level = fc.constantFrom(...levels);
const claims: fc.Arbitrary<Claim> = fc.constantFrom(null, 'confirmed' as const, 'declined' as const).map((verdict) => ({
  decision: verdict === null ? null : { userId: null, name: 'Somebody else', on: someDay, verdict, note: '' },
}));

/** Random small organizations whose people were judged, with requirements that ask for something of their own. */
export const judgedSnapshots = (): fc.Arbitrary<Snapshot> =>
  randomSnapshots().chain((snapshot) => {
    const people = snapshot.person.map((person) => person.id);
    const judgement = fc.record({
      personId: fc.constantFrom(...people),
      competence: fc.constantFrom(...keys),
      level,
      on: day,
      method: fc.constantFrom(...assessmentMethods),
      assessorId: fc.option(fc.constantFrom(...people)),
      reference: fc.constantFrom(null, 'Paper 7', 'Paper 7'),
      claim: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, claims),
      to: fc.option(day),
      refreshMonths: fc.option(fc.integer({ min: 1, max: 40 })),
    });
    const special = fc.record({
      requirementId: fc.constantFrom(...requirements),
      competence: fc.constantFrom(...keys),
      level,
      required: fc.boolean(),
    });
    return fc
      .record({
        judgements: fc.array(judgement, { minLength: 1, maxLength: 24 }),
        specials: fc.uniqueArray(special, {
          maxLength: 3,
          selector: ({ requirementId, competence }) => `${requirementId} ${competence}`,
        }),
      })
      .map(({ judgements, specials }): Snapshot => ({
        ...snapshot,
        competenceAssessment: judgements.map((one, index): CompetenceAssessment => ({
          ...one,
          id: id('0aa', index) as CompetenceAssessmentId,
          version: 1,
          assessorName: null,
          evidenceKind: null,
          evidenceIds: [],
          note: '',
          recordedBy: null,
        })),
        requirementCompetence: specials.map((one, index): RequirementCompetence => ({
          ...one,
          id: id('0ab', index) as RequirementCompetenceId,
          version: 1,
          reason: '',
          requestedBy: null,
          approval: null,
        })),
      }));
  });
