import { Group, Text } from '@mantine/core';
import { useMemo, type JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { SearchField } from '../../accountability/web/RowFilters.tsx';
import { addressSearch, oneOf, useAddressFilters } from '../../../web/address.ts';
import { competenceMessages } from '../../../web/matrix/competence-kind.tsx';
import { ConflictDialog } from '../../../web/matrix/ConflictDialog.tsx';
import { Matrix } from '../../../web/matrix/Matrix.tsx';
import type { ColumnTotal, MatrixGroup, MatrixRow, RowTotal } from '../../../web/matrix/model.ts';
import { requiredKind, requiredMessages } from '../../../web/matrix/required-kind.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useMayChange } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { competenceMatrixRoutes } from '../matrix-contract.ts';
import { matrixTexts } from './matrix-messages.ts';
import classes from './matrix.module.css';
import { columnShows, competenceColumns } from './people-view.ts';
import { ColumnShow } from './PeopleFilters.tsx';
import { requiredCells, useRequiring } from './requiring.ts';

const none: readonly never[] = [];
const noGroups: readonly MatrixGroup[] = [];
const levelNames = competenceLevels.map(({ name }) => name);

/** Roles by competence: the level that each requires, must or should, approved or not. */
export function RoleCompetences(): JSX.Element {
  const texts = useMessages(matrixTexts);
  const words = useMessages(competenceMessages);
  const own = useMessages(requiredMessages);
  const kind = useMemo(() => requiredKind(own, words, levelNames), [own, words]);
  const totals = useMemo(
    (): { readonly row: RowTotal; readonly column: ColumnTotal } => ({
      row: { label: texts.competencesTotal, of: (_row, cells) => ({ text: String(cells.size) }) },
      column: { label: texts.requiringTotal, of: (_column, cells) => ({ text: String(cells.size) }) },
    }),
    [texts],
  );
  const mayRequire = useMayChange('role');
  const [address] = useAddressFilters();
  const { search = '' } = addressSearch(address);
  const columnShow = oneOf(columnShows, address['columns']) ?? 'used';
  const read = useRead(competenceMatrixRoutes.roleCompetences, { query: { columns: columnShow } });
  const saving = useRequiring(columnShow);
  const { data } = read;
  const columns = useMemo(() => competenceColumns(data?.competences ?? none, texts.ungrouped), [data, texts]);
  const cells = useMemo(() => requiredCells(data?.roles ?? none), [data]);
  const named = (data?.roles ?? none).map(({ id, name }) => `${id} ${name}`).join('\n');
  const rows = useMemo(
    () =>
      named
        .split('\n')
        .filter((line) => line !== '')
        .map((line): MatrixRow => ({ id: line.slice(0, 36), label: line.slice(37) }))
        .filter(({ label }) => label.toLowerCase().includes(search.trim().toLowerCase())),
    [named, search],
  );
  const cellName = (rowId: string, columnId: string): string =>
    texts.cell(
      rows.find(({ id }) => id === rowId)?.label ?? '',
      columns.find(({ id }) => id === columnId)?.label ?? '',
    );
  return (
    <>
      <ProblemAlert error={read.error ?? saving.error} />
      <div className={classes.toolbar} data-screen-only>
        <Group gap="xs">
          <SearchField name="search" label={texts.find.roles} />
          <ColumnShow value={columnShow} />
        </Group>
        <Text
          size="sm"
          c="dimmed"
          role="status"
          aria-label={texts.sizeInFull(texts.roles(rows.length), columns.length)}
        >
          {texts.size(rows.length, columns.length)}
        </Text>
      </div>
      <div className={classes.matrix}>
        <Matrix
          label={texts.matrix.roles}
          rowHeading={texts.role}
          rows={rows}
          columns={columns}
          groups={noGroups}
          cells={cells}
          kind={kind}
          rowTotal={totals.row}
          columnTotal={totals.column}
          readOnly={!mayRequire}
          loading={read.isLoading}
          labelWidth={260}
          lineHeight={32}
          memory="competence-roles"
          onChange={saving.save}
          onRefused={saving.onRefused}
        />
      </div>
      {saving.conflict !== null && saving.conflict.collisions.length > 0 && (
        <ConflictDialog conflict={saving.conflict} cellName={cellName} onResolve={saving.resolve} />
      )}
    </>
  );
}
