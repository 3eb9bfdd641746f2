import type { Letter } from '../../domain/requirement.ts';
import { fold, plainText, saysNone } from '../intake/cell-text.ts';
import type { Sheet } from '../intake/sheet.ts';
import { isRoleHeading } from './activity-columns.ts';
import { letterOfHeading, lettersAmong } from './duty-words.ts';
import { isCondition, type CellFlag } from './letter-cell.ts';
import { mergedText, textAt, type Grid, type GridRow } from './matrix-grid.ts';
import type { FlaggedCell, IgnoredRow, MatrixEntry, MatrixRow, ParsedMatrix } from './parsed-matrix.ts';
import { requirementReferenceIn } from './requirement-reference.ts';

export interface DutyColumn {
  readonly column: number;
  readonly letter: Letter;
  readonly heading: string;
}

/** `Responsible`, `Accountable (A)`, `Consulted roles`; not `Responsible assigned?`. */
const NAMES_ONLY = /^\(?\p{L}+\)?(?:\s*\([RASCI]\))?(?: (?:roles?|part(?:y|ies)|persons?|teams?|rollen?|personen))?$/iu;

/**
 * The columns of a header that name duties (`Responsible`, `Accountable`, `C`): cells below hold role names.
 * Empty unless R and A are both there, each letter once. Of several columns for a letter the one with the plain heading
 * counts.
 */
export const dutyColumns = (row: GridRow): readonly DutyColumn[] => {
  const letterOf = lettersAmong(
    row.filled.map((column) => textAt(row, column)),
    letterOfHeading,
  );
  const found = row.filled.flatMap((column, at) => {
    const letter = letterOf[at] ?? null;
    return letter === null ? [] : [{ column, letter, heading: textAt(row, column) }];
  });
  const letters = new Set(found.map(({ letter }) => letter));
  const plain = found.length === letters.size ? found : found.filter(({ heading }) => NAMES_ONLY.test(heading));
  const several = plain.length !== letters.size;
  return letters.has('R') && letters.has('A') && !several && row.filled.length > plain.length ? plain : [];
};

/**
 * `CIO, Dept. heads; HR<br>Legal + IT` gives five names. A slash belongs to the name (`CISO/CTO`), and what stands in
 * brackets to the name before it.
 */
const namesIn = (raw: string): readonly string[] => {
  const text = raw
    .slice(0, LONGEST_CELL)
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/\s\+\s/gu, '\n');
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === '\n' || (depth === 0 && (character === ',' || character === ';'))) {
      names.push(text.slice(start, at));
      start = at + 1;
      depth = 0;
    }
  }
  names.push(text.slice(start));
  return names.map(plainText).filter((name) => name !== '' && !saysNone(name));
};

const LONGEST_CELL = 2_000;

const LABEL =
  /activit|task|process|control|requirement|clause|aktivitat|tatigkeit|aufgabe|massnahme|prozess|tache|exigence|tarea|activiteit|taak|задач|процесс|cinnost|ukol|name|title/u;
const NOT_LABEL = /^(?:id|no|nr|#|ref|control id|id-?nr)(?:[ .]|$)| id$|owner|applicable|status/u;

const labelColumnOf = (header: GridRow, body: readonly GridRow[], duties: readonly DutyColumn[]): number | null => {
  let best: { column: number; score: number } | null = null;
  for (const column of header.filled) {
    if (duties.some((duty) => duty.column === column)) continue;
    const texts = body.map((row) => textAt(row, column)).filter((text) => text !== '');
    const named = fold(textAt(header, column));
    const worded = texts.filter((text) => /\p{L}{3}/u.test(text)).length;
    const score =
      worded / Math.max(1, body.length) +
      new Set(texts).size / Math.max(1, texts.length) +
      (LABEL.test(named) ? 1 : 0) -
      (NOT_LABEL.test(named) ? 2 : 0) -
      column * 0.1;
    if (best === null || score > best.score) best = { column, score };
  }
  return best?.column ?? null;
};

/**
 * The matrix under a header of duties, where the cells hold the names of roles.
 * @returns null when no row below names a role
 */
export const namedRoleMatrix = (
  sheet: Sheet,
  grid: Grid,
  header: number,
  end: number,
  duties: readonly DutyColumn[],
): ParsedMatrix | null => {
  const head = grid.rows[header];
  if (head === undefined) return null;
  const body = grid.rows.slice(header + 1, end);
  const labelColumn = labelColumnOf(head, body, duties);
  // Under "Role | Responsible | Accountable" stand descriptions of what each role does.
  if (labelColumn === null || isRoleHeading(textAt(head, labelColumn))) return null;
  const raw = new Map(sheet.rows.map((row) => [row.number, row.cells]));
  const rows: MatrixRow[] = [];
  const ignoredRows: IgnoredRow[] = [];
  const flaggedCells: FlaggedCell[] = [];
  let section: string | null = null;
  for (const row of body) {
    const label = mergedText(grid, row, labelColumn);
    if (duties.every(({ column, letter }) => textAt(row, column) === letter)) {
      ignoredRows.push({ row: row.number, text: label, reason: 'legend' });
      continue;
    }
    if (duties.every(({ column }) => textAt(row, column) === '')) {
      const text = label === '' ? row.filled.map((column) => textAt(row, column)).join(' ') : label;
      ignoredRows.push({ row: row.number, text, reason: 'section' });
      section = text;
      continue;
    }
    if (label === '') {
      ignoredRows.push({
        row: row.number,
        text: row.filled.map((column) => textAt(row, column)).join(' '),
        reason: 'no label',
      });
      continue;
    }
    const entries: MatrixEntry[] = [];
    for (const { column, letter, heading } of duties) {
      for (const name of namesIn(raw.get(row.number)?.[column] ?? '')) {
        const note = /^(.{2,}?)\s*(\([^()]*\)|\?)$/u.exec(name);
        const depends = note !== null && isCondition(note[2] ?? '');
        const unsure = depends && letter === 'A';
        const flag: CellFlag | null = unsure ? 'conditional' : depends ? 'qualified' : null;
        if (flag !== null) flaggedCells.push({ row: row.number, label, column: heading, text: name, reason: flag });
        entries.push({
          role: depends ? (note?.[1] ?? name) : name,
          letters: unsure ? [] : [letter],
          conditional: unsure ? [letter] : [],
          row: row.number,
          column,
          text: name,
          flag,
        });
      }
    }
    const reference = head.filled
      .filter((column) => !duties.some((duty) => duty.column === column))
      .map((column) => requirementReferenceIn(textAt(row, column), textAt(head, column)))
      .find((found) => found !== null);
    rows.push({ number: row.number, label, section, reference: reference ?? null, entries });
  }
  // A heading such as "Responsible Manager" may also be a role over letters.
  const entries = rows.flatMap((row) => row.entries);
  const letters = entries.filter((entry) => /^[RASCI](?:[/, ]*[RASCI])*$/u.test(entry.text)).length;
  // Under single letters may also stand numbers: ratings of confidentiality, integrity and availability.
  const named = entries.filter((entry) => /\p{L}{2}/u.test(entry.text)).length;
  if (entries.length === 0 || letters * 2 > entries.length || named * 2 < entries.length) return null;
  return {
    orientation: 'roles named in cells',
    sheet: sheet.name,
    heading: sheet.heading,
    headerRow: head.number,
    labelColumn: textAt(head, labelColumn),
    roleColumns: [...new Set(rows.flatMap((row) => row.entries.map((entry) => entry.role)))],
    roleColumnNumbers: [],
    columns: head.filled.map((column) => textAt(head, column)),
    rows,
    ignoredRows,
    flaggedCells,
  };
};
