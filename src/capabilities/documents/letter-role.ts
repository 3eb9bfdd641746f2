import { headings, requirementPosition, requirements } from '../../domain/catalogue.ts';
import { competenceLevels, findCompetenceTemplate } from '../../domain/competence.ts';
import type { Letter, RequirementId } from '../../domain/requirement.ts';
import type { Resolution } from '../assessment/resolution.ts';
import type { Role } from '../roles/model.ts';
import { byText } from './matrix-role.ts';

export interface LetterCompetence {
  readonly name: string;
  readonly level: number;
  readonly levelName: string;
  /** False: good to have. */
  readonly required: boolean;
}

/** The requirements of one main clause or theme. */
export interface LetterRequirements {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly { readonly id: RequirementId; readonly title: string }[];
}

/** What a role takes: the required first, the highest level first. */
export function competencesOf(role: Role): readonly LetterCompetence[] {
  return role.competences
    .map(({ competence, level, required }) => ({
      name: findCompetenceTemplate(competence)?.name ?? competence,
      level,
      levelName: competenceLevels.find((step) => step.level === level)?.name ?? '',
      required,
    }))
    .sort((a, b) => Number(b.required) - Number(a.required) || b.level - a.level || byText(a.name, b.name));
}

/** The role's applicable rows with this letter, by clause and theme; those that the catalogue lacks at the end. */
export function requirementsWith(letter: Letter, role: Role, resolution: Resolution): readonly LetterRequirements[] {
  const staffed = resolution.roles.get(role.id)?.cells ?? [];
  const wanted = new Set<RequirementId>(
    staffed.filter(({ cell }) => cell.letters.includes(letter)).map(({ cell }) => cell.requirementId),
  );
  for (const cell of resolution.snapshot.accountability)
    if (
      cell.roleId === role.id &&
      cell.letters.includes(letter) &&
      requirementPosition(cell.requirementId) === undefined
    )
      wanted.add(cell.requirementId);
  return grouped(wanted, () => '');
}

/** Requirements by clause and theme, each with what `remark` adds to its title. */
export function grouped(
  wanted: ReadonlySet<RequirementId>,
  remark: (id: RequirementId) => string,
): readonly LetterRequirements[] {
  const groups = headings
    .filter((heading) => heading.parent === null)
    .map(({ id, title }) => ({
      id,
      title,
      requirements: requirements
        .filter((one) => one.section === id && wanted.has(one.id))
        .map((one) => ({ id: one.id, title: `${one.title}${remark(one.id)}` })),
    }));
  const others = [...wanted]
    .filter((id) => requirementPosition(id) === undefined)
    .sort(byText)
    .map((id) => ({ id, title: remark(id).trim() }));
  return [...groups, { id: '', title: 'Other requirements', requirements: others }].filter(
    (group) => group.requirements.length > 0,
  );
}
