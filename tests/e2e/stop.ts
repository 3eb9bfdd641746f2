import type { BrowserContext, Page } from 'playwright-core';
import { paper } from './paper.ts';

const certificate = {
  name: 'شهادة أمن المعلومات.pdf',
  mimeType: 'application/pdf',
  buffer: paper(['Certificate', 'Second page']),
};

/** One page to look at. */
export interface Stop {
  readonly name: string;
  readonly path: string;
  /** What to do before the picture. */
  readonly act?: (page: Page) => Promise<void>;
  readonly widths?: readonly number[];
}

/** The ids of a list in the API, with the cookies of the browser. */
async function idsOf(context: BrowserContext, origin: string, address: string): Promise<readonly string[]> {
  const answer: unknown = await (await context.request.get(`${origin}${address}`)).json();
  const rows = Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows;
  return rows.map((row) => (row as { id: string }).id);
}

/** The first row's id of a list that has rows. */
const firstId = async (context: BrowserContext, origin: string, address: string): Promise<string> =>
  (await idsOf(context, origin, address))[0] ?? '';

const openFirstFix = async (page: Page): Promise<void> => {
  await page.locator('main button[aria-haspopup="dialog"]').first().click();
  await page.getByRole('dialog').waitFor();
};

/** Presses the first button of a name, and waits for what its dialog shows. */
const opens =
  (button: RegExp, shown: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('dialog').getByText(shown).waitFor();
  };

const chooseAllTrainings = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox', { name: 'Choose all loaded' }).check();
};

/** Every page of the program, as a signed-in visitor of one organization meets it: the named one, or the first. */
export async function stopsOf(context: BrowserContext, origin: string, slug?: string): Promise<readonly Stop[]> {
  const me = (await (await context.request.get(`${origin}/api/v1/me`)).json()) as {
    organizations: { id: string; slug: string }[];
  };
  const organization = me.organizations.find((organization) => organization.slug === slug) ?? me.organizations[0];
  if (organization === undefined) return [];
  const api = `/api/v1/organizations/${organization.id}`;
  const o = `/o/${organization.slug}`;
  const person = await firstId(context, origin, `${api}/people?limit=1`);
  const leaver = await firstId(context, origin, `${api}/people?state=ended&limit=1`);
  const role = await firstId(context, origin, `${api}/roles`);
  const framework = await firstId(context, origin, `${api}/frameworks`);
  const { name: known } = (await (await context.request.get(`${origin}${api}/people/${person}`)).json()) as {
    name: string;
  };
  const training = await firstId(context, origin, `${api}/trainings?show=checks&limit=1`);
  const exercise = await firstId(context, origin, `${api}/measures`);
  const [project] = await idsOf(context, origin, `${api}/projects`);
  // The first is a draft, the second is open.
  const [, campaign = ''] = await idsOf(context, origin, `${api}/campaigns`);
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
    { name: 'people-doubles', path: `${o}/people/doubles` },
    { name: 'my-page', path: `${o}/me`, widths: [390, 1280] },
    { name: 'person-competence', path: `${o}/people/${person}/competence`, widths: [390, 1280] },
    {
      name: 'person-judgement',
      path: `${o}/people/${person}/competence`,
      act: async (page) => {
        await page.getByRole('button', { name: 'Record a judgement' }).first().click();
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'awareness', path: `${o}/awareness` },
    {
      name: 'awareness-new',
      path: `${o}/awareness`,
      act: async (page) => {
        await page.getByRole('button', { name: 'New campaign' }).click();
        await page.getByRole('button', { name: 'Add a question' }).click();
      },
    },
    { name: 'awareness-campaign', path: `${o}/awareness/${campaign}` },
    { name: 'awareness-read', path: `${o}/awareness/${campaign}/read`, widths: [390, 1280] },
    {
      name: 'people-import-questions',
      path: `${o}/people/import`,
      act: async (page) => {
        const [given = '', ...family] = known.split(' ');
        const rows = ['Name;E-Mail;Abteilung;Stelle;Gehalt', `${family.join(' ')} ${given};x@new.example;IT;Lead;1`];
        const buffer = Buffer.from([...rows, 'Ana Neu;ana@new.example;IT;Lead;1'].join('\n'));
        await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
        await page.getByText('Is this the same person?').waitFor();
      },
    },
    {
      name: 'trail-undo',
      path: `${o}/trail`,
      act: async (page) => {
        await page.getByRole('button', { name: 'Undo this change' }).first().click();
        await page
          .getByRole('dialog')
          .getByText(/removed|set back|cannot be undone/)
          .first()
          .waitFor();
      },
    },
    { name: 'gaps', path: `${o}/gaps` },
    { name: 'gaps-fix', path: `${o}/gaps`, act: openFirstFix },
    { name: 'role-ways-out', path: `${o}/requirements/9.2.1`, act: opens(/^Ways out: /, 'Bring somebody in') },
    { name: 'gaps-ways-out', path: `${o}/gaps?rule=competence.below&search=incident`, act: openFirstFix },
    {
      name: 'resilience',
      path: `${o}/resilience`,
      act: async (page) => {
        await page.getByText('How it is counted').first().click();
      },
    },
    {
      name: 'competence',
      path: `${o}/competence`,
      act: async (page) => {
        await page.getByRole('grid').focus();
        await page.keyboard.press('ArrowRight');
        await page.getByRole('link', { name: 'Open the person' }).waitFor();
      },
    },
    { name: 'competence-gaps', path: `${o}/competence?gap=any&columns=all` },
    { name: 'competence-recorded', path: `${o}/competence?on=2026-01-01` },
    { name: 'competence-roles', path: `${o}/competence?view=roles` },
    { name: 'competence-framework', path: `${o}/competence/framework?competence=iam` },
    {
      name: 'competence-framework-import',
      path: `${o}/competence/framework/import`,
      act: async (page) => {
        const profile = { title: 'Pilot', key_skills: ['Moor'], mission: 'Pilots.', ecompetences: ['E.3', 'Wisdom'] };
        const buffer = Buffer.from(JSON.stringify([profile]));
        await page.locator('input[type=file]').setInputFiles({ name: 'e.json', mimeType: 'application/json', buffer });
        await page.getByText('Pilot Wisdom').waitFor();
      },
    },
    {
      name: 'competence-import',
      path: `${o}/competence/import`,
      act: async (page) => {
        const lines = [
          'Name,Risk assessment,Tides and currents,Incident management',
          'Levke Harmsen,3,x,2 -> 4',
          'Nobody Known,Expert,,n/a',
        ];
        const buffer = Buffer.from(lines.join('\n'));
        await page.locator('input[type=file]').setInputFiles({ name: 'skills.csv', mimeType: 'text/csv', buffer });
        await page.getByText('Scale of the file').waitFor();
      },
    },
    {
      name: 'competence-required',
      path: `${o}/competence/required`,
      act: async (page) => {
        await page.getByRole('button', { name: 'Require a competence' }).click();
      },
    },
    {
      name: 'competence-required-role',
      path: `${o}/competence/required`,
      act: async (page) => {
        await page
          .getByRole('button', { name: /^Edit what/ })
          .first()
          .click();
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'competence-work-roles', path: `${o}/competence/work-roles` },
    { name: 'competence-mapping', path: `${o}/competence/mapping` },
    { name: 'competence-bench', path: `${o}/competence?view=bench` },
    { name: 'competence-succession', path: `${o}/competence?view=succession` },
    {
      name: 'competence-trend',
      path: `${o}/competence?view=trend`,
      act: async (page) => {
        await page.locator('.recharts-surface').first().waitFor();
      },
    },
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
    {
      name: 'person-evidence',
      path: `${o}/people/${person}`,
      act: async (page) => {
        await page
          .locator('#evidence input[type=file]')
          .setInputFiles([
            certificate,
            { name: 'Attendance list.csv', mimeType: 'text/csv', buffer: Buffer.from('Name;Signed\nAda;yes\n') },
            { name: 'Program.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
          ]);
        await page.locator('#evidence').getByText('Files of these types are taken').waitFor();
        await page.locator('#evidence').getByText('2 files kept').waitFor();
        await page.locator('#evidence').scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'person-evidence-preview',
      path: `${o}/people/${person}`,
      act: async (page) => {
        const evidence = page.locator('#evidence');
        await evidence.locator('input[type=file]').setInputFiles([certificate]);
        await evidence.getByText('1 file kept').waitFor();
        await evidence
          .getByRole('button', { name: `Preview ${certificate.name}` })
          .first()
          .click();
        await page.getByText('Page 1 of 2').waitFor();
        await page.getByRole('button', { name: 'Next page' }).click();
        await page.getByRole('dialog').getByText('Second page').waitFor();
      },
    },
    { name: 'people-units', path: `${o}/people/units` },
    {
      name: 'people-chosen',
      path: `${o}/people`,
      act: async (page) => {
        await page.getByRole('checkbox', { name: 'Choose everybody loaded' }).check();
        await page.getByRole('button', { name: 'Change together' }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'person-move', path: `${o}/people/${person}/move` },
    {
      name: 'person-erasure',
      path: `${o}/people/${leaver}`,
      act: async (page) => {
        await page.getByRole('button', { name: 'Erase…' }).click();
        await page.getByText('What stays, and why').waitFor();
      },
    },
    { name: 'person-leave', path: `${o}/people/${person}/leave` },
    { name: 'training', path: `${o}/training` },
    { name: 'training-waiting', path: `${o}/training?show=waiting`, act: chooseAllTrainings },
    { name: 'training-groups', path: `${o}/training?by=unit` },
    {
      name: 'training-approve-all',
      path: `${o}/training?by=unit`,
      act: opens(/^Approve all that wait/, 'Approved then'),
    },
    { name: 'training-proposals', path: `${o}/training/proposals` },
    { name: 'training-measures', path: `${o}/training/measures` },
    {
      name: 'training-measure-new',
      path: `${o}/training/measures`,
      act: async (page) => {
        await page.getByRole('button', { name: 'New measure' }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'training-measure', path: `${o}/training/measures/${exercise}` },
    { name: 'training-one', path: `${o}/training/${training}` },
    { name: 'training-effect', path: `${o}/training/${training}`, act: opens(/^Check the effect/, 'Checked on') },
    { name: 'roles', path: `${o}/roles` },
    { name: 'role', path: `${o}/roles/${role}` },
    { name: 'roles-begin', path: `${o}/roles/begin` },
    {
      name: 'role-edit',
      path: `${o}/roles/${role}`,
      act: async (page) => {
        await page.getByRole('button', { name: 'Edit', exact: true }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    { name: 'accountability', path: `${o}/accountability` },
    { name: 'accountability-role', path: `${o}/accountability?view=role` },
    { name: 'accountability-person', path: `${o}/accountability?view=person` },
    { name: 'accountability-changes', path: `${o}/accountability?view=changes` },
    { name: 'accountability-import', path: `${o}/accountability/import` },
    { name: 'accountability-framework', path: `${o}/accountability?framework=hafenkontor` },
    { name: 'frameworks', path: `${o}/frameworks` },
    { name: 'frameworks-import', path: `${o}/frameworks/import` },
    { name: 'framework', path: `${o}/frameworks/${framework}` },
    { name: 'framework-mapping', path: `${o}/frameworks/${framework}?view=mapping` },
    { name: 'framework-source', path: `${o}/frameworks/${framework}?view=about` },
    { name: 'requirement-framework', path: `${o}/requirements/hafenkontor:S3.1` },
    { name: 'requirement-inherited', path: `${o}/requirements/hafenkontor:S1.3` },
    { name: 'applicability', path: `${o}/applicability` },
    {
      name: 'applicability-control',
      path: `${o}/applicability`,
      act: async (page) => {
        await page.getByRole('button', { name: 'Reasons, evidence and people of A.5.2', exact: true }).click();
        await page.getByRole('checkbox', { name: 'Select A.5.3', exact: true }).check();
      },
    },
    {
      name: 'applicability-versions',
      path: `${o}/applicability`,
      act: async (page) => {
        await page.getByRole('button', { name: /^Versions/ }).click();
        await page.getByRole('button', { name: 'Show what changed' }).click();
        await page.getByRole('dialog').getByRole('table').waitFor();
      },
    },
    { name: 'segregation', path: `${o}/segregation` },
    { name: 'applicability-import', path: `${o}/applicability/import` },
    { name: 'projects', path: `${o}/projects` },
    ...(project === undefined
      ? []
      : ['setup', 'analysis', 'gaps', 'plan', 'result'].map((step) => ({
          name: `project-${step}`,
          path: `${o}/projects/${project}?step=${step}`,
        }))),
    { name: 'actions', path: `${o}/actions?show=all` },
    { name: 'settings', path: `${o}/settings` },
    { name: 'settings-members', path: `${o}/settings/members` },
    { name: 'settings-rules', path: `${o}/settings/rules` },
    {
      name: 'settings-reminders',
      path: `${o}/settings/reminders`,
      act: async (page) => {
        await page.getByRole('heading', { name: 'What would be sent tonight' }).waitFor();
      },
    },
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
