import type { RequirementId } from '../../domain/requirement.ts';
import type { MeasureId, PersonId } from '../../kernel/id.ts';
import { acknowledgementsBy, campaignStanding } from '../awareness/campaign-standing.ts';
import type { AwarenessTopic } from '../awareness/model.ts';
import { topicCoverage } from '../awareness/topic-coverage.ts';
import type { Measure, Training } from '../training/model.ts';
import { dueAgain, effectOf, isOpen, isOverdue } from '../training/training-standing.ts';
import { explainCompetence } from './competence-explanation.ts';
import { inOrder, personFact, personSubject, type Rule, type RuleContext } from './gap.ts';
import type { Fact, Gap, RuleId, Subject } from './model.ts';
import { requirementsOf, type Resolution } from './resolution.ts';

/** Names that a sentence looks at, and trainings that a gap cites. */
const NAMED = 4;
const CITED = 500;

const trainingFacts = (trainings: readonly Training[]): readonly Fact[] =>
  trainings.slice(0, CITED).map(({ id }) => ({ register: 'training', id }));

/** A training that something is wrong with, and what a sentence says of it. */
interface Flagged {
  readonly training: Training;
  readonly measure: Measure;
  readonly text: string;
}

/** `training.overdue`: not done by its day, or to be repeated and nothing is planned (7.2 c). */
export const trainingOverdue: Rule = (context) => {
  const { snapshot, on } = context.resolution;
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  const flagged: Flagged[] = [];
  const latest = new Map<string, Training>();
  const planned = new Set<string>();
  for (const training of snapshot.training) {
    const measure = measures.get(training.measureId);
    if (measure === undefined) continue;
    const key = `${training.personId} ${measure.id}`;
    if (isOpen(training)) planned.add(key);
    if (isOverdue(training, on))
      flagged.push({ training, measure, text: explainCompetence.trainingDue(measure.name, training.due) });
    if (training.state !== 'completed' || training.completedOn === null) continue;
    const known = latest.get(key)?.completedOn ?? null;
    if (known === null || known < training.completedOn) latest.set(key, training);
  }
  for (const [key, training] of latest) {
    const measure = measures.get(training.measureId);
    const again = measure === undefined || measure.withdrawn ? null : dueAgain(training, measure);
    if (measure === undefined || again === null || again >= on || planned.has(key)) continue;
    flagged.push({ training, measure, text: explainCompetence.repeatDue(measure.name, again) });
  }
  return gapsOf('training.overdue', flagged, context, explainCompetence.overdue, explainCompetence.overdueOfAll);
};

/** `training.not-evaluated`: the day on which its effect was to be checked has come, and no result is recorded (7.2 c). */
export const trainingNotEvaluated: Rule = (context) => {
  const { snapshot, on } = context.resolution;
  const measures = new Map(snapshot.measure.map((measure) => [measure.id, measure]));
  const flagged = snapshot.training.flatMap((training): readonly Flagged[] => {
    const measure = measures.get(training.measureId);
    const { effectiveness } = training;
    if (measure === undefined || effectiveness === null || effectOf(training, on) !== 'due') return [];
    return [{ training, measure, text: explainCompetence.checkDue(measure.name, effectiveness.due) }];
  });
  const { notEvaluated, notEvaluatedOfAll } = explainCompetence;
  return gapsOf('training.not-evaluated', flagged, context, notEvaluated, notEvaluatedOfAll);
};

/** One gap for each person; for a measure that a whole audience does, one for the measure. */
function gapsOf(
  rule: RuleId,
  flagged: readonly Flagged[],
  { resolution }: RuleContext,
  ofPerson: (person: string, trainings: readonly string[]) => string,
  ofAll: (measure: string, people: readonly string[], total: number) => string,
): readonly Gap[] {
  const active = flagged.filter(({ training }) => resolution.people.get(training.personId)?.active === true);
  const shared = Map.groupBy(
    active.filter(({ measure }) => measure.audience !== null),
    ({ measure }) => measure.id,
  );
  const single = Map.groupBy(
    active.filter(({ measure }) => measure.audience === null),
    ({ training }) => training.personId,
  );
  const gap = (id: string, subject: Subject, some: readonly Flagged[], explanation: string): Gap => ({
    id: `${rule}:${id}`,
    rule,
    severity: 'minor',
    subject,
    requirements: depending(some, resolution),
    clause: '7.2',
    explanation,
    facts: trainingFacts(some.map(({ training }) => training)),
  });
  return [
    ...[...single].flatMap(([personId, some]): readonly Gap[] => {
      const person = resolution.people.get(personId)?.person;
      if (person === undefined) return [];
      const texts = some.map(({ text }) => text);
      const found = gap(personId, personSubject(person), some, ofPerson(person.name, texts));
      return [{ ...found, facts: [...found.facts, personFact(person)], fix: { kind: 'open-trainings', personId } }];
    }),
    ...[...shared].map(([measureId, some]) => ofMeasure(measureId, some)),
  ];

  function ofMeasure(measureId: MeasureId, some: readonly Flagged[]): Gap {
    const { id, name } = resolution.snapshot.organization;
    const people = [...new Set(some.map(({ training }) => training.personId))];
    const names = people.slice(0, NAMED).map((personId) => nameOf(personId, resolution));
    return {
      ...gap(
        measureId,
        { kind: 'organization', id, label: name },
        some,
        ofAll(some[0]?.measure.name ?? '', names, people.length),
      ),
      fix: { kind: 'open-trainings', personId: null },
    };
  }
}

const nameOf = (id: PersonId, { people }: Resolution): string => people.get(id)?.person.name ?? '';

/** The requirements of the roles that trainings are for. */
const depending = (some: readonly Flagged[], { roles }: Resolution): readonly RequirementId[] =>
  inOrder(
    [...new Set(some.flatMap(({ training: { roleId } }) => roleId ?? []))].flatMap((roleId) => {
      const staffing = roles.get(roleId);
      return staffing === undefined ? [] : requirementsOf(staffing, ['A', 'R']);
    }),
  );

const topicNames: Readonly<Record<AwarenessTopic, string | null>> = {
  policy: 'the security policy',
  contribution: 'what they contribute',
  consequences: 'what follows from not conforming',
  other: null,
};

/**
 * `awareness.incomplete`: an open campaign past its day that not all of its audience acknowledged; and, of an
 * organization that runs campaigns, what 7.3 a) to c) name and nobody acknowledged within a year.
 */
export const awarenessIncomplete: Rule = ({ resolution }) => {
  const { snapshot, on, activePeople } = resolution;
  const begun = snapshot.campaign.filter(({ state, from }) => state !== 'draft' && from <= on);
  if (begun.length === 0) return [];
  const { id, name } = snapshot.organization;
  const subject: Subject = { kind: 'organization', id, label: name };
  const acknowledged = acknowledgementsBy(snapshot.acknowledgement, on);
  const late = begun.flatMap((campaign): readonly Gap[] => {
    if (campaign.state !== 'open' || campaign.due >= on) return [];
    const standing = campaignStanding(resolution, campaign, acknowledged(campaign));
    if (!standing.overdue) return [];
    const open = standing.people.filter((one) => one.acknowledged === null).map(({ person }) => person.name);
    return [
      {
        id: `awareness.incomplete:${campaign.id}`,
        rule: 'awareness.incomplete',
        severity: 'minor',
        subject,
        requirements: [],
        clause: '7.3',
        explanation: explainCompetence.unacknowledged(
          campaign.title,
          campaign.due,
          open.slice(0, NAMED),
          open.length,
          standing.people.length,
        ),
        facts: [{ register: 'campaign', id: campaign.id }],
        fix: { kind: 'open-campaign', campaignId: campaign.id },
      },
    ];
  });
  // While a campaign still runs, what it tells is on its way.
  const underWay = new Set(begun.flatMap(({ state, due, topics }) => (state === 'open' && due >= on ? topics : [])));
  const untold = topicCoverage(resolution).flatMap(({ topic, people }) =>
    people === 0 && activePeople > 0 && !underWay.has(topic) ? (topicNames[topic] ?? []) : [],
  );
  if (untold.length === 0) return late;
  return [
    ...late,
    {
      id: `awareness.incomplete:topics:${id}`,
      rule: 'awareness.incomplete',
      severity: 'advice',
      subject,
      requirements: [],
      clause: '7.3',
      explanation: explainCompetence.topics(untold),
      facts: begun.slice(0, CITED).map((campaign): Fact => ({ register: 'campaign', id: campaign.id })),
      fix: { kind: 'open-campaign', campaignId: null },
    },
  ];
};
