import { parse } from 'csv-parse/sync';
import { assert, constantFrom, integer, property, tuple, uniqueArray } from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { accountability, excluded, nordlicht, person } from '../../../tests/factories/matrix-snapshot.ts';
import { parseMatrixDocument } from '../../capabilities/accountability/matrix-document.ts';
import { planMatrixImport } from '../../capabilities/accountability/matrix-import.ts';
import { accountabilityMatrix } from '../../capabilities/documents/accountability-matrix.ts';
import { csvText } from '../../capabilities/documents/csv.ts';
import { matrixCsv } from '../../capabilities/documents/matrix-csv.ts';
import type { Role } from '../../capabilities/roles/model.ts';
import type { Snapshot } from '../../capabilities/trail/snapshot.ts';
import { letters } from '../../domain/requirement.ts';
import { plainDate } from '../../kernel/date.ts';
import type { RoleId } from '../../kernel/id.ts';
import { documentRenderer } from '../documents/render.ts';
import { readDocument } from './document.ts';

const on = plainDate('2026-03-03');
const renderer = documentRenderer();
afterAll(() => renderer.close());

const [template] = nordlicht.role as readonly [Role, ...Role[]];
const own = (count: number, key: string, name: string): Role => ({
  ...template,
  id: `00000000-0000-7000-8002-1000000000${String(count).padStart(2, '0')}` as RoleId,
  key,
  name,
  mandatory: false,
});
const roles = [
  own(1, 'it-manager', 'IT Manager'),
  own(2, 'it-manager-2', 'IT-Manager'),
  own(3, 'werkschutz', 'Werkschutz "Tor 3", Nacht'),
  own(4, 'werkschutz-2', 'Werkschutz "Tor 3", Nacht'),
  own(5, 'formula', '=SUM(A1:A9)'),
  own(6, 'arabic', 'مسؤول أمن المعلومات'),
] as const;
const [lead, twin, gate, night, formula, officer] = roles;
const [ana, anaToo] = [person(90, 'Ana Silva'), person(91, 'Ana Silva', { email: 'ana.silva@example.org' })] as const;

/** Everything that is hard to bring back: people, pairs of letters, names alike and the same, a name like a formula, a control left out. */
const firm: Snapshot = {
  ...nordlicht,
  role: [...nordlicht.role, ...roles],
  person: [...nordlicht.person, ana, anaToo],
  applicability: [excluded(1, 'A.8.30', 'no outsourced development')],
  accountability: [
    ...nordlicht.accountability,
    accountability(9001, '4.1', { role: lead }, ['S']),
    accountability(9002, '4.1', { role: twin }, ['C', 'I']),
    accountability(9003, 'A.7.1', { role: gate }, ['R', 'S']),
    accountability(9004, 'A.7.1', { role: night }, ['I']),
    accountability(9005, '5.1', { role: formula }, ['C']),
    accountability(9006, 'A.5.1', { role: officer }, ['S']),
    accountability(9007, 'A.8.30', { person: ana }, ['R', 'C']),
    accountability(9008, '6.1.2', { person: anaToo }, ['S']),
  ],
};
const document = accountabilityMatrix(firm, on);

interface Edit {
  readonly requirement: string;
  readonly heading: string;
  /** As somebody types it; empty clears the cell. */
  readonly text: string;
}

/** The proposed changes as texts: requirement, role or person, letters. */
const proposed = async (name: string, bytes: Uint8Array): Promise<readonly string[]> => {
  const { items, report } = planMatrixImport(
    parseMatrixDocument(await readDocument({ name, bytes })),
    firm,
    new Map(),
    () => '00000000-0000-7000-8000-00000000ffff',
  );
  expect([report.ignored, report.flagged, report.roles.filter(({ how }) => how !== 'name')]).toEqual([[], [], []]);
  const bearers = new Map<string, string>([...firm.role, ...firm.person].map((one) => [one.id, one.id]));
  const cells = new Map(firm.accountability.map((cell) => [cell.id as string, cell]));
  return items
    .map((item) => {
      if (item.register !== 'accountability') return `${item.register} ${item.operation}`;
      const cell = item.operation === 'create' ? item.fields : cells.get(item.id);
      const now = item.operation === 'remove' ? [] : (item.fields.letters ?? []);
      return `${cell?.requirementId} ${bearers.get(cell?.roleId ?? cell?.personId ?? '')} ${now.join('/')}`;
    })
    .toSorted();
};

const idOf = (heading: string): string => {
  const column = document.columns.findIndex((one) => one.heading === heading);
  const names = new Map<string, string>([
    ['Ana Silva (in person) [ana.silva@example.org]', anaToo.id],
    ['Ana Silva (in person)', ana.id],
    [`Ana Silva (in person) [${ana.id}]`, ana.id],
    ['Werkschutz "Tor 3", Nacht [werkschutz]', gate.id],
    ['Werkschutz "Tor 3", Nacht [werkschutz-2]', night.id],
    ...firm.role.map((role) => [role.name, role.id] as const),
  ]);
  expect(column).toBeGreaterThanOrEqual(0);
  return names.get(heading) ?? heading;
};
const expected = (edits: readonly Edit[]): readonly string[] =>
  edits
    .map(({ requirement, heading, text }) => {
      const typed = text.toUpperCase();
      return `${requirement} ${idOf(heading)} ${letters.filter((letter) => typed.includes(letter)).join('/')}`;
    })
    .toSorted();

/** Ten edits: filled, emptied and changed cells, pairs, a person, the twins, a control left out. */
const ten: readonly Edit[] = [
  { requirement: '4.1', heading: 'IT-Manager', text: '' },
  { requirement: '4.1', heading: 'IT Manager', text: 'S, C' },
  { requirement: '5.1', heading: '=SUM(A1:A9)', text: 'I' },
  { requirement: 'A.7.1', heading: 'Werkschutz "Tor 3", Nacht [werkschutz]', text: '' },
  { requirement: 'A.7.1', heading: 'Werkschutz "Tor 3", Nacht [werkschutz-2]', text: 'R/S' },
  { requirement: 'A.8.30', heading: `Ana Silva (in person) [${ana.id}]`, text: 'c' },
  { requirement: '6.1.2', heading: 'Ana Silva (in person) [ana.silva@example.org]', text: '' },
  { requirement: 'A.5.1', heading: 'مسؤول أمن المعلومات', text: 'a/r' },
  { requirement: '10.2', heading: 'IT Manager', text: 'I' },
  { requirement: 'A.8.34', heading: '=SUM(A1:A9)', text: 'R' },
];

const edited = (rows: readonly (readonly string[])[], edits: readonly Edit[]): readonly (readonly string[])[] => {
  const heading = rows[0] ?? [];
  return rows.map((row) =>
    row.map(
      (cell, column) =>
        edits.find((edit) => edit.requirement === row[0] && edit.heading === heading[column]?.replace(/^'/, ''))
          ?.text ?? cell,
    ),
  );
};

/** Writes texts into the tables of a Word document as its XML holds them. */
const editedWord = (bytes: Uint8Array, edits: readonly Edit[]): Uint8Array => {
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const textOf = (cell: string): string =>
    [...cell.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text = '']) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
      .join('');
  const tables = xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, (table) => {
    let heading: readonly string[] = [];
    return table.replace(/<w:tr>.*?<\/w:tr>/gs, (row) => {
      const cells = (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map(textOf);
      if (cells[0] === 'Number') heading = cells;
      let column = -1;
      return row.replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => {
        column += 1;
        const edit = edits.find((one) => one.requirement === cells[0] && one.heading === heading[column]);
        return edit === undefined
          ? cell
          : cell.replace(/<\/w:pPr>.*?<\/w:p>/s, `</w:pPr><w:r><w:t>${edit.text}</w:t></w:r></w:p>`);
      });
    });
  });
  return zipSync({ ...files, 'word/document.xml': strToU8(tables) });
};

describe('the matrix goes out, is edited, and comes back', () => {
  const exported = (format: 'xlsx' | 'csv' | 'docx'): Promise<Uint8Array> =>
    renderer.renderDocument(document, format, { paper: 'a4' });

  it.each(['xlsx', 'csv', 'docx'] as const)('as %s that nobody touched proposes nothing', async (format) => {
    expect(await proposed(`matrix.${format}`, await exported(format))).toEqual([]);
  });

  it('as a workbook with ten edited cells, saved by another program, proposes these ten', async () => {
    const { sheets } = await readXlsx(await exported('xlsx'));
    const texts = (sheets[0]?.rows ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    const saved = await writeXlsx({
      sheets: sheets.map(({ name, rows }, at) => ({
        name,
        rows: at === 0 ? edited(texts, ten).map((row) => [...row]) : rows,
      })),
    });
    expect(await proposed('matrix.xlsx', saved)).toEqual(expected(ten));
  });

  it('as CSV with the same ten proposes them, even where a program wrote semicolons and made dates of numbers', async () => {
    const rows = edited(parse(matrixCsv(document), { bom: true }), ten);
    expect(await proposed('matrix.csv', strToU8(csvText(rows)))).toEqual(expected(ten));
    const mangled = rows.map(([number = '', ...rest]) => [
      /^\d+\.\d+\.\d+$/.test(number)
        ? number.replace(/(.+)\.(.+)\.(.+)/, '0$1.0$2.200$3')
        : number.replace(/^(\d+)\./, '$1,'),
      ...rest,
    ]);
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    const semicolons = mangled.map((row) => row.map(quoted).join(';')).join('\r\n');
    expect(await proposed('matrix.csv', strToU8(semicolons))).toEqual(expected(ten));
  });

  it('as a Word document with the same ten in its tables proposes them', async () => {
    expect(await proposed('matrix.docx', editedWord(await exported('docx'), ten))).toEqual(expected(ten));
  });

  it('takes a row whose letters are all gone at its word', async () => {
    const rows: string[][] = parse(matrixCsv(document), { bom: true });
    const emptied = rows.map((row) => (row[0] === 'A.7.1' ? row.map((cell, at) => (at < 3 ? cell : '')) : row));
    const lost = firm.accountability.filter((cell) => cell.requirementId === 'A.7.1');
    expect(await proposed('matrix.csv', strToU8(csvText(emptied)))).toHaveLength(lost.length);
  });

  it('with any letters in any cells proposes exactly what differs', async () => {
    const rows: readonly (readonly string[])[] = parse(matrixCsv(document), { bom: true });
    const headings = document.columns.map((column) => column.heading);
    const texts = constantFrom('', 'A', 'R', 'S/C', 'I', 'R/A/S/C/I');
    const cell = tuple(integer({ min: 1, max: 123 }), integer({ min: 0, max: headings.length - 1 }), texts);
    const cells = uniqueArray(cell, { maxLength: 40, selector: ([row, column]) => `${row} ${column}` });
    const runs: Promise<void>[] = [];
    assert(
      property(cells, (chosen) => {
        const edits = chosen.map(([row, column, text]) => ({
          requirement: rows[row]?.[0] ?? '',
          heading: headings[column] ?? '',
          text,
        }));
        const differing = chosen.filter(([row, column, text]) => {
          const before = rows[row]?.[column + 3] ?? '';
          return before.split('/').toSorted().join() !== text.split('/').toSorted().join();
        });
        const bytes = strToU8(csvText(edited(rows, edits)));
        runs.push(proposed('matrix.csv', bytes).then((found) => expect(found).toHaveLength(differing.length)));
      }),
      { numRuns: 20 },
    );
    await Promise.all(runs);
  });
});
