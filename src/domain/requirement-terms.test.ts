import { expect, it } from 'vitest';
import { requirements } from './catalogue.ts';
import { termsOf } from './requirement-terms.ts';

it('has words of four languages for every requirement, and no word for two', () => {
  const said = new Map<string, string>();
  for (const { id } of requirements) {
    expect([id, termsOf(id).length >= 4]).toEqual([id, true]);
    for (const term of termsOf(id)) {
      expect([term, said.get(term.toLowerCase()) ?? id]).toEqual([term, id]);
      said.set(term.toLowerCase(), id);
    }
  }
});
