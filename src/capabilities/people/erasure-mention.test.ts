import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactionOf, type Identity } from './erasure-mention.ts';

const known = (names: readonly string[], emails: readonly string[] = [], ids: readonly string[] = []): Identity => ({
  names: new Set(names),
  emails: new Set(emails),
  externalIds: new Set(ids),
});
const left = (identity: Identity, text: string): string => redactionOf(identity)(text, '…');

describe('a person in a text', () => {
  it('is found by the name, turned round, in capitals, in the genitive, and under an earlier name', () => {
    const ada = known(['Ada Lovelace', 'Byron, Ada']);
    expect(left(ada, 'Ada Lovelace stands in; ask ADA  LOVELACE or Lovelace, Ada.')).toBe('… stands in; ask … or ….');
    expect(left(ada, "Ada Lovelace's desk, Ada Lovelaces Tisch, once Ada Byron")).toBe("…'s desk, …s Tisch, once …");
  });

  it('is found in scripts without capitals or spaces', () => {
    expect(left(known(['张伟']), '由张伟负责')).toBe('由…负责');
    expect(left(known(['زينب القرطبي']), 'تنوب زينب القرطبي عنه')).toBe('تنوب … عنه');
  });

  it('is not found in longer words, in other names, or where a word only sounds alike', () => {
    expect(left(known(['Ada Love']), 'Ada Lovelace and Nevada Love')).toBe('Ada Lovelace and Nevada Love');
    expect(left(known(['Will']), 'Will says that he will, and so does Willy')).toBe(
      '… says that he will, and so does Willy',
    );
    expect(left(known(['A', '!']), 'A.5.1! A')).toBe('A.5.1! A');
  });

  it('is found by the address and by a long personnel number, but no year is taken for one', () => {
    const ada = known([], ['ada@x.example'], ['2024', 'HR-4711']);
    expect(left(ada, '<Ada@x.example>, nada@x.example, ada@x.example.org, hr-4711, HR-47110, 2024')).toBe(
      '<…>, nada@x.example, ada@x.example.org, …, HR-47110, 2024',
    );
  });

  it('is gone whatever they are called, and whatever stands around', () => {
    const name = fc.stringMatching(/^[A-Za-zÀ-ÿ"()[\]\\^$.|?*+{}/'-]{1,8} [A-Za-zà-ö]{2,8}$/);
    const around = fc.constantFrom('', ' ', ', ', '\n', '(', '. ', '"', '/', '…', '-');
    fc.assert(
      fc.property(name, around, around, fc.constantFrom('', 'x', ' and '), (called, before, after, more) => {
        const identity = known([called]);
        const text = `${more.trim()}${more === '' ? '' : ' '}${before}${called}${after}`;
        expect(left(identity, text).toLowerCase()).not.toContain(called.toLowerCase());
        expect(left(identity, left(identity, text))).toBe(left(identity, text));
      }),
      { numRuns: 1000 },
    );
  });
});
