import type { PlainDate } from '../../kernel/date.ts';
import { addDays } from '../../kernel/date.ts';
import type { JudgementShown } from '../competence/cell-detail.ts';
import type { AssessmentMethod } from '../competence/model.ts';
import type { CompetenceLine, JudgementRow } from '../competence/person-competence.ts';
import { competenceStateTexts } from './competence-matrix-text.ts';
import { isProven } from './competence-matrix.ts';
import type { CompetenceRecord } from './competence-record.ts';
import { longDate } from './letter-text.ts';
import { reportCell as cell, type ReportCell, type ReportTable, type ReportText } from './report-text.ts';
import { checkMethodTexts, effectCell, purposeText, stateCell } from './training-text.ts';

const methodTexts: { readonly [M in AssessmentMethod]: string } = {
  certificate: 'Certificate',
  qualification: 'Qualification',
  test: 'Test',
  interview: 'Interview',
  observed: 'Observed work',
  manager: "Manager's judgement",
  'third-party': 'Word of a third party',
  experience: 'Years of experience',
  training: 'Attended a training',
  self: 'Own word',
};

/** What became of what somebody recorded of themself. */
function claimText({ claim }: JudgementRow): string {
  if (claim === null) return '';
  if (claim.decision === null) return 'Recorded by themself, waits for confirmation';
  const { verdict, name, on } = claim.decision;
  return `Recorded by themself, ${verdict === 'confirmed' ? 'confirmed' : 'not confirmed'} by ${name}, ${longDate(on)}`;
}

/** The last day on which something counts. */
const untilText = (to: PlainDate | null): string => (to === null ? 'for good' : longDate(addDays(to, -1)));

const judgementText = (shown: JudgementShown | null): string =>
  shown === null
    ? ''
    : [
        `${methodTexts[shown.method]}, ${longDate(shown.on)}`,
        ...(shown.assessor === null ? [] : [`by ${shown.assessor}`]),
        ...(shown.reference === null ? [] : [shown.reference]),
        ...(shown.through === null ? [] : [`counts through ${shown.through}`]),
      ].join('\n');

const wordText = (shown: JudgementShown | null): string =>
  shown === null
    ? ''
    : `${shown.level} (${longDate(shown.on)}${shown.method === 'manager' && shown.assessor !== null ? `, ${shown.assessor}` : ''})`;

function untilCell({ face, until, judgement }: CompetenceLine): ReportCell {
  if (face.state === 'expired')
    return cell(judgement?.to === null || judgement === null ? 'ended' : `ended ${untilText(judgement.to)}`, 'alarm');
  if (!isProven(face)) return cell('');
  return cell(untilText(until), face.state === 'expiring' ? 'alarm' : 'plain');
}

const reasonsText = ({ reasons }: CompetenceLine): string =>
  reasons.map(({ name, level, must }) => `${name} (${level}${must ? '' : ', desirable'})`).join('\n');

const stateOf = ({ face }: CompetenceLine): ReportCell =>
  cell(competenceStateTexts[face.state], isProven(face) ? 'strong' : face.must ? 'alarm' : 'plain');

function neededTable({ needed }: CompetenceRecord): ReportTable {
  return {
    heading: 'What is needed, and what proves it',
    apart: true,
    lead:
      needed.length === 0
        ? 'No role and no requirement asks for a competence of this person.'
        : 'Required by roles held or deputized and by requirements answered for. A level is proven by evidence in date; the own word stands beside it and proves nothing.',
    columns: [
      'Competence',
      'For',
      'Required',
      'Proven',
      'State',
      'Counts until',
      'Rests on',
      'Own word',
      "Manager's word",
    ],
    shares: [17, 18, 7, 6, 11, 10, 18, 8, 11],
    groups: [
      {
        heading: '',
        rows: needed.map((line) => [
          cell(line.competenceName, 'strong'),
          cell(reasonsText(line)),
          cell(`${line.face.required ?? ''}${line.face.must ? '' : ', desirable'}`),
          cell(String(line.proven)),
          stateOf(line),
          untilCell(line),
          cell(judgementText(line.judgement)),
          cell(wordText(line.self)),
          cell(wordText(line.manager)),
        ]),
      },
    ],
  };
}

function furtherTable({ further }: CompetenceRecord): ReportTable {
  return {
    heading: 'Beyond what is needed',
    apart: false,
    lead: 'Judged at some time, and asked for by nothing on this day.',
    columns: ['Competence', 'Proven', 'Rests on', 'Own word', "Manager's word"],
    shares: [34, 8, 30, 12, 16],
    groups: [
      {
        heading: '',
        rows: further.map((line) => [
          cell(line.competenceName, 'strong'),
          cell(String(line.proven)),
          cell(judgementText(line.judgement)),
          cell(wordText(line.self)),
          cell(wordText(line.manager)),
        ]),
      },
    ],
  };
}

const countsCell = ({ ends, inDate }: JudgementRow): ReportCell =>
  inDate ? cell(untilText(ends)) : cell(`ended ${untilText(ends)}`, 'quiet');

function historyTable({ history, evidence }: CompetenceRecord): ReportTable {
  const numbers = new Map((evidence ?? []).map(({ id, number }) => [id, number]));
  const filesText = ({ evidenceIds }: JudgementRow): string =>
    evidence === null
      ? evidenceIds.length === 0
        ? ''
        : String(evidenceIds.length)
      : evidenceIds.flatMap((id) => numbers.get(id) ?? []).join(', ');
  return {
    heading: 'Every judgement',
    apart: false,
    lead:
      history.length === 0
        ? 'Nobody has judged anything yet.'
        : 'The latest first. Nothing is overwritten: a new judgement is a new row.',
    columns: ['Judged on', 'Competence', 'Level', 'Counts as', 'How', 'By', 'Reference', 'Files', 'Counts until'],
    shares: [10, 20, 6, 7, 12, 14, 15, 6, 12],
    groups: [
      {
        heading: '',
        rows: history.map((row) => [
          cell(longDate(row.on)),
          cell(row.competenceName, 'strong'),
          cell(String(row.level)),
          cell(String(row.proven), row.proven < row.level ? 'alarm' : 'plain'),
          cell([methodTexts[row.method], claimText(row)].filter((part) => part !== '').join('\n')),
          cell(row.assessor ?? ''),
          cell(row.reference ?? ''),
          cell(filesText(row)),
          countsCell(row),
        ]),
      },
    ],
  };
}

/** `1.4 MB`, `320 kB`. */
const sizeText = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`;

function evidenceTable({ evidence }: CompetenceRecord): ReportTable {
  return {
    heading: 'Files of evidence',
    apart: false,
    lead:
      evidence === null
        ? 'Left out: who asked for this document may not read the files about this person.'
        : evidence.length === 0
          ? 'No file is kept about this person.'
          : 'Each file is kept by its content: whoever has the file can check it against the SHA-256 here and in the trail.',
    columns: ['File', 'Name', 'Size', 'Kept since', 'SHA-256'],
    shares: [5, 35, 8, 14, 38],
    groups: [
      {
        heading: '',
        rows: (evidence ?? []).map(({ number, name, bytes, uploadedOn, sha256 }) => [
          cell(number, 'strong'),
          cell(name),
          cell(sizeText(bytes)),
          cell(longDate(uploadedOn)),
          cell(`${sha256.slice(0, 32)}\n${sha256.slice(32)}`, 'quiet'),
        ]),
      },
    ],
  };
}

function trainingsTable({ trainings }: CompetenceRecord): ReportTable {
  return {
    heading: 'Trainings',
    apart: false,
    lead:
      trainings.length === 0
        ? 'No training is planned or was done.'
        : 'What was done and what is planned, and whether it worked (7.2 c).',
    columns: ['Measure', 'For', 'Due', 'State', 'Checked how', 'Effect'],
    shares: [28, 24, 12, 14, 11, 11],
    groups: [
      {
        heading: '',
        rows: trainings.map((training) => [
          cell(training.measure, 'strong'),
          cell(purposeText(training)),
          cell(longDate(training.due), training.overdue ? 'alarm' : 'plain'),
          stateCell(training),
          cell(training.check === null ? '' : checkMethodTexts[training.check.method]),
          training.state === 'completed' ? effectCell(training) : cell(''),
        ]),
      },
    ],
  };
}

function engagementText({ person: { from, lastDay, external } }: CompetenceRecord): string {
  const kind = external ? 'From outside' : 'Own staff';
  const since = from === null ? '' : `, since ${longDate(from)}`;
  return `${kind}${since}${lastDay === null ? '' : `, until ${longDate(lastDay)}`}`;
}

/** What the record of one person says, in words. */
export function competenceRecordText(record: CompetenceRecord): ReportText {
  const { person, roles, needed, further, on } = record;
  const musts = needed.filter(({ face }) => face.must);
  const count = (...states: readonly CompetenceLine['face']['state'][]): number =>
    musts.filter(({ face }) => states.includes(face.state)).length;
  const open = musts.length - count('met', 'expiring');
  return {
    heading: person.name,
    subtitle: 'What this person must be able to do, what proves it and until when, and how they were trained',
    figures: [
      { figure: String(count('met', 'expiring')), label: `of ${musts.length} required levels are proven`, loud: false },
      { figure: String(count('expiring')), label: 'of these end within 90 days', loud: false },
      { figure: String(open), label: 'are not proven', loud: open > 0 },
      { figure: String(count('expired')), label: 'of these were proven before', loud: count('expired') > 0 },
      { figure: String(record.history.length), label: 'judgements so far', loud: false },
      {
        figure: String(record.trainings.filter(({ state }) => state === 'completed').length),
        label: `of ${record.trainings.length} trainings completed`,
        loud: false,
      },
    ],
    about: {
      heading: 'The person',
      facts: [
        ['Name', person.name],
        ...(person.jobTitle === null ? [] : [['Position', person.jobTitle] as const]),
        ...(person.unit === null ? [] : [['Unit', person.unit] as const]),
        ...(person.manager === null ? [] : [['Manager', person.manager] as const]),
        ['Engaged', engagementText(record)],
        ['Roles', roles.join(', ') || 'None'],
      ],
    },
    method: {
      heading: 'How it is judged',
      paragraphs: [
        'Clause 7.2 asks that people are competent on the basis of education, training or experience, and that evidence of it is kept. Levels run from 0 (none) to 5 (authority).',
        "A certificate, qualification or test counts with its paper; an interview, observed work or a manager's judgement by the name of another person; years of experience and attendance prove guided work at most; the own word proves nothing, and what somebody recorded of themself counts once somebody else confirmed it.",
        `What is required and proven is told as of ${longDate(on)}; every judgement stands in the organization's trail.`,
      ],
    },
    tables: [
      neededTable(record),
      ...(further.length === 0 ? [] : [furtherTable(record)]),
      historyTable(record),
      evidenceTable(record),
      trainingsTable(record),
    ],
    signOff: null,
  };
}
