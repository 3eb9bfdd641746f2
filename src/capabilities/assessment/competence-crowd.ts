import { competenceStates, EXPIRY_NOTICE_DAYS } from '../competence/standing.ts';
import { explainCompetence } from './competence-explanation.ts';
import { ruleOf, severityOf, type Lacking } from './competence-severity.ts';
import type { AskedTally, RoleTally } from './competence-tally.ts';
import { inOrder, roleFact, roleSubject, type RuleContext } from './gap.ts';
import type { Fact, Gap } from './model.ts';
import { requirementsOf } from './resolution.ts';

/** One gap for each competence that people of a crowd do not prove, and one where proofs of it end soon. */
export const crowdGaps = (context: RuleContext): readonly Gap[] =>
  [...context.competence.roles().values()].flatMap((tally) =>
    tally.crowd && tally.people > 0 ? tally.asked.flatMap((asked) => gapsOf(tally, asked, context)) : [],
  );

function gapsOf(
  { staffing, people }: RoleTally,
  { asked, counts, cited, firstEnd }: AskedTally,
  { competence: judge, resolution: { on } }: RuleContext,
): readonly Gap[] {
  const { role } = staffing;
  const { competence, level, required: must } = asked;
  const name = judge.held().book.nameOf(competence);
  const lacking = people - counts.met - counts.expiring;
  const gap = (state: Lacking, explanation: string): Gap => ({
    id: `${ruleOf(state)}:${must ? '' : 'should:'}${role.id}:${competence}`,
    rule: ruleOf(state),
    severity: severityOf(state, must, firstEnd, on),
    subject: roleSubject(role),
    requirements: inOrder(requirementsOf(staffing, ['A', 'R'])),
    clause: '7.2',
    explanation,
    facts: [roleFact(role), ...cited[state].map((id): Fact => ({ register: 'competenceAssessment', id }))],
    ...(must ? { fix: { kind: 'plan-trainings', roleId: role.id } } : {}),
  });
  const worst = competenceStates.find((state) => state !== 'expiring' && counts[state] > 0);
  return [
    ...(lacking === 0 || worst === undefined || worst === 'met'
      ? []
      : [gap(worst, explainCompetence.crowd(role.name, name, level, must, lacking, people, counts))]),
    ...(must && counts.expiring > 0
      ? [
          gap(
            'expiring',
            explainCompetence.crowdExpiring(role.name, name, level, counts.expiring, people, EXPIRY_NOTICE_DAYS),
          ),
        ]
      : []),
  ];
}
