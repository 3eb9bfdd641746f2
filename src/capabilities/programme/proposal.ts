import { accountabilityDefaults } from '../../domain/accountability-default.ts';
import { findRequirement, type Requirement } from '../../domain/catalogue.ts';
import { findCompetenceTemplate } from '../../domain/competence.ts';
import type { Letter, RequirementId } from '../../domain/requirement.ts';
import { findRoleTemplate, type RoleTemplate } from '../../domain/role-template.ts';
import { aspectNames, type Coverage } from '../assessment/model.ts';
import type { AnalysisVerdict } from './model.ts';

/** So many competences are named; the rest are counted. */
const MOST_COMPETENCES = 6;

const lettersOf = new Map(accountabilityDefaults.map((row) => [row.requirementId, row.cells]));

const rolesWith = (id: RequirementId, letter: Letter): readonly RoleTemplate[] =>
  (lettersOf.get(id) ?? []).flatMap((cell) =>
    cell.letters.includes(letter) ? (findRoleTemplate(cell.roleKey) ?? []) : [],
  );

const labels: readonly (readonly [Letter, string])[] = [
  ['A', 'Accountable'],
  ['R', 'Responsible'],
  ['S', 'Supporting'],
];

const rolesLine = (id: RequirementId): string =>
  labels
    .map(([letter, label]) => [label, rolesWith(id, letter).map((role) => role.name)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([label, names]) => `${label}: ${names.join(', ')}.`)
    .join(' ');

/** What those who answer and those who work must be able to do: the highest level that one of their roles requires. */
function competenceLine(id: RequirementId): string {
  const levels = new Map<string, number>();
  for (const role of [...rolesWith(id, 'R'), ...rolesWith(id, 'A')])
    for (const { id: competence, level, required } of role.competences)
      if (required) levels.set(competence, Math.max(level, levels.get(competence) ?? 0));
  if (levels.size === 0) return '';
  const named = [...levels]
    .toSorted(([, a], [, b]) => b - a)
    .map(([competence, level]) => `${findCompetenceTemplate(competence)?.name ?? competence} ${level}`);
  const rest = named.length - MOST_COMPETENCES;
  return `Competence by level: ${named.slice(0, MOST_COMPETENCES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

const spoken = (values: readonly string[]): string => values.join(', ').replaceAll('_', ' ').toLowerCase();

function kindLine(requirement: Requirement): string {
  if (requirement.kind === 'control') {
    const { controlType, properties, operationalCapabilities } = requirement.attributes;
    return `Control: ${spoken(controlType)}; for ${spoken(properties)}; capability: ${spoken(operationalCapabilities)}.`;
  }
  const { mandatory, what } = requirement.documentedInformation;
  return mandatory === true ? `Documented information: ${what ?? 'required'}.` : '';
}

/**
 * What a requirement calls for by the product's own defaults: the roles of the default matrix, the competences that
 * those roles require, the attributes of a control (ISO/IEC 27002:2022, 4.2) or the documents of a clause. Empty for a
 * requirement that the catalogue lacks.
 */
export function proposedNeed(id: RequirementId): string {
  const requirement = findRequirement(id);
  if (requirement === undefined) return '';
  return [rolesLine(id), competenceLine(id), kindLine(requirement), requirement.summary]
    .filter((line) => line !== '')
    .join('\n');
}

const missingIn = ({ aspects }: Coverage): readonly string[] =>
  aspectNames
    .map((name) => aspects[name])
    .filter(({ state }) => state === 'gap' || state === 'weak')
    .map(({ because }) => because);

/** By the coverage: `missing` when nobody does the work, `partly` when anything else that is judged falls short. */
export function proposedVerdict(coverage: Coverage): AnalysisVerdict {
  if (coverage.aspects.responsible.state === 'gap') return 'missing';
  return missingIn(coverage).length > 0 ? 'partly' : 'enough';
}

/** What is missing by the coverage, in its own sentences; empty when nothing judged is. */
export const proposedGap = (coverage: Coverage): string => missingIn(coverage).join(' ');
