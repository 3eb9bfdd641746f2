import { schemaErrors } from '../../../web/form/form-errors.ts';
import { writtenRoleFields, type Role, type RoleFields } from '../model.ts';

/** What stands in the form of a role; responsibilities and aliases as lines of text. */
export interface RoleDraft {
  readonly name: string;
  readonly key: string;
  readonly mandatory: boolean;
  readonly needsDeputy: boolean;
  readonly minimumHolders: number | string;
  readonly external: RoleFields['external'];
  readonly fallbackKey: string | null;
  readonly competences: Role['competences'];
  readonly responsibilities: string;
  readonly aliases: string;
}

export const emptyRole: RoleDraft = {
  name: '',
  key: '',
  mandatory: false,
  needsDeputy: false,
  minimumHolders: 0,
  external: 'limited',
  fallbackKey: null,
  competences: [],
  responsibilities: '',
  aliases: '',
};

export const roleDraftOf = (role: Role): RoleDraft => ({
  name: role.name,
  key: role.key,
  mandatory: role.mandatory,
  needsDeputy: role.needsDeputy,
  minimumHolders: role.minimumHolders,
  external: role.external,
  fallbackKey: role.fallbackKey,
  competences: role.competences,
  responsibilities: role.responsibilities.join('\n'),
  aliases: role.aliases.join('\n'),
});

/** A short name made of a name: small letters, digits and hyphens. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export type ReadRole =
  | { readonly ok: true; readonly fields: Omit<RoleFields, 'competencesRequestedBy' | 'competencesApproval'> }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Checks a draft by the schema of the model. */
export function readRole(draft: RoleDraft, before: Role | null): ReadRole {
  const checked = writtenRoleFields.required().safeParse({
    ...draft,
    key: before?.key ?? draft.key,
    minimumHolders: draft.minimumHolders === '' ? 0 : Number(draft.minimumHolders),
    responsibilities: linesOf(draft.responsibilities),
    aliases: linesOf(draft.aliases),
  });
  if (checked.success) return { ok: true, fields: checked.data };
  // A line that is too long is told at the list in which it stands.
  const errors = Object.entries(schemaErrors(checked)).map(([path, message]) => [
    path.split('.', 1)[0] ?? path,
    message,
  ]);
  return { ok: false, errors: Object.fromEntries(errors) as Readonly<Record<string, string>> };
}
