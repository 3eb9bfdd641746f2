import { headings, requirements } from '../../../domain/catalogue.ts';
import type { Applicability } from '../../applicability/model.ts';
import type { MatrixGroup, MatrixRow } from '../../../web/matrix/model.ts';

/** Main clauses 4 to 10 and the four themes of Annex A. */
export const chapters = headings.filter((heading) => heading.parent === null);

export interface RowFilter {
  readonly search: string;
  readonly chapter: string | undefined;
  /** Only these rows, when given. */
  readonly only: ReadonlySet<string> | undefined;
}

/** Requirements as rows, grouped by chapter; what the statement of applicability leaves out is locked with the reason. */
export function matrixRows(
  applicability: readonly Applicability[],
  filter: RowFilter,
  locked: (justification: string) => string,
): readonly MatrixRow[] {
  const out = new Map(
    applicability.filter((entry) => !entry.applicable).map((entry) => [entry.requirementId, entry.justification]),
  );
  const search = filter.search.trim().toLowerCase();
  return requirements
    .filter(
      (requirement) =>
        (filter.chapter === undefined || requirement.section === filter.chapter) &&
        (filter.only === undefined || filter.only.has(requirement.id)) &&
        `${requirement.id} ${requirement.title}`.toLowerCase().includes(search),
    )
    .map((requirement) => {
      const justification = out.get(requirement.id);
      return {
        id: requirement.id,
        code: requirement.id,
        label: requirement.title,
        group: requirement.section,
        ...(justification === undefined ? {} : { locked: locked(justification) }),
      };
    });
}

export const matrixGroups = (
  rows: readonly MatrixRow[],
  name: (id: string, title: string) => string,
): readonly MatrixGroup[] =>
  chapters
    .filter((chapter) => rows.some((row) => row.group === chapter.id))
    .map((chapter) => ({ id: chapter.id, label: name(chapter.id, chapter.title) }));
