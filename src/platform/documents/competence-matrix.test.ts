import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { competenceFirm, engineer, longName } from '../../../tests/factories/competence-firm.ts';
import { person } from '../../../tests/factories/matrix-snapshot.ts';
import { opened, pagesOf, tagsOf } from '../../../tests/factories/pdf.ts';
import { competenceBooks } from '../../capabilities/competence/books.ts';
import { competenceMatrixDocument, type PrintedCompetences } from '../../capabilities/documents/competence-matrix.ts';
import type { Snapshot } from '../../capabilities/trail/snapshot.ts';
import { addDays, plainDate } from '../../kernel/date.ts';
import type { RoleId } from '../../kernel/id.ts';
import { documentRenderer } from './render.ts';

const on = plainDate('2026-03-03');
const renderer = documentRenderer();
afterAll(() => renderer.close());

const documentOf = (snapshot: Snapshot, day = on): PrintedCompetences =>
  competenceMatrixDocument(competenceBooks(snapshot, day));
const document = documentOf(competenceFirm);
const textOf = async (of: PrintedCompetences): Promise<string> =>
  (await pagesOf(await renderer.renderCompetences(of, 'pdf', { paper: 'a4' })))
    .map(({ text }) => text.replaceAll(/\s+/g, ' '))
    .join('\n');

test('counts who proves what they must, by competence and in all', () => {
  expect(document.figures).toEqual({
    people: 4,
    required: 6,
    proven: 1,
    expiring: 1,
    expired: 1,
    claimed: 0,
    lacking: 4,
  });
  const columns = Object.fromEntries(document.columns.map(({ key, ...column }) => [key, column]));
  expect(columns['iam']).toMatchObject({ required: 3, proven: 1, expiring: 1, desired: 0 });
  expect(columns['cryptography']).toMatchObject({ required: 0, desired: 3 });
  expect(columns['audit-technique']).toMatchObject({ required: 0, proven: 0, desired: 0 });
  expect(document.groups.map(({ unit, people }) => [unit, people.map(({ name }) => name)])).toEqual([
    ['Administration', ['Jürgen Groß-Müller']],
    ['Werk Süd', ['Ana Silva', 'محمد الأحمد']],
    [null, ['Zoë Côté']],
  ]);
  expect(document.gaps.map(({ person: who, competence, face }) => [who, competence, face.value, face.state])).toEqual([
    ['Jürgen Groß-Müller', expect.stringContaining('access'), '2', 'below'],
    ['Jürgen Groß-Müller', longName, '', 'missing'],
    ['Ana Silva', longName, '', 'missing'],
    ['محمد الأحمد', expect.stringContaining('access'), '4x', 'expired'],
    ['محمد الأحمد', longName, '', 'missing'],
  ]);
});

test('the matrix is a tagged PDF/UA-1 that can be read without colours', async () => {
  const bytes = await renderer.renderCompetences(document, 'pdf', { paper: 'a4' });
  await opened(bytes, async (pdf) => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Competence matrix · Nordlicht Präzisionstechnik GmbH', Language: 'en-GB' });
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    const tags = tagsOf(await (await pdf.getPage(2)).getStructTree());
    expect(tags).toEqual(expect.arrayContaining(['Table', 'THead', 'TBody', 'TR', 'TH', 'TD']));
  });
  const pages = await pagesOf(bytes);
  for (const { text, width, height } of pages) {
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    expect(text).toContain(competenceFirm.trail.hash);
    expect(text).toContain('3 March 2026');
  }
  const matrix = (pages[1]?.text ?? '').replaceAll(/\s+/g, ' ');
  expect(matrix).toMatch(/Ana Silva Security Engineer 4! ?\/4/);
  expect(matrix).toMatch(/Jürgen Groß-Müller Security Engineer 2 ?\/4/);
  expect(matrix).toMatch(/4x ?\/4/);
  expect(matrix).toMatch(/3\? ?\/3/);
  expect(matrix).toMatch(/1\/3/);
  expect(matrix.normalize('NFKC')).toMatch(/محمد|دمحم/);
  const rest = pages
    .slice(2)
    .map(({ text }) => text.replaceAll(/\s+/g, ' '))
    .join('\n');
  expect(rest).toContain(longName);
  expect(rest).toMatch(/What is not proven.*Jürgen Groß-Müller.*Below/s);
});

test('another day tells another truth: the certificate that ends in April has ended in May', () => {
  expect(documentOf(competenceFirm, plainDate('2026-05-01')).figures).toMatchObject({ proven: 0, expired: 2 });
  expect(documentOf(competenceFirm, addDays(on, -60)).figures).toMatchObject({ proven: 2, expired: 0 });
});

test('is narrowed to a unit or a role, with the competences of those people only', () => {
  const books = competenceBooks(competenceFirm, on);
  const south = competenceMatrixDocument(books, { unit: 'werk süd' });
  expect([south.unit, south.figures.people, south.columns.length]).toEqual(['Werk Süd', 2, 3]);
  const engineers = competenceMatrixDocument(books, { roleId: engineer.id });
  expect([engineers.role, engineers.figures.people]).toEqual(['Security Engineer', 3]);
  expect(() => competenceMatrixDocument(books, { unit: 'Werk Nord' })).toThrow('There is no such');
  expect(() => competenceMatrixDocument(books, { roleId: freshRole })).toThrow('There is no such');
});
const freshRole = '00000000-0000-7000-8000-00000000ffff' as RoleId;

test('workbook, CSV and JSON hold the same cells, and nothing that a spreadsheet program calculates', async () => {
  const hostile = {
    ...competenceFirm,
    person: competenceFirm.person.map((one, at) => (at === 0 ? { ...one, name: '=1+1' } : one)),
  };
  const bytes = await renderer.renderCompetences(documentOf(hostile), 'xlsx', { paper: 'a4' });
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['Matrix', 'Competences', 'Not proven', 'Legend', 'Facts']);
  const rows = sheets[0]?.rows ?? [];
  expect(rows[1]?.slice(0, 3)).toEqual(['Prove it / must prove it', null, null]);
  expect(rows.find(([name]) => name === '=1+1')).toEqual(expect.arrayContaining(['Werk Süd', '4!/4', '–/3']));
  const csv = new TextDecoder().decode(await renderer.renderCompetences(documentOf(hostile), 'csv', { paper: 'a4' }));
  expect(csv).toMatch(/^'=1\+1,Werk Süd,Security Engineer,.*4! of 4/m);
  expect(csv).toContain(`,2026-03-03,482,${competenceFirm.trail.hash}`);
  const json: unknown = JSON.parse(
    new TextDecoder().decode(await renderer.renderCompetences(document, 'json', { paper: 'a4' })),
  );
  expect(json).toEqual(document);
});

test('more competences than a page is wide stand in parts that repeat the names', async () => {
  const keys = Array.from({ length: 70 }, (_, at) => `extra-${at}`);
  const wide = {
    ...competenceFirm,
    role: [
      {
        ...engineer,
        competences: keys.map((competence) => ({
          ...engineer.competences[0],
          competence,
        })) as typeof engineer.competences,
      },
    ],
  };
  const text = await textOf(documentOf(wide));
  expect(text).toContain('part 1 of 3');
  expect(text.match(/Jürgen Groß-Müller Security Engineer/g)).toHaveLength(3);
});

test('five thousand people are refused on paper at once, with what to do instead; a unit of them is printed', async () => {
  const many = Array.from({ length: 5_000 }, (_, at) =>
    person(10_000 + at, `Person ${at}`, { unit: `Unit ${at % 200}` }),
  );
  const [first] = competenceFirm.appointment;
  const large = {
    ...competenceFirm,
    role: [
      {
        ...engineer,
        competences: Array.from({ length: 60 }, (_, at) => ({
          ...engineer.competences[0],
          competence: `extra-${at}`,
        })) as typeof engineer.competences,
      },
    ],
    person: many,
    appointment: first === undefined ? [] : many.map((one) => ({ ...first, personId: one.id })),
  };
  const books = competenceBooks(large, on);
  const all = competenceMatrixDocument(books);
  expect(all.figures).toMatchObject({ people: 5_000, required: 300_000, lacking: 300_000 });
  await expect(renderer.renderCompetences(all, 'pdf', { paper: 'a4' })).rejects.toMatchObject({
    fault: { code: 'too-large', limit: '60000 cells as pdf: choose a unit or a role, or take xlsx, csv or json' },
  });
  const unit = await textOf(competenceMatrixDocument(books, { unit: 'Unit 7' }));
  expect(unit).toContain('Person 4807');
  expect(unit).toMatch(/And \d+ more, which the JSON of this document lists/);
});

test('an organization where nobody works, or nothing is required, still gets its matrix', async () => {
  expect(await textOf(documentOf({ ...competenceFirm, person: [], appointment: [] }))).toContain(
    'nobody is engaged on this day',
  );
  const text = await textOf(documentOf({ ...competenceFirm, role: [], appointment: [], competenceAssessment: [] }));
  expect(text).toContain('no competence is required of anybody');
});

test('the same facts give the same bytes', async () => {
  for (const format of ['pdf', 'csv', 'json'] as const) {
    const [a, b] = await Promise.all(
      [document, documentOf(competenceFirm)].map((one) => renderer.renderCompetences(one, format, { paper: 'letter' })),
    );
    expect(Buffer.compare(a ?? Buffer.alloc(0), b ?? Buffer.alloc(1))).toBe(0);
  }
});
