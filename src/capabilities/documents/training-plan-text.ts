import type { AwarenessTopic } from '../awareness/model.ts';
import type { Budget, QuarterBudget } from '../training/budget.ts';
import { longDate } from './letter-text.ts';
import { reportCell as cell, type ReportCell, type ReportTable, type ReportText } from './report-text.ts';
import type { PrintedPlan, PrintedTraining } from './training-plan.ts';
import {
  approvalCell,
  checkMethodTexts,
  effectCell,
  moneysText,
  moneyText,
  purposeText,
  stateCell,
} from './training-text.ts';

const topicTexts: { readonly [T in AwarenessTopic]: string } = {
  policy: '7.3 a: the information security policy',
  contribution: '7.3 b: the own contribution to the ISMS',
  consequences: '7.3 c: what follows from not conforming',
  other: 'Something else',
};

/** So many trainings and checks are printed; the workbook has all of them. */
export const MOST_PRINTED = 2_000;

const personCell = ({ person, left }: PrintedTraining): ReportCell =>
  left ? cell(`${person}, has left`, 'alarm') : cell(person, 'strong');

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The first so many of all groups together. */
function printedGroups(groups: PrintedPlan['groups']): PrintedPlan['groups'] {
  let room = MOST_PRINTED;
  return groups.flatMap(({ name, trainings }) => {
    const shown = trainings.slice(0, room);
    room -= shown.length;
    return shown.length === 0 ? [] : [{ name, trainings: shown }];
  });
}

const beyond = (count: number): string =>
  count > MOST_PRINTED ? ` The first ${MOST_PRINTED} are printed; the workbook lists all.` : '';

function planTable({ groups, figures, by }: PrintedPlan): ReportTable {
  const who = by === 'unit' ? 'Person' : 'Unit';
  return {
    heading: 'The plan',
    apart: true,
    lead:
      figures.open === 0
        ? 'No training is planned.'
        : `${counted(figures.open, 'training is', 'trainings are')} still to happen, what is due first at the top.${beyond(figures.open)}`,
    columns: [who, 'Measure', 'For', 'Due', 'State', 'Cost', 'Approved by'],
    shares: [15, 23, 21, 10, 13, 9, 15],
    groups: printedGroups(groups).map(({ name, trainings }) => ({
      heading: name ?? 'No unit',
      rows: trainings.map((training) => [
        by === 'unit'
          ? personCell(training)
          : training.left
            ? cell('has left', 'alarm')
            : cell(training.unit ?? '', 'quiet'),
        cell(training.measure, by === 'unit' ? 'plain' : 'strong'),
        cell(purposeText(training)),
        cell(longDate(training.due), training.overdue ? 'alarm' : 'plain'),
        stateCell(training),
        cell(training.cost === null ? '' : moneyText(training.cost)),
        approvalCell(training),
      ]),
    })),
  };
}

/** Every quarter of the two budgets, in order. */
export function quartersOf({ approved, asked }: Pick<PrintedPlan, 'approved' | 'asked'>): readonly {
  readonly quarter: string;
  readonly approved: QuarterBudget | undefined;
  readonly asked: QuarterBudget | undefined;
}[] {
  const of = (budget: Budget, quarter: string): QuarterBudget | undefined =>
    budget.quarters.find((one) => one.quarter === quarter);
  const quarters = new Set([...approved.quarters, ...asked.quarters].map(({ quarter }) => quarter));
  return [...quarters]
    .sort()
    .map((quarter) => ({ quarter, approved: of(approved, quarter), asked: of(asked, quarter) }));
}

const hoursText = (hours: number): string => (hours === 0 ? '' : hours.toLocaleString('en'));

function budgetTable(plan: PrintedPlan): ReportTable {
  const { approved, asked } = plan;
  const rows = quartersOf(plan);
  const rowOf = (
    title: string,
    some: Pick<Budget, 'costs' | 'hours'> | undefined,
    others: Pick<Budget, 'costs' | 'hours'> | undefined,
    look: ReportCell['look'],
  ): readonly ReportCell[] => [
    cell(title, 'strong'),
    cell(moneysText(some?.costs ?? []), look),
    cell(hoursText(some?.hours ?? 0), look),
    cell(moneysText(others?.costs ?? []), look),
    cell(hoursText(others?.hours ?? 0), look),
  ];
  return {
    heading: 'Budget',
    apart: false,
    lead:
      rows.length === 0
        ? 'Nothing is to be spent.'
        : 'Money and working hours of what is still to happen, in the quarter of its session or by when it is due. Costs of sessions as a whole are in it. Currencies are never added up.',
    columns: ['Quarter', 'Approved: cost', 'Approved: hours', 'Asked for: cost', 'Asked for: hours'],
    shares: [16, 24, 18, 24, 18],
    groups: [
      {
        heading: '',
        rows:
          rows.length === 0
            ? []
            : [
                ...rows.map((one) => rowOf(one.quarter.replace('-', ' '), one.approved, one.asked, 'plain')),
                rowOf('All', approved, asked, 'strong'),
              ],
      },
    ],
  };
}

const checkedBy = ({ check }: PrintedTraining): string =>
  check === null
    ? ''
    : [...(check.by === null ? [] : [check.by]), ...(check.on === null ? [] : [longDate(check.on)])].join(', ');

function checksTable({ checks }: PrintedPlan): ReportTable {
  return {
    heading: 'Did it work?',
    apart: false,
    lead:
      checks.length === 0
        ? 'No training has been completed whose effect is to be checked.'
        : `Clause 7.2 c asks whether the actions taken were effective. What waits for its check stands first.${beyond(checks.length)}`,
    columns: ['Person', 'Measure', 'For', 'Completed', 'Checked how', 'Result', 'By, on'],
    shares: [14, 20, 20, 10, 12, 12, 14],
    groups: [
      {
        heading: '',
        rows: checks
          .slice(0, MOST_PRINTED)
          .map((training) => [
            personCell(training),
            cell(training.measure),
            cell(purposeText(training)),
            cell(training.completedOn === null ? '' : longDate(training.completedOn)),
            cell(training.check === null ? '' : checkMethodTexts[training.check.method]),
            effectCell(training),
            cell(checkedBy(training)),
          ]),
      },
    ],
  };
}

function awarenessTable({ awareness }: PrintedPlan): ReportTable {
  return {
    heading: 'Awareness',
    apart: false,
    lead: 'How many of the people who work here have acknowledged, within the last twelve months, what clause 7.3 names.',
    columns: ['What of', 'People', 'By which campaigns'],
    shares: [30, 14, 56],
    groups: [
      {
        heading: '',
        rows: awareness
          .filter(({ topic, campaigns }) => topic !== 'other' || campaigns.length > 0)
          .map(({ topic, campaigns, people, of }) => [
            cell(topicTexts[topic], 'strong'),
            cell(`${people} of ${of}`, people < of ? 'alarm' : 'plain'),
            campaigns.length === 0 ? cell('None', 'quiet') : cell(campaigns.join(', ')),
          ]),
      },
    ],
  };
}

/** What the training plan says, in words. */
export function trainingPlanText(plan: PrintedPlan): ReportText {
  const { figures, approved, asked, on, by } = plan;
  const sum = (budget: Budget): string => moneysText(budget.costs).replaceAll('\n', ' + ') || 'none';
  return {
    heading: plan.title,
    subtitle: `Who learns what by when, for which competence, what it costs, and whether it worked, by ${by}`,
    figures: [
      { figure: String(figures.open), label: 'trainings still to happen', loud: false },
      { figure: String(figures.waiting), label: 'of these wait for approval', loud: false },
      { figure: String(figures.overdue), label: 'of these are overdue', loud: figures.overdue > 0 },
      { figure: String(figures.completed), label: 'completed so far', loud: false },
      ...(figures.unapproved === 0
        ? []
        : [{ figure: String(figures.unapproved), label: 'of these done without approval', loud: true }]),
      { figure: String(figures.checksDone), label: 'checked whether they worked', loud: false },
      { figure: String(figures.checksDue), label: 'checks of the effect are due', loud: figures.checksDue > 0 },
    ],
    about: {
      heading: 'The budget',
      facts: [
        ['Approved', sum(approved)],
        ['Hours approved', hoursText(approved.hours) || 'none'],
        ['Asked for', sum(asked)],
        ['Hours asked for', hoursText(asked.hours) || 'none'],
      ],
    },
    method: {
      heading: 'How it comes about',
      paragraphs: [
        'A training is planned where somebody lacks a competence that a role or requirement asks of them, where a certificate ends, and where everybody of an audience has to do a measure. Who asks for it, who is trained and who approves it are different people.',
        'The gap closes by a level that is shown afterwards with evidence, not by having attended. Some time later the effect is checked, by a method that was chosen beforehand.',
        `People, states and costs are told as of ${longDate(on)}; every change behind them stands in the organization's trail.`,
      ],
    },
    tables: [planTable(plan), budgetTable(plan), checksTable(plan), awarenessTable(plan)],
    signOff: null,
  };
}
