import { requirementPosition, requirements } from '../../domain/catalogue.ts';
import type { RoleId } from '../../kernel/id.ts';
import type { Accountability } from '../accountability/model.ts';
import type { CompetenceJudge } from '../assessment/competence-judge.ts';
import { isEveryone, type HeldCell, type Resolution } from '../assessment/resolution.ts';
import { addAll, addRow, emptyMask, sizeOf, type RowMask } from '../assessment/row-mask.ts';
import type { RequiredCompetence } from '../competence/model.ts';
import type { Cover } from './truck-factor.ts';

/** A person who has to do with the work of requirements. */
export interface Carrier extends Cover {
  /** Requirements whose work the person does on the day; `rows` are those whose work the person could do. */
  readonly duties: number;
}

/** Who carries the work (R) of the applicable requirements on the day. */
export interface Carrying {
  /** Every active person who could do the work of at least one requirement: as holder, as deputy or by name. */
  readonly carriers: readonly Carrier[];
  readonly applicable: RowMask;
  /** Rows whose work falls to everybody who is active. */
  readonly everyone: RowMask;
}

/** Rows of one role in which the same is asked of its people. */
interface Group {
  readonly asked: readonly RequiredCompetence[];
  /** Something of it is a must. */
  readonly asks: boolean;
  readonly rows: RowMask;
}

/**
 * Joins people with the requirements whose work they could do and do. A deputy could always, and does it while the role
 * has no holder. Of those of whom competence is asked, only who proves it could, unless nobody of them does. Linear in
 * appointments and cells.
 */
export function carryingOf(resolution: Resolution, judge: CompetenceJudge): Carrying {
  const applicable = emptyMask(requirements.length);
  const everyone = emptyMask(requirements.length);
  resolution.rows.forEach((row, position) => {
    if (!row.applicable) return;
    addRow(applicable, position);
    if (resolution.activePeople > 0 && row.responsible.some(isEveryone)) addRow(everyone, position);
  });
  const roles = new Map<
    RoleId,
    { readonly held: boolean; readonly groups: readonly Group[]; readonly rows: RowMask }
  >();
  for (const [roleId, { cells, holders, holding }] of resolution.roles)
    if (holding !== 'everyone')
      roles.set(roleId, { held: holders.length > 0, groups: groupsOf(cells, judge), rows: rowsOf(cells) });
  const found: { readonly carrier: Carrier; readonly able: RowMask }[] = [];
  const proven = emptyMask(requirements.length);
  const working = emptyMask(requirements.length);
  for (const { person, active, appointments, cells } of resolution.people.values()) {
    if (!active || (appointments.length === 0 && cells.length === 0)) continue;
    const rows = emptyMask(requirements.length);
    const able = emptyMask(requirements.length);
    const judged = judge.held().allOf(person.id) !== null;
    const take = (groups: readonly Group[]): void => {
      for (const group of groups) {
        addAll(rows, group.rows);
        if (group.asks && (!judged || !judge.fitness(person.id, group.asked).competent)) continue;
        addAll(able, group.rows);
        if (group.asks) addAll(proven, group.rows);
      }
    };
    if (cells.length > 0)
      take(
        groupsOf(
          cells.map((cell) => ({ cell, staffing: null, standing: null })),
          judge,
        ),
      );
    working.set(rows);
    for (const { roleId, capacity } of appointments) {
      const role = roles.get(roleId);
      if (role === undefined) continue;
      take(role.groups);
      if (capacity === 'holder' || !role.held) addAll(working, role.rows);
    }
    if (rows.some((word) => word !== 0))
      found.push({ carrier: { personId: person.id, rows, duties: sizeOf(working) }, able });
  }
  const carriers = found.map(({ carrier, able }) => ({ ...carrier, rows: narrowed(carrier.rows, able, proven) }));
  return {
    carriers: carriers.filter(({ rows, duties }) => duties > 0 || rows.some((word) => word !== 0)),
    applicable,
    everyone,
  };
}

/** What somebody could do: where others prove it, only what they are able to. */
const narrowed = (rows: RowMask, able: RowMask, proven: RowMask): RowMask =>
  rows.map((word, at) => ((able[at] ?? 0) | (word & ~(proven[at] ?? 0))) >>> 0);

/** Cells with R by what they ask; most rows of a role ask what the role requires and no more. */
function groupsOf(cells: readonly HeldCell[], judge: CompetenceJudge): readonly Group[] {
  const working = cells.filter(({ cell }) => cell.letters.includes('R'));
  return [...Map.groupBy(working, judge.asked)].map(([asked, some]) => ({
    asked,
    asks: some.some(judge.asks),
    rows: rowsOf(some),
  }));
}

function rowsOf(entries: readonly { readonly cell: Accountability }[]): RowMask {
  const rows = emptyMask(requirements.length);
  for (const { cell } of entries) {
    const position = cell.letters.includes('R') ? requirementPosition(cell.requirementId) : undefined;
    if (position !== undefined) addRow(rows, position);
  }
  return rows;
}
