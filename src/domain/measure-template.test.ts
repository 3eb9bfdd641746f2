import { expect, it } from 'vitest';
import { findCompetenceTemplate } from './competence.ts';
import { findEvidenceKind } from './evidence-kind.ts';
import { measureTemplates } from './measure-template.ts';

it('names competences and kinds of evidence that there are, once each', () => {
  const keys = measureTemplates.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { name, competences, evidenceKind } of measureTemplates) {
    const named = competences.map(({ competence }) => competence);
    expect([name, named.filter((id) => findCompetenceTemplate(id) === undefined)]).toEqual([name, []]);
    expect(new Set(named).size).toBe(named.length);
    expect(evidenceKind === null || findEvidenceKind(evidenceKind) !== undefined).toBe(true);
  }
});
