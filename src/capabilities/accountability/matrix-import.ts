import { findRequirement } from '../../domain/catalogue.ts';
import { letters, type Letter, type RequirementId } from '../../domain/requirement.ts';
import { invalid } from '../../kernel/errors.ts';
import { isId, type AccountabilityId, type NewId, type RoleId } from '../../kernel/id.ts';
import type { ImportRow, SourceNote } from '../intake/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { slugOf } from '../trail/founding.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { MappedName, MatrixImportReport } from './contract.ts';
import { mapRequirement, mapRole, type Choices } from './matrix-mapping.ts';
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
  const ignored: SourceNote[] = [];
  const flagged: SourceNote[] = [];
  const mappedRows: MappedName[] = [];
  const gathered = new Map<RequirementId, Gathered>();
  const foreignRoles = new Set<string>();
  for (const matrix of matrices) {
    const sheet = matrix.sheet ?? undefined;
    for (const { row, text, reason } of matrix.ignoredRows)
      ignored.push({ sheet, row, text, reason: `Not a row of the matrix: ${reason}.` });
    for (const { row, column, text, reason } of matrix.flaggedCells) flagged.push({ sheet, row, column, text, reason });
    for (const row of matrix.rows) {
      for (const entry of row.entries) foreignRoles.add(entry.role);
      const mapped = mapRequirement(row, choices);
      mappedRows.push(mapped);
      const id = mapped.how === 'similar' ? null : (findRequirement(mapped.target ?? '')?.id ?? null);
      if (id === null) {
        ignored.push({ sheet, row: row.number, text: row.label, reason: reasonFor(mapped) });
        continue;
      }
      const there = gathered.get(id) ?? { row: row.number, labels: [], cells: new Map<string, Set<Letter>>() };
      gathered.set(id, there);
      there.labels.push(row.label);
      for (const entry of row.entries) {
        const cell = there.cells.get(entry.role) ?? new Set<Letter>();
        there.cells.set(entry.role, cell);
        for (const letter of entry.letters) cell.add(letter);
      }
    }
  }
  const roles = [...foreignRoles].map((foreign) => mapRole(foreign, snapshot.role, choices));
  const { items: roleItems, ids } = roleTargets(roles, snapshot, newId);
  const { items, rows } = rowChanges(gathered, ids, snapshot, newId);
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

function reasonFor(mapped: MappedName): string {
  if (mapped.how === 'chosen') return 'You left this row out.';
  if (mapped.how === 'similar')
    return `It may be ${mapped.target ?? ''} ${findRequirement(mapped.target ?? '')?.title ?? ''}: confirm it, or choose another requirement.`;
  return 'No requirement of ISO/IEC 27001:2022 was recognised in this row: choose one, or leave it out.';
}

/** The ids of the roles that foreign names mean; roles that do not exist yet are made. @throws MusterError `invalid` for a choice that is no role */
function roleTargets(mapped: readonly MappedName[], snapshot: Snapshot, newId: NewId) {
  const ids = new Map<string, RoleId>();
  const items: ChangeItem[] = [];
  const keys = new Set(snapshot.role.map((role) => role.key));
  for (const { foreign, target } of mapped) {
    if (target === 'new') {
      const id = newId() as RoleId;
      ids.set(foreign, id);
      items.push({ register: 'role', operation: 'create', id, fields: ownRole(foreign, keys) });
    } else if (isId<RoleId>(target) && snapshot.role.some((role) => role.id === target)) {
      ids.set(foreign, target);
    } else if (target !== null) {
      throw invalid([
        {
          path: 'mapping',
          message: `There is no such role for "${foreign}".`,
          accepted: 'id of a role, new or ignore',
        },
      ]);
    }
  }
  return { ids, items };
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

function rowChanges(
  gathered: ReadonlyMap<RequirementId, Gathered>,
  ids: ReadonlyMap<string, RoleId>,
  snapshot: Snapshot,
  newId: NewId,
) {
  const present = Map.groupBy(
    snapshot.accountability.filter((cell) => cell.roleId !== null),
    (cell) => cell.requirementId,
  );
  const roleNames = new Map<string, string>(snapshot.role.map((role) => [role.id, role.name]));
  for (const [foreign, id] of ids) if (!roleNames.has(id)) roleNames.set(id, foreign);
  const items: ChangeItem[] = [];
  const rows: ImportRow[] = [];
  for (const [requirementId, source] of gathered) {
    const wanted = new Map<RoleId, Set<Letter>>();
    for (const [foreign, cell] of source.cells) {
      const id = ids.get(foreign);
      if (id !== undefined && cell.size > 0) wanted.set(id, new Set([...(wanted.get(id) ?? []), ...cell]));
    }
    const there = new Map((present.get(requirementId) ?? []).map((cell) => [cell.roleId, cell]));
    const changes: ImportRow['changes'][number][] = [];
    for (const [roleId, cell] of wanted) {
      const to = inOrder(cell);
      const before = there.get(roleId);
      if (before === undefined) {
        items.push({
          register: 'accountability',
          operation: 'create',
          id: newId() as AccountabilityId,
          fields: { requirementId, roleId, personId: null, letters: to },
        });
      } else if (before.letters.join() !== to.join()) {
        items.push({
          register: 'accountability',
          operation: 'update',
          id: before.id,
          version: before.version,
          fields: { letters: to },
        });
      } else continue;
      changes.push({ field: roleNames.get(roleId) ?? '', from: before?.letters.join('/') ?? '', to: to.join('/') });
    }
    for (const [roleId, cell] of there) {
      if (roleId === null || wanted.has(roleId)) continue;
      items.push({ register: 'accountability', operation: 'remove', id: cell.id, version: cell.version });
      changes.push({ field: roleNames.get(roleId) ?? '', from: cell.letters.join('/'), to: '' });
    }
    const outcome = changes.length === 0 ? 'unchanged' : there.size === 0 ? 'taken' : 'changed';
    rows.push({ row: source.row, label: `${requirementId} ${source.labels.join('; ')}`, outcome, changes });
  }
  return { items, rows };
}
