import { accountabilityDefaults } from '../../domain/accountability-default.ts';
import { roleTemplates, type RoleTemplate } from '../../domain/role-template.ts';
import type { AccountabilityId, NewId, RoleId } from '../../kernel/id.ts';
import type { RoleFields } from '../roles/model.ts';
import type { AccountabilityFields } from './model.ts';

/** What a new organization starts from: the shipped roles and the default letters of all 123 requirements. */
export interface OrganizationTemplate {
  readonly roles: readonly (RoleFields & { readonly id: RoleId })[];
  readonly accountability: readonly (AccountabilityFields & { readonly id: AccountabilityId })[];
}

/** The fields of the role that an organization makes from a template. */
export const roleFromTemplate = (template: RoleTemplate): RoleFields => ({
  key: template.id,
  name: template.name,
  mandatory: template.mandatory,
  aliases: [...template.aliases],
  responsibilities: [...template.responsibilities],
  competences: template.competences.map(({ id, level, required }) => ({ competence: id, level, required })),
  external: template.external,
  needsDeputy: template.needsDeputy,
  fallbackKey: template.fallbackRole,
  minimumHolders: template.mandatory ? 1 : 0,
  competencesRequestedBy: null,
  competencesApproval: null,
});

/** Makes the 33 roles and one cell for each role that the defaults name in a row. Pass what `newId` gives per row. */
export function organizationTemplate(newId: NewId): OrganizationTemplate {
  const roles = roleTemplates.map((template) => ({ id: newId() as RoleId, ...roleFromTemplate(template) }));
  const roleIds = new Map(roles.map((role) => [role.key, role.id]));
  const accountability = accountabilityDefaults.flatMap(({ requirementId, cells }) =>
    cells.map((cell) => ({
      id: newId() as AccountabilityId,
      requirementId,
      roleId: roleIds.get(cell.roleKey) ?? null,
      personId: null,
      letters: [...cell.letters],
    })),
  );
  return { roles, accountability };
}
