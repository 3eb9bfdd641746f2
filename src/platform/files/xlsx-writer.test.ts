import { strFromU8, unzipSync } from 'fflate';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { excluded, nordlicht } from '../../../tests/factories/matrix-snapshot.ts';
import { settingOf } from '../../../tests/factories/rows.ts';
import { accountabilityMatrix } from '../../capabilities/documents/accountability-matrix.ts';
import { plainDate } from '../../kernel/date.ts';
import { matrixWorkbook } from './xlsx-writer.ts';

const on = plainDate('2026-03-03');
const document = accountabilityMatrix(nordlicht, on);

const sheetOf = (sheets: readonly Sheet[], name: string): Sheet => {
  const sheet = sheets.find((one) => one.name === name);
  expect(sheet).toBeDefined();
  return sheet as Sheet;
};

test('the workbook reads back as the matrix, its roles, the legend and the facts', async () => {
  const { sheets } = await readXlsx(await matrixWorkbook(document, 'a4'));
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Matrix', 'Roles', 'Open points', 'Legend', 'Facts']);
  const matrix = sheetOf(sheets, 'Matrix');
  expect(matrix.rows).toHaveLength(124);
  const patching = matrix.rows.find((row) => row[0] === 'A.8.8');
  const letters = Object.fromEntries(
    (matrix.rows[0] ?? []).flatMap((heading, column) => {
      const cell = patching?.[column];
      return column > 1 && typeof cell === 'string' && /^[RASCI]$/.test(cell) ? [[String(heading), cell]] : [];
    }),
  );
  expect(patching?.[1]).toBe('Management of technical vulnerabilities');
  expect(letters).toMatchObject({
    'Information Security Management Leadership': 'A',
    'IT Operations Manager': 'S',
    'Security Operations': 'R',
  });
  expect(sheetOf(sheets, 'Roles').rows).toHaveLength(34);
  const facts = new Map(sheetOf(sheets, 'Facts').rows.map((row) => [row[0], row[1]]));
  expect(facts.get('Organization')).toBe('Nordlicht Präzisionstechnik GmbH');
  expect(facts.get('Facts of')).toBe('2026-03-03');
  expect(facts.get('Trail entry')).toBe(482);
  expect(facts.get('Trail hash')).toBe(nordlicht.trail.hash);
});

test('headings are frozen, filtered, rotated and repeated on paper, and a cell offers the letters', async () => {
  const { sheets } = await readXlsx(await matrixWorkbook(document, 'letter'), { readStyles: true });
  const matrix = sheetOf(sheets, 'Matrix');
  expect(matrix.freezePane).toMatchObject({ rows: 1, columns: 2 });
  expect(matrix.autoFilter?.range).toMatch(/^A1:[A-Z]+124$/);
  expect(matrix.pageSetup).toMatchObject({
    paperSize: 'letter',
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '$1:$1',
    printTitlesColumn: '$A:$B',
  });
  expect(matrix.cells?.get('0,2')?.style?.alignment?.textRotation).toBe(90);
  expect(matrix.dataValidations?.[0]?.values).toEqual([
    'R',
    'A',
    'S',
    'C',
    'I',
    'R/A',
    'R/S',
    'R/C',
    'A/C',
    'A/I',
    'S/C',
    'C/I',
  ]);
  expect(matrix.conditionalRules).toHaveLength(8);
});

test('other roles fold, letters are validated, and rows are linted in the file itself', async () => {
  const parts = unzipSync(await matrixWorkbook(document, 'a4'));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const levels = [...sheet.matchAll(/<col [^>]*>/g)].filter(([column]) => column.includes('outlineLevel="1"'));
  expect(sheet).toContain('<outlinePr summaryRight="0"/>');
  const mandatory = document.columns.filter((column) => column.mandatory).length;
  expect(Number(/min="(\d+)"/.exec(levels[0]?.[0] ?? '')?.[1])).toBe(mandatory + 3);
  expect(sheet).toMatch(/<pane xSplit="2" ySplit="1" topLeftCell="C2"/);
  expect(sheet).toMatch(/<dataValidation type="list"[^>]*errorStyle="warning"/);
  const rules = [...sheet.matchAll(/<cfRule [^>]*dxfId="\d+"[^>]*>.*?<formula>(.*?)<\/formula>/g)].map(
    ([, text]) => text,
  );
  expect(rules.filter((text) => text?.includes('COUNTIF'))).toEqual([
    expect.stringMatching(/COUNTIF\(\$C2:\$[A-Z]+2,"\*A\*"\)&lt;1/),
    expect.stringMatching(/COUNTIF\(\$C2:\$[A-Z]+2,"\*A\*"\)&gt;1/),
    expect.stringMatching(/COUNTIF\(\$C2:\$[A-Z]+2,"\*R\*"\)&lt;1/),
  ]);
  const looks = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
  expect(looks.match(/<dxf>/g)?.length).toBeGreaterThanOrEqual(7);
  expect(looks).toContain('textRotation="90"');
});

test('the lint of the file follows the rules as the organization set them', async () => {
  const tuned = {
    ...nordlicht,
    ruleSetting: [
      settingOf('rasci.several-accountable', { limit: 2 }),
      settingOf('rasci.no-responsible', { on: false }),
    ],
  };
  const parts = unzipSync(await matrixWorkbook(accountabilityMatrix(tuned, document.on), 'a4'));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect([...sheet.matchAll(/"\*([AR])\*"\)(&lt;|&gt;)(\d)/g)].map((found) => found.slice(1).join(' '))).toEqual([
    'A &lt; 1',
    'A &gt; 2',
  ]);
});

test('a role named like a formula, and any other text, stays text', async () => {
  const bait = '=HYPERLINK("https://example.org","click")';
  const role = nordlicht.role.map((one, index) => (index === 0 ? { ...one, name: bait } : one));
  const hostile = accountabilityMatrix(
    {
      ...nordlicht,
      organization: { ...nordlicht.organization, name: '=1+1 & Sons &P', scope: '@SUM(1)' },
      role,
      person: nordlicht.person.map((one, index) => (index === 0 ? { ...one, name: '+cmd|x' } : one)),
      applicability: [excluded(1, 'A.8.30', '-2+3')],
    },
    on,
  );
  const bytes = await matrixWorkbook(hostile, 'a4');
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
  expect(parts).toHaveLength(5);
  for (const [, part] of parts) expect(strFromU8(part)).not.toMatch(/<f[ >]/);
  const { sheets } = await readXlsx(bytes);
  expect(sheetOf(sheets, 'Matrix').rows[0]).toContain(bait);
  expect(sheetOf(sheets, 'Matrix').headerFooter?.oddHeader).toContain('=1+1 && Sons &&P');
});

test('the same document gives the same bytes', async () => {
  expect(await matrixWorkbook(document, 'a4')).toEqual(await matrixWorkbook(document, 'a4'));
});

test('an organization without any letters still gets its 123 rows', async () => {
  const empty = accountabilityMatrix({ ...nordlicht, accountability: [], role: [], appointment: [] }, on);
  const { sheets } = await readXlsx(await matrixWorkbook(empty, 'a4'));
  expect(sheetOf(sheets, 'Matrix').rows).toHaveLength(124);
});
