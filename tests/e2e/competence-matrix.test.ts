import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './matrix/browser.ts';
import { startMuster, type Running } from './muster.ts';

let muster: Running;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [muster, browser] = await Promise.all([startMuster('--demo'), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  page.setDefaultTimeout(15_000);
  await page.goto(muster.link);
  await page.waitForURL(/\/o\//);
});

afterAll(async () => {
  await browser.close();
  await muster.stop();
});

const saved = () => page.getByText('All changes saved').waitFor();
/** What the bar under the matrix says of the active cell. */
const bar = (words: string) => page.locator('[id$="-detail"]').getByText(words).first();

async function openMatrix(): Promise<void> {
  const { pathname } = new URL(page.url());
  await page.goto(`${muster.url}/o/${pathname.split('/')[2] ?? ''}/competence?search=Wierzbicki&columns=all`);
  const grid = page.getByRole('grid', { name: 'People by competence' });
  await grid.waitFor();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await bar('Wierzbicki').waitFor();
}

describe('a level typed into the matrix of people by competence', () => {
  it('is a judgement that stays, says who judged it, and can be undone', async () => {
    await openMatrix();
    const before = await page.locator('[id$="-detail"]').innerText();
    expect(before).not.toContain('2 by manager');
    await page.keyboard.press('2');
    await saved();
    await bar('2 by manager').waitFor();
    await page.keyboard.press('5');
    await saved();
    await bar('5 by manager').waitFor();
    await page.keyboard.press('Control+z');
    await saved();
    await bar('2 by manager').waitFor();

    await page.reload();
    await openMatrix();
    await bar('2 by manager').waitFor();
    // What another visit wrote is history: Delete does not take it away.
    await page.keyboard.press('Delete');
    await page.getByRole('alert').getByText('A judgement is history').waitFor();
    await bar('2 by manager').waitFor();
  });
});
