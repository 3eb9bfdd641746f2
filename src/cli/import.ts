import { parseMatrixDocument } from '../capabilities/accountability/matrix-document.ts';
import { planMatrixImport } from '../capabilities/accountability/matrix-import.ts';
import { looksLikeStatement, readStatement } from '../capabilities/applicability/statement-document.ts';
import { planStatementImport } from '../capabilities/applicability/statement-import.ts';
import { planCatalogueImport } from '../capabilities/frameworks/catalogue-import.ts';
import { looksLikeCatalogue, readCatalogue } from '../capabilities/frameworks/catalogue-reading.ts';
import type { ImportReport, SourceNote } from '../capabilities/intake/model.ts';
import type { SourceDocument } from '../capabilities/intake/sheet.ts';
import { looksLikePeople } from '../capabilities/people/people-document.ts';
import { planPeople } from '../capabilities/people/people-import.ts';
import type { ChangeItem } from '../capabilities/trail/change.ts';
import type { Snapshot } from '../capabilities/trail/snapshot.ts';
import { change } from '../capabilities/trail/store/change.ts';
import { MusterError } from '../kernel/errors.ts';
import { choiceOption, required, textOption } from './argument.ts';
import type { Command, Desk } from './command.ts';
import { documentAt } from './inspect.ts';

const kinds = ['people', 'rasci', 'applicability', 'catalogue'] as const;

const wanted = {
  people: 'a list of people',
  rasci: 'a responsibility matrix',
  applicability: 'a statement of applicability',
  catalogue: 'a catalogue of requirements',
} as const;

interface Plan {
  readonly items: readonly ChangeItem[];
  readonly report: Omit<ImportReport, 'file' | 'dryRun'>;
}

function planOf(
  document: SourceDocument,
  as: (typeof kinds)[number] | undefined,
  key: string | undefined,
  snapshot: Snapshot,
  { clock }: Desk,
): Plan {
  const { file, sheets } = document;
  if (as === 'catalogue' || (as === undefined && document.value !== undefined && looksLikeCatalogue(document.value)))
    return planCatalogueImport(readCatalogue(file, document.value), snapshot.framework, key, clock.newId);
  if (as === 'applicability' || (as === undefined && looksLikeStatement(sheets))) {
    const statement = readStatement(sheets);
    if ('refused' in statement) throw new MusterError({ code: 'unreadable', file, reason: statement.refused });
    return planStatementImport(statement, snapshot.applicability, clock.newId);
  }
  const matrices = as === 'people' ? [] : parseMatrixDocument(document);
  if (matrices.length > 0) return planMatrixImport(matrices, snapshot, new Map(), clock.newId);
  const people = as === 'rasci' ? [] : sheets.filter(looksLikePeople);
  if (people.length > 0) return planPeople(people, snapshot.person, clock.today(), clock.newId);
  const known = as === undefined ? Object.values(wanted).join(', or ') : wanted[as];
  throw new MusterError({ code: 'unreadable', file, reason: `no table in it is ${known}.` });
}

const placed = ({ sheet, row, column, text, reason }: SourceNote): string =>
  `  ${sheet === undefined ? '' : `${sheet}, `}row ${row}${column === undefined ? '' : `, ${column}`}: ${reason} (${text})`;

export const importCommand: Command = {
  usage: `import FILE [--as ${kinds.join('|')}] [--key KEY] [--dry-run]`,
  summary: 'brings a file into the organization, all of it or nothing; every row that is left out is named',
  options: { as: { type: 'string' }, key: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  desk: true,
  async run(args, desk) {
    const document = await documentAt(required(args, 0, 'FILE'));
    const snapshot = await desk.facts.current(desk.organization.id, null);
    const { items, report } = planOf(
      document,
      choiceOption(args, 'as', kinds),
      textOption(args, 'key'),
      snapshot,
      desk,
    );
    const dryRun = args.values['dry-run'] === true;
    if (!dryRun && items.length > 0) {
      const reason = `Imported from ${document.file}`;
      await change(desk.db, desk.clock, { actor: desk.actor, organizationId: desk.organization.id, reason, items });
    }
    const json: ImportReport = { file: document.file, dryRun, ...report };
    const { taken, changed, unchanged, ignored, flagged, dropped } = json;
    const text = [
      `${document.file}: ${report.kind}${dryRun ? ', dry run' : ''}; ${taken} taken, ${changed} changed, ${unchanged} unchanged, ${ignored.length} ignored, ${flagged.length} flagged`,
      ...(ignored.length > 0 ? ['ignored', ...ignored.map(placed)] : []),
      ...(flagged.length > 0 ? ['flagged', ...flagged.map(placed)] : []),
      ...(dropped.length > 0
        ? ['dropped columns', ...dropped.map(({ column, reason }) => `  ${column}: ${reason}`)]
        : []),
    ].join('\n');
    return { json, text };
  },
};
