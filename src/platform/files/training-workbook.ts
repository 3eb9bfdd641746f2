import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import type { Paper } from '../../capabilities/documents/model.ts';
import type { ReportCell, ReportTable } from '../../capabilities/documents/report-text.ts';
import { quartersOf, trainingPlanText } from '../../capabilities/documents/training-plan-text.ts';
import type { PrintedPlan, PrintedTraining } from '../../capabilities/documents/training-plan.ts';
import {
  approvalCell,
  checkMethodTexts,
  digitsOf,
  effectCell,
  stateCell,
} from '../../capabilities/documents/training-text.ts';
import type { Money } from '../../kernel/money.ts';
import { factsSheet, font, headerFooter, pageSetup, propertiesOf, SheetCells, styles } from './document-sheet.ts';

type Written = readonly [CellValue, CellStyle];

const text = (value: CellValue): Written => [value === '' ? null : value, styles.text];
const looks: { readonly [L in ReportCell['look']]: CellStyle } = {
  plain: styles.text,
  strong: styles.number,
  quiet: styles.quiet,
  alarm: styles.alarm,
};
const said = ({ text: value, look }: ReportCell): Written => [value === '' ? null : value, looks[look]];

/** A number to add up, and the currency beside it. */
const amount = (cost: Money | null): readonly [Written, Written] =>
  cost === null ? [text(null), text(null)] : [text(cost.minor / 10 ** digitsOf(cost.currency)), text(cost.currency)];

function sheetOf(
  document: PrintedPlan,
  paper: Paper,
  name: string,
  columns: readonly (readonly [heading: string, width: number])[],
  rows: readonly (readonly Written[])[],
): WriteSheet {
  const sheet = new SheetCells();
  sheet.add(...columns.map(([heading]) => [heading, styles.heading] as const));
  for (const row of rows) sheet.add(...row);
  return {
    name,
    rows: sheet.rows,
    cells: sheet.cells,
    columns: columns.map(([, width]) => ({ width })),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${String.fromCharCode(64 + columns.length)}${sheet.rows.length}` },
    pageSetup: pageSetup(paper, {}),
    headerFooter: headerFooter(document),
  };
}

const about = ({ person, unit, measure, role, competence, level }: PrintedTraining): readonly Written[] => [
  [person, styles.number],
  text(unit),
  text(measure),
  text(competence),
  text(level),
  text(role),
];
const aboutColumns = [
  ['Person', 26],
  ['Unit', 18],
  ['Measure', 40],
  ['Competence', 34],
  ['Level', 7],
  ['Role', 30],
] as const;

const planRow = (training: PrintedTraining): readonly Written[] => [
  ...about(training),
  text(training.due),
  said(stateCell(training)),
  ...amount(training.cost),
  text(training.hours),
  said(approvalCell(training)),
];

const checkRow = (training: PrintedTraining): readonly Written[] => [
  ...about(training),
  text(training.completedOn),
  text(training.check === null ? null : checkMethodTexts[training.check.method]),
  text(training.check?.due ?? null),
  said(effectCell(training)),
  text(training.check?.by ?? null),
  text(training.check?.on ?? null),
];

/** One row for each quarter, state and currency; a quarter that takes hours only has no currency. */
function budgetRows(plan: PrintedPlan): readonly (readonly Written[])[] {
  return quartersOf(plan).flatMap(({ quarter, approved, asked }) =>
    (
      [
        ['approved', approved],
        ['asked for', asked],
      ] as const
    ).flatMap(([state, budget]) =>
      budget === undefined
        ? []
        : (budget.costs.length === 0 ? [null] : budget.costs).map((cost, at): readonly Written[] => [
            [quarter, styles.number],
            text(state),
            ...amount(cost),
            // Hours belong to no currency: they stand once.
            text(at === 0 ? budget.hours : null),
          ]),
    ),
  );
}

const tableRows = ({ groups }: ReportTable): readonly (readonly Written[])[] =>
  groups.flatMap(({ rows }) => rows.map((row) => row.map(said)));

/**
 * The training plan as a workbook with the sheets Plan, Budget, Effect, Awareness and Facts; costs and hours are numbers.
 * The same document gives the same bytes.
 */
export async function trainingWorkbook(document: PrintedPlan, paper: Paper): Promise<Uint8Array> {
  const awareness = trainingPlanText(document).tables.at(-1);
  const trainings = document.groups.flatMap((group) => group.trainings);
  return await writeXlsx({
    sheets: [
      sheetOf(
        document,
        paper,
        'Plan',
        [...aboutColumns, ['Due', 12], ['State', 26], ['Cost', 12], ['Currency', 9], ['Hours', 8], ['Approved by', 34]],
        trainings.map(planRow),
      ),
      sheetOf(
        document,
        paper,
        'Budget',
        [
          ['Quarter', 12],
          ['State', 14],
          ['Cost', 14],
          ['Currency', 9],
          ['Hours', 10],
        ],
        budgetRows(document),
      ),
      sheetOf(
        document,
        paper,
        'Effect',
        [
          ...aboutColumns,
          ['Completed', 12],
          ['Checked how', 22],
          ['Check due', 12],
          ['Result', 24],
          ['By', 24],
          ['On', 12],
        ],
        document.checks.map(checkRow),
      ),
      sheetOf(
        document,
        paper,
        'Awareness',
        [
          ['What of', 44],
          ['People', 14],
          ['By which campaigns', 80],
        ],
        awareness === undefined ? [] : tableRows(awareness),
      ),
      factsSheet(document),
    ],
    properties: propertiesOf(document),
    defaultFont: font,
  });
}
