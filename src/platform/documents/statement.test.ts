import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { excluded, nordlicht } from '../../../tests/factories/matrix-snapshot.ts';
import { opened, pagesOf, tagsOf } from '../../../tests/factories/pdf.ts';
import { implementationStatuses } from '../../capabilities/applicability/model.ts';
import { readStatement } from '../../capabilities/applicability/statement-document.ts';
import { planStatementImport, type StatementImport } from '../../capabilities/applicability/statement-import.ts';
import { statementOfApplicability } from '../../capabilities/documents/statement-of-applicability.ts';
import { annexAControls } from '../../domain/catalogue.ts';
import { plainDate } from '../../kernel/date.ts';
import { readDocument } from '../files/document.ts';
import { documentRenderer } from './render.ts';

const on = plainDate('2026-03-03');
const reasons = [
  'Customers ask.',
  '=1+1',
  'Zwei Zeilen:\nGesetz; "Vertrag", Risiko',
  '+49 is no formula',
  'Ł ß é Ω',
  '',
];
/** Every control but the last five with an entry; reasons that a sheet could spoil. */
const applicability = annexAControls.slice(0, 88).map((control, index) => ({
  ...excluded(index, control.id, reasons[index % reasons.length] ?? ''),
  applicable: index % 9 !== 4,
  status: implementationStatuses[index % 4] ?? 'planned',
}));
const document = statementOfApplicability({ ...nordlicht, applicability }, on);
const renderer = documentRenderer();
afterAll(() => renderer.close());

async function broughtBack(bytes: Uint8Array, name: string): Promise<StatementImport> {
  const reading = readStatement((await readDocument({ name, bytes })).sheets);
  let count = 0;
  return planStatementImport(
    'refused' in reading ? { lines: [], dropped: [] } : reading,
    applicability,
    () => `new ${(count += 1)}`,
  );
}

describe('the statement goes out and comes back', () => {
  it.each(['xlsx', 'csv'] as const)('as %s without a difference', async (format) => {
    const { items, report } = await broughtBack(
      await renderer.renderDocument(document, format, { paper: 'a4' }),
      `statement.${format}`,
    );
    expect(items).toEqual([]);
    expect([
      report.unchanged,
      report.ignored,
      report.flagged.every(({ reason }) => reason.startsWith('Left out')),
    ]).toEqual([93, [], true]);
  });

  it('as a workbook in which ten cells were changed: exactly these ten', async () => {
    const { sheets } = await readXlsx(await renderer.renderDocument(document, 'xlsx', { paper: 'a4' }));
    const [statement] = sheets;
    const rows = (statement?.rows ?? []).map((row) => [...row]);
    const edits = [
      [1, 2, 'no'],
      [1, 3, 'We do not'],
      [2, 4, 'Implemented'],
      [10, 4, 'Implemented'],
      [20, 3, 'A new law'],
      [30, 4, 'Not started'],
      [40, 3, 'Risk 7'],
      [50, 4, 'Partly implemented'],
      [92, 2, 'no'],
      [93, 3, 'Last'],
    ] as const;
    for (const [row, column, value] of edits) rows[row]?.splice(column, 1, value);
    const { items, report } = await broughtBack(
      await writeXlsx({ sheets: [{ name: 'Statement', rows }] }),
      'edited.xlsx',
    );
    expect(report.rows.flatMap(({ row, changes }) => changes.map(({ to }) => [row - 1, to]))).toEqual([
      [1, 'no'],
      [1, 'We do not'],
      [2, 'implemented'],
      [10, 'implemented'],
      [20, 'A new law'],
      [30, 'not-started'],
      [40, 'Risk 7'],
      [50, 'partial'],
      [92, 'no'],
      [93, 'Last'],
    ]);
    expect(items.map(({ operation }) => operation)).toEqual([
      ...Array.from({ length: 7 }, () => 'update'),
      'create',
      'create',
    ]);
  });
});

describe('the statement on paper', () => {
  it('is a tagged PDF/UA-1 with the trail on every page, whose controls are headers of their rows', async () => {
    const bytes = await renderer.renderDocument(document, 'pdf', { paper: 'a4' });
    await opened(bytes, async (pdf) => {
      const { info, metadata } = await pdf.getMetadata();
      expect(info).toMatchObject({
        Title: 'Statement of applicability · Nordlicht Präzisionstechnik GmbH',
        Language: 'en-GB',
      });
      expect(metadata?.get('pdfuaid:part')).toBe('1');
      const page = await pdf.getPage(2);
      expect(tagsOf(await page.getStructTree())).toEqual(expect.arrayContaining(['Table', 'THead', 'TR', 'TH', 'TD']));
    });
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Scope \/Row\n/g),
    ).toHaveLength(93);
    const pages = await pagesOf(bytes);
    for (const { text } of pages) expect(text).toContain(nordlicht.trail.hash);
    expect(pages.slice(1).flatMap(({ text }) => text.match(/A\.\d\.\d+ /g) ?? [])).toHaveLength(93);
  });

  it('is the same, byte for byte, from the same facts', async () => {
    const [a, b] = await Promise.all(
      ['pdf', 'pdf'].map((format) => renderer.renderDocument(document, format as 'pdf', { paper: 'letter' })),
    );
    expect(Buffer.compare(a ?? new Uint8Array(), b ?? new Uint8Array([1]))).toBe(0);
  });
});
