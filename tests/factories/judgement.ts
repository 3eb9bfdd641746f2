import type { CompetenceAssessmentFields } from '../../src/capabilities/competence/model.ts';
import type { ItemOf } from '../../src/capabilities/trail/change.ts';
import { plainDate } from '../../src/kernel/date.ts';
import type { PersonId } from '../../src/kernel/id.ts';
import { levels } from '../../src/kernel/level.ts';
import { freshId } from './organization.ts';

type Creation = Extract<ItemOf<'competenceAssessment'>, { readonly operation: 'create' }> & {
  readonly fields: CompetenceAssessmentFields;
};

/** Somebody from outside found level 3 in risk assessment, in an interview in January 2026; it counts for good. */
export const newJudgement = (personId: PersonId, changes: Partial<CompetenceAssessmentFields> = {}): Creation => ({
  register: 'competenceAssessment',
  operation: 'create',
  id: freshId(),
  fields: {
    personId,
    competence: 'risk-assessment',
    level: levels[3],
    on: plainDate('2026-01-10'),
    method: 'interview',
    assessorId: null,
    assessorName: 'An assessor',
    evidenceKind: null,
    reference: null,
    evidenceIds: [],
    to: null,
    refreshMonths: null,
    note: '',
    recordedBy: null,
    claim: null,
    ...changes,
  },
});
