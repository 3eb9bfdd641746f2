import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, addMonths, plainDate } from '../../src/kernel/date.ts';
import { pagesOf } from '../factories/pdf.ts';
import { startBrowser } from './matrix/browser.ts';
import { startMuster, type Running } from './muster.ts';
import { paper } from './paper.ts';

interface Gap {
  readonly rule: string;
  readonly subject: { readonly id: string };
}

const today = plainDate(new Date().toISOString().slice(0, 10));
/** The first day on which what is judged today no longer counts: incident management is refreshed every year. */
const expiry = addMonths(today, 12);

let muster: Running;
let browser: Browser;
let [ana, ben]: [Page, Page] = [] as never;
/** Addresses of the organization's pages and routes. */
let [pages, api, noor] = ['', '', ''];

async function enter(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function send<T>(context: BrowserContext, path: string, data: object, method = 'POST'): Promise<T> {
  const answer = await context.request.fetch(path, { method, data, headers: { origin: muster.url } });
  if (!answer.ok()) throw new TypeError(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** What keeps Noor from being covered, by the rules of competence and training. */
async function gapsOfNoor(on = today): Promise<readonly string[]> {
  const answer = await ana.request.get(`${api}/assessment?on=${on}`);
  const { gaps } = (await answer.json()) as { readonly gaps: readonly Gap[] };
  return gaps.flatMap(({ rule, subject }) =>
    subject.id === noor && /^(competence|training)\./.test(rule) ? [rule] : [],
  );
}

beforeAll(async () => {
  [muster, browser] = await Promise.all([startMuster(), startBrowser()]);
  [ana, ben] = await Promise.all([enter(), enter()]);
  const write = <T>(path: string, data: object, method?: string): Promise<T> =>
    send<T>(ana.context(), path, data, method);
  const v1 = `${muster.url}/api/v1`;
  const token = muster.link.split('#')[1] ?? '';
  const password = 'correct horse battery';
  await write(`${v1}/setup`, { token, name: 'Ana Silva', email: 'ana@reed.example', password });
  const { id, slug } = await write<{ id: string; slug: string }>(`${v1}/organizations`, {
    name: 'Reed ApS',
    start: 'empty',
  });
  [pages, api] = [`${muster.url}/o/${slug}`, `${v1}/organizations/${id}`];
  const made = async (path: string, data: object): Promise<string> =>
    (await write<{ id: string }>(api + path, data)).id;
  const invited = await write<{ token: string }>(`${api}/invitations`, {
    email: 'ben@reed.example',
    permission: 'approver',
  });
  await send(ben.context(), `${v1}/invitations/${invited.token}`, { account: { name: 'Ben Okafor', password } });

  const competences = [{ competence: 'incident-management', level: 4, required: true }];
  const roleId = await made('/roles', {
    key: 'incident-manager',
    name: 'Incident manager',
    mandatory: false,
    aliases: [],
    responsibilities: [],
    competences,
    external: 'no',
    needsDeputy: false,
    fallbackKey: null,
  });
  noor = await made('/people', {
    name: 'Noor Haddad',
    email: 'noor@reed.example',
    externalId: null,
    kind: 'internal',
    unit: 'Operations',
    site: null,
    jobTitle: 'Duty manager',
    managerId: null,
    from: '2020-01-01',
    to: null,
    weeklyHours: 40,
    costRate: null,
  });
  await made('/appointments', {
    personId: noor,
    roleId,
    capacity: 'holder',
    from: '2020-01-01',
    to: null,
    hoursPerWeek: 16,
    appointedBy: null,
    note: '',
  });
  const cell = { requirementId: 'A.5.24', roleId, personId: null, letters: ['A', 'R'], version: null };
  await write(`${api}/accountability`, { edits: [cell] }, 'PUT');
  // Level 4 was certified and is over; at work level 2 was seen since.
  const judged = { competence: 'incident-management' };
  const certificate = { method: 'certificate', level: 4, reference: 'IM-2201', to: addDays(today, -120) };
  await made(`/people/${noor}/judgements`, { ...judged, ...certificate, on: addDays(today, -1100) });
  await made(`/people/${noor}/judgements`, { ...judged, method: 'observed', level: 2, on: addDays(today, -100) });
  await made('/measures', {
    name: 'Incident leadership exercise',
    kind: 'exercise',
    description: '',
    provider: 'Harbour Academy',
    cost: { minor: 120_000, currency: 'EUR' },
    hours: 16,
    competences: [{ competence: 'incident-management', level: 4 }],
    evidenceKind: null,
    repeatMonths: null,
    effectiveness: { method: 'observed', afterDays: 0 },
    audience: null,
    withdrawn: false,
  });
});
afterAll(async () => {
  await browser.close();
  await muster.stop();
});

const main = (page: Page) => page.getByRole('main');

it('shows the gap of who has to be at level 4 and is at level 2 since a certificate ended', async () => {
  await ana.goto(`${pages}/gaps`);
  await ana.getByRole('textbox', { name: 'Search in gaps' }).fill('Noor Haddad');
  await main(ana)
    .getByText(/^As Incident manager, Noor Haddad needs Incident management at level 4 \(certificate/)
    .waitFor();
  expect(await gapsOfNoor()).toEqual(['competence.expired']);
  await main(ana).getByRole('link', { name: 'Noor Haddad' }).first().click();
  await main(ana).getByRole('link', { name: 'Competence', exact: true }).click();
  await main(ana).getByText('Expired, proves 2 of 4').waitFor();
});

it('plans a training from the gap, which a second person approves', async () => {
  await ana.getByRole('link', { name: 'Noor Haddad', exact: true }).click();
  await ana.getByRole('link', { name: 'Plan from gaps' }).click();
  const proposed = ana.getByRole('table', { name: 'Proposed trainings' });
  await proposed.getByRole('row').filter({ hasText: 'Incident leadership exercise' }).waitFor();
  await ana.getByRole('button', { name: 'Ask for 1 training' }).click();
  await ana.getByText('1 training asked for. Somebody else approves it.').waitFor();
  await ana.getByRole('link', { name: 'Noor Haddad: Incident leadership exercise' }).click();
  await ana.getByText('You asked for it: somebody else has to approve it.').waitFor();
  expect(await ana.getByRole('button', { name: /^Approve \d/ }).count()).toBe(0);

  await ben.goto(`${pages}/training?show=waiting`);
  await ben.getByRole('checkbox', { name: 'Choose all loaded' }).check();
  await ben.getByRole('button', { name: 'Approve 1' }).click();
  await ben.getByText('1 training approved.').waitFor();
  await ana.reload();
  await ana.getByText(/^Approved by Ben Okafor on/).waitFor();
});

it('is done with evidence, and leaves the gap open until its effect is checked', async () => {
  await ana.getByRole('button', { name: 'Done…' }).click();
  const dialog = ana.getByRole('dialog');
  const file = { name: 'Exercise report.pdf', mimeType: 'application/pdf', buffer: paper(['Led the exercise']) };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByText('1 file kept.').waitFor();
  await dialog.getByRole('button', { name: 'Record as done' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await main(ana).getByRole('button', { name: 'Preview Exercise report.pdf' }).waitFor();
  expect((await gapsOfNoor()).toSorted()).toEqual(['competence.expired', 'training.not-evaluated']);
});

it('closes the gap by the level that the check of its effect showed', async () => {
  await ana.getByRole('button', { name: 'Check the effect…' }).click();
  const dialog = ana.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Record the check' }).click();
  await dialog.getByText('Say whether it worked.').waitFor();
  await dialog.getByRole('radio', { name: 'Effective', exact: true }).check();
  await dialog.getByLabel(/^Level shown in/).selectOption('4');
  await dialog.getByText('The required level is shown: the gap closes.').waitFor();
  await dialog.getByLabel('What was seen').fill('Led two incidents without help.');
  await dialog.getByRole('button', { name: 'Record the check' }).click();
  await main(ana)
    .getByText(/^Effective: Ana Silva, .*Led two incidents without help/)
    .waitFor();
  expect(await gapsOfNoor()).toEqual([]);
  await ana.goto(`${pages}/requirements/A.5.24`);
  const competent = ana.getByRole('table', { name: 'The answer' }).getByRole('row').filter({ hasText: 'Competence' });
  await competent.getByText('Met', { exact: true }).waitFor();
  await competent.getByText('proves what is required, with evidence in date').waitFor();
});

it('prints the matrix of competence', async () => {
  await ana.goto(`${pages}/documents`);
  const [download] = await Promise.all([
    ana.waitForEvent('download'),
    ana
      .getByRole('list', { name: /^Competence matrix/ })
      .getByRole('button', { name: /PDF.*A4/ })
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe(`competence-matrix-reed-aps-${today}.pdf`);
  const sheets = await pagesOf(await readFile(await download.path()));
  const text = sheets
    .map((sheet) => sheet.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  expect(text).toContain('1 of 1 required levels are proven (100 %)');
  expect(text).toContain('Noor Haddad Incident manager 4 /4');
});

it('leaves her uncovered again when the date is moved past the expiry', async () => {
  await ana.goto(`${pages}/people/${noor}/competence`);
  await main(ana).getByText('Proven, proves 4 of 4').waitFor();
  await ana.getByRole('button', { name: /^Date of the facts/ }).click();
  await ana.getByLabel('How things stand on').fill(expiry);
  await ana.getByRole('button', { name: 'Show', exact: true }).click();
  await main(ana).getByText('Expired, proves 0 of 4').waitFor();
  expect(await gapsOfNoor(addDays(expiry, -1))).toEqual(['competence.expiring']);
  expect(await gapsOfNoor(expiry)).toEqual(['competence.expired']);
  await ana.goto(`${pages}/requirements/A.5.24?on=${expiry}`);
  const competent = ana.getByRole('table', { name: 'The answer' }).getByRole('row').filter({ hasText: 'Competence' });
  await competent
    .getByText('Noor Haddad is accountable and does not prove what is required', { exact: false })
    .waitFor();
});
