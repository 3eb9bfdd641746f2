import { findRequirement } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { FrameworkRequirement } from '../frameworks/model.ts';

/** Finds what is assessed in another catalogue by its id (`csf2:GV.OC-01`), or by the source's own where only one has it. */
export interface OtherRequirements {
  readonly has: (id: string) => boolean;
  /** By an id or reference, whatever the case of its letters; never one that ISO/IEC 27001:2022 has too. */
  readonly find: (text: string) => RequirementId | undefined;
}

export function otherRequirements(requirements: readonly FrameworkRequirement[]): OtherRequirements {
  const ids = new Set<string>();
  const names = new Map<string, RequirementId | null>();
  for (const { requirementId, reference, assessable } of requirements) {
    if (!assessable) continue;
    ids.add(requirementId);
    names.set(requirementId.toLowerCase(), requirementId);
    const name = reference.toLowerCase();
    names.set(name, names.has(name) ? null : requirementId);
  }
  return {
    has: (id) => ids.has(id),
    find: (text) =>
      findRequirement(text.toUpperCase()) === undefined ? (names.get(text.toLowerCase()) ?? undefined) : undefined,
  };
}

/** The first word of a label, where an id stands. */
export const firstWord = (label: string): string => /^\s*(\S+)/.exec(label)?.[1]?.replace(/[:.,;]+$/, '') ?? '';
