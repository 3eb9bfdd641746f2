import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './matrix/browser.ts';
import { startMuster, type Running } from './muster.ts';

let muster: Running;
let browser: Browser;
let [ana, ben]: [Page, Page] = [] as never;

beforeAll(async () => {
  [muster, browser] = await Promise.all([startMuster(), startBrowser()]);
  [ana, ben] = await Promise.all([newPage(), newPage()]);
});
afterAll(async () => {
  await browser.close();
  await muster.stop();
});

async function newPage(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(20_000);
  return page;
}
const openVersions = async (page: Page): Promise<void> => {
  await page.goto(`${muster.url}/o/birke-gmbh/applicability`);
  await page.getByRole('button', { name: /^Versions/ }).click();
};

describe('the statement of applicability is approved by a second person', () => {
  it('whom the first one invited to decide', async () => {
    await ana.goto(muster.link);
    await ana.getByLabel('Your name').fill('Ana Silva');
    await ana.getByLabel('E-mail address').fill('ana@birke.example');
    await ana.getByLabel('Password', { exact: false }).first().fill('correct horse battery');
    await ana.getByRole('button', { name: 'Create the administrator' }).click();
    await ana.getByLabel('Name of the organization').fill('Birke GmbH');
    await ana.getByRole('button', { name: 'Begin' }).click();
    await ana.waitForURL('**/o/birke-gmbh');
    const me = (await (await ana.request.get(`${muster.url}/api/v1/me`)).json()) as {
      organizations: readonly { readonly id: string }[];
    };
    const invited = await ana.request.post(
      `${muster.url}/api/v1/organizations/${me.organizations[0]?.id ?? ''}/invitations`,
      { data: { email: 'ben@birke.example', permission: 'approver' }, headers: { origin: muster.url } },
    );
    const { token } = (await invited.json()) as { readonly token: string };
    await ben.goto(`${muster.url}/invitation/${token}`);
    await ben.getByLabel('Your name').fill('Ben Okafor');
    await ben.getByLabel('Password', { exact: false }).first().fill('battery horse correct');
    await ben
      .getByRole('button', { name: /join|accept/i })
      .first()
      .click();
    await ben.waitForURL('**/o/birke-gmbh');
    expect(new URL(ben.url()).pathname).toBe('/o/birke-gmbh');
  });

  it('once it is put forward, and not by who did that', async () => {
    await ana.goto(`${muster.url}/o/birke-gmbh/applicability`);
    await ana.getByLabel('Why A.5.1 is in or out').fill('Customers ask for it.');
    const saved = ana.waitForResponse((answer) => answer.request().method() === 'PUT');
    await ana.keyboard.press('Enter');
    expect((await saved).status()).toBe(200);
    await openVersions(ana);
    await ana.getByRole('button', { name: 'Submit for approval' }).click();
    await ana.getByLabel('Note for who approves').fill('For stage 1');
    await ana.getByRole('button', { name: 'Submit', exact: true }).click();
    await ana.getByRole('button', { name: 'Withdraw' }).waitFor();
    expect(await ana.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
    const api = await ana.evaluate(async () => {
      const me = (await (await fetch('/api/v1/me')).json()) as { organizations: { id: string }[] };
      const at = `/api/v1/organizations/${me.organizations[0]?.id ?? ''}/document-versions`;
      const { versions } = (await (await fetch(`${at}?document=statement-of-applicability`)).json()) as {
        versions: { id: string; version: number }[];
      };
      const [version] = versions;
      const answer = await fetch(`${at}/${version?.id ?? ''}/decision`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'if-match': `"${version?.version ?? 0}"` },
        body: JSON.stringify({ verdict: 'approved' }),
      });
      return [answer.status, ((await answer.json()) as { detail: string }).detail] as const;
    });
    expect(api).toEqual([403, 'Who puts a version forward does not approve it: a second person decides.']);
  });

  it('and the printed document says who approved it', async () => {
    await openVersions(ben);
    await ben.getByRole('button', { name: 'Approve', exact: true }).click();
    await ben.getByText(/^Approved by Ben Okafor/).waitFor();
    const download = ben.waitForEvent('download');
    await ben.getByRole('group', { name: 'Download version 1' }).getByRole('link', { name: 'PDF' }).click();
    const pdf = await getDocument({ data: new Uint8Array(await readFile(await (await download).path())) }).promise;
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    expect(text).toContain('Version 1');
    expect(text).toMatch(/Approved by Ben Okafor on \d{4}-\d\d-\d\d/);
    expect(text).toContain('Put forward by Ana Silva');
    await pdf.loadingTask.destroy();
  });
});
