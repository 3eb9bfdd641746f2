import type { PlainDate } from '../../kernel/date.ts';
import type { ColumnMappingId, NewId, PersonId } from '../../kernel/id.ts';
import type {
  ColumnMapping,
  ImportQuestion,
  ImportReport,
  ImportRow,
  ReadColumn,
  SourceNote,
} from '../intake/model.ts';
import type { Sheet } from '../intake/sheet.ts';
import { finished, type Steps } from '../intake/steps.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { NewFieldsOf } from '../trail/register.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { choicesIn, keptMapping, sourceOf, type ColumnChoices } from './column-choice.ts';
import type { RowAnswer } from './import-answer.ts';
import { changesOf } from './import-changes.ts';
import type { ManagerLink } from './manager-link.ts';
import { writtenPersonFields, type Person } from './model.ts';
import type { ParsedPerson } from './parsed-person.ts';
import { hoursInForce, keepingTerms } from './terms.ts';
import { parsePeopleSteps } from './people-document.ts';
import { planPeopleSteps, type AskedRow, type PlannedRow } from './people-plan.ts';

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

export interface PeopleImportOptions {
  readonly today: PlainDate;
  readonly newId: NewId;
  /** Where the file came from, in the user's words: what a mapping is remembered by. */
  readonly name: string;
  readonly answers?: readonly RowAnswer[] | undefined;
  /** What the user says of the columns now; undefined to use what is remembered. It is remembered with the import. */
  readonly columns?: ColumnChoices | undefined;
}

/** The facts that an import of people is compared with. */
export type KnownPeople = Pick<Snapshot, 'person' | 'columnMapping'>;

const questionOf = ({ person, reason, candidates, answer }: AskedRow, sheet: string | undefined): ImportQuestion => ({
  sheet,
  row: person.row,
  label: person.name,
  detail: said(person),
  reason,
  candidates: candidates.map((candidate) => ({ id: candidate.id, label: candidate.name, detail: said(candidate) })),
  answer: answer?.is ?? null,
});

const said = ({
  email,
  externalId,
  jobTitle,
  unit,
}: Pick<Person, 'email' | 'externalId' | 'jobTitle' | 'unit'>): string =>
  [email, externalId, jobTitle, unit].filter((text) => text !== null).join(', ');

/** {@link planPeople} in steps. */
export function* planPeopleImportSteps(
  sheets: readonly Sheet[],
  known: KnownPeople,
  options: PeopleImportOptions,
): Steps<PeopleImport> {
  const { today, newId } = options;
  const recorded = new Map(known.person.map((person) => [person.id, person]));
  const existing = known.person.map((person) => hoursInForce(person, today));
  const items: ChangeItem[] = [];
  const rows: ImportRow[] = [];
  const ignored: SourceNote[] = [];
  const flagged: SourceNote[] = [];
  const questions: ImportQuestion[] = [];
  const columns: ReadColumn[] = [];
  const headings: (readonly string[])[] = [];
  const dropped = new Map<string, string>();
  const names = new Map<string, string>(existing.map(({ id, name }) => [id, name]));
  const versions = new Map(existing.map((person) => [person.id, person.version]));
  const kept = (cells: readonly string[]): ColumnMapping | undefined =>
    options.columns === undefined ? keptMapping(known.columnMapping, cells) : undefined;
  const choicesFor = (cells: readonly string[]): ColumnChoices => {
    const mapping = kept(cells);
    return mapping === undefined ? (options.columns ?? []) : choicesIn(mapping);
  };
  for (const sheet of sheets) {
    const document = yield* parsePeopleSteps(sheet, { today, choicesFor });
    const place = { sheet: sheet.name ?? undefined };
    headings.push(document.headings);
    for (const { column, reason } of document.dropped) dropped.set(column, reason);
    for (const { header, column, field, dropped: reason, chosen } of document.columns)
      columns.push({
        ...place,
        column,
        heading: header,
        field,
        dropped: reason,
        by: chosen === undefined ? 'headings' : options.columns === undefined ? 'remembered' : 'you',
      });
    const answers = new Map(
      (options.answers ?? []).flatMap((answer) =>
        answer.sheet === null || answer.sheet === sheet.name ? [[answer.row, answer] as const] : [],
      ),
    );
    const planned = yield* planPeopleSteps(existing, document, today, answers);
    ignored.push(...planned.ignored.map((note) => ({ ...place, ...note })));
    flagged.push(...planned.flagged.map((note) => ({ ...place, ...note })));
    questions.push(...planned.questions.map((asked) => questionOf(asked, place.sheet)));
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
    for (const row of planned.rows) {
      if (row.outcome === 'taken' && !ids.has(row.row)) continue;
      rows.push({
        ...place,
        row: row.row,
        label: row.person.name,
        outcome: row.outcome,
        changes: changesOf(row, names),
      });
      if (row.outcome !== 'changed') continue;
      const fields = Object.fromEntries(
        row.changes.map(({ field, to }) => [field, field === 'managerId' ? idOf(row.manager) : to]),
      );
      const version = versions.get(row.existing) ?? 0;
      const before = recorded.get(row.existing);
      items.push({
        register: 'person',
        operation: 'update',
        id: row.existing,
        version,
        fields: before === undefined ? fields : keepingTerms(fields, before, today),
      });
    }
  }
  const remembered = headings.map(kept).find((mapping) => mapping !== undefined);
  const count = (outcome: ImportRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    items: [...items, ...mappingItems(known.columnMapping, headings, options)],
    report: {
      kind: 'people',
      taken: count('taken'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      rows,
      ignored,
      flagged,
      dropped: [...dropped].map(([column, reason]) => ({ column, reason })),
      columns,
      remembered:
        remembered === undefined ? null : { id: remembered.id, version: remembered.version, name: remembered.name },
      questions,
    },
  };
}

/**
 * What importing people means. Each row is checked as the register would check it, so that one wrong row is told and
 * left out, and does not stop the others.
 */
export const planPeople = (...input: Parameters<typeof planPeopleImportSteps>): PeopleImport =>
  finished(planPeopleImportSteps(...input));

/** Remembers what the user said of the columns, or forgets it where they say nothing any more. */
function mappingItems(
  known: readonly ColumnMapping[],
  headings: readonly (readonly string[])[],
  { columns, name, newId }: PeopleImportOptions,
): readonly ChangeItem[] {
  if (columns === undefined) return [];
  const sources = new Map(headings.map((cells) => [sourceOf(cells), cells]));
  return [...sources].flatMap(([source, cells]): readonly ChangeItem[] => {
    const there = keptMapping(known, cells);
    const own = columns.filter(({ heading }) => cells.some((cell) => sourceOf([cell]) === sourceOf([heading])));
    if (there === undefined) {
      if (source === '' || own.length === 0) return [];
      const id = newId() as ColumnMappingId;
      const fields = { kind: 'people', source, name, columns: own } as const;
      return [{ register: 'columnMapping', operation: 'create', id, fields }];
    }
    const { id, version } = there;
    return own.length === 0
      ? [{ register: 'columnMapping', operation: 'remove', id, version }]
      : [{ register: 'columnMapping', operation: 'update', id, version, fields: { columns: own, name } }];
  });
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
