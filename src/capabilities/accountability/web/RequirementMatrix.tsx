import { useMemo, useState, type JSX } from 'react';
import type { PickedPerson } from '../../people/web/PersonPicker.tsx';
import { Matrix } from '../../../web/matrix/Matrix.tsx';
import { rasciKind, rasciMessages } from '../../../web/matrix/rasci-kind.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import classes from './accountability.module.css';
import { ConflictDialog } from './ConflictDialog.tsx';
import { accountableTotal, lintRow, loadTotal } from './matrix-lint.ts';
import { useMatrixSaving } from './matrix-saving.ts';
import { useMatrixView } from './matrix-view.ts';
import { MatrixFilters } from './MatrixFilters.tsx';
import { accountabilityMessages } from './messages.ts';

/** Requirements by roles, edited like a spreadsheet, linted while one types. */
export function RequirementMatrix(): JSX.Element {
  const texts = useMessages(accountabilityMessages);
  const words = useMessages(rasciMessages);
  const kind = useMemo(() => rasciKind(words), [words]);
  const mayChange = useMayChange('accountability');
  const [added, setAdded] = useState<readonly PickedPerson[]>([]);
  const view = useMatrixView(added);
  const saving = useMatrixSaving();
  const instruments = useMemo(
    () => ({
      lintRow: lintRow(texts.lint, view.settings),
      rowTotal: accountableTotal(texts.rowTotal, texts.lint, view.settings),
      columnTotal: loadTotal(texts.columnTotal, texts.columnTotalReason),
    }),
    [texts, view.settings],
  );
  return (
    <>
      <ProblemAlert error={view.error ?? saving.error} />
      <MatrixFilters
        view={view}
        mayChange={mayChange}
        onAddPerson={(person) => setAdded((before) => [...before, person])}
      />
      <div className={classes.matrix}>
        <Matrix
          label={texts.label}
          rows={view.rows}
          columns={view.columns}
          groups={view.groups}
          cells={view.cells}
          kind={kind}
          marks={view.marks}
          lintRow={instruments.lintRow}
          rowTotal={instruments.rowTotal}
          columnTotal={instruments.columnTotal}
          readOnly={!mayChange}
          loading={view.isLoading}
          memory="accountability"
          onChange={saving.save}
          onRefused={saving.onRefused}
        />
      </div>
      {saving.conflict !== null && saving.conflict.collisions.length > 0 && (
        <ConflictDialog conflict={saving.conflict} columns={view.columns} onResolve={saving.resolve} />
      )}
    </>
  );
}
