import type { AtHand } from '../programme/at-hand.ts';
import type { ActionState, AnalysisVerdict, ProjectState } from '../programme/model.ts';
import { longDate } from './letter-text.ts';
import { reportCell as cell, type ReportCell, type ReportTable, type ReportText } from './report-text.ts';
import type { AnalysedRow, PlannedAction, ProjectMember, ResourceProject } from './resource-project.ts';

const stateTexts: { readonly [S in ProjectState]: string } = {
  analysis: 'Analysis',
  planning: 'Planning',
  execution: 'Execution',
  closed: 'Closed',
};
const verdictTexts: { readonly [V in AnalysisVerdict]: string } = {
  enough: 'Enough',
  partly: 'Partly',
  missing: 'Missing',
};
const actionTexts: { readonly [S in ActionState]: string } = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

const named = (letter: string, { names, more }: AtHand['accountable']): string =>
  names.length === 0 ? `${letter}: nobody` : `${letter}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;

const atHand = ({ accountable, responsible, hoursPerWeek, note }: AnalysedRow): string =>
  [
    named('A', accountable),
    named('R', responsible),
    ...(hoursPerWeek > 0 ? [`${hoursPerWeek} ${hoursPerWeek === 1 ? 'hour' : 'hours'} a week`] : []),
    ...(note === '' ? [] : [note]),
  ].join('\n');

const verdictCell = ({ verdict }: AnalysedRow): ReportCell =>
  verdict === null
    ? cell('Not judged', 'quiet')
    : cell(verdictTexts[verdict], verdict === 'enough' ? 'strong' : 'alarm');

const memberText = ({ name, state, roles }: ProjectMember): string => {
  if (state === 'ended') return `${name} (has left)`;
  return roles.length === 0 ? name : `${name} (${roles.join(', ')})`;
};

function stateOf({ state, closedOn, overdue }: PlannedAction): ReportCell {
  if (overdue) return cell(`${actionTexts[state]}, overdue`, 'alarm');
  return cell(closedOn === null ? actionTexts[state] : `${actionTexts[state]} on ${longDate(closedOn)}`);
}

function tablesOf({ groups, actions, progress }: ResourceProject): readonly ReportTable[] {
  const rows = groups.flatMap((group) => group.rows);
  const gaps = rows.filter(({ verdict }) => verdict === 'partly' || verdict === 'missing');
  const planned = Map.groupBy(
    actions.filter(({ state }) => state !== 'dropped'),
    ({ requirement }) => requirement,
  );
  const actionsFor = ({ requirement }: AnalysedRow): ReportCell => {
    const own = planned.get(requirement) ?? [];
    return own.length === 0
      ? cell('No action', 'alarm')
      : cell(own.map(({ title, owner, due }) => `${title} (${owner}, by ${longDate(due)})`).join('\n'));
  };
  return [
    {
      heading: 'Gaps',
      apart: true,
      lead:
        gaps.length === 0
          ? 'Nothing that was judged is missing.'
          : `${gaps.length} of ${progress.analysed} requirements judged lack something; ${progress.unplanned.length} of them have no action.`,
      columns: ['Requirement', 'Title', 'Verdict', 'What is missing', 'Action'],
      shares: [7, 19, 9, 35, 30],
      groups: [
        {
          heading: '',
          rows: gaps.map((row) => [
            cell(row.requirement, 'strong'),
            cell(row.title),
            verdictCell(row),
            cell(row.gap),
            actionsFor(row),
          ]),
        },
      ],
    },
    {
      heading: 'Plan',
      apart: false,
      lead: actions.length === 0 ? 'The plan has no action so far.' : 'Who does what by when.',
      columns: ['Action', 'Requirement', 'Owner', 'Due', 'State', 'Description'],
      shares: [25, 9, 15, 12, 13, 26],
      groups: [
        {
          heading: '',
          rows: actions.map((action) => [
            cell(action.title, 'strong'),
            cell(action.requirement ?? ''),
            action.ownerLeft ? cell(`${action.owner}, has left`, 'alarm') : cell(action.owner),
            cell(longDate(action.due)),
            stateOf(action),
            cell(action.description),
          ]),
        },
      ],
    },
    {
      heading: 'Analysis of the requirements',
      apart: true,
      lead: 'A: accountable, R: responsible, with the hours a week that are set aside for the roles of those responsible.',
      columns: ['Requirement', 'Title', 'Calls for', 'At hand', 'Verdict', 'What is missing'],
      shares: [7, 14, 37, 17, 8, 17],
      groups: groups.map(({ id, title, rows: own }) => ({
        heading: `${id} ${title}`,
        rows: own.map((row) => [
          cell(row.requirement, 'strong'),
          cell(row.title),
          cell(row.callsFor),
          cell(atHand(row)),
          verdictCell(row),
          cell(row.gap),
        ]),
      })),
    },
  ];
}

/** What the result of a project says, in words. */
export function resourceProjectText(document: ResourceProject): ReportText {
  const { project, progress, on } = document;
  const { verdicts, actions } = progress;
  const lines = ['Place and date', 'Signature'];
  return {
    heading: project.name,
    subtitle: 'Which resources the ISMS needs, what is at hand, what is missing, and who fills it by when',
    figures: [
      { figure: String(progress.analysed), label: `of ${progress.applicable} requirements judged`, loud: false },
      { figure: String(verdicts.enough), label: 'have enough', loud: false },
      { figure: String(verdicts.partly), label: 'have it in part', loud: false },
      { figure: String(verdicts.missing), label: 'lack it', loud: false },
      { figure: String(actions.done), label: `of ${actions.done + actions.open} actions done`, loud: false },
      {
        figure: String(progress.unplanned.length),
        label: 'gaps without an action',
        loud: progress.unplanned.length > 0,
      },
      { figure: String(actions.overdue), label: 'actions overdue', loud: actions.overdue > 0 },
    ],
    about: {
      heading: 'The project',
      facts: [
        ['Project', project.name],
        ...(project.purpose === '' ? [] : [['Purpose', project.purpose] as const]),
        ['State', stateTexts[project.state]],
        ['Project manager', memberText(project.manager)],
        ['Members', project.members.map(memberText).join('; ') || 'None'],
        ['First day', longDate(project.from)],
        ['Last day', project.lastDay === null ? 'Open' : longDate(project.lastDay)],
      ],
    },
    method: {
      heading: 'How it was done',
      paragraphs: [
        'Clause 7.1 asks the organization to determine and provide the resources that its ISMS needs. The project went through the clauses and controls that apply, one by one, and asked of each: what does it call for, what is at hand, and is that enough?',
        'What a requirement calls for began as a proposal: the roles that usually carry it, the competences of those roles, and the nature of a control or the documents of a clause. The team kept or changed it. What is at hand is read from the records of the organization: who answers, who does the work, and how many hours a week are set aside.',
        `Every verdict was given by a person. Where something is missing, an action says who fills it by when. People, hours and actions are told as of ${longDate(on)}; every change behind them stands in the organization's trail.`,
      ],
    },
    tables: tablesOf(document),
    signOff: {
      heading: 'Sign-off',
      lead: 'By signing, the project manager confirms the analysis and the plan, and top management that the resources are provided as planned.',
      signatures: [
        { label: 'Project manager', name: project.manager.name, lines },
        { label: 'For top management', name: '', lines },
      ],
    },
  };
}
