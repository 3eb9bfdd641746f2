import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { opened, pagesOf, tagsOf } from '../../../tests/factories/pdf.ts';
import { nordlicht } from '../../../tests/factories/matrix-snapshot.ts';
import { resourceProject } from '../../capabilities/documents/resource-project.ts';
import type { Snapshot } from '../../capabilities/trail/snapshot.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { plainDate } from '../../kernel/date.ts';
import { notFound } from '../../kernel/errors.ts';
import type { ActionId, AnalysisId, ProjectId } from '../../kernel/id.ts';
import { documentRenderer } from './render.ts';

const on = plainDate('2026-03-03');
const renderer = documentRenderer();
afterAll(() => renderer.close());

const [manager, member] = nordlicht.person;
if (manager === undefined || member === undefined) throw notFound('person');
const projectId = '00000000-0000-7000-8000-0000000000a1' as ProjectId;
const control = requirementIdSchema.parse('A.8.8');
const snapshot: Snapshot = {
  ...nordlicht,
  project: [
    {
      id: projectId,
      version: 1,
      name: 'Zertifizierung محمد',
      purpose: 'Show #panic() what is missing.',
      managerId: manager.id,
      memberIds: [member.id],
      from: plainDate('2026-01-01'),
      to: plainDate('2026-07-01'),
      state: 'execution',
    },
  ],
  analysis: [
    {
      id: '00000000-0000-7000-8000-0000000000c1' as AnalysisId,
      version: 1,
      projectId,
      requirementId: control,
      callsFor: 'A scanner and a day a week.',
      atHand: 'The scanner is there.',
      verdict: 'partly',
      gap: 'Nobody has the day.',
    },
  ],
  action: [
    {
      id: '00000000-0000-7000-8000-0000000000b1' as ActionId,
      version: 1,
      title: 'Give one day a week',
      description: '',
      ownerId: member.id,
      due: plainDate('2026-02-20'),
      state: 'open',
      closedOn: null,
      requirementId: control,
      projectId,
    },
  ],
};
const document = resourceProject(snapshot, projectId, on);

test('the result of a project is a tagged PDF that says who, what, what is missing and by when', async () => {
  const bytes = await renderer.renderProject(document, 'pdf', { paper: 'a4' });
  await opened(bytes, async (pdf) => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Resource project · Nordlicht Präzisionstechnik GmbH', Language: 'en-GB' });
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    const tags = tagsOf(await (await pdf.getPage(2)).getStructTree());
    expect(tags).toEqual(expect.arrayContaining(['Table', 'THead', 'TBody', 'TR', 'TH', 'TD']));
  });
  const pages = await pagesOf(bytes);
  const text = pages.map((page) => page.text.replaceAll(/\s+/g, ' ')).join('\n');
  expect(text).toContain('Show #panic() what is missing.');
  expect(text.normalize('NFKC')).toMatch(/محمد|دمحم/);
  expect(text).toMatch(/1 of 123 requirements judged/);
  expect(text).toMatch(/A\.8\.8 Management of technical vulnerabilities ▲ Partly Nobody has the day\./);
  expect(text).toContain(`Give one day a week (${member.name}, by 20 February 2026)`);
  expect(text).toMatch(/Open, overdue/);
  expect(text).toMatch(/Sign-off.*For top management/s);
  for (const page of pages) expect(page.text).toContain(nordlicht.trail.hash);
});

test('the DOCX has the words of the PDF, and the JSON is the document itself', async () => {
  const docx = unzipSync(await renderer.renderProject(document, 'docx', { paper: 'letter' }));
  const body = strFromU8(docx['word/document.xml'] ?? new Uint8Array());
  for (const words of ['How it was done', 'Nobody has the day.', 'Give one day a week', 'Not judged', 'Sign-off'])
    expect(body).toContain(words);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  const json: unknown = JSON.parse(
    new TextDecoder().decode(await renderer.renderProject(document, 'json', { paper: 'a4' })),
  );
  expect(json).toEqual(document);
  expect(json).toMatchObject({
    progress: { analysed: 1, actions: { overdue: 1 } },
    project: { lastDay: '2026-06-30' },
  });
});

test('a project of which nothing is judged, of an organization where nobody does anything, still gets its document', async () => {
  const empty = { ...snapshot, role: [], appointment: [], accountability: [], analysis: [], action: [] };
  const pages = await pagesOf(
    await renderer.renderProject(resourceProject(empty, projectId, on), 'pdf', { paper: 'a4' }),
  );
  const text = pages.map((page) => page.text.replaceAll(/\s+/g, ' ')).join('\n');
  expect(text).toContain('Nothing that was judged is missing.');
  expect(text).toContain('The plan has no action so far.');
  expect(text).toContain('A: nobody');
});
