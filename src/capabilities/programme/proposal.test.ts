import { describe, expect, it } from 'vitest';
import { countingIds, snapshotWith, templateRows } from '../../../tests/factories/snapshot.ts';
import { requirements } from '../../domain/catalogue.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { plainDate } from '../../kernel/date.ts';
import { assessResolution } from '../assessment/assess.ts';
import { resolve } from '../assessment/resolution.ts';
import { resourcesAtHand } from './at-hand.ts';
import { analysisFields } from './model.ts';
import { proposedNeed } from './proposal.ts';

describe('what a requirement calls for', () => {
  it('is proposed from the default roles, their competences and the attributes of a control', () => {
    const need = proposedNeed(requirementIdSchema.parse('A.8.8'));
    expect(need).toMatch(/^Accountable: .+\. Responsible: .+\./);
    expect(need).toMatch(/Competence by level: .+ \d/);
    expect(need).toContain('Control: preventive; for confidentiality, integrity, availability; capability:');
    expect(proposedNeed(requirementIdSchema.parse('4.3'))).toContain('Documented information: scope.');
    expect(proposedNeed(requirementIdSchema.parse('X.1'))).toBe('');
  });

  it('is there for all 123, and fits its field', () => {
    for (const { id } of requirements) {
      const need = proposedNeed(id);
      expect(analysisFields.shape.callsFor.parse(need)).toBe(need);
      expect(need).toMatch(/Responsible: /);
    }
  });
});

describe('what is at hand', () => {
  it('is nothing where nobody works: every requirement is proposed as missing, in words', () => {
    const resolution = resolve(snapshotWith(templateRows(countingIds())), plainDate('2026-03-01'));
    const lines = resourcesAtHand(resolution, assessResolution(resolution));
    expect(lines).toHaveLength(123);
    for (const { proposal, responsible, hoursPerWeek } of lines) {
      expect([proposal.verdict, responsible.names, hoursPerWeek]).toEqual(['missing', [], 0]);
      expect(proposal.gap).toMatch(/\.$/);
    }
  });
});
