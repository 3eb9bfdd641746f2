import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { accountability, appointment, excluded, nordlicht, person } from '../../../tests/factories/matrix-snapshot.ts';
import { opened, pagesOf, tagsOf } from '../../../tests/factories/pdf.ts';
import { parseMatrixDocument } from '../../capabilities/accountability/matrix-document.ts';
import { accountabilityMatrix } from '../../capabilities/documents/accountability-matrix.ts';
import type { MatrixDocument } from '../../capabilities/documents/matrix-document.ts';
import { plainDate } from '../../kernel/date.ts';
import { readDocument } from '../files/document.ts';
import { documentRenderer } from './render.ts';

const on = plainDate('2026-03-03');
const document = accountabilityMatrix(nordlicht, on);
const renderer = documentRenderer();
afterAll(() => renderer.close());

const pdfOf = (of: MatrixDocument, paper: 'a4' | 'letter' = 'a4'): Promise<Uint8Array> =>
  renderer.renderDocument(of, 'pdf', { paper });

test('the full matrix is a tagged PDF/UA-1 with title, language and the date of its facts', async () => {
  const bytes = await pdfOf(document);
  await opened(bytes, async (pdf) => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Accountability matrix · Nordlicht Präzisionstechnik GmbH',
      Author: 'Nordlicht Präzisionstechnik GmbH',
      Language: 'en-GB',
    });
    expect(String('CreationDate' in info ? info.CreationDate : '')).toMatch(/^D:20260303/);
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    expect(await pdf.getMarkInfo()).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    );
    const page = await pdf.getPage(2);
    const tags = tagsOf(await page.getStructTree());
    expect(tags).toEqual(expect.arrayContaining(['Table', 'THead', 'TBody', 'TR', 'TH', 'TD']));
  });
  const source = Buffer.from(bytes).toString('latin1');
  // 123 requirements, 33 roles, 5 letters and the open points are headers of their rows.
  expect(source.match(/\/Scope \/Row\n/g)).toHaveLength(123 + 33 + 5 + document.openPoints.length);
  expect(source.match(/\/Scope \/Column\n/g)?.length).toBeGreaterThan(33);
  expect(source).not.toContain('/Headers');
});

test('every page says whose it is, of when, where in the trail, and how many pages there are', async () => {
  const pages = await pagesOf(
    await pdfOf({ ...document, control: { classification: 'Confidential', version: '2.1' } }),
  );
  expect(pages.length).toBeGreaterThanOrEqual(7);
  expect(pages.length).toBeLessThanOrEqual(12);
  for (const [index, { text, width, height }] of pages.entries()) {
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    expect(text).toContain('Nordlicht Präzisionstechnik GmbH');
    expect(text).toContain('Confidential');
    expect(text).toContain('3 March 2026');
    expect(text).toContain(nordlicht.trail.hash);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(`Page ${index + 1} of ${pages.length}`);
  }
});

test('the row of A.8.8 stands under its theme with its letters, and each page of the matrix repeats the roles', async () => {
  const pages = await pagesOf(await pdfOf(document));
  const page = pages.find(({ text }) => text.includes('A.8.8 '));
  expect(page?.text).toMatch(/A\.8\.8\s+Management of technical vulnerabilities(\s+[RASCI])+\s+✓/);
  const matrix = pages.filter(({ text }) => /Technological controls|Organizational controls/.test(text));
  for (const { text } of matrix) {
    expect(text).toContain('Chief Executive Officer');
    expect(text).toContain('All Staff and Contractors');
  }
  const rolesPage = pages.findIndex(({ text }) => text.includes('Roles and who holds them'));
  expect(pages.slice(0, rolesPage).flatMap(({ text }) => text.match(/A\.\d\.\d+ /g) ?? [])).toHaveLength(93);
});

test('names with umlauts, strokes and Arabic letters can be read and copied', async () => {
  const text = (await pagesOf(await pdfOf(document))).map((page) => page.text).join('\n');
  expect(text).toContain('Jürgen Groß-Müller');
  expect(text).toContain('Łukasz Żółć');
  expect(text.normalize('NFKC')).toMatch(/محمد|دمحم/);
});

test('a row without A is marked by sign and words, and listed with its reason', async () => {
  const open = accountabilityMatrix(
    {
      ...nordlicht,
      accountability: nordlicht.accountability.filter((row) => row.requirementId !== 'A.5.7'),
      applicability: [excluded(1, 'A.8.30', 'No development is outsourced.')],
    },
    on,
  );
  const text = (await pagesOf(await pdfOf(open))).map((page) => page.text.replaceAll(/\s+/g, ' ')).join('\n');
  expect(text).toMatch(/A\.5\.7 Threat intelligence ▲ no A ▲ no R/);
  expect(text).toMatch(/Open points.*A\.5\.7.*Nobody is accountable for A\.5\.7/);
  expect(text).toMatch(/Excluded controls.*A\.8\.30 Outsourced development No development is outsourced\./);
});

test('Letter paper, and more columns than a page is wide, which are set in parts', async () => {
  const [first] = await pagesOf(await pdfOf(document, 'letter'));
  expect([Math.round(first?.width ?? 0), Math.round(first?.height ?? 0)]).toEqual([792, 612]);
  const many = Array.from({ length: 60 }, (_, index) => person(100 + index, `Person ${index + 1}`));
  const wide = accountabilityMatrix(
    {
      ...nordlicht,
      person: [...nordlicht.person, ...many],
      accountability: [
        ...nordlicht.accountability,
        ...many.map((one, index) => accountability(20_000 + index, '7.3', { person: one }, ['I'])),
      ],
    },
    on,
  );
  const text = (await pagesOf(await pdfOf(wide))).map((page) => page.text).join('\n');
  expect(text).toContain('part 1 of 3');
  expect(text).toContain('part 3 of 3');
  expect(text).toContain('Person 60');
});

test('a matrix too wide for any reader is refused, and says what to take instead', async () => {
  const wide = {
    ...document,
    columns: Array.from({ length: 301 }, () => document.columns)
      .flat()
      .slice(0, 301),
  };
  await expect(pdfOf(wide)).rejects.toMatchObject({ fault: { code: 'too-large' } });
});

test('text that looks like markup is printed as it is, and a script without a typeface is printed all the same', async () => {
  const role = nordlicht.role.map((one, index) =>
    index === 0 ? { ...one, name: '#read("/etc/passwd") *x* $y$' } : one,
  );
  const hostile = accountabilityMatrix(
    {
      ...nordlicht,
      organization: { ...nordlicht.organization, name: '漢字 #panic() ])', scope: '' },
      role,
    },
    on,
  );
  const pages = await pagesOf(await pdfOf(hostile));
  const text = pages.map((page) => page.text).join('\n');
  expect(text).toContain('#read("/etc/passwd") *x* $y$');
  expect(text).toContain('#panic() ])');
});

test('an organization without people, roles or letters still gets its matrix', async () => {
  const empty = { ...nordlicht, person: [], role: [], appointment: [], accountability: [] };
  const pages = await pagesOf(await pdfOf(accountabilityMatrix(empty, on)));
  expect(pages[0]?.text).toMatch(/123\s+▲\s+have nobody accountable/);
});

test('the same document gives the same bytes in every format, and leaves nothing behind', async () => {
  const before = readdirSync(tmpdir());
  const other = documentRenderer();
  try {
    for (const format of ['pdf', 'csv', 'json'] as const) {
      const [a, b] = await Promise.all([
        renderer.renderDocument(document, format, { paper: 'a4' }),
        other.renderDocument(document, format, { paper: 'a4' }),
      ]);
      expect(Buffer.compare(a, b)).toBe(0);
    }
  } finally {
    await other.close();
  }
  expect(readdirSync(tmpdir()).filter((name) => name.includes('typst') && !before.includes(name))).toEqual([]);
});

test('the JSON is the document itself', async () => {
  const json = await renderer.renderDocument(document, 'json', { paper: 'a4' });
  expect(JSON.parse(new TextDecoder().decode(json))).toEqual(document);
});

test('a role that hundreds hold, and a scope of many words, do not drown the rest', async () => {
  const [manager, ...others] = nordlicht.role.filter((role) => role.key === 'line-manager');
  expect(others).toEqual([]);
  if (manager === undefined) return;
  const many = Array.from({ length: 1_500 }, (_, index) => person(1000 + index, `Manager ${index + 1}`));
  const large = accountabilityMatrix(
    {
      ...nordlicht,
      organization: { ...nordlicht.organization, scope: 'All sites and services. '.repeat(160) },
      person: [...nordlicht.person, ...many],
      appointment: [
        ...nordlicht.appointment.filter((one) => one.roleId !== manager.id),
        ...many.map((one, index) => appointment(1000 + index, one, manager)),
      ],
    },
    on,
  );
  const pages = await pagesOf(await pdfOf(large));
  expect(pages.length).toBeLessThan(20);
  expect(pages[1]?.text).toContain('The matrix');
  expect(pages[1]?.text).toContain('Manager 1 and 1499 more');
  const workbook = await readXlsx(await renderer.renderDocument(large, 'xlsx', { paper: 'a4' }));
  const cells = workbook.sheets.flatMap((sheet) => sheet.rows.flat());
  expect(Math.max(...cells.map((cell) => String(cell ?? '').length))).toBeLessThan(32_767);
});

test('what is exported as a workbook or CSV is recognised again, cell by cell, as the one matrix it was', async () => {
  for (const format of ['xlsx', 'csv'] as const) {
    const bytes = await renderer.renderDocument(document, format, { paper: 'a4' });
    const [matrix, ...others] = parseMatrixDocument(await readDocument({ name: `matrix.${format}`, bytes }));
    expect(others).toEqual([]);
    expect(matrix?.roleColumns).toEqual(document.columns.map((column) => column.name));
    expect(matrix?.flaggedCells).toEqual([]);
    expect(matrix?.ignoredRows).toEqual([]);
    expect(matrix?.rows.map((row) => [row.reference?.id, row.entries.map((entry) => entry.letters.join('/'))])).toEqual(
      document.groups.flatMap((group) =>
        group.rows.map((row) => [
          row.requirement,
          row.cells.map((cell) => cell.join('/')).filter((text) => text !== ''),
        ]),
      ),
    );
  }
});
