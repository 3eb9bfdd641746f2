import type { RoleId } from '../../kernel/id.ts';
import type { RequiredCompetence } from '../competence/model.ts';
import type { Role } from '../roles/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { ImportContext } from './import-context.ts';
import type { RequiredSaying } from './parsed.ts';
import { unchanged, type SayingEffect } from './saying-effect.ts';

interface Wanted {
  readonly role: Role | undefined;
  readonly present: Map<string, RequiredCompetence>;
  readonly said: Map<string, { readonly level: number; readonly row: number }>;
}

const must = (required: boolean): string => (required ? 'must' : 'should');

/** What roles require after an import. What the file does not speak of stays required. */
export class RequiredPlan {
  readonly #context: ImportContext;
  readonly #wanted = new Map<RoleId, Wanted>();
  readonly #changed = new Set<RoleId>();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  #of(id: RoleId): Wanted {
    const there = this.#wanted.get(id);
    if (there !== undefined) return there;
    const role = this.#context.snapshot.role.find((one) => one.id === id);
    const made = {
      role,
      present: new Map((role?.competences ?? []).map((one) => [one.competence, one])),
      said: new Map(),
    };
    this.#wanted.set(id, made);
    return made;
  }

  take(saying: RequiredSaying, row: number): SayingEffect {
    const context = this.#context;
    const level = context.level(saying.value);
    if ('reason' in level) return level;
    const competence = context.competence(saying.competence, saying.competenceKey, saying.refreshMonths, saying.group);
    if ('reason' in competence) return competence;
    const roleId = context.role(saying.role, saying.roleKey ?? null);
    if ('reason' in roleId) return roleId;
    const { present, said, role } = this.#of(roleId.id);
    if (role !== undefined && !context.options.may('role'))
      return { reason: 'Only owners and managers say what a role requires: ask one of them.' };
    const earlier = said.get(competence.id);
    if (earlier !== undefined && earlier.level !== level.id)
      return { reason: `Row ${earlier.row} says level ${earlier.level} of the same competence and role.` };
    said.set(competence.id, { level: level.id, row });
    const before = present.get(competence.id);
    const after = { competence: competence.id, level: level.id, required: saying.must ?? before?.required ?? true };
    if (before?.level === after.level && before.required === after.required) return unchanged;
    present.set(competence.id, after);
    this.#changed.add(roleId.id);
    const field = saying.column ?? 'required level';
    if (before === undefined)
      return { outcome: 'taken', changes: [{ field, from: '', to: `${after.level} ${must(after.required)}` }] };
    return {
      outcome: 'changed',
      changes: [
        ...(before.level === after.level ? [] : [{ field, from: String(before.level), to: String(after.level) }]),
        ...(before.required === after.required
          ? []
          : [{ field: 'must or should', from: must(before.required), to: must(after.required) }]),
      ],
    };
  }

  /** The roles that are made, and those that require something else than before. */
  items(): readonly ChangeItem[] {
    const { options, newRoles } = this.#context;
    const asked = { competencesRequestedBy: options.by.userId };
    const made = new Map([...newRoles.values()].map((role) => [role.id, role]));
    const fresh = [...made.values()].map(({ id, key, name }): ChangeItem => ({
      register: 'role',
      operation: 'create',
      id,
      fields: {
        key,
        name,
        mandatory: false,
        aliases: [],
        responsibilities: [],
        competences: [...(this.#wanted.get(id)?.present.values() ?? [])],
        external: 'limited',
        needsDeputy: false,
        fallbackKey: null,
        ...asked,
      },
    }));
    const updated = [...this.#changed].flatMap((id): readonly ChangeItem[] => {
      const wanted = this.#wanted.get(id);
      if (wanted?.role === undefined) return [];
      const fields = { competences: [...wanted.present.values()], ...asked };
      return [{ register: 'role', operation: 'update', id, version: wanted.role.version, fields }];
    });
    return [...fresh, ...updated];
  }
}
