import { open } from 'node:fs/promises';
import path from 'node:path';
import { looksLikeStatement } from '../capabilities/applicability/statement-document.ts';
import { inspectDocument, type Inspection } from '../capabilities/accountability/inspection.ts';
import type { InspectedCompetences } from '../capabilities/competence-intake/competence-inspection.ts';
import { competenceSheets } from '../capabilities/competence-intake/competence-document.ts';
import type { InspectedPublished } from '../capabilities/competence/published-inspection.ts';
import type { InspectedCatalogue } from '../capabilities/frameworks/catalogue-inspection.ts';
import { recogniserOf, registerRecognisers } from '../capabilities/intake/recognition.ts';
import { looksLikePeople } from '../capabilities/people/people-document.ts';
import { MusterError, notFound } from '../kernel/errors.ts';
import { bounds, megabytes, tooLarge } from '../platform/files/bounds.ts';
import { readDocument } from '../platform/files/document.ts';
import type { SourceDocument } from '../capabilities/intake/sheet.ts';
import { required } from './argument.ts';
import type { Command } from './command.ts';

/** The bytes of a file, not read at all when it is too large. */
const bytesOf = async (file: string): Promise<Uint8Array> => {
  const handle = await open(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw notFound(`file "${file}"`);
    throw new MusterError({ code: 'unreadable', file, reason: 'it cannot be opened.' }, { cause: error });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new MusterError({ code: 'unreadable', file, reason: 'it is no file.' });
    const { size } = stat;
    if (size > bounds.fileBytes) throw tooLarge(path.basename(file), megabytes(size), megabytes(bounds.fileBytes));
    return await handle.readFile();
  } finally {
    await handle.close();
  }
};

/** Reads a document from disk. @throws MusterError `not-found`, `too-large` or `unreadable` */
export const documentAt = async (file: string): Promise<SourceDocument> =>
  readDocument({ name: path.basename(file), bytes: await bytesOf(file) });

/**
 * Recognises a document without a database.
 * @param file path of the document
 * @throws MusterError `not-found`, `too-large` or `unreadable`
 */
export const inspect = async (file: string): Promise<Inspection> => inspectedOf(await documentAt(file));

/** Recognises a document that was read, by all that Muster knows. */
export const inspectedOf = (document: SourceDocument): Inspection => {
  const holds = competenceSheets(document.sheets, document.file);
  return inspectDocument(document, [
    recogniserOf('competence', (sheet) => holds(sheet, 'competence')),
    recogniserOf('training', (sheet) => holds(sheet, 'training')),
    recogniserOf('people', looksLikePeople),
    recogniserOf('applicability', (sheet) => looksLikeStatement([sheet])),
    ...registerRecognisers,
  ]);
};

export const inspectCommand: Command = {
  usage: 'inspect FILE',
  summary: 'recognises a document and what is in it, without a database',
  options: {},
  desk: false,
  async run(args) {
    const found = await inspect(required(args, 0, 'FILE'));
    return { json: found, text: told(found) };
  },
};

/** The findings in words. */
function told({ file, kind, tables, problems, refused }: Inspection): string {
  const lines = tables.flatMap((table): readonly string[] => {
    if ('assessable' in table) return catalogueTold(table);
    if ('workRoles' in table) return publishedTold(table);
    if ('layout' in table) return competencesTold(table);
    if (!('matrixRows' in table)) return [`  ${table.kind}: ${table.columns.join(', ')}`];
    const letters = Object.entries(table.cells).map(([letter, count]) => `${letter} ${count}`);
    return [
      `  ${table.heading ?? table.sheet ?? 'matrix'}: ${table.matrixRows} rows, ${table.roleColumns.length} roles, ${letters.join(', ')}`,
      ...table.rowsWithoutAccountable.map((label) => `    nobody is accountable: ${label}`),
      ...table.rowsWithSeveralAccountable.map((label) => `    several are accountable: ${label}`),
      ...table.ignoredRows.map(({ row, text, reason }) => `    row ${row} left out (${reason}): ${text}`),
      ...table.flaggedCells.map(
        ({ row, column, text, reason }) => `    look at ${row}, ${column}: "${text}" (${reason})`,
      ),
    ];
  });
  const doubts = (problems ?? []).map(
    ({ sheet, row, reason }) => `  ${sheet === null ? '' : `${sheet}, `}row ${row}: ${reason}`,
  );
  return [`${file}: ${kind}`, ...(refused === undefined ? [] : [`  not taken: ${refused}`]), ...lines, ...doubts].join(
    '\n',
  );
}

const competencesTold = (table: InspectedCompetences): readonly string[] => [
  `  ${table.heading ?? table.sheet ?? table.kind}: ${table.layout ?? 'not read'}; ${table.rows} rows, ${table.cells} entries, ${table.roles} roles, ${table.persons} people, ${table.competences} competences, ${table.trainings} trainings`,
  ...(table.scale.length === 0
    ? []
    : [
        `    scale: ${table.scale.map(({ value, level }) => `${value === '' ? 'none said' : value} = ${level ?? '?'}`).join(', ')}`,
      ]),
  ...table.ignoredRows.map(({ row, text, reason }) => `    row ${row} left out (${reason}): ${text}`),
  ...table.flaggedCells.map(
    ({ row, column, text, reason }) => `    look at row ${row}, ${column}: "${text}" (${reason})`,
  ),
];

const catalogueTold = (table: InspectedCatalogue): readonly string[] => [
  `  ${table.name}${table.edition === null ? '' : `, ${table.edition}`} (${table.format}): ${table.requirements} entries, ${table.assessable} to assess, ${table.groups} headings`,
  ...table.leftOut.map(({ reference, title, reason }) => `    left out: ${reference} ${title} (${reason})`),
];

const publishedTold = (table: InspectedPublished): readonly string[] => [
  `  ${table.name}${table.edition === null ? '' : `, ${table.edition}`}: ${table.workRoles} work roles, ${table.areas} areas, ${table.knowledge} knowledge, ${table.skills} skills, ${table.competences} competences, ${table.tasks} tasks; ${table.leftOut} left out`,
  ...table.doubts.map(
    ({ reference, title, reason }) => `    look at ${reference}${title === '' ? '' : ` ${title}`}: ${reason}`,
  ),
  `  ${table.licence}`,
];
