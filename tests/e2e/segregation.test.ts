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

// Read once, so that midnight may come while the test runs.
const began = Date.now();
const day = (offset: number): string => new Date(began + offset * 86_400_000).toISOString().slice(0, 10);

/** The page of segregation with the facts of a day. */
async function segregationOn(date: string | null): Promise<void> {
  const { pathname } = new URL(page.url());
  const slug = pathname.split('/')[2] ?? '';
  await page.goto(`${muster.url}/o/${slug}/segregation${date === null ? '' : `?on=${date}`}`);
  await page.getByRole('heading', { level: 1, name: 'Segregation of duties' }).waitFor();
  await page.getByRole('table', { name: 'Rules' }).waitFor();
}

const conflict = (words: string) => page.getByText(words, { exact: false });

describe('one person who asks for access and approves it', () => {
  it('is found as soon as it is said who does what', async () => {
    await segregationOn(null);
    for (const activity of ['Access requester', 'Access approver']) {
      await page.getByRole('button', { name: 'Say who does what' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'Activity' }).click();
      await page.getByRole('option', { name: activity, exact: true }).click();
      await dialog.getByText('Person', { exact: true }).click();
      await dialog.getByRole('combobox', { name: 'Person' }).fill('Wierzbicki');
      await page.getByRole('option', { name: /Wierzbicki/ }).click();
      await dialog.getByLabel('System or area').fill('Directory');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    const found = conflict('acts as access requester and as access approver (Directory)');
    await found.waitFor();
    expect(await found.count()).toBe(1);
  });

  it('may go on under a compensating control with an owner, approved by somebody else', async () => {
    const line = page
      .getByRole('listitem')
      .or(page.getByRole('row'))
      .filter({ hasText: 'access requester and as access approver' })
      .first();
    await line.getByRole('button', { name: /Compensate/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What is done instead').fill('Requests and rights are compared each month.');
    await dialog.getByRole('textbox', { name: 'Approved by' }).fill('tomasz wierzbicki');
    await dialog.getByLabel('Counts until').fill(day(100));
    await dialog.getByRole('button', { name: 'Compensate' }).click();
    await dialog.getByText('cannot approve the control of an own conflict').waitFor();
    await dialog.getByRole('textbox', { name: 'Approved by' }).fill('Supervisory board');
    await dialog.getByRole('button', { name: 'Compensate' }).click();
    await dialog.waitFor({ state: 'detached' });
    const compensated = conflict('A compensating control approved by Supervisory board counts until');
    await compensated.waitFor();
    expect(await compensated.count()).toBe(1);
  });

  it('is reminded of in time, and is a conflict again from the day after its last', async () => {
    await segregationOn(day(60));
    await page.getByText('Letters, statuses and approved versions have no date of their own').waitFor();
    expect(await conflict('Renew it with an approval').count()).toBe(0);
    await segregationOn(day(80));
    await conflict('Renew it with an approval').first().waitFor();
    await segregationOn(day(100));
    await conflict('A compensating control approved by Supervisory board counts until').waitFor();
    await segregationOn(day(101));
    await conflict(`The compensating control counted until ${day(100)}.`).waitFor();
  });
});
