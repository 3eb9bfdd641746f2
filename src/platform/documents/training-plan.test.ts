import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { competenceFirm } from '../../../tests/factories/competence-firm.ts';
import { opened, pagesOf, tagsOf } from '../../../tests/factories/pdf.ts';
import { trainingPlanDocument, type PrintedPlan } from '../../capabilities/documents/training-plan.ts';
import type { TrainingId } from '../../kernel/id.ts';
import { plainDate } from '../../kernel/date.ts';
import { documentRenderer } from './render.ts';

const on = plainDate('2026-03-03');
const renderer = documentRenderer();
afterAll(() => renderer.close());

const plan = trainingPlanDocument(competenceFirm, on, 'unit');
const textOf = async (of: PrintedPlan): Promise<string> =>
  (await pagesOf(await renderer.renderPlan(of, 'pdf', { paper: 'a4' })))
    .map(({ text }) => text.replaceAll(/\s+/g, ' '))
    .join('\n');

test('says what is to happen by unit, what it costs by currency and quarter, and which checks are due', () => {
  expect(plan.figures).toEqual({
    open: 2,
    waiting: 1,
    overdue: 1,
    completed: 2,
    unapproved: 0,
    checksDue: 1,
    checksDone: 1,
  });
  expect(plan.groups.map(({ name, trainings }) => [name, trainings.map(({ person }) => person)])).toEqual([
    ['Administration', ['Jürgen Groß-Müller']],
    ['Werk Süd', ['محمد الأحمد']],
  ]);
  expect(plan.approved).toMatchObject({ costs: [{ minor: 50_000, currency: 'EUR' }], hours: 8 });
  expect(plan.asked.quarters).toMatchObject([{ quarter: '2026-Q2', costs: [{ minor: 120_050, currency: 'CHF' }] }]);
  expect(plan.checks.map(({ effect, completedOn }) => [effect, completedOn])).toEqual([
    ['due', '2025-11-03'],
    ['effective', '2025-03-03'],
  ]);
  expect(trainingPlanDocument(competenceFirm, plainDate('2026-02-20'), 'person').figures.overdue).toBe(0);
});

test('the plan is a tagged PDF/UA-1 with budget, effect and awareness', async () => {
  const bytes = await renderer.renderPlan(plan, 'pdf', { paper: 'a4' });
  await opened(bytes, async (pdf) => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Training plan · Nordlicht Präzisionstechnik GmbH', Language: 'en-GB' });
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    expect(tagsOf(await (await pdf.getPage(2)).getStructTree())).toEqual(expect.arrayContaining(['Table', 'TH', 'TD']));
  });
  for (const { text } of await pagesOf(bytes)) expect(text).toContain(competenceFirm.trail.hash);
  const text = await textOf(plan);
  expect(text).toMatch(
    /Jürgen Groß-Müller Access management in practice .*level 4.*▲ 20 February 2026 ▲ Approved, overdue EUR 500\.00 Berta Boss, 15 January 2026/,
  );
  expect(text).toMatch(/Waits for approval CHF 1,200\.50 Nobody yet/);
  expect(text).toMatch(/2026 Q1 EUR 500\.00 8 2026 Q2 CHF 1,200\.50 8 All EUR 500\.00 8 CHF 1,200\.50 8/);
  expect(text).toMatch(/Did it work\?.*▲ Due since 5 January 2026.*Effective Karl Check, 6 May 2025/s);
  expect(text).toMatch(/Awareness.*7\.3 a: the information security policy ▲ 0 of 4/s);
  expect(text.normalize('NFKC')).toMatch(/محمد|دمحم/);
});

test('the DOCX has the words of the PDF, and the workbook numbers to add up', async () => {
  const docx = unzipSync(await renderer.renderPlan(plan, 'docx', { paper: 'letter' }));
  const body = strFromU8(docx['word/document.xml'] ?? new Uint8Array());
  for (const words of ['The plan', 'Budget', 'Did it work?', 'Awareness', 'Berta Boss']) expect(body).toContain(words);
  const { sheets } = await readXlsx(await renderer.renderPlan(plan, 'xlsx', { paper: 'a4' }));
  expect(sheets.map(({ name }) => name)).toEqual(['Plan', 'Budget', 'Effect', 'Awareness', 'Facts']);
  expect(sheets[0]?.rows[1]).toEqual(expect.arrayContaining(['Jürgen Groß-Müller', 500, 'EUR', 8]));
  expect(sheets[1]?.rows.slice(1)).toEqual([
    ['2026-Q1', 'approved', 500, 'EUR', 8],
    ['2026-Q2', 'asked for', 1200.5, 'CHF', 8],
  ]);
});

test('a plan of thousands is printed in part, and says so; one of nothing says that', async () => {
  const [first] = competenceFirm.training;
  const many = Array.from({ length: 2_300 }, (_, at) => ({
    ...first,
    id: `00000000-0000-7000-8000-${at.toString(16).padStart(12, '0')}` as TrainingId,
  })) as typeof competenceFirm.training;
  const large = trainingPlanDocument({ ...competenceFirm, training: many }, on, 'person');
  const text = await textOf(large);
  expect(text).toContain('The first 2000 are printed; the workbook lists all.');
  const { sheets } = await readXlsx(await renderer.renderPlan(large, 'xlsx', { paper: 'a4' }));
  expect(sheets[0]?.rows).toHaveLength(2_301);
  const nothing = await textOf(trainingPlanDocument({ ...competenceFirm, training: [] }, on, 'person'));
  expect(nothing).toContain('No training is planned.');
  expect(nothing).toContain('Nothing is to be spent.');
});
