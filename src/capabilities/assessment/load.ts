import { requirementPosition, requirements } from '../../domain/catalogue.ts';
import type { Letter } from '../../domain/requirement.ts';
import type { RoleId } from '../../kernel/id.ts';
import type { Accountability } from '../accountability/model.ts';
import type { Resolution, Staffing, Standing } from './resolution.ts';
import { addAll, addRow, emptyMask, type RowMask } from './row-mask.ts';

/** The rows for which one person answers and in which they do the work. The masks are reused: read them at once. */
export interface Load {
  readonly standing: Standing;
  readonly accountable: RowMask;
  readonly responsible: RowMask;
}

/** Which roles' A a person carries alone; a body answers together, and everybody is nobody. */
type CountsAccountable = (staffing: Staffing) => boolean;

/**
 * Visits every active person who carries A or R in an applicable row: as holder, as deputy of a role without holder,
 * or by name. Linear in appointments and cells.
 */
export function eachLoad(resolution: Resolution, counts: CountsAccountable, visit: (load: Load) => void): void {
  const masks = new Map<RoleId, { staffed: boolean; accountable: RowMask; responsible: RowMask }>();
  for (const [roleId, staffing] of resolution.roles) {
    if (staffing.holding === 'everyone') continue;
    const cells = staffing.cells.map((entry) => entry.cell);
    const accountable = counts(staffing) ? cells : [];
    const staffed = staffing.holders.length > 0;
    masks.set(roleId, { staffed, accountable: maskOf(accountable, 'A'), responsible: maskOf(cells, 'R') });
  }
  const accountable = emptyMask(requirements.length);
  const responsible = emptyMask(requirements.length);
  for (const standing of resolution.people.values()) {
    if (!standing.active || (standing.appointments.length === 0 && standing.cells.length === 0)) continue;
    accountable.fill(0);
    responsible.fill(0);
    for (const appointment of standing.appointments) {
      const role = masks.get(appointment.roleId);
      if (role === undefined || (role.staffed && appointment.capacity === 'deputy')) continue;
      addAll(accountable, role.accountable);
      addAll(responsible, role.responsible);
    }
    for (const cell of standing.cells) {
      if (cell.letters.includes('A')) mark(accountable, cell);
      if (cell.letters.includes('R')) mark(responsible, cell);
    }
    visit({ standing, accountable, responsible });
  }
}

function maskOf(cells: readonly Accountability[], letter: Letter): RowMask {
  const mask = emptyMask(requirements.length);
  for (const cell of cells) if (cell.letters.includes(letter)) mark(mask, cell);
  return mask;
}

function mark(mask: RowMask, cell: Accountability): void {
  const position = requirementPosition(cell.requirementId);
  if (position !== undefined) addRow(mask, position);
}
