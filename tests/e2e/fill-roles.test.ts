import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './matrix/browser.ts';
import { startMuster, type Running } from './muster.ts';

const staff = `Employee ID;First name;Last name;E-mail;Job title;Department;Manager ID;Hire date;Weekly hours
100;Ingrid;Solberg;ingrid.solberg@fjordwerk.example;Managing Director;Management;;2015-01-01;40
101;Tomás;Herrera;tomas.herrera@fjordwerk.example;CISO;Security;100;2019-04-01;40
102;ليلى;حداد;layla.haddad@fjordwerk.example;Head of IT;IT;100;2018-09-01;40
103;Jürgen;Weiß;juergen.weiss@fjordwerk.example;CFO;Finance;100;2017-02-01;32
`;

let muster: Running;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [muster, browser] = await Promise.all([startMuster(), startBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await browser.close();
  await muster.stop();
});

/** How many gaps of a rule the organization has now. */
async function gapsOf(rule: string): Promise<number> {
  const me = (await (await page.request.get(`${muster.url}/api/v1/me`)).json()) as { organizations: { id: string }[] };
  const answer = await page.request.get(
    `${muster.url}/api/v1/organizations/${me.organizations[0]?.id ?? ''}/assessment`,
  );
  const { gaps } = (await answer.json()) as { gaps: { rule: string }[] };
  return gaps.filter((gap) => gap.rule === rule).length;
}

describe('the informal way, from a staff list to mandatory roles filled', () => {
  it('begins with an organization and its imported people', async () => {
    await page.goto(muster.link);
    await page.getByLabel('Your name').fill('Tomás Herrera');
    await page.getByLabel('E-mail address').fill('tomas.herrera@fjordwerk.example');
    await page.getByLabel('Password', { exact: false }).first().fill('correct horse battery');
    await page.getByRole('button', { name: 'Create the administrator' }).click();
    await page.getByLabel('Name of the organization').fill('Fjordwerk AS');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.waitForURL('**/o/fjordwerk-as');
    await page.getByRole('link', { name: 'Fill the roles, step by step' }).click();
    await page.getByRole('link', { name: 'Bring in people' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(staff) });
    await page.getByRole('button', { name: 'Import 4 rows' }).click();
    await page.getByRole('link', { name: 'Open the register' }).waitFor();
    expect(await gapsOf('role.mandatory-vacant')).toBe(5);
  });

  it('proposes who could hold each, the CISO for the security manager, and works out what it comes to', async () => {
    await page.goto(`${muster.url}/o/fjordwerk-as/roles/begin`);
    const proposed = page.getByRole('combobox', { name: 'Holder of Information Security Manager' });
    await proposed.waitFor();
    expect(await proposed.inputValue()).toBe('Tomás Herrera');
    expect(await page.getByRole('combobox', { name: 'Holder of Chief Executive Officer' }).inputValue()).toBe(
      'Ingrid Solberg',
    );
    const why = page.getByText('Job title: CISO, close to it as Chief Information Security Officer.');
    expect(await why.count()).toBeGreaterThan(0);
    const effect = page.getByRole('complementary', { name: 'What it comes to' });
    await effect.getByText(/This would close \d+ gaps/).waitFor();
    await page.getByRole('button', { name: 'A deputy of Information Security Manager' }).click();
    const deputy = page.getByRole('combobox', { name: 'Deputy of Information Security Manager' });
    await deputy.click();
    await page.getByRole('option', { name: /ليلى حداد/ }).click();
    await effect.getByText(/This would create \d+ gaps?/).waitFor();
  });

  it('saves them as one change, and the mandatory roles are filled', async () => {
    await page.getByRole('button', { name: /^Save \d+ appointments$/ }).click();
    await page.getByText('The mandatory roles are filled.').waitFor();
    expect(await gapsOf('role.mandatory-vacant')).toBe(0);
    // Who asked for them approves none of them; together they are one piece of advice.
    expect(await gapsOf('role.not-approved')).toBe(1);
    expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
    await page.goto(`${muster.url}/o/fjordwerk-as/roles/begin`);
    await page.getByText('The mandatory roles are filled.').waitFor();
  });

  it('takes an approval on paper for what one asked for oneself', async () => {
    await page.goto(`${muster.url}/o/fjordwerk-as/roles`);
    await page.getByRole('link', { name: 'Chief Executive Officer', exact: true }).click();
    await page.getByText('You asked for it: somebody else approves.').waitFor();
    await page.getByRole('button', { name: /^Signed on paper: Ingrid Solberg/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Who signed').fill('Ingrid Solberg');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dialog.getByText(/Ingrid Solberg is the one appointed/).waitFor();
    await dialog.getByLabel('Who signed').fill('Chair of the board');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await page.getByText(/Approved on paper by Chair of the board on/).waitFor();
    expect(await dialog.count()).toBe(0);
  });
});
