import type { CompetenceFields } from '../../src/capabilities/competence/model.ts';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import type { RequirementId } from '../../src/domain/requirement.ts';
import type {
  CompetenceFrameworkId,
  CompetenceId,
  CompetenceMappingId,
  RequirementCompetenceId,
  RoleId,
  WorkRoleId,
} from '../../src/kernel/id.ts';
import { levels } from '../../src/kernel/level.ts';
import { freshId } from './organization.ts';

export const competenceFieldsOf = (
  key: string,
  name: string,
  changes: Partial<CompetenceFields> = {},
): CompetenceFields => ({
  key,
  competenceFrameworkId: null,
  kind: 'competence',
  name,
  description: '',
  group: null,
  aliases: [],
  refreshMonths: null,
  levels: [],
  retired: false,
  ...changes,
});

/** A row or two in the registers of the competence framework. */
export interface CompetenceScene {
  readonly items: readonly ChangeItem[];
  /** Own ones: one in use, one that nothing refers to. */
  readonly competences: readonly [CompetenceId, CompetenceId];
  readonly key: string;
  readonly workRole: WorkRoleId;
  /** Frameworks that were taken in; nothing refers to the second. */
  readonly frameworks: readonly [CompetenceFrameworkId, CompetenceFrameworkId];
  readonly mapping: CompetenceMappingId;
  /** To change, to remove, to approve. */
  readonly required: readonly [RequirementCompetenceId, RequirementCompetenceId, RequirementCompetenceId];
  /** A role of the template that requires nothing, and one that nothing else changes. */
  readonly roles: readonly [RoleId, RoleId];
}

export function competenceScene(name: string): CompetenceScene {
  const competences = [freshId<CompetenceId>(), freshId<CompetenceId>()] as const;
  const frameworks = [freshId<CompetenceFrameworkId>(), freshId<CompetenceFrameworkId>()] as const;
  const required = [
    freshId<RequirementCompetenceId>(),
    freshId<RequirementCompetenceId>(),
    freshId<RequirementCompetenceId>(),
  ] as const;
  const [workRole, mapping] = [freshId<WorkRoleId>(), freshId<CompetenceMappingId>()];
  const roles = [freshId<RoleId>(), freshId<RoleId>()] as const;
  const key = `${name.toLowerCase()}-tides`;
  const items: readonly ChangeItem[] = [
    ...frameworks.map((id, index): ChangeItem => ({
      register: 'competenceFramework',
      operation: 'create',
      id,
      fields: {
        key: index === 0 ? 'nice' : 'nice-before',
        kind: 'nice',
        name: `${name} framework ${index + 1}`,
        edition: '1',
        publisher: null,
        licence: `${name} asks to be named`,
        source: null,
      },
    })),
    {
      register: 'competence',
      operation: 'create',
      id: competences[0],
      fields: competenceFieldsOf(key, `${name} tides`),
    },
    {
      register: 'competence',
      operation: 'create',
      id: competences[1],
      fields: competenceFieldsOf(`${key}-spare`, `${name} spare`),
    },
    {
      register: 'workRole',
      operation: 'create',
      id: workRole,
      fields: {
        competenceFrameworkId: frameworks[0],
        key: 'nice:OG-WRL-001',
        title: `${name} pilot`,
        alternativeTitles: [],
        group: null,
        mission: `Pilots ${name}`,
        tasks: ['Read the tides'],
        deliverables: [],
        competences: [{ competence: key, level: null }],
      },
    },
    {
      register: 'competenceMapping',
      operation: 'create',
      id: mapping,
      fields: { from: key, to: 'risk-assessment', relation: 'related', note: `${name} thinks so` },
    },
    ...required.map((id, index): ChangeItem => ({
      register: 'requirementCompetence',
      operation: 'create',
      id,
      fields: {
        requirementId: (['A.7.1', 'A.7.2', 'A.7.3'][index] ?? 'A.7.4') as RequirementId,
        competence: key,
        level: levels[2],
        required: true,
        reason: `${name} floods`,
        requestedBy: null,
        approval: null,
      },
    })),
    ...roles.map((id, index): ChangeItem => ({
      register: 'role',
      operation: 'create',
      id,
      fields: {
        key: index === 0 ? 'facilities' : `${name.toLowerCase()}-guard`,
        name: `${name} guard ${index + 1}`,
        mandatory: false,
        aliases: [],
        responsibilities: [],
        competences: [],
        external: 'limited',
        needsDeputy: false,
        fallbackKey: null,
      },
    })),
  ];
  return { items, competences, key, workRole, frameworks, mapping, required, roles };
}
