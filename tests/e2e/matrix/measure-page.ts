import type { Page } from 'playwright-core';
import { median } from '../../../bench/result.ts';
import { requirements } from '../../../src/domain/catalogue.ts';
import { startMuster } from '../muster.ts';
import { startBrowser } from './browser.ts';
import { painted, scrolled, typed } from './probe.ts';

const ROLES = 500;
const ROUNDS = 5;
const letters = ['A', 'R', 'S', 'C', 'I'];

const names = Array.from({ length: ROLES }, (_, at) => `Bureau x${at}q`);
const cellAt = (row: number, column: number): string =>
  column === row % 11
    ? 'A'
    : column === (row % 11) + 1
      ? 'R'
      : (row * 31 + column * 17) % 23 < 3
        ? (letters[(row + column) % 5] ?? '')
        : '';

const csv = [
  ['Number', 'Requirement', ...names, 'Check'],
  ...requirements.map(({ id, title }, row) => [
    id,
    title.replaceAll(',', ' '),
    ...names.map((_, at) => cellAt(row, at)),
    '',
  ]),
]
  .map((cells) => cells.join(','))
  .join('\n');

/** The same letters as a plain table with frozen headings: what the browser itself needs for so much to show. */
const plain = `<!doctype html><title>Yardstick</title><style>
div{height:600px;width:1000px;overflow:auto;font:12px sans-serif}table{border-collapse:separate;border-spacing:0}
td{min-width:38px;height:28px;text-align:center;border-bottom:1px solid #ddd}th{position:sticky;background:#fff}
thead th{top:0}tbody th{left:0;min-width:320px;text-align:start}</style>
<div role="grid"><table><thead><tr><th></th>${names.map((name) => `<th>${name}</th>`).join('')}</tr></thead><tbody>${requirements
  .map(
    ({ id, title }, row) =>
      `<tr><th>${id} ${title}</th>${names.map((_, at) => `<td role="gridcell"${row === 3 && at === 3 ? ' data-target' : ''}>${cellAt(row, at)}</td>`).join('')}</tr>`,
  )
  .join('')}</tbody></table></div>`;

interface Measured {
  readonly load: number;
  readonly edit: number;
  readonly frames: number;
}

async function measured(page: Page, address: string): Promise<Measured> {
  const loads: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(address);
    loads.push(await page.evaluate(painted));
  }
  await page.locator('[role=gridcell]').nth(40).click();
  const edit = await page.evaluate(typed, ['r', 'c'] as const);
  // The letters are saved and what they mean is asked anew; then somebody scrolls.
  await page.waitForLoadState('networkidle');
  return { load: median(loads), edit, frames: await page.evaluate(scrolled, [40, 40] as const) };
}

// Run by the bench `matrix`: prints milliseconds to the first cells, milliseconds from key to paint, and frames a second.

const muster = await startMuster('--demo');
const browser = await startBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(muster.link);
  await page.waitForURL('**/o/**');
  const { pathname } = new URL(page.url());
  await page.evaluate(async (text) => {
    const me = (await (await fetch('/api/v1/me')).json()) as { organizations: { id: string }[] };
    const address = `/api/v1/organizations/${me.organizations[0]?.id}/accountability/import?name=wide.csv&dryRun=false`;
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new TextEncoder().encode(text),
    });
    if (!answer.ok) throw new TypeError(await answer.text());
  }, csv);
  await page.route('**/yardstick', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: plain }));
  const theirs = await measured(page, `${muster.url}/yardstick`);
  const ours = await measured(page, `${muster.url}/o/${pathname.split('/')[2]}/accountability?columns=all`);
  process.stdout.write(JSON.stringify({ rows: requirements.length, columns: ROLES, ours, theirs }));
} finally {
  await browser.close();
  await muster.stop();
}
