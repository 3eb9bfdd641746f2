import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBrowser } from './matrix/browser.ts';
import { startMuster, type Running } from './muster.ts';

let muster: Running;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [muster, browser] = await Promise.all([startMuster(), startBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(muster.link);
  await page.getByLabel('Your name').fill('Mette Lind');
  await page.getByLabel('E-mail address').fill('mette.lind@havn.example');
  await page.getByLabel('Password', { exact: false }).first().fill('correct horse battery');
  await page.getByRole('button', { name: 'Create the administrator' }).click();
  await page.getByLabel('Name of the organization').fill('Havn ApS');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await muster.stop();
});

const tab = (name: string): Promise<void> => page.getByRole('tab', { name }).click();

it('leads an empty organization to a project, and asks for people first', async () => {
  await page.getByRole('link', { name: 'The formal way' }).click();
  await page.getByRole('link', { name: 'Add people' }).waitFor();
  const file = {
    name: 'staff.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name;E-mail\nMette Lind;mette.lind@havn.example\nOmar Said;omar@havn.example\n'),
  };
  await page.getByRole('link', { name: 'Add people' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.getByRole('link', { name: 'Open the register' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/o/havn-aps/people/import');
});

it('begins a project and judges two requirements by keys, saved as one change', async () => {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Resource projects' }).click();
  await page.getByRole('button', { name: 'Begin a project' }).click();
  await page.getByLabel('Name').fill('Resources 2026');
  await page.getByRole('combobox', { name: 'Project manager' }).fill('Mette');
  await page.getByRole('option', { name: /Mette Lind/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Resources 2026' }).waitFor();
  await tab('Analysis');
  await page.getByRole('group', { name: 'Verdict on 4.1' }).getByRole('button', { name: 'Missing (proposed)' }).focus();
  await page.keyboard.press('p');
  await page.keyboard.press('e');
  await page.getByRole('tab', { name: 'Analysis 2/123' }).waitFor();
  const verdict = (id: string, name: string) =>
    page.getByRole('group', { name: `Verdict on ${id}` }).getByRole('button', { name });
  expect(await verdict('4.1', 'Partly').getAttribute('aria-pressed')).toBe('true');
  expect(await verdict('4.2', 'Enough').getAttribute('aria-pressed')).toBe('true');
  const read = async <T>(address: string): Promise<T> =>
    (await (await page.request.get(`${muster.url}/api/v1/${address}`)).json()) as T;
  const { organizations } = await read<{ organizations: readonly { id: string }[] }>('me');
  const { rows } = await read<{ rows: readonly { register: string; change: string }[] }>(
    `organizations/${organizations[0]?.id}/trail?limit=5`,
  );
  const changes = rows.filter(({ register }) => register === 'analysis').map(({ change }) => change);
  expect([changes.length, new Set(changes).size]).toEqual([2, 1]);
});

it('makes an action of a gap, and moves on with a reason for what is open', async () => {
  await tab('Gaps');
  await page.getByRole('button', { name: 'Add action for 4.1' }).click();
  await page.getByLabel('Due').fill('2030-01-31');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('tab', { name: 'Plan 1' }).click();
  await page.getByRole('button', { name: /^Close the gap in 4\.1/ }).waitFor();
  await tab('Result');
  await page.getByText('121 requirements are not judged.').waitFor();
  await page.getByRole('button', { name: 'Go on to planning' }).click();
  await page.getByRole('button', { name: 'Move' }).click();
  await page.getByText('Accepted: a reason to go on all the same', { exact: false }).waitFor();
  await page.getByLabel('Reason').fill('The rest is judged next month.');
  await page.getByRole('button', { name: 'Move' }).click();
  await page.getByRole('button', { name: 'Go on to execution' }).waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'Planning' }).getAttribute('aria-current')).toBe('step');
});

it('prints the result', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^resource-project-havn-aps-.*\.pdf$/);
  const pdf = await getDocument({ data: new Uint8Array(await readFile(await download.path())) }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  expect(text).toContain('Resources 2026');
  expect(text).toContain('of 123 requirements judged');
});
