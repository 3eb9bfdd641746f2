import type { CellValue, LintMark, MatrixColumn, MatrixGroup, MatrixRow } from '../../../src/web/matrix/model.ts';

export interface SyntheticMatrix {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly MatrixGroup[];
  readonly cells: readonly CellValue[];
  readonly marks: readonly LintMark[];
}

const themes = [
  ['4', 'Clause 4 Context of the organization'],
  ['5', 'Clause 5 Leadership'],
  ['6', 'Clause 6 Planning'],
  ['7', 'Clause 7 Support'],
  ['8', 'Clause 8 Operation'],
  ['A.5', 'A.5 Organizational'],
  ['A.6', 'A.6 People'],
  ['A.7', 'A.7 Physical'],
  ['A.8', 'A.8 Technological'],
] as const;

const duties = [
  'Set direction and review it',
  'Keep the register of assets current',
  'Decide about exceptions and record why',
  'Check access rights every quarter',
  'Train newcomers before they get access',
  'Protect logs against change',
  'Test restoring from backup',
  'Agree on security with suppliers',
  'Handle vulnerabilities of systems in operation',
  'Prepare for incidents and learn from them',
];

const roles = [
  ['Top management', 'Governance'],
  ['Information security manager', 'Governance'],
  ['Risk owner', 'Governance'],
  ['Internal auditor', 'Governance'],
  ['Leadership team', 'Governance'],
  ['Data protection officer', 'Governance'],
  ['Human resources', 'Business'],
  ['Legal and contracts', 'Business'],
  ['Procurement', 'Business'],
  ['Facilities and physical security', 'Business'],
  ['Head of IT operations', 'Technology'],
  ['System administrator', 'Technology'],
  ['Network engineer', 'Technology'],
  ['Software development lead', 'Technology'],
  ['Incident response coordinator', 'Technology'],
  ['Business continuity coordinator', 'Technology'],
] as const;

/** A matrix of any size that is the same each time. About one cell in six is filled; each row has one A, but for every 17th. */
export const syntheticMatrix = (rowCount: number, columnCount: number): SyntheticMatrix => {
  const perGroup = Math.ceil(rowCount / themes.length);
  const rows = Array.from({ length: rowCount }, (_, at): MatrixRow => {
    const theme = themes[Math.floor(at / perGroup)]?.[0] ?? 'A.8';
    const row = {
      id: `r${at}`,
      code: `${theme}.${(at % perGroup) + 1}`,
      group: theme,
      label: duties[at % duties.length] ?? '',
    };
    return at === 11 ? { ...row, locked: 'not applicable, no own development' } : row;
  });
  const perBand = Math.ceil(columnCount / roles.length);
  const columns = Array.from({ length: columnCount }, (_, at): MatrixColumn => {
    const [name, group] = roles[Math.floor(at / perBand)] ?? ['Role', 'Technology'];
    const turn = at % perBand;
    return { id: `c${at}`, label: turn === 0 ? name : `${name} ${turn + 1}`, group };
  });
  const cells: CellValue[] = [];
  for (const [down, row] of rows.entries()) {
    const accountable = (down * 7) % Math.min(columnCount, 11);
    for (const [across, column] of columns.entries()) {
      const draw = (down * 31 + across * 17 + down * across) % 23;
      const letter =
        across === accountable && down % 17 !== 16
          ? 'A'
          : draw === 3
            ? 'R'
            : draw === 8
              ? 'S'
              : draw === 12
                ? 'C'
                : draw === 20
                  ? 'I'
                  : '';
      if (letter !== '') cells.push({ rowId: row.id, columnId: column.id, value: letter });
    }
  }
  return {
    rows,
    columns,
    groups: themes.map(([id, label]) => ({ id, label })),
    cells,
    marks: [
      { rowId: 'r2', columnId: 'c3', severity: 'error', reason: 'Nobody holds this role since 31 March.' },
      { rowId: 'r4', columnId: 'c6', severity: 'warning', reason: 'The only holder of this role has no deputy.' },
      { columnId: 'c9', severity: 'warning', reason: 'The role holds 41 letters, twice the median.' },
    ],
  };
};
