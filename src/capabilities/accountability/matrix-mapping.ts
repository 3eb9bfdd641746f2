import { findRequirement, requirements } from '../../domain/catalogue.ts';
import { termsOf } from '../../domain/requirement-terms.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { Role } from '../roles/model.ts';
import type { MappedName } from './contract.ts';
import { foldedName, similarity } from './name-similarity.ts';
import { firstWord, otherRequirements, type OtherRequirements } from './other-requirement.ts';
import type { MatrixRow } from './parsed-matrix.ts';

/** From this share of words in common two titles are proposed as the same; a person confirms. */
const PROPOSE_FROM = 0.6;

/** What the user decided: foreign name to a target's id, `new` or `ignore`. */
export type Choices = ReadonlyMap<string, string>;

/** Finds the role that a column's heading means: chosen, by name, by alias, or alike; else it will be a new role. */
export function mapRole(foreign: string, roles: readonly Role[], choices: Choices): MappedName {
  const chosen = choices.get(foreign);
  if (chosen !== undefined) return { foreign, target: chosen === 'ignore' ? null : chosen, how: 'chosen' };
  const names = [foreign, ...foreign.split(/[/(),;]| - /)].map(foldedName).filter((name) => name !== '');
  const named = roles.find((role) => names.includes(foldedName(role.name)));
  if (named !== undefined) return { foreign, target: named.id, how: 'name' };
  const [whole] = names;
  const known =
    roles.find((role) => role.aliases.some((alias) => foldedName(alias) === whole)) ??
    roles.find((role) => role.aliases.some((alias) => names.includes(foldedName(alias))));
  if (known !== undefined) return { foreign, target: known.id, how: 'alias' };
  const alike = best(roles, (role) =>
    Math.max(similarity(foreign, role.name), ...role.aliases.map((alias) => similarity(foreign, alias))),
  );
  if (alike !== null) return { foreign, target: alike.id, how: 'similar' };
  return { foreign, target: 'new', how: 'none' };
}

function best<T>(candidates: readonly T[], score: (candidate: T) => number): T | null {
  let found: T | null = null;
  let highest = PROPOSE_FROM;
  for (const candidate of candidates) {
    const reached = score(candidate);
    if (reached >= highest && (found === null || reached > highest)) {
      found = candidate;
      highest = reached;
    }
  }
  return found;
}

/** Numbers such as 5.1 name a clause and a control: the title beside decides, else the person. */
function byNumber(id: string, label: string): RequirementId | null {
  if (id.startsWith('A.')) return findRequirement(id)?.id ?? null;
  const candidates = [findRequirement(id), findRequirement(`A.${id}`)].filter((found) => found !== undefined);
  const [first, second] = candidates;
  if (first === undefined || second === undefined) return first?.id ?? null;
  const [left, right] = [similarity(label, first.title), similarity(label, second.title)];
  return left === right ? null : left > right ? first.id : second.id;
}

/**
 * Finds the requirement that a row is about: chosen, by its number, by its title, or alike in title or in what people
 * call the work, in English, German, French or Spanish. `similar` is a proposal that counts only when it is
 * confirmed.
 */
export function mapRequirement(
  row: Pick<MatrixRow, 'label' | 'reference'>,
  choices: Choices,
  others: OtherRequirements = otherRequirements([]),
): MappedName {
  const foreign = row.label;
  const chosen = choices.get(foreign);
  if (chosen !== undefined)
    return { foreign, target: findRequirement(chosen)?.id ?? (others.has(chosen) ? chosen : null), how: 'chosen' };
  const other = others.find(row.reference?.id ?? '') ?? others.find(firstWord(foreign));
  if (other !== undefined) return { foreign, target: other, how: 'id' };
  if (row.reference !== null) {
    const target = byNumber(row.reference.id, row.label);
    if (target !== null) return { foreign, target, how: 'id' };
  }
  const title = foldedName(foreign);
  const named = requirements.find((requirement) => foldedName(requirement.title) === title);
  if (named !== undefined) return { foreign, target: named.id, how: 'name' };
  const alike = best(requirements, ({ id, title: words }) =>
    Math.max(similarity(foreign, words), ...termsOf(id).map((term) => similarity(foreign, term))),
  );
  return alike === null ? { foreign, target: null, how: 'none' } : { foreign, target: alike.id, how: 'similar' };
}
