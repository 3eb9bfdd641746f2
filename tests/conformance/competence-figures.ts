import type { InspectedCompetences } from '../../src/capabilities/competence-intake/competence-inspection.ts';
import type { SourceDocument } from '../../src/capabilities/intake/sheet.ts';
import { inspectedOf } from '../../src/cli/inspect.ts';

/** The tables of competences and trainings of an inspection. */
export const read = (tables: readonly object[]): readonly InspectedCompetences[] =>
  tables.filter((table): table is InspectedCompetences => 'layout' in table);

/** What is compared of a table. */
export const figures = (document: SourceDocument): unknown =>
  read(inspectedOf(document).tables).map(({ layout, roles, persons, competences, cells }) => [
    layout,
    { roles, persons, competences, cells },
  ]);
export const scaleOf = (document: SourceDocument): unknown =>
  read(inspectedOf(document).tables).map(({ scale }) =>
    Object.fromEntries(scale.map(({ value, level }) => [value, level])),
  );
export const flags = (document: SourceDocument): readonly string[] =>
  read(inspectedOf(document).tables).flatMap(({ flaggedCells }) =>
    flaggedCells.map(({ row, column, text }) => `${row} ${column}: ${text}`),
  );
export const leftOut = (document: SourceDocument): readonly string[] =>
  read(inspectedOf(document).tables).flatMap(({ ignoredRows }) =>
    ignoredRows.map(({ row, reason }) => `${row}: ${reason}`),
  );
