import { requirementPosition } from '../../../domain/catalogue.ts';
import { letters, type Letter, type RequirementId } from '../../../domain/requirement.ts';
import type { Accountability } from '../model.ts';

/** One requirement for which somebody has a letter, and through which roles; none for a letter given in person. */
export interface LetterPlace {
  readonly requirementId: RequirementId;
  readonly through: readonly string[];
  readonly inPerson: boolean;
}

export interface LetterGroup {
  readonly letter: Letter;
  readonly places: readonly LetterPlace[];
}

const order: readonly Letter[] = ['A', 'R', 'S', 'C', 'I'];

/**
 * The letters that come to one person or through some roles, answering ones first, each with its requirements in the
 * catalogue's order. `roles`: id and name of the roles in question; `personId`: whose letters in person count too.
 */
export function lettersOf(
  cells: readonly Accountability[],
  roles: ReadonlyMap<string, string>,
  personId: string | null,
): readonly LetterGroup[] {
  const found = new Map<Letter, Map<RequirementId, { through: string[]; inPerson: boolean }>>(
    letters.map((letter) => [letter, new Map()]),
  );
  for (const cell of cells) {
    const role = cell.roleId === null ? undefined : roles.get(cell.roleId);
    const inPerson = personId !== null && cell.personId === personId;
    if (role === undefined && !inPerson) continue;
    for (const letter of cell.letters) {
      const places = found.get(letter);
      const place = places?.get(cell.requirementId) ?? { through: [], inPerson: false };
      if (role !== undefined) place.through.push(role);
      place.inPerson ||= inPerson;
      places?.set(cell.requirementId, place);
    }
  }
  return order.flatMap((letter) => {
    const places = [...(found.get(letter) ?? [])]
      .map(([requirementId, place]): LetterPlace => ({ requirementId, ...place }))
      .sort((a, b) => (requirementPosition(a.requirementId) ?? 0) - (requirementPosition(b.requirementId) ?? 0));
    return places.length === 0 ? [] : [{ letter, places }];
  });
}
