import { invalid } from '../../kernel/errors.ts';
import type { PersonId } from '../../kernel/id.ts';

/** Who reports to whom, as far as it is recorded. */
export interface ReportingLine {
  readonly id: PersonId;
  readonly name: string;
  readonly managerId: PersonId | null;
}

/** @throws MusterError `invalid` when one of these people reports, over others, to themselves */
export function refuseManagerCircle(lines: readonly ReportingLine[], changed: readonly PersonId[]): void {
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const start of changed) {
    const path: ReportingLine[] = [];
    let at = byId.get(start);
    while (at !== undefined && !path.includes(at)) {
      path.push(at);
      at = at.managerId === null ? undefined : byId.get(at.managerId);
    }
    if (at === undefined || at.id !== start) continue;
    const message =
      path.length === 1
        ? `Nobody reports to themselves: ${at.name}.`
        : `These people would report to one another in a circle: ${path.map(({ name }) => name).join(', ')}.`;
    throw invalid([{ path: 'managerId', message }]);
  }
}
