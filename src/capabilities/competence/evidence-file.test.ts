import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceEndings, evidenceNameSchema, typeByEnding } from './evidence-file.ts';

const faultOf = (name: string): string | null =>
  evidenceNameSchema
    .safeParse(name)
    .error?.issues.map(({ message }) => message)
    .join(' ') ?? null;

describe('the name of a file of evidence', () => {
  it.each([
    ['Certificate.pdf', 'Certificate.pdf'],
    ['شهادة أمن المعلومات.pdf', 'شهادة أمن المعلومات.pdf'],
    ['Lehrgang: „Sicher?“ #1 (Kopie).DOCX', 'Lehrgang: „Sicher?“ #1 (Kopie).DOCX'],
    ['  many   spaces.txt ', 'many spaces.txt'],
    ['Konrad.txt', 'Konrad.txt'],
    ['..hidden..pdf', '..hidden..pdf'],
    [`${'ü'.repeat(251)}.pdf`, `${'ü'.repeat(251)}.pdf`],
  ])('may be %j', (name, kept) => {
    expect(evidenceNameSchema.parse(name)).toBe(kept);
  });

  it.each([
    ['../secret.pdf', 'without / and'],
    ['..\\..\\secret.pdf', 'without / and'],
    ['/etc/passwd.txt', 'without / and'],
    ['C:\\paper.pdf', 'without / and'],
    ['paper\u0000.pdf', 'invisible control'],
    ['paper\n.pdf', 'invisible control'],
    ['paper\u202Efdp.txt', 'invisible control'],
    ['..', 'must not be empty'],
    ['', 'must not be empty'],
    ['con.pdf', 'for a device'],
    ['LPT1.txt', 'for a device'],
    ['NUL .tar.pdf', 'for a device'],
    ['program.exe', 'of these types are taken: pdf, png'],
    ['paper.pdf.exe', 'of these types are taken'],
    ['page.svg', 'of these types are taken'],
    ['pdf', 'of these types are taken'],
    [`${'a'.repeat(252)}.pdf`, 'At most 255'],
  ])('may not be %j', (name, why) => {
    expect(faultOf(name)).toContain(why);
  });

  it('never leads out of a folder, whatever it is', () => {
    const piece = fc.constantFrom('..', '/', '\\', '.', 'a', ' ', '\u0000', '\u202e', 'con', '.pdf', 'é', '%2f');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('.pdf', '.txt', ''), (pieces, end) => {
        const { data } = evidenceNameSchema.safeParse(pieces.join('') + end);
        if (data === undefined) return;
        expect(data).not.toMatch(/[/\\\p{Cc}\u202e]|^\.*$/u);
        expect(typeByEnding(data)).not.toBeNull();
      }),
    );
  });

  it('promises a type by its ending, in any case of the letters', () => {
    expect(evidenceEndings).toEqual(['pdf', 'png', 'jpg', 'jpeg', 'webp', 'txt', 'csv', 'docx', 'xlsx', 'pptx', 'odt']);
    expect([typeByEnding('a.JPEG'), typeByEnding('a.tar.csv'), typeByEnding('a.')]).toEqual([
      'image/jpeg',
      'text/csv',
      null,
    ]);
  });
});
