import { requirementPosition, requirements } from '../../domain/catalogue.ts';
import type { RoleId } from '../../kernel/id.ts';
import type { Accountability } from '../accountability/model.ts';
import { isEveryone, type Resolution } from '../assessment/resolution.ts';
import { addAll, addRow, emptyMask, sizeOf, type RowMask } from '../assessment/row-mask.ts';
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

/**
 * Joins people with the requirements whose work they could do and do. A deputy could always, and does it while the role
 * has no holder. Linear in appointments and cells.
 */
export function carryingOf(resolution: Resolution): Carrying {
  const applicable = emptyMask(requirements.length);
  const everyone = emptyMask(requirements.length);
  resolution.rows.forEach((row, position) => {
    if (!row.applicable) return;
    addRow(applicable, position);
    if (resolution.activePeople > 0 && row.responsible.some(isEveryone)) addRow(everyone, position);
  });
  const roles = new Map<RoleId, { readonly held: boolean; readonly rows: RowMask }>();
  for (const [roleId, { cells, holders, holding }] of resolution.roles)
    if (holding !== 'everyone') roles.set(roleId, { held: holders.length > 0, rows: rowsOf(cells) });
  const carriers: Carrier[] = [];
  const working = emptyMask(requirements.length);
  for (const { person, active, appointments, cells } of resolution.people.values()) {
    if (!active || (appointments.length === 0 && cells.length === 0)) continue;
    const rows = rowsOf(cells.map((cell) => ({ cell })));
    working.set(rows);
    for (const { roleId, capacity } of appointments) {
      const role = roles.get(roleId);
      if (role === undefined) continue;
      addAll(rows, role.rows);
      if (capacity === 'holder' || !role.held) addAll(working, role.rows);
    }
    if (rows.some((word) => word !== 0)) carriers.push({ personId: person.id, rows, duties: sizeOf(working) });
  }
  return { carriers, applicable, everyone };
}

function rowsOf(entries: readonly { readonly cell: Accountability }[]): RowMask {
  const rows = emptyMask(requirements.length);
  for (const { cell } of entries) {
    const position = cell.letters.includes('R') ? requirementPosition(cell.requirementId) : undefined;
    if (position !== undefined) addRow(rows, position);
  }
  return rows;
}
