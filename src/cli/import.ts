import { parseMatrixDocument } from '../capabilities/accountability/matrix-document.ts';
import { planMatrixImport } from '../capabilities/accountability/matrix-import.ts';
import { looksLikeStatement, readStatement } from '../capabilities/applicability/statement-document.ts';
import { planStatementImport } from '../capabilities/applicability/statement-import.ts';
import { planCompetenceImport } from '../capabilities/competence-intake/competence-import.ts';
import { competenceSheets, readCompetences } from '../capabilities/competence-intake/competence-document.ts';
import { ofKind } from '../capabilities/competence-intake/intake-choice.ts';
import { planPublishedImport } from '../capabilities/competence/published-import.ts';
import { looksPublished, readPublished } from '../capabilities/competence/published-reading.ts';
import { planCatalogueImport } from '../capabilities/frameworks/catalogue-import.ts';
import { looksLikeCatalogue, readCatalogue } from '../capabilities/frameworks/catalogue-reading.ts';
import type { ImportQuestion, ImportReport, SourceNote } from '../capabilities/intake/model.ts';
import type { SourceDocument } from '../capabilities/intake/sheet.ts';
import { looksLikePeople } from '../capabilities/people/people-document.ts';
import { planPeople } from '../capabilities/people/people-import.ts';
import type { ChangeItem } from '../capabilities/trail/change.ts';
import type { Snapshot, TrailPosition } from '../capabilities/trail/snapshot.ts';
import { change, type ChangeResult } from '../capabilities/trail/store/change.ts';
import { writePlanned, type Planned } from '../capabilities/trail/store/planned.ts';
import { MusterError } from '../kernel/errors.ts';
import { choiceOption, dateOption, required, textOption, usage } from './argument.ts';
import type { Arguments, Command, Desk } from './command.ts';
import { competenceOptions } from './competence-option.ts';
import { documentAt } from './inspect.ts';
import { rowAnswers } from './row-answer.ts';

const kinds = ['people', 'rasci', 'applicability', 'catalogue', 'competence', 'training'] as const;

const wanted = {
  people: 'a list of people',
  rasci: 'a responsibility matrix',
  applicability: 'a statement of applicability',
  catalogue: 'a catalogue of requirements or of competences',
  competence: 'a table of competences',
  training: 'a register or programme of trainings',
} as const;

interface Plan {
  readonly items: readonly ChangeItem[];
  readonly report: Omit<ImportReport, 'file' | 'dryRun'>;
}

function planOf(document: SourceDocument, args: Arguments, snapshot: Snapshot, desk: Desk): Plan {
  const { clock } = desk;
  const { file, sheets } = document;
  const as = choiceOption(args, 'as', kinds);
  if ((as === 'catalogue' || as === undefined) && document.value !== undefined && looksPublished(document.value))
    return planPublishedImport(readPublished(file, document.value), snapshot, clock.newId);
  if (as === 'catalogue' || (as === undefined && document.value !== undefined && looksLikeCatalogue(document.value)))
    return planCatalogueImport(
      readCatalogue(file, document.value),
      snapshot.framework,
      textOption(args, 'key'),
      clock.newId,
    );
  if (as === 'applicability' || (as === undefined && looksLikeStatement(sheets))) {
    const statement = readStatement(sheets, { format: document.format, today: clock.today() });
    if ('refused' in statement) throw new MusterError({ code: 'unreadable', file, reason: statement.refused });
    return planStatementImport(statement, snapshot.applicability, clock.newId);
  }
  if (as === 'competence' || as === 'training') return competencePlan(document, as, args, snapshot, desk);
  const matrices = as === 'people' ? [] : parseMatrixDocument(document);
  if (matrices.length > 0) return planMatrixImport(matrices, snapshot, new Map(), clock.newId);
  const holds = competenceSheets(sheets, file);
  if (as === undefined && sheets.some((sheet) => holds(sheet, 'competence') || holds(sheet, 'training')))
    return competencePlan(document, undefined, args, snapshot, desk);
  const people = as === 'rasci' ? [] : sheets.filter(looksLikePeople);
  if (people.length > 0) {
    const answers = rowAnswers(textOption(args, 'answer'), snapshot.person);
    return planPeople(people, snapshot, { today: clock.today(), newId: clock.newId, name: file, answers });
  }
  const known = as === undefined ? Object.values(wanted).join(', or ') : wanted[as];
  throw new MusterError({ code: 'unreadable', file, reason: `no table in it is ${known}.` });
}

/** @throws MusterError `unreadable`; `usage` for a choice that cannot be meant */
function competencePlan(
  document: SourceDocument,
  as: 'competence' | 'training' | undefined,
  args: Arguments,
  snapshot: Snapshot,
  { clock, actor }: Desk,
): Plan {
  const today = clock.today();
  const on = dateOption(args, 'on') ?? today;
  if (on > today) throw usage(`--on takes today or an earlier day, not ${on}.`);
  const read = ofKind(readCompetences(document.sheets, document.file, today), as);
  if ('refused' in read) throw new MusterError({ code: 'unreadable', file: document.file, reason: read.refused });
  const choices = competenceOptions(args);
  return planCompetenceImport(read, snapshot, {
    name: document.file,
    today,
    on,
    newId: clock.newId,
    by: { userId: null, name: actor.name, personId: null },
    may: () => true,
    choices,
  });
}

const placed = ({ sheet, row, column, text, reason }: SourceNote): string =>
  `  ${sheet === undefined ? '' : `${sheet}, `}row ${row}${column === undefined ? '' : `, ${column}`}: ${reason} (${text})`;

const asked = ({ sheet, row, label, detail, candidates }: ImportQuestion): string =>
  [
    `  ${sheet === undefined ? '' : `${sheet}!`}${row}: is ${label}${detail === '' ? '' : ` (${detail})`} the same as`,
    ...candidates.map(
      (person) => `    ${person.label}${person.detail === '' ? '' : ` (${person.detail})`}: ${person.id}`,
    ),
  ].join('\n');

export const importCommand: Command = {
  usage: `import FILE [--as ${kinds.join('|')}] [--key KEY] [--answer ROW=PERSON|new|skip,…] [--on DATE] [--level STEP=LEVEL,…] [--name NAME=ID|KEY|new|ignore,…] [--new-competences] [--likely] [--dry-run]`,
  summary: 'brings a file into the organization, all of it or nothing; every row that is left out is named',
  options: {
    as: { type: 'string' },
    key: { type: 'string' },
    answer: { type: 'string' },
    on: { type: 'string' },
    level: { type: 'string' },
    name: { type: 'string' },
    'new-competences': { type: 'boolean' },
    likely: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  desk: true,
  async run(args, desk) {
    const document = await documentAt(required(args, 0, 'FILE'));
    const dryRun = args.values['dry-run'] === true;
    const reason = `Imported from ${document.file}`;
    const organizationId = desk.organization.id;
    const facts = (): Promise<Snapshot> => desk.facts.current(organizationId, null);
    const planOn = (snapshot: Snapshot) => ({ reason, ...planOf(document, args, snapshot, desk) });
    const write = ({ items }: Planned, expected: TrailPosition): Promise<ChangeResult> =>
      change(desk.db, desk.clock, { actor: desk.actor, organizationId, reason, items, expected });
    const { report } = dryRun ? planOn(await facts()) : (await writePlanned({ facts, write }, planOn)).plan;
    const json: ImportReport = { file: document.file, dryRun, ...report };
    const { taken, changed, unchanged, ignored, flagged, dropped } = json;
    const open = (json.questions ?? []).filter(({ answer }) => answer === null);
    const text = [
      `${document.file}: ${report.kind}${dryRun ? ', dry run' : ''}; ${taken} taken, ${changed} changed, ${unchanged} unchanged, ${ignored.length} ignored, ${flagged.length} flagged`,
      ...(ignored.length > 0 ? ['ignored', ...ignored.map(placed)] : []),
      ...(flagged.length > 0 ? ['flagged', ...flagged.map(placed)] : []),
      ...(open.length > 0 ? ['questions, answered with --answer ROW=PERSON|new|skip', ...open.map(asked)] : []),
      ...(dropped.length > 0
        ? ['dropped columns', ...dropped.map(({ column, reason }) => `  ${column}: ${reason}`)]
        : []),
    ].join('\n');
    return { json, text };
  },
};
