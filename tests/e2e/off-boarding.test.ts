import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './matrix/browser.ts';
import { startMuster, type Running } from './muster.ts';

interface Gap {
  readonly rule: string;
  readonly subject: { readonly id: string; readonly label: string };
  readonly facts: readonly { readonly id: string }[];
}

const leaving = 'Agnieszka Zielińska-Bąk';

let muster: Running;
let browser: Browser;
let page: Page;
let api = '';
let personId = '';

beforeAll(async () => {
  [muster, browser] = await Promise.all([startMuster('--demo'), startBrowser()]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  page.setDefaultTimeout(20_000);
  await page.goto(muster.link);
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
});

afterAll(async () => {
  await browser.close();
  await muster.stop();
});

const get = async <T>(path: string): Promise<T> => (await (await page.request.get(`${api}${path}`)).json()) as T;

/** Gaps that say that something is left without anybody, by their subject and what they rest on. */
const orphans = async (): Promise<readonly string[]> => {
  const { gaps } = await get<{ gaps: readonly Gap[] }>('/assessment');
  return gaps
    .filter(({ rule }) =>
      [
        'role.mandatory-vacant',
        'role.holder-left',
        'rasci.unresolved',
        'rasci.no-accountable',
        'rasci.no-responsible',
      ].includes(rule),
    )
    .map(({ rule, subject }) => `${rule} ${subject.label}`)
    .toSorted();
};

describe('somebody leaves', () => {
  it('shows what would be left without anybody, and hands it over with one button', async () => {
    const me = (await (await page.request.get(`${muster.url}/api/v1/me`)).json()) as {
      organizations: { id: string; slug: string }[];
    };
    const organization = me.organizations[0];
    api = `${muster.url}/api/v1/organizations/${organization?.id ?? ''}`;
    const { rows } = await get<{ rows: { id: string; roles: { name: string }[] }[] }>(
      `/people?search=${encodeURIComponent(leaving)}`,
    );
    personId = rows[0]?.id ?? '';
    expect(rows[0]?.roles.length).toBeGreaterThan(0);
    const before = await orphans();

    await page.goto(`${muster.url}/o/${organization?.slug ?? ''}/people/${personId}`);
    await page.getByRole('link', { name: 'End engagement' }).click();
    await page.getByRole('heading', { level: 1, name: `${leaving} leaves` }).waitFor();
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Last day', { exact: false }).first().fill(yesterday);
    const everything = page.getByRole('combobox', { name: 'Everything to one person' });
    await everything.fill('Tjarks');
    await page.getByRole('option', { name: /Hauke Tjarks/ }).click();
    await page.getByText(/^\d+ of \d+ roles handed over, 0 just end/).waitFor();
    expect(await page.getByText('will be held by nobody').count()).toBe(0);
    await page.getByRole('button', { name: 'End the engagement' }).click();
    await page.getByText('Ended').first().waitFor();

    const after = await orphans();
    expect(after.filter((orphan) => !before.includes(orphan))).toEqual([]);
  });

  it('leaves the name on what is past: the day before, the roles are held', async () => {
    const dayBefore = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const then = await get<{ state: string; roles: { id: string; name: string }[] }>(
      `/people/${personId}?on=${dayBefore}`,
    );
    const now = await get<{ state: string; roles: unknown[] }>(`/people/${personId}`);
    expect([then.state, now.state, now.roles]).toEqual(['active', 'ended', []]);
    const role = then.roles[0];
    await page.goto(`${page.url().split('/people/')[0] ?? ''}/roles/${role?.id ?? ''}?on=${dayBefore}`);
    await page.getByRole('heading', { level: 1, name: role?.name ?? '' }).waitFor();
    await page.getByRole('link', { name: leaving }).first().waitFor();
    expect(await page.getByRole('link', { name: leaving }).count()).toBeGreaterThan(0);
  });
});
