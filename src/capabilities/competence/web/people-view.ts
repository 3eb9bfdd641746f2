import { useMemo, useState } from 'react';
import { addressSearch, oneOf, useAddressFilters, type AddressSearch } from '../../../web/address.ts';
import { groundIn } from '../../../web/matrix/competence-kind.tsx';
import type { CellValue, MatrixColumn, MatrixGroup, MatrixRow } from '../../../web/matrix/model.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { competenceMatrixRoutes } from '../matrix-contract.ts';
import type { CompetenceMatrix, MatrixCompetence, MatrixLine } from '../matrix.ts';
import { MatrixCells } from './matrix-cells.ts';
import { matrixTexts } from './matrix-messages.ts';

export const columnShows = ['used', 'all'] as const;
export const gapShows = ['any', 'missing', 'below', 'no-evidence', 'expired', 'expiring'] as const;
export type GapShow = (typeof gapShows)[number];

export interface PeopleView {
  readonly matrix: CompetenceMatrix | undefined;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly MatrixGroup[];
  readonly cells: readonly CellValue[];
  readonly columnShow: (typeof columnShows)[number];
  readonly gap: GapShow | undefined;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly setFilter: (patch: AddressSearch) => void;
}

export const competenceColumns = (
  competences: readonly MatrixCompetence[],
  ungrouped: string,
): readonly MatrixColumn[] =>
  competences.map(({ key, name, group }) => ({ id: key, label: name, group: group ?? ungrouped }));

const open = (state: string): boolean => state !== 'met' && state !== 'expiring';

/** Whether a cell is one of those that a filter asks for. What nobody requires is no gap. */
function shows({ ground = '' }: CellValue, gap: GapShow): boolean {
  const { required, state } = groundIn(ground);
  return required !== '' && (gap === 'any' ? open(state) : state === gap);
}

const none: readonly never[] = [];

/**
 * The people and competences that the address asks for. Who was in view stays there while levels are typed, also when
 * nothing is missing any more: the filter is asked again when it changes, or when other people are there.
 */
export function usePeopleView(): PeopleView {
  const texts = useMessages(matrixTexts);
  const [address, setFilter] = useAddressFilters();
  const { search = '', unit, role } = addressSearch(address);
  const gap = oneOf(gapShows, address['gap']);
  const columnShow = oneOf(columnShows, address['columns']) ?? 'used';
  const read = useRead(competenceMatrixRoutes.competenceMatrix, { query: { columns: columnShow } });
  const matrix = read.data;
  const [memory] = useState(() => new MatrixCells());
  const byPerson = useMemo(() => (matrix === undefined ? undefined : memory.of(matrix)), [memory, matrix]);
  const competences = matrix?.competences ?? none;
  const columns = useMemo(() => competenceColumns(competences, texts.ungrouped), [competences, texts]);
  const wanted = `${columnShow}\n${search}\n${unit ?? ''}\n${role ?? ''}\n${gap ?? ''}`;
  const [shown, setShown] = useState<{
    readonly wanted: string;
    readonly of: string;
    readonly lines: readonly MatrixLine[];
  }>();
  const of = matrix === undefined ? undefined : `${matrix.people.length} ${matrix.people[0]?.[0]}`;
  if (
    matrix !== undefined &&
    byPerson !== undefined &&
    of !== undefined &&
    (shown?.wanted !== wanted || shown.of !== of)
  ) {
    const text = search.trim().toLowerCase();
    const unitAt = matrix.units.indexOf(unit ?? '');
    const roleAt = matrix.roles.findIndex(({ id }) => id === role);
    const lines = matrix.people.filter(
      ([id, name, inUnit, roles]) =>
        (text === '' || name.toLowerCase().includes(text)) &&
        (unit === undefined || inUnit === unitAt) &&
        (role === undefined || roles.includes(roleAt)) &&
        (gap === undefined || (byPerson.get(id) ?? none).some((cell) => shows(cell, gap))),
    );
    setShown({ wanted, of, lines });
  }
  const lines = shown?.lines ?? none;
  const units = matrix?.units ?? none;
  const rows = useMemo(
    () =>
      lines.map(([id, label, at]): MatrixRow => {
        const group = at === null ? undefined : units[at];
        return group === undefined ? { id, label } : { id, label, group };
      }),
    [lines, units],
  );
  const groups = useMemo(() => {
    const named = new Set(rows.flatMap(({ group }) => group ?? []));
    return [...named].sort((a, b) => a.localeCompare(b)).map((id) => ({ id, label: id }));
  }, [rows]);
  const cells = useMemo(() => lines.flatMap(([id]) => byPerson?.get(id) ?? none), [lines, byPerson]);
  return {
    matrix,
    rows,
    columns: matrix === undefined ? none : columns,
    groups,
    cells,
    columnShow,
    gap,
    isLoading: read.isLoading,
    error: read.error,
    setFilter,
  };
}
