import { describe, expect, it } from 'vitest';
import type { PersonRow } from '../contract.ts';
import { changedFields, draftOf, emptyDraft, readDraft } from './person-draft.ts';

const ana = {
  id: '01900000-0000-7000-8000-000000000001',
  version: 1,
  name: 'Ana Ruiz',
  email: 'ana@example.org',
  externalId: null,
  kind: 'internal',
  unit: 'IT',
  site: null,
  jobTitle: null,
  managerId: null,
  from: '2024-01-01',
  to: '2026-07-01',
  weeklyHours: 40,
  costRate: { minor: 6500, currency: 'EUR' },
  managerName: null,
  state: 'active',
  roles: [],
  gaps: 0,
} as unknown as PersonRow;

describe('the form of a person', () => {
  it('says at the field what is wrong with it', () => {
    const read = readDraft({ ...emptyDraft, email: 'ana' }, null);
    expect(read).toEqual({
      ok: false,
      errors: { name: 'This must not be empty.', email: 'Expected an e-mail address.' },
    });
  });

  it('shows the last day, and changes nothing when nothing is typed', () => {
    const draft = draftOf(ana, null);
    expect(draft.to).toBe('2026-06-30');
    const read = readDraft(draft, ana);
    expect(read.ok && changedFields(read.fields, ana)).toEqual({});
  });

  it('sends only what was changed, and never the pay that it does not show', () => {
    const read = readDraft({ ...draftOf(ana, null), unit: '', to: '2026-12-31' }, ana);
    expect(read.ok && changedFields(read.fields, ana)).toEqual({ unit: null, to: '2027-01-01' });
  });
});
