import { describe, expect, it } from 'vitest';
import { requirementIdSchema } from '../../../domain/requirement.ts';
import type { Gap } from '../model.ts';
import { filterGaps, gapFilterOf } from './gap-filter.ts';

const gap = (parts: Partial<Gap> & Pick<Gap, 'id' | 'rule' | 'severity' | 'subject' | 'explanation'>): Gap => ({
  requirements: [],
  clause: '5.3',
  facts: [],
  ...parts,
});

const gaps: readonly Gap[] = [
  gap({
    id: 'left',
    rule: 'role.holder-left',
    severity: 'critical',
    subject: { kind: 'person', id: 'p1', label: 'Ana Ruiz', unit: 'IT' },
    explanation: 'Ana Ruiz has left and still holds IT Operations Manager.',
    requirements: [requirementIdSchema.parse('A.8.8')],
  }),
  gap({
    id: 'deputy',
    rule: 'role.no-deputy',
    severity: 'minor',
    subject: { kind: 'role', id: 'r1', label: 'IT Operations Manager' },
    explanation: 'IT Operations Manager needs a deputy and has none.',
    clause: '7.1',
  }),
];

const found = (filters: Readonly<Record<string, string>>): readonly string[] =>
  filterGaps(gaps, gapFilterOf(filters)).map(({ id }) => id);

describe('narrowing the list of gaps by what stands in the address', () => {
  it('shows all of them when nothing is asked', () => {
    expect(found({})).toEqual(['left', 'deputy']);
  });

  it('finds every word, in the sentence, the subject or the requirement', () => {
    expect(found({ search: 'operations ruiz' })).toEqual(['left']);
    expect(found({ search: 'a.8.8' })).toEqual(['left']);
    expect(found({ search: 'ruiz deputy' })).toEqual([]);
  });

  it('keeps to a kind of rule and to the unit of a person', () => {
    expect(found({ kind: 'role' })).toEqual(['left', 'deputy']);
    expect(found({ kind: 'competence' })).toEqual([]);
    expect(found({ unit: 'IT' })).toEqual(['left']);
    expect(found({ unit: 'Sales' })).toEqual([]);
  });

  it('keeps to severity, rule and kind of subject together', () => {
    expect(found({ severity: 'minor', subject: 'role' })).toEqual(['deputy']);
    expect(found({ severity: 'minor', rule: 'role.holder-left' })).toEqual([]);
  });

  it('takes an address that names no known severity or rule as one that asks nothing', () => {
    expect(found({ severity: 'terrible', rule: 'no.such-rule' })).toEqual(['left', 'deputy']);
  });
});
