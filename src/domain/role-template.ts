import { z } from 'zod';
import { levelSchema, type Level } from '../kernel/level.ts';
import rolesJson from './data/roles.json' with { type: 'json' };

/**
 * How several holders of one role share its duty.
 * - `single`: one holder answers; a second one blurs who.
 * - `body`: its members decide together, as top management does.
 * - `distributed`: each holder answers for an own part (own assets, risks, controls or staff).
 * - `everyone`: every active person holds it without an appointment.
 */
export const holdings = ['single', 'body', 'distributed', 'everyone'] as const;
export type Holding = (typeof holdings)[number];

/** A role that the product ships. `id` is the `key` of the role that an organization makes from it. */
export interface RoleTemplate {
  readonly id: string;
  readonly name: string;
  readonly mandatory: boolean;
  readonly aliases: readonly string[];
  readonly external: 'yes' | 'limited' | 'no';
  readonly fallbackRole: string | null;
  readonly needsDeputy: boolean;
  readonly responsibilities: readonly string[];
  /** Levels 0 to 5 as in `competence.ts`. */
  readonly competences: readonly { readonly id: string; readonly level: Level; readonly required: boolean }[];
  readonly externalNote?: string | undefined;
  readonly holding: Holding;
}

const roleFile: z.ZodType<{ roles: RoleTemplate[] }> = z.object({
  roles: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      mandatory: z.boolean(),
      aliases: z.array(z.string()),
      external: z.enum(['yes', 'limited', 'no']),
      fallbackRole: z.string().nullable(),
      needsDeputy: z.boolean(),
      responsibilities: z.array(z.string()),
      competences: z.array(z.object({ id: z.string(), level: levelSchema, required: z.boolean() })),
      externalNote: z.string().optional(),
      holding: z.enum(holdings),
    }),
  ),
});

/** The 33 roles, mandatory ones first. */
export const roleTemplates: readonly RoleTemplate[] = roleFile.parse(rolesJson).roles;

const byId: ReadonlyMap<string, RoleTemplate> = new Map(roleTemplates.map((role) => [role.id, role]));

export const findRoleTemplate = (key: string): RoleTemplate | undefined => byId.get(key);

/** The five roles without which an ISMS is not staffed (a practitioners' list, see the data's source). */
export const mandatoryRoles: readonly RoleTemplate[] = roleTemplates.filter((role) => role.mandatory);

/**
 * How holders of the role with this key share its duty; an organization's own role has a single holder. Where the
 * organization wants several in a role that one usually holds, each of them answers for a part.
 */
export const holdingOf = (key: string, minimumHolders = 1): Holding => {
  const holding = byId.get(key)?.holding ?? 'single';
  return holding === 'single' && minimumHolders > 1 ? 'distributed' : holding;
};
