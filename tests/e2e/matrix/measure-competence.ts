import type { Page } from 'playwright-core';
import { median } from '../../../bench/result.ts';
import { startMuster } from '../muster.ts';
import { startBrowser } from './browser.ts';
import { painted, scrolled, typed } from './probe.ts';

const PEOPLE = 5000;
const COMPETENCES = 60;
const SHIPPED = 39;
const ROUNDS = 5;
/** One cell in five is filled. */
const FILLED = 5;

const names = Array.from({ length: PEOPLE }, (_, at) => `Person x${at}q`);
const isFilled = (row: number, column: number): boolean => (row * 7 + column * 3) % FILLED === 0;
const levelAt = (row: number, column: number): number => 1 + ((row + column) % 5);

const csv = ['Name,E-mail,Department', ...names.map((name, at) => `${name},p${at}@many.example,Unit ${at % 40}`)].join(
  '\n',
);

/** The same levels as a plain table with frozen headings: what the browser itself needs for so much to show. */
const plain = `<!doctype html><title>Yardstick</title><style>
div{height:600px;width:1000px;overflow:auto;font:12px sans-serif}table{border-collapse:separate;border-spacing:0}
td{min-width:38px;height:32px;text-align:center;border-bottom:1px solid #ddd}th{position:sticky;background:#fff}
thead th{top:0}tbody th{left:0;min-width:240px;text-align:start}</style>
<div role="grid"><table><thead><tr><th></th>${Array.from({ length: COMPETENCES }, (_, at) => `<th>Skill ${at}</th>`).join('')}</tr></thead><tbody>${names
  .map(
    (name, row) =>
      `<tr><th>${name}</th>${Array.from({ length: COMPETENCES }, (_, at) => `<td role="gridcell"${row === 3 && at === 3 ? ' data-target' : ''}>${isFilled(row, at) ? levelAt(row, at) : ''}</td>`).join('')}</tr>`,
  )
  .join('')}</tbody></table></div>`;

/** Asks the API as the page does; runs in the browser, whose cookies it carries. */
const ask = async ([method, address, type, body]: readonly [string, string, string, string]): Promise<string> => {
  const init = method === 'GET' ? {} : { headers: { 'content-type': type }, body };
  const answer = await fetch(address, { method, ...init });
  const text = await answer.text();
  if (!answer.ok) throw new TypeError(text);
  return text;
};

/** Fills the organization with people, with competences up to 60, and with judgements of every fifth cell. */
async function fill(page: Page, api: string): Promise<void> {
  const call = (method: string, path: string, body: unknown = null) =>
    page.evaluate(ask, [method, `${api}${path}`, 'application/json', JSON.stringify(body)] as const);
  await page.evaluate(ask, [
    'POST',
    `${api}/people/import?name=many.csv&dryRun=false`,
    'application/octet-stream',
    csv,
  ] as const);
  for (let at = SHIPPED; at < COMPETENCES; at += 1)
    await call('POST', '/competence/competences', {
      key: `skill-${at}`,
      name: `Skill ${at}`,
      description: '',
      group: 'Own',
      aliases: [],
      refreshMonths: null,
      levels: [],
    });
  const matrix = JSON.parse(await call('GET', '/competence/matrix?columns=all')) as {
    competences: { key: string }[];
    people: [id: string, name: string][];
  };
  const cells = matrix.people
    .filter(([, name]) => name.startsWith('Person x'))
    .flatMap(([personId], row) =>
      matrix.competences.flatMap(({ key: competence }, column) =>
        isFilled(row, column) ? [{ personId, competence, seen: '', edit: { level: levelAt(row, column) } }] : [],
      ),
    );
  const terms = { on: '2026-01-15', method: 'manager', assessorId: null, assessorName: 'Lead', reference: null };
  for (let at = 0; at < cells.length; at += 5000)
    await call('PUT', '/competence/matrix', { cells: cells.slice(at, at + 5000), terms });
}

async function measured(page: Page, address: string, keys: readonly [string, string]) {
  const loads: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(address);
    loads.push(await page.evaluate(painted));
  }
  await page.locator('[role=gridcell]').nth(40).click();
  const edit = await page.evaluate(typed, keys);
  await page.waitForLoadState('networkidle');
  const across = await page.evaluate(scrolled, [40, 40] as const);
  return { load: median(loads), edit, frames: await page.evaluate(scrolled, [0, 60] as const), across };
}

// Run by the bench `competence`: milliseconds to the first cells and from key to paint, frames a second down and in both
// directions, and what the server needs for the answer.

const muster = await startMuster('--demo');
const browser = await startBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(muster.link);
  await page.waitForURL('**/o/**');
  const { pathname } = new URL(page.url());
  const me = JSON.parse(await page.evaluate(ask, ['GET', '/api/v1/me', '', ''] as const)) as {
    organizations: { id: string }[];
  };
  const api = `/api/v1/organizations/${me.organizations[0]?.id}`;
  await fill(page, api);
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    bytes = (await page.evaluate(ask, ['GET', `${api}/competence/matrix`, '', ''] as const)).length;
    times.push(performance.now() - began);
  }
  await page.route('**/yardstick', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: plain }));
  const theirs = await measured(page, `${muster.url}/yardstick`, ['r', 'c']);
  const ours = await measured(page, `${muster.url}/o/${pathname.split('/')[2]}/competence`, ['2', '3']);
  const server = median(times);
  process.stdout.write(`${JSON.stringify({ rows: PEOPLE, columns: COMPETENCES, ours, theirs, server, bytes })}\n`);
} finally {
  await browser.close();
  await muster.stop();
}
