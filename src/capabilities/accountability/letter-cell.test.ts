import { array, assert, constantFrom, property, shuffledSubarray, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letters, type Letter } from '../../domain/requirement.ts';
import { readLetterCell } from './letter-cell.ts';
import { schemeOf } from './letter-scheme.ts';

/** What a cell says in short: its letters, `?A` for a conditional one, `!flag`. */
const said = (cell: string, around: readonly string[] = []): string => {
  const reading = readLetterCell(cell, schemeOf(around));
  if (reading.kind !== 'letters') return reading.kind === 'other' ? `!${reading.flag}` : reading.kind;
  const conditional = reading.conditional.map((letter) => `?${letter}`);
  return [reading.letters.join(''), ...conditional, ...(reading.flag === null ? [] : [`!${reading.flag}`])]
    .join(' ')
    .trim();
};

describe('a cell of a responsibility matrix', () => {
  it.each([
    ['R', 'R'],
    ['a', 'A'],
    ['A/R', 'RA'],
    ['R, A', 'RA'],
    ['RA', 'RA'],
    ['R & A', 'RA'],
    ['R und A', 'RA'],
    ['R-A', 'RA'],
    ['R<br>C', 'RC'],
    ['**A**', 'A'],
    ['`R`/`A`', 'RA'],
    ['R\u00ad', 'R'],
    ['🅰️', 'A'],
    ['✅ R', 'R'],
    ['Ｒ', 'R'],
    ['Ⓐ', 'A'],
    ['R - Responsible', 'R'],
    ['Accountable', 'A'],
    ['Responsible, Support', 'RS'],
    ['А', 'A'],
    ['Р/С', 'RC'],
    ['и', 'I'],
  ])('%s holds %s', (cell, expected) => {
    expect(said(cell)).toBe(expected);
  });

  it.each(['-', '–', '—', '−', 'n/a', 'N/A', 'keine', '.', '/', 'н/п'])('%s says that nobody has a part', (cell) => {
    expect(said(cell)).toBe('none');
  });

  it.each(['', '   ', '\u00a0', '\u200b'])('blank cell %j is empty', (cell) => {
    expect(said(cell)).toBe('empty');
  });

  it.each([
    ['R (Build)', 'R !qualified'],
    ['(I)', 'I !qualified'],
    ['[C]', 'C !qualified'],
    ['A*', 'A !qualified'],
    ['A (High)', 'A !qualified'],
    ['A (Medium/Low)', 'A !qualified'],
    ['R (Build) / A (Run)', 'RA !qualified'],
    ['R (eigene Mandanten-Defaults)', 'R !qualified'],
    ['A, see note', 'A !qualified'],
    ['R (if needed)', 'R !qualified'],
  ])('%s counts, and a person should look: %s', (cell, expected) => {
    expect(said(cell)).toBe(expected);
  });

  it.each([
    'A (if >10k)',
    'A?',
    '(A?)',
    'A (only for M&A)',
    'A if budget exceeds 10,000',
    'A (wenn > 5 T€)',
    'A (nur bei Neubeschaffung)',
    'A (si > 72 h)',
    'A (indien nodig)',
    'A (при необходимости)',
    'A (pouze při změně)',
    'A (según importe)',
  ])('the condition in "%s" keeps the A from counting', (cell) => {
    expect(said(cell)).toBe('?A !conditional');
  });

  it('counts the unconditional letter beside a conditional one', () => {
    expect(said('R / A (if >10k)')).toBe('R ?A !conditional');
  });

  it.each(['TBD', 'X', '✅', '3', 'Reporter', 'CISO', 'IT/Operations', 'A team of three people'])(
    '%s is no plain letter',
    (cell) => {
      const reading = readLetterCell(cell);
      expect(reading.kind === 'letters' && reading.certain).toBe(false);
    },
  );

  it('does not count a letter that was struck through', () => {
    expect(said('~~A~~')).toBe('!struck through');
  });

  it('takes a letter as the legend defines it, and DEBI by its name', () => {
    expect(said('E/D', ['Matrix (DEBI)'])).toBe('RA');
    expect(said('V', ['V = Verantwortlich, E = Entscheidung, M = Mitwirkung'])).toBe('R');
    expect(said('V')).toBe('!not a letter');
    expect(said('D', ['D = Durchführung'])).toBe('!not a letter');
  });

  it('finds the same letters in any order and with any separator', () => {
    const separators = ['/', ', ', ';', ' & ', '+', ' ', ' | '];
    assert(
      property(shuffledSubarray([...letters], { minLength: 1 }), constantFrom(...separators), (chosen, separator) => {
        const reading = readLetterCell(chosen.join(separator.replace(' | ', '<br>')));
        expect(reading.kind === 'letters' ? [...reading.letters].sort() : []).toEqual([...chosen].sort());
      }),
    );
  });

  it('reads a condition with a conjunction in its brackets as one remark', () => {
    for (const cell of ['A (if Legal and a director agree)', 'A (si Finanzas y a la vez Legal aprueban)'])
      expect(readLetterCell(cell)).toMatchObject({ letters: [], conditional: ['A'], flag: 'conditional' });
    expect(readLetterCell('R (operation and i.e. repair) and C')).toMatchObject({ letters: ['R', 'C'] });
  });

  it('never counts an A with an "if" behind it, whatever is said, and never fails', () => {
    assert(
      property(string({ maxLength: 60 }), (words) => {
        const reading = readLetterCell(`A (if ${words.replace(/[()[\]~<>&`*_\\]/gu, '')} applies)`);
        const counted: readonly Letter[] = reading.kind === 'letters' ? reading.letters : [];
        expect(counted).toEqual([]);
      }),
    );
    const note = array(constantFrom('and', 'y', 'e', 'a', 'i', 'A', 'R', '/', ',', 'Legal'), { maxLength: 8 });
    assert(
      property(note, (words) => {
        expect(readLetterCell(`A (if ${words.join(' ')} agree)`)).toMatchObject({ letters: [], conditional: ['A'] });
      }),
    );
    assert(property(string({ unit: 'grapheme', maxLength: 300 }), (cell) => readLetterCell(cell).kind.length > 0));
  });
});
