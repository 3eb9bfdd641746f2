import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { Level } from '../../kernel/level.ts';
import type { AssessmentMethod } from '../competence/model.ts';
import type { CompetenceState } from '../competence/standing.ts';
import { count, letterNames, listed, some } from './explanation.ts';

/** What the assessment says of competence, training and awareness; shaped as `explain` is. */

const methodNames: Readonly<Record<AssessmentMethod, string>> = {
  certificate: 'certificate',
  qualification: 'qualification',
  test: 'test',
  interview: 'interview',
  observed: 'observed work',
  manager: 'the manager’s word',
  'third-party': 'a third party',
  experience: 'experience',
  training: 'training',
  self: 'self-assessment',
};

/** A judgement as a sentence cites it. */
export interface CitedJudgement {
  readonly method: AssessmentMethod;
  readonly level: Level;
  readonly on: PlainDate;
  readonly by: string | null;
  /** The first day on which it no longer counts. */
  readonly to: PlainDate | null;
}

/** One competence that is asked of somebody, and how it stands. */
export interface CitedNeed {
  readonly name: string;
  readonly level: Level;
  readonly proven: Level;
  readonly judgement: CitedJudgement | null;
}

const CITED = 6;

const cited = ({ method, on, by }: CitedJudgement): string =>
  `${methodNames[method]} on ${on}${by === null ? '' : ` by ${by}`}`;

function needText(state: CompetenceState, { name, level, proven, judgement }: CitedNeed): string {
  const asked = `${name} at level ${level}`;
  if (judgement === null) return asked;
  const last = judgement.to === null ? null : addDays(judgement.to, -1);
  switch (state) {
    case 'below':
      return proven > 0
        ? `${asked} (proves ${proven}: ${cited(judgement)})`
        : `${asked} (${judgement.level} is claimed: ${cited(judgement)})`;
    case 'expired':
      return `${asked} (${judgement.level < level ? `level ${judgement.level}: ` : ''}${cited(judgement)}${last === null ? '' : `, counted until ${last}`})`;
    case 'expiring':
      return `${asked} (${cited(judgement)}${last === null ? '' : `, counts until ${last}`})`;
    case 'no-evidence':
      return `${asked} (${cited(judgement)})`;
    case 'missing':
    case 'met':
      return asked;
  }
}

const tails: Readonly<Record<Exclude<CompetenceState, 'met'>, string>> = {
  missing: 'nothing is recorded of it',
  below: 'less is recorded',
  expired: 'the proof is no longer in date',
  'no-evidence': 'nothing proves it',
  expiring: 'the proof ends soon',
};

/** Through what something is asked of somebody: `As Risk manager`, `For A.8.8`. */
const through = (roles: readonly string[], requirements: readonly string[]): string =>
  [
    ...(roles.length === 0 ? [] : [`As ${listed(roles)}`]),
    ...(requirements.length === 0 ? [] : [`${roles.length === 0 ? 'For' : 'for'} ${listed(requirements)}`]),
  ].join(' and ');

/** People of a role in each state. */
export type StateCounts = Readonly<Record<CompetenceState, number>>;

const countTexts: readonly (readonly [CompetenceState, (number: number) => string])[] = [
  ['missing', (number) => `${number} ${number === 1 ? 'has' : 'have'} nothing recorded`],
  ['below', (number) => `${number} ${number === 1 ? 'is' : 'are'} below`],
  ['expired', (number) => `of ${number} the proof has expired`],
  ['no-evidence', (number) => `${number} ${number === 1 ? 'has' : 'have'} no evidence`],
];

const items = (all: readonly string[]): string =>
  all.length > CITED ? `${all.slice(0, CITED).join('; ')}; and ${all.length - CITED} more` : all.join('; ');

export const explainCompetence = {
  lacking: (
    state: Exclude<CompetenceState, 'met'>,
    must: boolean,
    person: string,
    roles: readonly string[],
    requirements: readonly string[],
    needs: readonly CitedNeed[],
  ): string =>
    `${through(roles, requirements)}, ${person} ${must ? 'needs' : 'would do well to have'} ${items(needs.map((need) => needText(state, need)))}: ${tails[state]}.`,
  crowd: (role: string, name: string, level: Level, must: boolean, lacking: number, all: number, counts: StateCounts) =>
    `${lacking} of ${count(all, 'person', 'people')} in ${role} ${lacking === 1 ? 'does' : 'do'} not prove ${name} at level ${level}${must ? '' : ', which is desirable'}: ${countTexts
      .flatMap(([state, text]) => (counts[state] > 0 ? [text(counts[state])] : []))
      .join(', ')}.`,
  crowdExpiring: (role: string, name: string, level: Level, soon: number, all: number, days: number): string =>
    `${soon} of ${count(all, 'person', 'people')} in ${role} ${soon === 1 ? 'proves' : 'prove'} ${name} at level ${level} for no more than ${days} days from now.`,
  notDetermined: (role: string, people: number, rows: number): string =>
    `No competence is required of who holds ${role}, which ${people === 0 ? 'nobody holds' : count(people, 'person holds', 'people hold')} and ${count(rows, 'requirement rests', 'requirements rest')} on: determine what it takes.`,
  isoKnowledge: (name: string, level: Level): string =>
    `Nobody proves ${name} at level ${level} with evidence in date: that somebody knows the standard is among the first things an auditor checks.`,
  notApproved: (what: readonly string[], total: number): string =>
    `Required competences were set and no second person has approved them: ${listed(what, total)}.`,
  overdue: (person: string, trainings: readonly string[]): string =>
    `${count(trainings.length, 'training of', 'trainings of')} ${person} ${trainings.length === 1 ? 'is' : 'are'} overdue: ${items(trainings)}.`,
  overdueOfAll: (measure: string, people: readonly string[], total: number): string =>
    `The training "${measure}" is overdue for ${count(total, 'person', 'people')}: ${listed(people, total)}.`,
  trainingDue: (measure: string, due: PlainDate): string => `"${measure}" was due on ${due}`,
  repeatDue: (measure: string, due: PlainDate): string => `"${measure}" was to be repeated by ${due}`,
  notEvaluated: (person: string, trainings: readonly string[]): string =>
    `Whether training helped ${person} was to be checked and is not recorded: ${items(trainings)}.`,
  notEvaluatedOfAll: (measure: string, people: readonly string[], total: number): string =>
    `Whether the training "${measure}" helped was to be checked and is not recorded for ${count(total, 'person', 'people')}: ${listed(people, total)}.`,
  checkDue: (measure: string, due: PlainDate): string => `"${measure}", to be checked from ${due}`,
  unacknowledged: (title: string, due: PlainDate, names: readonly string[], open: number, all: number): string =>
    `The campaign "${title}" was due on ${due}, and ${open} of ${count(all, 'person', 'people')} have not acknowledged it: ${listed(names, open)}.`,
  topics: (missing: readonly string[]): string =>
    `No campaign of the last 12 months told people about ${listed(missing)}.`,

  nobody: (): string => 'Nobody acts for it, so nobody can be competent.',
  notAsked: (reason: string): string => `This organization does not ask for proof of competence: ${reason}`,
  nothingAsked: (bearers: readonly string[]): string =>
    `No competence is required of ${listed(bearers)}, so none can be judged: determine what it takes.`,
  noneAble: (letter: 'A' | 'R', people: number, names: readonly string[]): string =>
    people === 1
      ? `${listed(names)} is ${letterNames[letter]} and does not prove what is required.`
      : `None of the ${people} people who are ${letterNames[letter]} proves all that is required (${listed(names, people)}).`,
  someUnable: (letter: 'A' | 'R', failing: number, people: number, names: readonly string[]): string =>
    `${failing} of the ${count(people, 'person', 'people')} who are ${letterNames[letter]} ${failing === 1 ? 'does' : 'do'} not prove all that is required (${listed(names, failing)}).`,
  soon: (letter: 'A' | 'R', names: readonly string[]): string =>
    `All who are ${letterNames[letter]} prove what is required, but the proof of ${some(names)} ends soon.`,
  wanting: (letter: 'A' | 'R', names: readonly string[]): string =>
    `All who are ${letterNames[letter]} prove what they must; ${some(names)} ${names.length === 1 ? 'lacks' : 'lack'} something desirable.`,
  able: (letter: 'A' | 'R', people: number): string =>
    `${people === 1 ? 'Who' : `All ${people} people who`} ${people === 1 ? 'is' : 'are'} ${letterNames[letter]} ${people === 1 ? 'proves' : 'prove'} what is required, with evidence in date.`,
} as const;
