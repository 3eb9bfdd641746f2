import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';

const read = (name: string, text: string): Promise<unknown> =>
  readDocument({ name, bytes: new TextEncoder().encode(text) }).then(
    ({ value }) => value,
    (error: Error) => error.message,
  );

describe('data of strangers', () => {
  it('keeps a number of YAML as it was written, and acts on no tag', async () => {
    expect(await read('a.yaml', 'ref_id: 4.10\nassessable: true\ntag: !!js/function "x"\nnone: ~')).toEqual({
      ref_id: '4.10',
      assessable: true,
      tag: 'x',
      none: null,
    });
  });

  it('takes keys that are names of what every object has', async () => {
    const value = await read('a.yml', '__proto__: { urn: x }\nconstructor: y');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
  });

  it('refuses references that multiply or go round', async () => {
    const layers = ['bcdefghi', 'abcdefgh'].map((letters) => letters.split(''));
    const bomb = layers[0]?.map((name, at) => `${name}: &${name} [${Array(9).fill(`*${layers[1]?.[at]}`).join(',')}]`);
    expect(await read('bomb.yaml', `a: &a [x, x]\n${bomb?.join('\n')}`)).toContain('its references multiply');
    expect(await read('round.yaml', 'a: &a [*a]')).toContain('its references multiply, or lead to nothing');
  });

  it('says where YAML is none, and survives what is nested too deeply', async () => {
    expect(await read('a.yaml', 'a: 1\nb: [1')).toContain('it is not valid YAML (line 2)');
    expect(await read('deep.yaml', '['.repeat(20_000) + ']'.repeat(20_000))).toContain('it is n');
    expect(await read('a.json', '{')).toContain('it is not valid JSON');
  });
});
