import type { PlainDate } from '../../kernel/date.ts';
import type { NewId, PersonId } from '../../kernel/id.ts';
import type { ImportReport, ImportRow, SourceNote } from '../intake/model.ts';
import type { Sheet } from '../intake/sheet.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { NewFieldsOf } from '../trail/register.ts';
import { changesOf } from './import-changes.ts';
import type { ManagerLink } from './manager-link.ts';
import { writtenPersonFields, type Person } from './model.ts';
import type { ParsedPerson } from './parsed-person.ts';
import { parsePeople } from './people-document.ts';
import { planPeopleImport, type PlannedRow } from './people-plan.ts';

export interface PeopleImport {
  readonly items: readonly ChangeItem[];
  readonly report: Omit<ImportReport, 'file' | 'dryRun'>;
}

type Taken = Extract<PlannedRow, { outcome: 'taken' }>;

const fieldsOf = (person: ParsedPerson, managerId: PersonId | null): NewFieldsOf<'person'> => {
  const { externalId, name, email, kind, unit, site, jobTitle, from, to, weeklyHours } = person;
  return { externalId, name, email, kind, unit, site, jobTitle, managerId, from, to, weeklyHours, costRate: null };
};

/** Managers before those who report to them, so that a row never refers to one that is not there yet. */
function managersFirst(rows: readonly Taken[]): readonly Taken[] {
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const placed = new Set<number>();
  const order: Taken[] = [];
  for (const start of rows) {
    const chain: Taken[] = [];
    let next: Taken | undefined = start;
    while (next !== undefined && !placed.has(next.row)) {
      placed.add(next.row);
      chain.push(next);
      next = next.manager?.kind === 'row' ? byRow.get(next.manager.row) : undefined;
    }
    order.push(...chain.toReversed());
  }
  return order;
}

/**
 * What importing people means. Each row is checked as the register would check it, so that one wrong row is told and
 * left out, and does not stop the others.
 */
export function planPeople(
  sheets: readonly Sheet[],
  existing: readonly Person[],
  today: PlainDate,
  newId: NewId,
): PeopleImport {
  const items: ChangeItem[] = [];
  const rows: ImportRow[] = [];
  const ignored: SourceNote[] = [];
  const flagged: SourceNote[] = [];
  const dropped = new Map<string, string>();
  const names = new Map<string, string>(existing.map(({ id, name }) => [id, name]));
  for (const sheet of sheets) {
    const document = parsePeople(sheet, { today });
    for (const { column, reason } of document.dropped) dropped.set(column, reason);
    const planned = planPeopleImport(existing, document, today);
    const place = { sheet: sheet.name ?? undefined };
    ignored.push(...planned.ignored.map((note) => ({ ...place, ...note })));
    flagged.push(...planned.flagged.map((note) => ({ ...place, ...note })));
    const { taken, refused } = checked(planned.rows);
    ignored.push(...refused.map((note) => ({ ...place, ...note })));
    const ids = new Map(taken.map((row) => [row.row, newId() as PersonId]));
    const idOf = (manager: ManagerLink | null): PersonId | null =>
      manager === null ? null : manager.kind === 'existing' ? manager.id : (ids.get(manager.row) ?? null);
    for (const row of managersFirst(taken)) {
      const id = ids.get(row.row);
      if (id !== undefined)
        items.push({ register: 'person', operation: 'create', id, fields: fieldsOf(row.person, idOf(row.manager)) });
    }
    const versions = new Map(existing.map((person) => [person.id, person.version]));
    for (const row of planned.rows) {
      if (row.outcome === 'taken' && !ids.has(row.row)) continue;
      rows.push({
        row: row.row,
        label: row.person.name,
        outcome: row.outcome,
        changes: changesOf(row, names),
      });
      if (row.outcome !== 'changed') continue;
      const fields = Object.fromEntries(
        row.changes.map(({ field, to }) => [field, field === 'managerId' ? idOf(row.manager) : to]),
      );
      items.push({
        register: 'person',
        operation: 'update',
        id: row.existing,
        version: versions.get(row.existing) ?? 0,
        fields,
      });
    }
  }
  const count = (outcome: ImportRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    items,
    report: {
      kind: 'people',
      taken: count('taken'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      rows,
      ignored,
      flagged,
      dropped: [...dropped].map(([column, reason]) => ({ column, reason })),
    },
  };
}

function checked(rows: readonly PlannedRow[]): {
  readonly taken: readonly Taken[];
  readonly refused: readonly SourceNote[];
} {
  const taken: Taken[] = [];
  const refused: SourceNote[] = [];
  for (const row of rows) {
    if (row.outcome !== 'taken') continue;
    const result = writtenPersonFields.safeParse(fieldsOf(row.person, null));
    const [issue] = result.error?.issues ?? [];
    if (issue === undefined) taken.push(row);
    else refused.push({ row: row.row, column: issue.path.join('.'), text: row.person.name, reason: issue.message });
  }
  return { taken, refused };
}
