import { demonstrationFramework, demonstrationTerms } from '../../domain/demonstration-framework.ts';
import { letters, requirementIdSchema, type RequirementId } from '../../domain/requirement.ts';
import type {
  AccountabilityId,
  FrameworkId,
  FrameworkRequirementId,
  NewId,
  RequirementMappingId,
  RoleId,
} from '../../kernel/id.ts';
import type { ChangeItem } from './change.ts';

/** A customer's security annex beside ISO: most of it mapped, one term with letters of its own, one that nobody answers for. */
export function frameworkItems(roleOf: (key: string) => RoleId, newId: NewId): readonly ChangeItem[] {
  const frameworkId = newId() as FrameworkId;
  const idOf = (reference: string): RequirementId =>
    requirementIdSchema.parse(`${demonstrationFramework.key}:${reference}`);
  return [
    {
      register: 'framework',
      operation: 'create',
      id: frameworkId,
      fields: { ...demonstrationFramework, format: 'oscal' },
    },
    ...demonstrationTerms.map(({ reference, title, text, parent }, position): ChangeItem => ({
      register: 'frameworkRequirement',
      operation: 'create',
      id: newId() as FrameworkRequirementId,
      fields: {
        frameworkId,
        requirementId: idOf(reference),
        reference,
        title,
        text,
        parent: parent === null ? null : idOf(parent),
        assessable: parent !== null,
        position,
      },
    })),
    ...demonstrationTerms.flatMap(({ reference, mappedTo }) =>
      mappedTo.map((target): ChangeItem => ({
        register: 'requirementMapping',
        operation: 'create',
        id: newId() as RequirementMappingId,
        fields: { requirementId: idOf(reference), mappedTo: requirementIdSchema.parse(target), note: '' },
      })),
    ),
    ...demonstrationTerms.flatMap(({ reference, letters: own = {} }) =>
      Object.entries(own).map(([role, cell]): ChangeItem => ({
        register: 'accountability',
        operation: 'create',
        id: newId() as AccountabilityId,
        fields: {
          requirementId: idOf(reference),
          roleId: roleOf(role),
          personId: null,
          letters: letters.filter((letter) => cell.includes(letter)),
        },
      })),
    ),
  ];
}
