import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { mapRequirement, mapRole } from './matrix-mapping.ts';

/** Names that every object of JavaScript answers to. */
const borrowed = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];

describe('names in a stranger’s matrix', () => {
  it.each(borrowed)('are nobody’s decision only because they are called %s', (foreign) => {
    expect(mapRole(foreign, [], new Map())).toEqual({ foreign, target: 'new', how: 'none' });
    expect(mapRequirement({ label: foreign, reference: null }, new Map())).toMatchObject({ foreign, target: null });
  });

  it('mean what the user decided, and what they say only without', () => {
    const decided = new Map([
      ['constructor', 'ignore'],
      ['Secure coding', 'A.5.1'],
    ]);
    expect(mapRole('constructor', [], decided)).toEqual({ foreign: 'constructor', target: null, how: 'chosen' });
    const row = { label: 'Secure coding', reference: null };
    expect(mapRequirement(row, decided)).toMatchObject({ target: 'A.5.1', how: 'chosen' });
    expect(mapRequirement(row, new Map())).toMatchObject({ target: 'A.8.28', how: 'name' });
  });
});

describe('a role of the organization’s own', () => {
  it('is known in a matrix by any of its aliases, in whatever language and writing', () => {
    const firstRole = newFirm().role('ciso');
    const keeper = {
      ...firstRole,
      name: 'Key keeper',
      aliases: ['Schlüsselwart', 'Gardien des clés', 'أمين المفاتيح'],
    };
    for (const foreign of ['SCHLUSSELWART', 'Gardien des cles', 'أمين المفاتيح', 'Key Keeper (site)'])
      expect(mapRole(foreign, [keeper], new Map())).toMatchObject({ target: keeper.id });
  });
});

describe('what people call the work of a requirement', () => {
  it.each([
    ['Risikoanalyse durchführen', '8.2'],
    ['Revues d’accès', 'A.5.18'],
    ['Gestión de incidentes', 'A.5.26'],
    ['Business continuity planning', 'A.5.30'],
    ['SoA pflegen', '6.1.3'],
  ])('is a proposal that waits for a person: %s may be %s', (label, target) => {
    expect(mapRequirement({ label, reference: null }, new Map())).toEqual({ foreign: label, target, how: 'similar' });
  });
});
