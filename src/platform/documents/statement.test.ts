import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { excluded, nordlicht } from '../../../tests/factories/matrix-snapshot.ts';
import { opened, pagesOf, tagsOf } from '../../../tests/factories/pdf.ts';
import { implementationStatuses, inclusionReasons } from '../../capabilities/applicability/model.ts';
import { readStatement } from '../../capabilities/applicability/statement-document.ts';
import { planStatementImport, type StatementImport } from '../../capabilities/applicability/statement-import.ts';
import { csvText } from '../../capabilities/documents/csv.ts';
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
const proofs = [
  { label: 'Access policy; version 3 – “final”', link: 'https://wiki.example/policy?a=1&b=2#top' },
  { label: '=HYPERLINK("x")', link: null },
  { label: 'سياسة الوصول', link: 'http://intranet.example/a' },
];
/** Every control but the last five with an entry; reasons that a sheet could spoil. */
const applicability = annexAControls.slice(0, 88).map((control, index) => ({
  ...excluded(index, control.id, reasons[index % reasons.length] ?? ''),
  applicable: index % 9 !== 4,
  status: implementationStatuses[index % 4] ?? 'planned',
  statusOn: index % 3 === 0 ? plainDate('2026-01-15') : null,
  reasons: inclusionReasons.filter((_, reason) => (index + reason) % 4 === 0),
  evidence: proofs.slice(0, index % 4),
}));
const document = statementOfApplicability({ ...nordlicht, applicability }, on);
const renderer = documentRenderer();
afterAll(() => renderer.close());

async function broughtBack(bytes: Uint8Array, name: string): Promise<StatementImport> {
  const { sheets, format } = await readDocument({ name, bytes });
  const reading = readStatement(sheets, { format, today: on });
  let count = 0;
  return planStatementImport(
    'refused' in reading ? { lines: [], dropped: [] } : reading,
    applicability,
    () => `new ${(count += 1)}`,
  );
}

describe('the statement goes out and comes back', () => {
  it.each(['xlsx', 'csv', 'docx'] as const)('as %s without a difference', async (format) => {
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

  /** Row (the headings are 0), column, what is written there, what the import then proposes. */
  const edits = [
    [1, 2, 'no', 'no'],
    [1, 4, 'We do not', 'We do not'],
    [2, 5, 'Implemented', 'implemented'],
    [10, 3, 'Law, Contract', 'Law, Contract'],
    [20, 4, 'A new law', 'A new law'],
    [30, 6, '2026-02-28', '2026-02-28'],
    [40, 9, '• New proof <https://wiki.example/new>', '• New proof <https://wiki.example/new>'],
    [50, 5, 'Partly implemented', 'partial'],
    [92, 2, 'no', 'no'],
    [93, 3, 'Good practice', 'Good practice'],
  ] as const;
  const proposed = ({ report }: StatementImport) =>
    report.rows.flatMap(({ changes }, at) => changes.map(({ to }) => [at + 1, to]));
  const expected = edits.map(([row, , , to]) => [row, to]);

  it('as a workbook in which ten cells were changed: exactly these ten', async () => {
    const { sheets } = await readXlsx(await renderer.renderDocument(document, 'xlsx', { paper: 'a4' }));
    const rows = (sheets[0]?.rows ?? []).map((row) => [...row]);
    for (const [row, column, value] of edits) rows[row]?.splice(column, 1, value);
    const plan = await broughtBack(await writeXlsx({ sheets: [{ name: 'Statement', rows }] }), 'edited.xlsx');
    expect(proposed(plan)).toEqual(expected);
    expect(plan.items.map(({ operation }) => operation)).toEqual([
      ...Array.from({ length: 7 }, () => 'update'),
      'create',
      'create',
    ]);
  });

  it('as CSV and as DOCX in which ten cells were changed: exactly these ten', async () => {
    const table = (
      await readDocument({ name: 'a.csv', bytes: await renderer.renderDocument(document, 'csv', { paper: 'a4' }) })
    ).sheets[0];
    const rows = (table?.rows ?? []).map(({ cells }) => [...cells]);
    for (const [row, column, value] of edits) rows[row]?.splice(column, 1, value);
    const csv = new TextEncoder().encode(csvText(rows.map((cells) => cells.map((cell) => cell.replace(/^'/u, '')))));
    expect(proposed(await broughtBack(csv, 'edited.csv'))).toEqual(expected);

    const docx = unzipSync(await renderer.renderDocument(document, 'docx', { paper: 'a4' }));
    const part = 'word/document.xml';
    let row = -1;
    const xml = strFromU8(docx[part] ?? new Uint8Array()).replace(/<w:tr>.*?<\/w:tr>/gu, (whole) => {
      row += 1;
      let column = -1;
      return whole.replace(/<w:tc>.*?<\/w:tc>/gu, (cell) => {
        column += 1;
        const edit = edits.find(([at, of]) => at === row && of === column);
        if (edit === undefined) return cell;
        const text = edit[2].replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        return `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
      });
    });
    const edited = zipSync({ ...docx, [part]: strToU8(xml) });
    expect(proposed(await broughtBack(edited, 'edited.docx'))).toEqual(expected);
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
