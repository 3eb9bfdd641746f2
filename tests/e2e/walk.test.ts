import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './matrix/browser.ts';
import { startMuster, type Running } from './muster.ts';

const documents = join(import.meta.dirname, '..', 'conformance', 'documents');

const staff = `Employee ID;First name;Last name;E-mail;Job title;Department;Manager ID;Hire date;Weekly hours;Salary
100;Ingrid;Solberg;ingrid.solberg@fjordwerk.example;Managing Director;Management;;2015-01-01;40;9000
101;Tomás;Herrera;tomas.herrera@fjordwerk.example;Information Security Manager;Security;100;2019-04-01;40;6100
102;ليلى;حداد;layla.haddad@fjordwerk.example;Head of IT;IT;100;2018-09-01;40;6500
103;Jürgen;Weiß;juergen.weiss@fjordwerk.example;HR Manager;People;100;2017-02-01;32;5200
`;

let muster: Running;
let browser: Browser;
let page: Page;
const broken: string[] = [];

beforeAll(async () => {
  [muster, browser] = await Promise.all([startMuster(), startBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy|refused/i.test(message.text()))
      broken.push(message.text());
  });
});

afterAll(async () => {
  await browser.close();
  await muster.stop();
});

const go = async (name: string): Promise<void> => {
  await page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

const bring = async (
  address: string,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> => {
  await page.goto(`${muster.url}/o/fjordwerk-as/${address}`);
  await page.locator('input[type=file]').setInputFiles(file);
};

describe('from nothing to the first evidence', () => {
  it('begins with the one-time link and an organization', async () => {
    await page.goto(muster.link);
    await page.getByLabel('Your name').fill('Tomás Herrera');
    await page.getByLabel('E-mail address').fill('tomas.herrera@fjordwerk.example');
    await page.getByLabel('Password', { exact: false }).first().fill('correct horse battery');
    await page.getByRole('button', { name: 'Create the administrator' }).click();
    await page.getByLabel('Name of the organization').fill('Fjordwerk AS');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.waitForURL('**/o/fjordwerk-as');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/o/fjordwerk-as');
  });

  it('brings in the people of an HR export, without their pay', async () => {
    await bring('people/import', { name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(staff) });
    await page.getByRole('button', { name: 'Import 4 rows' }).waitFor();
    expect(await page.getByText('Salary').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Import 4 rows' }).click();
    await page.getByRole('link', { name: 'Open the register' }).click();
    await page.getByText('ليلى حداد').first().waitFor();
    expect(await page.getByText('6100').count()).toBe(0);
  });

  it("brings in the organization's own matrix", async () => {
    const name = 'handbook-isms-governance.de.md';
    await bring('accountability/import', {
      name,
      mimeType: 'text/markdown',
      buffer: await readFile(join(documents, 'raci', name)),
    });
    await page.getByRole('button', { name: /^Import \d+ rows$/ }).click();
    await page.getByRole('link', { name: 'Open the matrix' }).click();
    await page.getByRole('grid', { name: 'Accountability matrix' }).waitFor();
    await page.getByLabel('Find a requirement').fill('A.5.15');
    const row = page.getByRole('row').filter({ hasText: 'A.5.15' });
    const accountable = row.getByRole('gridcell', { name: /A\b/ });
    await accountable.first().waitFor();
    expect(await accountable.count()).toBe(1);
  });

  it('keeps what is typed into filled and empty cells', async () => {
    const row = page.getByRole('row').filter({ hasText: 'A.5.15' });
    const accountable = row.getByRole('gridcell', { name: /A\b/ });
    const before = await row.getByRole('gridcell').allInnerTexts();
    await accountable.first().click();
    for (const key of ['Delete', 'C']) {
      const saved = page.waitForResponse(
        (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/accountability'),
      );
      await page.keyboard.press(key);
      expect((await saved).status()).toBe(200);
    }
    await page.reload();
    await page.getByLabel('Find a requirement').fill('A.5.15');
    await row.getByRole('gridcell').first().waitFor();
    const count = (texts: readonly string[], letter: string): number =>
      texts.filter((text) => text.trim() === letter).length;
    const now = async (letter: string): Promise<number> =>
      count(await row.getByRole('gridcell').allInnerTexts(), letter);
    await expect.poll(() => now('A'), { timeout: 10_000 }).toBe(0);
    expect(await now('C')).toBe(count(before, 'C') + 1);
    expect(await row.innerText()).toContain('Nobody answers for this requirement');
  });

  it('takes a paste from a spreadsheet as one change, and undoes and redoes it as one', async () => {
    const row = page.getByRole('row').filter({ hasText: 'A.5.15' });
    const texts = async () => (await row.getByRole('gridcell').allTextContents()).slice(0, 3);
    const before = await texts();
    const writes = () =>
      page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/accountability'));
    await row.getByRole('gridcell').first().click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'S/C\tA/I\tboss\r\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    const dialog = page.getByRole('dialog', { name: 'Paste into the matrix' });
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('1 cell does not fit');
    const pasted = writes();
    await dialog.getByRole('button', { name: 'Change 2 cells' }).click();
    const { cells } = (await (await pasted).json()) as { cells: readonly unknown[] };
    expect(cells).toHaveLength(2);
    for (const [key, wanted] of [
      ['Control+z', before],
      ['Control+y', ['S/C', 'A/I', before[2] ?? '']],
    ] as const) {
      const written = writes();
      await page.keyboard.press(key);
      expect((await written).status()).toBe(200);
      expect(await texts()).toEqual(wanted);
    }
  });

  it('shows the coverage map, and a gap goes when it is fixed', async () => {
    await go('Gaps');
    const vacant = page.getByText('Chief Executive Officer is a mandatory role and has no active holder', {
      exact: false,
    });
    await vacant.first().waitFor();
    await go('Overview');
    await page.getByRole('heading', { name: 'Coverage map' }).waitFor();
    expect(await page.getByRole('link', { name: /^A\.8\.8\b/ }).count()).toBe(1);
    await page.goto(`${muster.url}/o/fjordwerk-as/gaps`);
    await page
      .getByRole('button', { name: /Appoint.*Chief Executive Officer/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Ingrid Solberg', { exact: true }).click();
    await dialog.getByRole('button', { name: /^Appoint/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => vacant.count(), { timeout: 15_000 }).toBe(0);
  });

  it('prints the matrix: tagged, in Norwegian and Arabic names, with the position of the trail', async () => {
    await go('Documents');
    const download = page.waitForEvent('download');
    await page
      .getByRole('region', { name: 'Accountability matrix' })
      .getByRole('button', { name: /PDF, A4/ })
      .click();
    const file = await (await download).path();
    const pdf = await getDocument({ data: new Uint8Array(await readFile(file)) }).promise;
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => pdf.getPage(index + 1)));
    const text = (await Promise.all(pages.map((one) => one.getTextContent())))
      .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
      .join(' ');
    expect(pdf.numPages).toBeGreaterThanOrEqual(4);
    const marks: unknown = await pdf.getMarkInfo();
    expect(marks instanceof Map && marks.get('Marked')).toBe(true);
    expect(await pages[0]?.getStructTree()).not.toBeNull();
    expect(text).toContain('Fjordwerk AS');
    expect(text).toContain('A.8.8');
    expect(text).toContain('Ingrid Solberg');
    expect(text).toMatch(/[0-9a-f]{16}/);
    await pdf.loadingTask.destroy();
  });

  it('keeps all of it in a trail that verifies', async () => {
    await go('Trail');
    await page
      .getByRole('button', { name: /verify|check/i })
      .first()
      .click();
    const verdict = page.getByRole('alert').filter({ hasText: 'The trail is whole' });
    await verdict.waitFor();
    expect(await verdict.innerText()).toMatch(/[0-9a-f]{64}/);
  });

  it('broke nothing in the browser on the way', () => {
    expect(broken).toEqual([]);
  });
});
