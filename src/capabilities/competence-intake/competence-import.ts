import { unreachable } from '../../kernel/errors.ts';
import type { ImportRow, SourceNote } from '../intake/model.ts';
import { finished, STEP_ROWS, type Steps } from '../intake/steps.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { CompetenceImportReport } from './contract.ts';
import { DefinitionPlan } from './definition-plan.ts';
import { HeldPlan } from './held-plan.ts';
import { ImportContext, type CompetenceImportOptions } from './import-context.ts';
import { isTemplate } from './intake-choice.ts';
import { levelScale } from './level-scale.ts';
import type { CompetenceDocument, ReadLine, ReadTable, Saying } from './parsed.ts';
import { keptScale, scaleItems, stepsIn } from './remembered-scale.ts';
import { RequiredPlan } from './required-plan.ts';
import { outcomeOf, type SayingEffect, type TakenEffect } from './saying-effect.ts';
import { stepCounts } from './step-count.ts';
import { TrainingPlan } from './training-import.ts';

export interface CompetenceImport {
  readonly items: readonly ChangeItem[];
  readonly report: Omit<CompetenceImportReport, 'file' | 'dryRun' | 'effect'>;
}

/** A heading such as IST or SQL is not to be taken for the letters of a column. */
const placeOf = (heading: string): string => (/^[A-Z]{1,3}$/u.test(heading) ? `column ${heading}` : heading);

const labelled = (table: ReadTable): string | undefined => table.sheet ?? undefined;

/** What importing a document of competences and trainings means. Every row of its tables is in exactly one of `rows` and `ignored`. */
export function planCompetenceImport(
  document: CompetenceDocument,
  snapshot: Snapshot,
  options: CompetenceImportOptions,
): CompetenceImport {
  return finished(planCompetenceImportSteps(document, snapshot, options));
}

/** The same, stopping now and then. */
export function* planCompetenceImportSteps(
  document: CompetenceDocument,
  snapshot: Snapshot,
  options: CompetenceImportOptions,
): Steps<CompetenceImport> {
  const mapping = keptScale(snapshot.columnMapping, document);
  const scale = levelScale(stepCounts(document), document.legend, options.choices.levels, stepsIn(mapping));
  const context = new ImportContext(snapshot, options, scale);
  const plans = {
    required: new RequiredPlan(context),
    held: new HeldPlan(context),
    training: new TrainingPlan(context),
    definition: new DefinitionPlan(context),
  };
  const effectOf = (saying: Saying, row: number): SayingEffect => {
    switch (saying.kind) {
      case 'required':
        return plans.required.take(saying, row);
      case 'held':
        return plans.held.take(saying);
      case 'definition':
        return plans.definition.take(saying);
      case 'measure':
        return plans.training.takeMeasure(saying);
      case 'training':
        return plans.training.take(saying);
      default:
        return unreachable(saying);
    }
  };
  const rows: ImportRow[] = [];
  const ignored: SourceNote[] = [];
  const flagged: SourceNote[] = [];
  const takeLine = (line: ReadLine, sheet: string | undefined): void => {
    const { row, label, said, notes } = line;
    flagged.push(...notes.map((note) => ({ sheet, ...note, column: placeOf(note.column) })));
    if ('reason' in said) {
      ignored.push({ sheet, row, text: label, reason: said.reason });
      return;
    }
    const taken: TakenEffect[] = [];
    const refused: SourceNote[] = [];
    for (const saying of said) {
      const effect = effectOf(saying, row);
      const column = 'column' in saying ? saying.column : undefined;
      if ('reason' in effect)
        refused.push({
          sheet,
          row,
          ...(column === undefined ? {} : { column: placeOf(column) }),
          text: label,
          reason: effect.reason,
        });
      else {
        taken.push(effect);
        if (effect.remark !== undefined)
          flagged.push({ sheet, row, column: column ?? label, text: label, reason: effect.remark });
      }
    }
    if (taken.length > 0) {
      rows.push({ sheet, row, label, outcome: outcomeOf(taken), changes: taken.flatMap(({ changes }) => changes) });
      flagged.push(...refused.map((note) => ({ ...note, column: note.column ?? label })));
      return;
    }
    const reasons = [...new Set(refused.map(({ reason }) => reason))];
    ignored.push({
      sheet,
      row,
      text: label,
      reason: reasons.length === 1 ? reasons.join(' ') : 'Nothing of it could be taken: see its cells.',
    });
    if (reasons.length > 1) flagged.push(...refused.map((note) => ({ ...note, column: note.column ?? label })));
  };
  for (const { lines } of document.tables)
    for (const { said } of lines)
      for (const saying of 'reason' in said ? [] : said) if (saying.kind === 'held') plans.held.reserve(saying);
  const of = document.tables.reduce((sum, { lines }) => sum + lines.length, 0);
  let done = 0;
  for (const table of document.tables)
    for (const line of table.lines) {
      if (done % STEP_ROWS === 0) yield { stage: 'comparing', done, of };
      takeLine(line, labelled(table));
      done += 1;
    }
  const count = (outcome: ImportRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  const training = document.tables.filter(({ kind }) => kind === 'training').length;
  const trainings = plans.training.items();
  return {
    items: [
      ...plans.definition.items(),
      ...plans.required.items(),
      ...trainings,
      ...plans.held.items(),
      ...(options.may('columnMapping') ? scaleItems(document, mapping, options.choices.levels, options) : []),
    ],
    report: {
      kind: training * 2 > document.tables.length ? 'training' : 'competence',
      taken: count('taken'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      rows,
      ignored,
      flagged,
      dropped: droppedOf(document),
      tables: document.tables.map(({ layout, sheet, heading, headerRow, lines }) => ({
        layout,
        sheet,
        heading,
        headerRow,
        rows: lines.length,
      })),
      scale,
      remembered: mapping === undefined ? null : { id: mapping.id, version: mapping.version, name: mapping.name },
      roles: [...context.roles.mapped.values()],
      competences: context.mappedCompetences(),
      people: context.mappedPeople(),
      measures: [...context.measures.mapped.values()],
      proposed: trainings.filter(isProposed).length,
    },
  };
}

const isProposed = (item: ChangeItem): boolean =>
  item.register === 'training' && item.operation === 'create' && item.fields.state === 'proposed';

function droppedOf(document: CompetenceDocument): CompetenceImportReport['dropped'] {
  const { tables, others } = document;
  const columns = new Map(tables.flatMap(({ dropped }) => dropped.map(({ column, reason }) => [column, reason])));
  const beside = others.map(({ sheet, row, text, reason }) => ({
    column: `${sheet === null || sheet === text ? '' : `${sheet}, `}row ${row}: ${text}`,
    reason,
  }));
  const template = isTemplate(document)
    ? [{ column: 'Everything', reason: 'The file is a template: nothing in it is filled in yet.' }]
    : [];
  return [...template, ...[...columns].map(([column, reason]) => ({ column, reason })), ...beside];
}
