import { z } from 'zod';
import { rowAnswer } from '../../kernel/entity.ts';
import type { CompetenceAssessmentId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { proseSchema } from '../../kernel/text.ts';
import type { WaitingClaim } from './confirmation.ts';
import { competenceAssessmentFields, type CompetenceAssessment } from './model.ts';
import type { PersonCompetence } from './person-competence.ts';

const judgement = `${inOrganization}/judgements/{competenceAssessmentId}`;

export const personCompetenceRoutes = {
  personCompetence: defineRoute({
    id: 'personCompetence',
    method: 'GET',
    path: `${inOrganization}/people/{personId}/competence`,
    asOf: true,
    summary: 'What one person must be able to do, what they hold by what evidence, and every judgement so far.',
    access: 'organization',
    answer: answers<PersonCompetence>(),
    errors: ['invalid', 'not-found'],
  }),
  recordJudgement: defineRoute({
    id: 'recordJudgement',
    method: 'POST',
    path: `${inOrganization}/people/{personId}/judgements`,
    summary:
      'Writes down a judged level with its evidence. Members may judge themselves; what they record of themselves as a certificate counts once somebody else confirmed it. A lower level ends what said more.',
    access: 'organization',
    body: competenceAssessmentFields
      .omit({ personId: true, recordedBy: true, claim: true })
      .partial({ to: true, refreshMonths: true, evidenceKind: true, reference: true, evidenceIds: true, note: true })
      .partial({ assessorId: true, assessorName: true }),
    answer: rowAnswer<CompetenceAssessment>(competenceAssessmentFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  updateJudgement: defineRoute({
    id: 'updateJudgement',
    method: 'PATCH',
    path: judgement,
    summary: 'Adds evidence to a judgement, or says until when it counts. What was judged stays.',
    versioned: true,
    access: 'organization',
    body: competenceAssessmentFields
      .pick({
        to: true,
        refreshMonths: true,
        evidenceKind: true,
        reference: true,
        evidenceIds: true,
        note: true,
      })
      .partial(),
    answer: rowAnswer<CompetenceAssessment>(competenceAssessmentFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  waitingClaims: defineRoute({
    id: 'waitingClaims',
    method: 'GET',
    path: `${inOrganization}/judgements/waiting`,
    asOf: true,
    summary: 'What people recorded of themselves and the member may confirm: of who reports to them first.',
    access: 'organization',
    answer: answers<readonly WaitingClaim[]>(),
    errors: [],
  }),
  confirmJudgement: defineRoute({
    id: 'confirmJudgement',
    method: 'PUT',
    path: `${judgement}/confirmation`,
    summary:
      'Confirms or declines what somebody recorded of themself: the word of somebody else, without which it does not count.',
    versioned: true,
    access: 'organization',
    body: z.strictObject({ verdict: z.enum(['confirmed', 'declined']), note: proseSchema(500).default('') }),
    answer: rowAnswer<CompetenceAssessment>(competenceAssessmentFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  withdrawJudgement: defineRoute({
    id: 'withdrawJudgement',
    method: 'DELETE',
    path: judgement,
    summary: 'Takes back a judgement that was written down by mistake, by the account that wrote it.',
    versioned: true,
    access: 'organization',
    answer: answers<{ readonly id: CompetenceAssessmentId }>(),
    errors: ['forbidden', 'not-found', 'conflict'],
  }),
} as const;
