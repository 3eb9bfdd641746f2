import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { ana, certificate, competenceFirm, longName, mohamed, zoe } from '../../../tests/factories/competence-firm.ts';
import { opened, pagesOf, tagsOf } from '../../../tests/factories/pdf.ts';
import { competenceBooks } from '../../capabilities/competence/books.ts';
import { competenceRecord, type CompetenceRecord } from '../../capabilities/documents/competence-record.ts';
import { plainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { documentRenderer } from './render.ts';

const books = competenceBooks(competenceFirm, plainDate('2026-03-03'));
const renderer = documentRenderer();
afterAll(() => renderer.close());

const textOf = async (record: CompetenceRecord): Promise<string> =>
  (await pagesOf(await renderer.renderRecord(record, 'pdf', { paper: 'a4' })))
    .map(({ text }) => text.replaceAll(/\s+/g, ' '))
    .join('\n');

test('a person is handed what they need, what proves it until when, and how they were trained', async () => {
  const record = competenceRecord(books, ana.id, true);
  const bytes = await renderer.renderRecord(record, 'pdf', { paper: 'a4' });
  await opened(bytes, async (pdf) => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Record of competence · Nordlicht Präzisionstechnik GmbH' });
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    expect(tagsOf(await (await pdf.getPage(2)).getStructTree())).toEqual(expect.arrayContaining(['Table', 'TH', 'TD']));
  });
  const text = await textOf(record);
  expect(text).toMatch(/Engineer.*Werk Süd.*Security Engineer/s);
  expect(text).toContain('1 of 2 required levels are proven');
  // Shown and taken: the last day. The register holds the first on which it no longer counts.
  expect(text).toMatch(/Proven, ends soon ▲ 31 March 2026 Certificate, 1 April 2025 C-17 #panic\(\)/);
  expect(text).toMatch(new RegExp(`${longName}.*▲ Nothing known`));
  expect(text).toMatch(/E1 \.\.\/Zertifikat #1\.pdf 182 kB 2 April 2025 (ab){16} (cd){16}/);
  expect(text).toMatch(/Trainings.*Access management in practice.*▲ Due since 5 January 2026.*Effective/s);
});

test('files are left out for who may not read them, and the document says so', async () => {
  const text = await textOf(competenceRecord(books, ana.id, false));
  expect(text).toContain('may not read the files about this person');
  expect(text).not.toContain(certificate.name);
  expect(text).not.toContain(certificate.sha256.slice(0, 32));
});

test('shows the own word beside what is proven, and that it proves nothing', async () => {
  const text = await textOf(competenceRecord(books, mohamed.id, true));
  expect(text.normalize('NFKC')).toMatch(/محمد|دمحم/);
  expect(text).toContain('From outside');
  expect(text).toMatch(/Expired ▲ ended 31 January 2026/);
  expect(text).toMatch(/Claimed, not proven.*3 \(10 January 2026\)/);
});

test('the DOCX has the words of the PDF; who needs nothing has a record all the same', async () => {
  const docx = unzipSync(
    await renderer.renderRecord(competenceRecord(books, ana.id, true), 'docx', { paper: 'letter' }),
  );
  const body = strFromU8(docx['word/document.xml'] ?? new Uint8Array());
  for (const words of ['What is needed, and what proves it', certificate.name, 'C-17 #panic()', 'Trainings'])
    expect(body).toContain(words);
  const text = await textOf(competenceRecord(books, zoe.id, true));
  expect(text).toContain('No role and no requirement asks for a competence of this person.');
  expect(text).toMatch(/Beyond what is needed.*Observed work, 10 January 2026 by An assessor/s);
  expect(() => competenceRecord(books, '00000000-0000-7000-8000-00000000ffff' as PersonId, true)).toThrow(
    'There is no such person',
  );
});
