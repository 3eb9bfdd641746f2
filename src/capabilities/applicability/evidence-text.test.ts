import { array, assert, constantFrom, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicabilityFields } from './model.ts';
import { evidenceIn, evidenceText } from './evidence-text.ts';

describe('evidence in one cell', () => {
  it('comes back as it went out, whatever the labels hold', () => {
    const item = record({
      label: string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
      link: constantFrom(null, 'https://wiki.example/a?b=1;c', 'http://x.example/%20'),
    });
    assert(
      property(array(item, { maxLength: 4 }), (items) => {
        const read = applicabilityFields.shape.evidence.safeParse(items);
        if (!read.success) return;
        const text = evidenceText(read.data);
        expect(evidenceText(evidenceIn(text))).toBe(text);
      }),
    );
  });

  it('takes addresses of the web as links, and nothing else', () => {
    expect(evidenceIn('Policy: https://wiki.example/p (final); javascript:alert(1)')).toEqual([
      { label: 'Policy: (final)', link: 'https://wiki.example/p' },
      { label: 'javascript:alert(1)', link: null },
    ]);
    expect(evidenceIn('[Policy](https://wiki.example/p)')).toEqual([
      { label: 'Policy', link: 'https://wiki.example/p' },
    ]);
    expect(applicabilityFields.shape.evidence.safeParse([{ label: 'x', link: 'javascript:alert(1)' }]).success).toBe(
      false,
    );
  });
});
