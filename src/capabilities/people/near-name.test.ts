import { describe, expect, it } from 'vitest';
import { NameIndex } from './near-name.ts';

describe('a name that a file gives', () => {
  const index = new NameIndex([{ name: 'Ana Ruiz' }, { name: 'Dr. Jörg Weiß-Schneider' }]);
  const found = (name: string): readonly string[] =>
    index.near(name).map(({ person, nearness }) => `${person.name} ${nearness}`);

  it('finds who is called almost so', () => {
    expect(found('Ruiz Ana')).toEqual(['Ana Ruiz same']);
    expect(found('Ana Maria Ruiz')).toEqual(['Ana Ruiz alike']);
    expect(found('Joerg Weiss-Schnieder')).toEqual(['Dr. Jörg Weiß-Schneider alike']);
    expect(found('Anna Katz')).toEqual([]);
  });

  it('is looked up as fast where a whole text stands in the column of names', () => {
    expect(found(`Notes: ${Array.from({ length: 30_000 }, (_, word) => `word${word}`).join(' ')}`)).toEqual([]);
    expect(found(`Ana Ruiz, ${'who leads the night shift, '.repeat(5_000)}`)).toEqual(['Ana Ruiz alike']);
  });
});
