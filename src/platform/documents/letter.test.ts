import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { nordlicht } from '../../../tests/factories/matrix-snapshot.ts';
import { opened, pagesOf, tagsOf } from '../../../tests/factories/pdf.ts';
import { letterOfAppointment, type LetterOfAppointment } from '../../capabilities/documents/letter-of-appointment.ts';
import { personProfile } from '../../capabilities/documents/person-profile.ts';
import { roleProfile } from '../../capabilities/documents/role-profile.ts';
import { roleTemplates } from '../../domain/role-template.ts';
import { plainDate } from '../../kernel/date.ts';
import { notFound } from '../../kernel/errors.ts';
import { documentRenderer } from './render.ts';

const renderer = documentRenderer();
afterAll(() => renderer.close());

const roles = nordlicht.role.map((role) => {
  const template = roleTemplates.find((one) => one.id === role.key);
  return {
    ...role,
    responsibilities: [...(template?.responsibilities ?? [])],
    competences: (template?.competences ?? []).map(({ id, ...rest }) => ({ competence: id, ...rest })),
  };
});
const firm = {
  ...nordlicht,
  role: roles,
  appointment: nordlicht.appointment.map((one) => ({ ...one, appointedBy: 'Managing board' })),
};
function letterFor(key: string): LetterOfAppointment {
  const role = roles.find((one) => one.key === key);
  const held = firm.appointment.find((one) => one.roleId === role?.id);
  expect(held).toBeDefined();
  return letterOfAppointment(firm, (held as (typeof firm.appointment)[number]).id, plainDate('2026-03-03'));
}
const letter = letterFor('information-security-manager');

const pdfOf = (of: LetterOfAppointment, paper: 'a4' | 'letter' = 'a4'): Promise<Uint8Array> =>
  renderer.renderLetter(of, 'pdf', { paper });
/** The text of each page, in one line. */
const textsOf = async (of: LetterOfAppointment): Promise<readonly string[]> =>
  (await pagesOf(await pdfOf(of))).map(({ text }) => text.replaceAll(/\s+/g, ' '));
const partsOf = async (of: LetterOfAppointment): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await renderer.renderLetter(of, 'docx', { paper: 'a4' }))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );
/** The text of a part's paragraphs, one a line. */
const wordsIn = (part: string | undefined): string =>
  (part ?? '')
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<w:tab\/>/g, '\t')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&');

const hostile: LetterOfAppointment = {
  ...letter,
  organization: { name: '#panic() ])', scope: '' },
  person: { ...letter.person, name: '#read("/etc/passwd") *x* $y$' },
  role: { ...letter.role, name: '</w:t><w:evil/> & <b>"' },
  responsibilities: ['= No heading', '#include "page.typ"', '- [no] list \\ #{1+1}'],
};

test('a letter is a tagged PDF/UA-1 of two pages with its title, headings and a list', async () => {
  const bytes = await pdfOf(letter);
  await opened(bytes, async (pdf) => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Letter of appointment: Zoë Côté, Information Security Manager',
      Author: 'Nordlicht Präzisionstechnik GmbH',
      Language: 'en-GB',
    });
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    expect(pdf.numPages).toBe(2);
    const tags = tagsOf(await (await pdf.getPage(1)).getStructTree());
    expect(tags).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'LI', 'P']));
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1);
  });
});

test('page one is signed, page two is the annex, and both say of when and where in the trail', async () => {
  const pages = await textsOf(letter);
  const [first, second] = pages;
  expect(first).toContain(
    'Nordlicht Präzisionstechnik GmbH appoints Zoë Côté as Information Security Manager from 1 March 2025.',
  );
  expect(first).toMatch(/Time set aside 4 hours a week Appointed by Managing board Deputy Łukasz Żółć/);
  expect(first).toContain('Runs the ISMS calendar');
  expect(first).toMatch(/Level 4, advanced Annex A control set · ISO\/IEC 27001 requirements/);
  expect(first).toMatch(/Appointed by Managing board Place and date Signature Accepted by Zoë Côté Place and date/);
  expect(second).toMatch(/Annex: requirements.*Accountable for \(\d+\).*Responsible for \(\d+\)/);
  for (const [index, text] of pages.entries()) {
    expect(text).toContain('Internal');
    expect(text).toContain('Facts of 3 March 2026, as recorded up to trail entry 482');
    expect(text).toContain(nordlicht.trail.hash);
    expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
  }
});

test('Letter paper, and a name in Arabic letters', async () => {
  const [first] = await pagesOf(await pdfOf(letterFor('isms-leadership'), 'letter'));
  expect([Math.round(first?.width ?? 0), Math.round(first?.height ?? 0)]).toEqual([612, 792]);
  expect(first?.text.normalize('NFKC')).toMatch(/محمد|دمحم/);
  const parts = await partsOf(letterFor('isms-leadership'));
  expect(parts['word/document.xml']).toContain('<w:rtl/></w:rPr><w:t xml:space="preserve">محمد الأحمد</w:t>');
  expect(parts['docProps/core.xml']).toContain('محمد الأحمد');
});

test('names and duties that look like markup are printed as they are', async () => {
  const text = (await textsOf(hostile)).join(' ');
  for (const name of [hostile.organization.name, hostile.person.name, hostile.role.name, ...hostile.responsibilities])
    expect(text).toContain(name);
  const parts = await partsOf(hostile);
  expect(parts['word/document.xml']).not.toContain('<w:evil/>');
  const words = wordsIn(parts['word/document.xml']);
  for (const name of [hostile.person.name, hostile.role.name, ...hostile.responsibilities])
    expect(words).toContain(name);
});

test('the DOCX has the words of the PDF, headings, a list, and page numbers in its foot', async () => {
  const parts = await partsOf(letter);
  expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
  const body = parts['word/document.xml'] ?? '';
  const words = wordsIn(body);
  expect(words).toContain('appoints Zoë Côté as Information Security Manager from 1 March 2025.');
  expect(words).toContain('Time set aside\t4 hours a week\n');
  expect(words).toContain('A.5.13\tLabelling of information\n');
  for (const style of ['Heading1', 'Heading2', 'Heading3', 'ListBullet']) {
    expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(parts['word/styles.xml']).toContain(`w:styleId="${style}"`);
  }
  expect(wordsIn(parts['word/header.xml'])).toContain('Revision 482 · Internal');
  expect(wordsIn(parts['word/footer.xml'])).toContain(`up to trail entry 482\tPage 1 of 1\n${nordlicht.trail.hash}`);
  expect(parts['word/footer.xml']).toMatch(/ PAGE .* NUMPAGES /);
  // Every part that is referred to is there, and told by its type.
  for (const [, target = ''] of (parts['word/_rels/document.xml.rels'] ?? '').matchAll(/Target="([^"]+)"/g)) {
    expect(parts).toHaveProperty([`word/${target}`]);
    expect(parts['[Content_Types].xml']).toContain(`PartName="/word/${target}"`);
  }
});

test('the same letter gives the same bytes', async () => {
  for (const format of ['pdf', 'docx'] as const) {
    const [a, b] = await Promise.all([
      renderer.renderLetter(letter, format, { paper: 'a4' }),
      renderer.renderLetter(letterFor('information-security-manager'), format, { paper: 'a4' }),
    ]);
    expect(Buffer.compare(a, b)).toBe(0);
  }
});

test('an approval stands in the letter; without one there is room for a second person to sign, in both formats', async () => {
  const approved = { ...letter, approval: { name: 'Dr. Henrike Voß', on: plainDate('2025-02-20') } };
  const [[first = ''], [open = '']] = await Promise.all([textsOf(approved), textsOf(letter)]);
  expect(first).toContain('Approved by Dr. Henrike Voß, on 20 February 2025');
  expect(first.match(/Approved by/g)).toHaveLength(1);
  expect(open).toMatch(/Accepted by Approved by|Appointed by Accepted by Approved by|Approved by Place and date/);
  const words = wordsIn((await partsOf(letter))['word/document.xml']);
  expect(words).toMatch(/Appointed by\tAccepted by\n[\s\S]*\nApproved by\n/);
  expect(wordsIn((await partsOf(approved))['word/document.xml'])).toContain(
    'Approved by\tDr. Henrike Voß, on 20 February 2025\n',
  );
});

test('the profiles of a role and of a person are tagged PDF and DOCX in the same words', async () => {
  const on = plainDate('2026-03-03');
  const role = roles.find(({ key }) => key === 'information-security-manager');
  const [person] = firm.person;
  if (role === undefined || person === undefined) throw notFound('role or person');
  const profiles = [roleProfile(firm, role.id, on), personProfile(firm, person.id, on)] as const;
  for (const profile of profiles) {
    const bytes = await renderer.renderLetter(profile, 'pdf', { paper: 'a4' });
    await opened(bytes, async (pdf) => {
      const { info, metadata } = await pdf.getMetadata();
      const about = profile.document === 'role-profile' ? profile.role.name : profile.person.name;
      expect(info).toMatchObject({ Title: `${profile.title}: ${about}` });
      expect(metadata?.get('pdfuaid:part')).toBe('1');
    });
    const text = (await pagesOf(bytes)).map((page) => page.text.replaceAll(/\s+/g, ' ')).join(' ');
    const docx = unzipSync(await renderer.renderLetter(profile, 'docx', { paper: 'a4' }));
    const words = wordsIn(strFromU8(docx['word/document.xml'] ?? new Uint8Array()));
    for (const heading of ['Open gaps', 'Annex: requirements']) {
      expect(text).toContain(heading);
      expect(words).toContain(heading);
    }
    expect(text).not.toContain('Place and date');
  }
});
