/**
 * Walks through every page of a running demonstration, takes a screenshot of each in light and dark and at several
 * widths, and runs axe over it. Exits with 1 when axe finds something, a page throws, or a policy is violated.
 *
 *   node tests/e2e/tour.ts FOLDER SIGNED-IN-LINK [--only NAME,NAME] [--widths 1280,1920] [--organization SLUG]
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

interface Stop {
  readonly name: string;
  readonly path: string;
  /** What to do before the picture. */
  readonly act?: (page: Page) => Promise<void>;
  readonly widths?: readonly number[];
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    widths: { type: 'string', default: '1280,1920' },
    organization: { type: 'string' },
  },
});
const [folder, link] = positionals;
if (folder === undefined || link === undefined) {
  say(
    'usage: node tests/e2e/tour.ts FOLDER SIGNED-IN-LINK [--only NAME,NAME] [--widths 1280,1920] [--organization SLUG]',
  );
  process.exit(2);
}
const origin = new URL(link).origin;
const widths = values.widths.split(',').map(Number);

/** The first row's id of a list in the API, with the cookies of the browser. */
async function firstId(context: BrowserContext, address: string): Promise<string> {
  const answer: unknown = await (await context.request.get(`${origin}${address}`)).json();
  const rows = Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows;
  return (rows[0] as { id: string }).id;
}

const openFirstFix = async (page: Page): Promise<void> => {
  await page.locator('main button[aria-haspopup="dialog"]').first().click();
  await page.getByRole('dialog').waitFor();
};

async function stopsOf(context: BrowserContext): Promise<readonly Stop[]> {
  const me = (await (await context.request.get(`${origin}/api/v1/me`)).json()) as {
    organizations: { id: string; slug: string }[];
  };
  const organization = me.organizations.find(({ slug }) => slug === values.organization) ?? me.organizations[0];
  if (organization === undefined) return [];
  const api = `/api/v1/organizations/${organization.id}`;
  const o = `/o/${organization.slug}`;
  const person = await firstId(context, `${api}/people?limit=1`);
  const role = await firstId(context, `${api}/roles`);
  return [
    { name: 'overview', path: o },
    {
      name: 'overview-tile',
      path: o,
      act: async (page) => {
        await page.locator('a[data-requirement="A.5.9"]').focus();
      },
    },
    { name: 'overview-filtered', path: `${o}?aspect=accountable&severity=major` },
    { name: 'overview-recorded', path: `${o}?on=2026-01-01` },
    { name: 'gaps', path: `${o}/gaps` },
    { name: 'gaps-fix', path: `${o}/gaps`, act: openFirstFix },
    { name: 'requirement-clause', path: `${o}/requirements/5.3` },
    { name: 'requirement-control', path: `${o}/requirements/A.8.8` },
    { name: 'checklists', path: `${o}/checklists` },
    { name: 'checklists-audit', path: `${o}/checklists?list=audit` },
    { name: 'documents', path: `${o}/documents` },
    { name: 'trail', path: `${o}/trail` },
    {
      name: 'trail-verified',
      path: `${o}/trail`,
      act: async (page) => {
        await page.getByRole('button', { name: 'Verify the trail' }).click();
        await page.getByRole('alert').waitFor();
      },
    },
    { name: 'people', path: `${o}/people` },
    { name: 'people-import', path: `${o}/people/import` },
    { name: 'person', path: `${o}/people/${person}` },
    { name: 'person-leave', path: `${o}/people/${person}/leave` },
    { name: 'roles', path: `${o}/roles` },
    { name: 'role', path: `${o}/roles/${role}` },
    { name: 'accountability', path: `${o}/accountability` },
    { name: 'accountability-import', path: `${o}/accountability/import` },
    { name: 'applicability', path: `${o}/applicability` },
    { name: 'settings', path: `${o}/settings` },
    { name: 'settings-members', path: `${o}/settings/members` },
    { name: 'settings-password', path: `${o}/settings/password` },
    { name: 'organizations', path: '/organizations', widths: [1280, 390] },
    { name: 'organizations-new', path: '/organizations/new', widths: [1280, 390] },
    { name: 'not-found', path: `${o}/nowhere` },
    {
      name: 'error',
      path: `${o}/gaps`,
      act: async (page) => {
        const problem = {
          type: 'about:blank',
          title: 'Error',
          status: 500,
          detail: 'Something went wrong on the server.',
        };
        const body = JSON.stringify({ ...problem, code: 'internal', instance: 'urn:muster:request:0199-tour' });
        await page.route('**/assessment*', (route) =>
          route.fulfill({ status: 500, contentType: 'application/problem+json', body }),
        );
        await page.reload({ waitUntil: 'networkidle' });
        await page.getByRole('alert').waitFor();
        await page.unroute('**/assessment*');
      },
    },
    {
      name: 'palette',
      path: o,
      act: async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('textbox', { name: 'Search and commands' }).fill('log');
        await page.getByText('A.8.15').first().waitFor();
      },
    },
    {
      name: 'shortcuts',
      path: o,
      act: async (page) => {
        await page.keyboard.press('?');
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'sign-in', path: '/sign-in', widths: [1280, 390] },
    { name: 'invitation-gone', path: '/invitation/none', widths: [1280, 390] },
  ];
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
await mkdir(folder, { recursive: true });
let problems = 0;
const complain = (line: string): void => {
  problems += 1;
  say(`  ${line}`);
};

for (const scheme of ['light', 'dark'] as const) {
  const context = await browser.newContext({ colorScheme: scheme, reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  let at = '';
  page.on('pageerror', (error) => complain(`${at}: page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (40[14]|500)/.test(message.text()))
      complain(`${at}: ${message.text()}`);
  });
  await page.goto(link, { waitUntil: 'networkidle' });
  const only = values.only?.split(',');
  for (const stop of await stopsOf(context)) {
    if (only !== undefined && !only.includes(stop.name)) continue;
    for (const width of stop.widths ?? widths) {
      at = `${stop.name} ${scheme} ${width}`;
      await page.setViewportSize({ width, height: width > 1600 ? 1080 : width < 500 ? 844 : 800 });
      await page.goto(`${origin}${stop.path}`, { waitUntil: 'networkidle' });
      try {
        await stop.act?.(page);
      } catch (error) {
        complain(`${at}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
      }
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(folder, `${stop.name}-${scheme}-${width}.png`) });
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, help, nodes } of violations)
        complain(
          `${at}: axe ${id}: ${help} (${nodes.length}): ${nodes
            .slice(0, 2)
            .map(({ html, any }) => `${html.slice(0, 140)} ${any[0]?.message ?? ''}`)
            .join(' | ')}`,
        );
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) complain(`${at}: ${overflow}px wider than the window`);
    }
  }
  await context.close();
}
await browser.close();
say(problems === 0 ? 'Nothing to complain about.' : `${problems} problems.`);
process.exit(problems === 0 ? 0 : 1);
