import { describe, expect, it } from 'vitest';
import { accountabilityDefaults, segregatedRequirements } from './accountability-default.ts';
import { annexAControls, controlThemes, findRequirement, headings, leafClauses, requirements } from './catalogue.ts';
import { auditItems, auditorChecks, criteria, implementationItems, passSteps } from './checklist.ts';
import { commonFindings } from './common-finding.ts';
import { competenceGroups, competenceLevels, competenceTemplates, findCompetenceTemplate } from './competence.ts';
import defaultsJson from './data/rasci-defaults.json' with { type: 'json' };
import { findTerm, glossary } from './glossary.ts';
import { findRoleTemplate, holdingOf, mandatoryRoles, roleTemplates } from './role-template.ts';
import {
  activityPairRules,
  findSegregationRule,
  rolePairRules,
  rowRules,
  segregationRules,
} from './segregation-rule.ts';

const isReference = (id: string): boolean =>
  findRequirement(id) !== undefined || headings.some((heading) => heading.id === id);

describe('the catalogue of ISO/IEC 27001:2022', () => {
  it('has 30 leaf clauses and 93 controls by theme, each once', () => {
    expect(leafClauses.length).toBe(30);
    expect(controlThemes.map((theme) => annexAControls.filter((control) => control.theme === theme).length)).toEqual([
      37, 8, 14, 34,
    ]);
    expect(new Set(requirements.map((requirement) => requirement.id)).size).toBe(123);
    expect(annexAControls.filter((control) => control.newIn2022).length).toBe(11);
  });

  it('hangs every requirement below a heading', () => {
    for (const requirement of requirements) {
      const heading = requirement.kind === 'clause' ? requirement.parent : requirement.section;
      expect(headings.map((entry) => entry.id)).toContain(heading);
    }
    expect(findRequirement('6.1.2')).toMatchObject({ parent: '6.1', section: '6' });
    expect(findRequirement('A.8.8')).toMatchObject({ section: 'A.8', theme: 'technological' });
  });

  it('numbers the controls of a section without a hole', () => {
    for (const [index, theme] of controlThemes.entries()) {
      const ids = annexAControls.filter((control) => control.theme === theme).map((control) => control.id);
      expect(ids).toEqual(ids.map((_, position) => `A.${index + 5}.${position + 1}`));
    }
  });
});

describe('the roles', () => {
  it('have holders who each answer for a part where an organization wants several in a role that one usually holds', () => {
    expect([holdingOf('internal-auditor'), holdingOf('internal-auditor', 2)]).toEqual(['single', 'distributed']);
    expect([holdingOf('own-role'), holdingOf('own-role', 3)]).toEqual(['single', 'distributed']);
  });

  it('are 33, five of them mandatory, with names and aliases that lead to one role only', () => {
    expect(roleTemplates.length).toBe(33);
    expect(mandatoryRoles.map((role) => role.id)).toEqual([
      'ceo',
      'leadership-team',
      'isms-leadership',
      'information-security-manager',
      'management-review-team',
    ]);
    const words = roleTemplates.flatMap((role) => [role.name, ...role.aliases].map((word) => word.toLowerCase()));
    expect(new Set(words).size).toBe(words.length);
  });

  it('refer to competences that exist, at least one of them required', () => {
    const unknown = roleTemplates
      .flatMap((role) => role.competences)
      .filter((need) => !findCompetenceTemplate(need.id));
    expect(unknown).toEqual([]);
    const without = roleTemplates.filter((role) => !role.competences.some((need) => need.required));
    expect(without.map((role) => role.id)).toEqual(['certification-body-contact']);
  });

  it('name stand-ins that exist and that no critical rule keeps apart', () => {
    const pairs = roleTemplates.flatMap(({ id, fallbackRole }) => (fallbackRole === null ? [] : [[id, fallbackRole]]));
    expect(pairs.filter(([, standIn = '']) => findRoleTemplate(standIn) === undefined)).toEqual([]);
    const apart = new Set(
      rolePairRules.filter((rule) => rule.severity === 'critical').flatMap(({ a, b }) => [`${a}|${b}`, `${b}|${a}`]),
    );
    expect(pairs.filter((pair) => apart.has(pair.join('|')))).toEqual([]);
  });
});

describe('the default accountability matrix', () => {
  it('has a row for each of the 123 requirements in the order of the catalogue', () => {
    expect(accountabilityDefaults.map((row) => row.requirementId)).toEqual(requirements.map(({ id }) => id));
    expect(defaultsJson.rows.map((row) => row.title)).toEqual(requirements.map(({ title }) => title));
  });

  it('keeps its own rules: one A, at least one R, each role once, roles that exist', () => {
    const broken = accountabilityDefaults.filter(
      ({ cells }) =>
        cells.filter((cell) => cell.letters.includes('A')).length !== 1 ||
        !cells.some((cell) => cell.letters.includes('R')) ||
        new Set(cells.map((cell) => cell.roleKey)).size !== cells.length ||
        cells.some((cell) => findRoleTemplate(cell.roleKey) === undefined),
    );
    expect(broken).toEqual([]);
    expect(segregatedRequirements.size).toBe(24);
  });
});

describe('the segregation rules', () => {
  it('name each pair of roles once, and roles and references that exist', () => {
    expect([rolePairRules.length, activityPairRules.length, rowRules.length]).toEqual([22, 18, 1]);
    const pairs = rolePairRules.map((rule) => [rule.a, rule.b].toSorted().join('|'));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(new Set(segregationRules.map((rule) => rule.id)).size).toBe(segregationRules.length);
    const keys = rolePairRules.flatMap((rule) => [rule.a, rule.b]);
    expect(keys.filter((key) => findRoleTemplate(key) === undefined)).toEqual([]);
    const references = segregationRules
      .flatMap((rule) => rule.references)
      .filter((reference) => !isReference(reference));
    expect(new Set(references)).toEqual(new Set(['ISO/IEC 17021-1', 'GDPR art. 38(6)']));
    expect(findSegregationRule('SOD-01')).toMatchObject({ a: 'internal-auditor', severity: 'critical' });
  });
});

describe('the checklists', () => {
  it('have ten items with 42 criteria, ten audit items, three checks and six steps that refer to them', () => {
    expect([implementationItems.length, criteria.length]).toEqual([10, 42]);
    expect([auditItems.length, auditorChecks.length, passSteps.length]).toEqual([10, 3, 6]);
    const ids = new Set(criteria.map((criterion) => criterion.id));
    expect(ids.size).toBe(42);
    const named = [...auditorChecks, ...passSteps, ...commonFindings].flatMap((entry) => entry.criteria);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    const items = new Set(implementationItems.map((item) => item.id));
    expect(new Set(auditItems.flatMap((item) => item.implementationItems))).toEqual(items);
    expect(implementationItems.flatMap((item) => item.refs).filter((id) => !isReference(id))).toEqual([]);
  });
});

describe('competences, findings and glossary', () => {
  it('hold together', () => {
    expect([competenceTemplates.length, competenceLevels.length]).toEqual([39, 6]);
    const groups = new Set(competenceGroups.map((group) => group.id));
    expect(competenceTemplates.filter((competence) => !groups.has(competence.group))).toEqual([]);
    expect(commonFindings.filter((finding) => !isReference(finding.clause))).toEqual([]);
    expect(new Set(glossary.map((entry) => entry.term)).size).toBe(58);
    expect(findTerm('rasci')?.term).toBe('RASCI');
  });
});
