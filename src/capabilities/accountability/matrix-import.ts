import { findRequirement } from '../../domain/catalogue.ts';
import { letters, type Letter, type RequirementId } from '../../domain/requirement.ts';
import { invalid } from '../../kernel/errors.ts';
import { isId, type AccountabilityId, type NewId, type PersonId, type RoleId } from '../../kernel/id.ts';
import type { ImportRow, SourceNote } from '../intake/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { slugOf } from '../trail/founding.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { MappedName, MatrixImportReport } from './contract.ts';
import { inPresentEdition, isEdition2013 } from './matrix-edition.ts';
import { matrixHeadings, type ColumnBearer } from './matrix-heading.ts';
import { mapRequirement, mapRole, type Choices } from './matrix-mapping.ts';
import type { Accountability } from './model.ts';
import { otherRequirements, type OtherRequirements } from './other-requirement.ts';
import { isSameName } from '../people/same-name.ts';
import type { Person } from '../people/model.ts';
import type { ParsedMatrix } from './parsed-matrix.ts';

export interface MatrixImport {
  readonly items: readonly ChangeItem[];
  readonly report: Omit<MatrixImportReport, 'file' | 'dryRun'>;
}

const inOrder = (cell: ReadonlySet<Letter>): Letter[] => letters.filter((letter) => cell.has(letter));

/** Rows of the file gathered by requirement: where they stand and what letters they give each foreign role. */
interface Gathered {
  readonly row: number;
  readonly labels: string[];
  readonly cells: Map<string, Set<Letter>>;
  /** Columns in which something stands that is no letter: what was there before stays. */
  readonly unread: Set<string>;
}

/**
 * What importing a matrix means. The rows that the file speaks of become what the file says, other rows stay:
 * it is the organization's own truth and replaces the default. Rows whose requirement is only alike wait for a choice.
 */
export function planMatrixImport(
  matrices: readonly ParsedMatrix[],
  snapshot: Snapshot,
  choices: Choices,
  newId: NewId,
): MatrixImport {
  const headings = matrixHeadings(snapshot.role, snapshot.person);
  const others = otherRequirements(snapshot.frameworkRequirement);
  const ignored: SourceNote[] = [];
  const flagged: SourceNote[] = [];
  const mappedRows: MappedName[] = [];
  const gathered = new Map<RequirementId, Gathered>();
  const foreignRoles = new Set<string>();
  const former = isEdition2013(matrices);
  for (const source of matrices) {
    const sheet = source.sheet ?? undefined;
    const { matrix, notes } = former ? inPresentEdition(source) : { matrix: source, notes: [] };
    flagged.push(...notes.map((note) => ({ sheet, ...note })));
    for (const { row, text, reason } of matrix.ignoredRows)
      ignored.push({ sheet, row, text, reason: `Not a row of the matrix: ${reason}.` });
    for (const { row, column, text, reason } of matrix.flaggedCells) flagged.push({ sheet, row, column, text, reason });
    // A person whose column is empty everywhere has lost every letter in it: the heading alone says so.
    for (const name of matrix.roleColumns) if (headings.bearerOf(name)?.kind === 'person') foreignRoles.add(name);
    const flags = Map.groupBy(matrix.flaggedCells, ({ row }) => row);
    for (const row of matrix.rows) {
      for (const entry of row.entries) foreignRoles.add(entry.role);
      const mapped = mapRequirement(row, choices, others);
      mappedRows.push(mapped);
      const id = mapped.how === 'similar' ? null : requirementNamed(mapped.target ?? '', others);
      if (id === null) {
        ignored.push({ sheet, row: row.number, text: row.label, reason: reasonFor(mapped) });
        continue;
      }
      const there = gathered.get(id) ?? {
        row: row.number,
        labels: [],
        cells: new Map<string, Set<Letter>>(),
        unread: new Set<string>(),
      };
      gathered.set(id, there);
      there.labels.push(row.label);
      for (const { column, reason } of flags.get(row.number) ?? [])
        if (reason === 'not a letter') there.unread.add(column);
      for (const entry of row.entries) {
        const cell = there.cells.get(entry.role) ?? new Set<Letter>();
        there.cells.set(entry.role, cell);
        for (const letter of entry.letters) cell.add(letter);
      }
    }
  }
  const roles = [...foreignRoles].map((foreign): MappedName => {
    const exported = choices.has(foreign) ? undefined : headings.bearerOf(foreign);
    if (exported !== undefined) return { foreign, target: exported.id, how: 'name' };
    const role = mapRole(foreign, snapshot.role, choices);
    const person = role.how === 'none' || role.how === 'similar' ? personNamed(foreign, snapshot.person) : undefined;
    return person === undefined ? role : { foreign, target: person.id, how: 'name' };
  });
  const { items: roleItems, bearers } = bearerTargets(roles, snapshot, newId);
  const { items, rows } = rowChanges(gathered, bearers, headings.bearerOf, snapshot, newId);
  const count = (outcome: ImportRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    items: [...roleItems, ...items],
    report: {
      kind: 'rasci',
      taken: count('taken'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      rows,
      ignored,
      flagged,
      dropped: [],
      roles,
      requirements: [...new Map(mappedRows.map((row) => [row.foreign, row])).values()],
    },
  };
}

const requirementNamed = (id: string, others: OtherRequirements): RequirementId | null =>
  findRequirement(id)?.id ?? (others.has(id) ? (others.find(id) ?? null) : null);

/** The one person whose name a column's heading is, titles aside; a column of a matrix may be somebody's own. */
function personNamed(foreign: string, people: readonly Person[]): Person | undefined {
  const [only, ...others] = people.filter(({ name }) => isSameName(name, foreign));
  return others.length > 0 ? undefined : only;
}

function reasonFor(mapped: MappedName): string {
  if (mapped.how === 'chosen') return 'You left this row out.';
  if (mapped.how === 'similar')
    return `It may be ${mapped.target ?? ''} ${findRequirement(mapped.target ?? '')?.title ?? ''}: confirm it, or choose another requirement.`;
  return 'No requirement of ISO/IEC 27001:2022 was recognised in this row: choose one, or leave it out.';
}

/** Whose letters stand under the foreign names; roles that do not exist yet are made. @throws MusterError `invalid` for a choice that is nobody */
function bearerTargets(mapped: readonly MappedName[], snapshot: Snapshot, newId: NewId) {
  const bearers = new Map<string, ColumnBearer>();
  const items: ChangeItem[] = [];
  const keys = new Set(snapshot.role.map((role) => role.key));
  for (const { foreign, target } of mapped) {
    if (target === 'new') {
      const id = newId() as RoleId;
      bearers.set(foreign, { kind: 'role', id });
      items.push({ register: 'role', operation: 'create', id, fields: ownRole(foreign, keys) });
    } else if (isId<RoleId>(target) && snapshot.role.some((role) => role.id === target)) {
      bearers.set(foreign, { kind: 'role', id: target });
    } else if (isId<PersonId>(target) && snapshot.person.some((person) => person.id === target)) {
      bearers.set(foreign, { kind: 'person', id: target });
    } else if (target !== null) {
      throw invalid([
        {
          path: 'mapping',
          message: `There is no such role or person for "${foreign}".`,
          accepted: 'id of a role or of a person, new or ignore',
        },
      ]);
    }
  }
  return { bearers, items };
}

function ownRole(name: string, keys: Set<string>) {
  const base = slugOf(name);
  let key = base;
  for (let number = 2; keys.has(key); number += 1) key = `${base}-${number}`;
  keys.add(key);
  return {
    key,
    name: name.slice(0, 120),
    mandatory: false,
    aliases: [],
    responsibilities: [],
    competences: [],
    external: 'limited' as const,
    needsDeputy: false,
    fallbackKey: null,
  };
}

const ownerOf = (cell: Accountability): RoleId | PersonId | null => cell.roleId ?? cell.personId;

/** Letters of people stay where the file has no column for the person: most files know roles only. */
function rowChanges(
  gathered: ReadonlyMap<RequirementId, Gathered>,
  bearers: ReadonlyMap<string, ColumnBearer>,
  bearerOf: (heading: string) => ColumnBearer | undefined,
  snapshot: Snapshot,
  newId: NewId,
) {
  const told = new Map<RoleId | PersonId, ColumnBearer>([...bearers.values()].map((bearer) => [bearer.id, bearer]));
  const present = Map.groupBy(
    snapshot.accountability.filter((cell) => cell.personId === null || told.has(cell.personId)),
    (cell) => cell.requirementId,
  );
  const names = new Map<RoleId | PersonId | null, string>();
  for (const [foreign, { id }] of bearers) names.set(id, foreign);
  for (const { id, name } of [...snapshot.role, ...snapshot.person]) names.set(id, name);
  const items: ChangeItem[] = [];
  const rows: ImportRow[] = [];
  for (const [requirementId, source] of gathered) {
    const wanted = new Map<RoleId | PersonId, Set<Letter>>();
    for (const [foreign, cell] of source.cells) {
      const id = bearers.get(foreign)?.id;
      if (id !== undefined && cell.size > 0) wanted.set(id, new Set([...(wanted.get(id) ?? []), ...cell]));
    }
    const there = new Map((present.get(requirementId) ?? []).map((cell) => [ownerOf(cell), cell]));
    const changes: ImportRow['changes'][number][] = [];
    for (const [id, cell] of wanted) {
      const to = inOrder(cell);
      const before = there.get(id);
      const bearer = told.get(id);
      if (before === undefined && bearer !== undefined) {
        items.push({
          register: 'accountability',
          operation: 'create',
          id: newId() as AccountabilityId,
          fields: {
            requirementId,
            roleId: bearer.kind === 'role' ? bearer.id : null,
            personId: bearer.kind === 'person' ? bearer.id : null,
            letters: to,
          },
        });
      } else if (before !== undefined && before.letters.join() !== to.join()) {
        items.push({
          register: 'accountability',
          operation: 'update',
          id: before.id,
          version: before.version,
          fields: { letters: to },
        });
      } else continue;
      changes.push({ field: names.get(id) ?? '', from: before?.letters.join('/') ?? '', to: to.join('/') });
    }
    const unread = new Set([...source.unread].map((name) => (bearers.get(name) ?? bearerOf(name))?.id));
    for (const [id, cell] of there) {
      if (id === null || wanted.has(id) || unread.has(id)) continue;
      items.push({ register: 'accountability', operation: 'remove', id: cell.id, version: cell.version });
      changes.push({ field: names.get(id) ?? '', from: cell.letters.join('/'), to: '' });
    }
    const outcome = changes.length === 0 ? 'unchanged' : there.size === 0 ? 'taken' : 'changed';
    rows.push({ row: source.row, label: `${requirementId} ${source.labels.join('; ')}`, outcome, changes });
  }
  return { items, rows };
}
