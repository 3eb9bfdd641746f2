import type { CellValue, Explain, LintMark, MatrixColumn } from '../../../web/matrix/model.ts';
import type { LetterWay, PeopleLetters, ResolvedLetters } from '../person-letters.ts';
import { valueOf } from './matrix-cells.ts';

interface Texts {
  readonly noUnit: string;
  readonly everybody: (people: number) => string;
  readonly everybodyShort: string;
  readonly column: (name: string, unit: string | null) => string;
  readonly sources: {
    readonly [W in LetterWay]: W extends 'name'
      ? (letters: string) => string
      : (letters: string, role: string) => string;
  };
  readonly asDeputy: string;
}

export interface PeopleShown {
  readonly columns: readonly MatrixColumn[];
  readonly cells: readonly CellValue[];
  /** On cells whose letters all come from deputizing. */
  readonly marks: readonly LintMark[];
  readonly explain: Explain;
  /** How many people answer in each row: deputies only where nobody else does. */
  readonly accountable: ReadonlyMap<string, number>;
}

const everybodyId = 'everybody';

/** People as columns, those of one unit beside each other; what everybody has stands once, first. */
export function peopleShown(found: PeopleLetters | undefined, texts: Texts): PeopleShown {
  if (found === undefined)
    return { columns: [], cells: [], marks: [], explain: () => undefined, accountable: new Map() };
  const people = found.rows.toSorted(
    (a, b) => Number(a.unit === null) - Number(b.unit === null) || (a.unit ?? '').localeCompare(b.unit ?? ''),
  );
  const columns: readonly MatrixColumn[] = [
    ...(found.everybody.rows.length === 0
      ? []
      : [
          {
            id: everybodyId,
            label: texts.everybody(found.everybody.people),
            short: texts.everybodyShort,
            group: texts.everybodyShort,
          },
        ]),
    ...people.map(({ personId, name, unit }) => ({
      id: personId,
      label: texts.column(name, unit),
      short: name,
      group: unit ?? texts.noUnit,
    })),
  ];
  const all = [
    ...found.everybody.rows.map((row) => ({ columnId: everybodyId, row })),
    ...people.flatMap(({ personId, rows }) => rows.map((row) => ({ columnId: personId as string, row }))),
  ];
  const byPlace = new Map(all.map(({ columnId, row }) => [`${row.requirementId} ${columnId}`, row]));
  const answering = (rows: readonly ResolvedLetters[], deputies: boolean): number =>
    rows.filter(({ sources }) =>
      sources.some(({ way, letters }) => letters.includes('A') && (deputies || way !== 'deputy')),
    ).length;
  return {
    columns,
    accountable: new Map(
      [...Map.groupBy(all, ({ row }) => row.requirementId as string)].map(([id, ones]) => {
        const rows = ones.map(({ row }) => row);
        return [id, answering(rows, false) || answering(rows, true)];
      }),
    ),
    cells: all.map(({ columnId, row }) => ({
      rowId: row.requirementId,
      columnId,
      value: valueOf({ letters: [...row.letters] }),
    })),
    marks: all.flatMap(({ columnId, row }) =>
      row.sources.every(({ way }) => way === 'deputy')
        ? [{ rowId: row.requirementId, columnId, severity: 'notice' as const, reason: texts.asDeputy }]
        : [],
    ),
    explain: (rowId, columnId) => {
      const row = byPlace.get(`${rowId} ${columnId}`);
      return row === undefined ? undefined : sourcesOf(row, texts);
    },
  };
}

const sourcesOf = (row: ResolvedLetters, texts: Texts): string =>
  `${row.sources
    .map(({ way, roleName, letters }) => {
      const value = valueOf({ letters: [...letters] });
      return way === 'name' ? texts.sources.name(value) : texts.sources[way](value, roleName ?? '');
    })
    .join('; ')}.`;
