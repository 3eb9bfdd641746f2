import { describe, expect, it } from 'vitest';
import { newFirm } from '../../../../tests/factories/firm.ts';
import { emptyRole, keyOf, readRole, roleDraftOf } from './role-draft.ts';

describe('the form of a role', () => {
  it('gives back every field of a role that nobody touched', () => {
    for (const role of newFirm().snapshot().role) {
      const {
        id: _id,
        version: _version,
        competencesRequestedBy: _by,
        competencesApproval: _approval,
        ...fields
      } = role;
      expect(readRole(roleDraftOf(role), role)).toEqual({ ok: true, fields });
    }
  });

  it('takes lists as lines, each once, and tells at the field what the model does not take', () => {
    const draft = {
      ...emptyRole,
      name: 'Key keeper',
      key: keyOf('Key keeper'),
      aliases: ' Schlüsselwart \n\nGardien\nGardien',
    };
    expect(readRole(draft, null)).toMatchObject({
      ok: true,
      fields: { key: 'key-keeper', aliases: ['Schlüsselwart', 'Gardien'], minimumHolders: 0 },
    });
    const wrong = { ...draft, name: ' ', key: 'Key Keeper', minimumHolders: 1.5, aliases: 'x'.repeat(121) };
    const read = readRole(wrong, null);
    expect(read.ok ? [] : Object.keys(read.errors).toSorted()).toEqual(['aliases', 'key', 'minimumHolders', 'name']);
  });

  it('makes no short name of letters that it cannot spell', () => {
    expect([keyOf('أمين المفاتيح'), keyOf('Ärztlicher Dienst'), keyOf('  --  ')]).toEqual([
      '',
      'arztlicher-dienst',
      '',
    ]);
  });
});
