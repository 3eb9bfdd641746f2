import { describe, expect, it } from 'vitest';
import { annexAControls, findRequirement } from './catalogue.ts';
import { controlsOf2013, edition2013, predecessorsOf } from './edition-2013.ts';

describe('the numbers of the edition of 2013', () => {
  it('are 114 controls, each with a successor that exists', () => {
    expect(controlsOf2013).toHaveLength(114);
    const successors = controlsOf2013.flatMap((number) => edition2013(number) ?? []);
    expect(successors).toHaveLength(115);
    expect(successors.filter((id) => findRequirement(id)?.kind !== 'control')).toEqual([]);
  });

  it('leave the eleven controls without a predecessor that the edition of 2022 added', () => {
    const added = annexAControls.filter(({ id }) => predecessorsOf(id).length === 0).map(({ id }) => id);
    expect(added.join(' ')).toBe('A.5.7 A.5.23 A.5.30 A.7.4 A.8.9 A.8.10 A.8.11 A.8.12 A.8.16 A.8.23 A.8.28');
  });

  it('merge, divide, and stay apart from the clauses, two of which changed places', () => {
    expect(edition2013('A.9.2.3')).toEqual(['A.8.2']);
    expect(edition2013('A.13.2.1')).toEqual(['A.5.14']);
    expect(edition2013('A.18.2.3')).toEqual(['A.5.36', 'A.8.8']);
    expect(predecessorsOf(annexAControls.find(({ id }) => id === 'A.8.15')?.id ?? ('' as never))).toEqual([
      'A.12.4.1',
      'A.12.4.2',
      'A.12.4.3',
    ]);
    expect([edition2013('10.1'), edition2013('9.2'), edition2013('7.1')]).toEqual([
      ['10.2'],
      ['9.2.1', '9.2.2'],
      ['7.1'],
    ]);
    expect([edition2013('A.7.1'), edition2013('9.2.1'), edition2013('A.9.4.6')]).toEqual([null, null, null]);
  });
});
