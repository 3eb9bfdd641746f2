import { Button, Stack } from '@mantine/core';
import { IconFileImport, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState, type JSX } from 'react';
import { Matrix } from '../../../web/matrix/Matrix.tsx';
import { rasciKind, rasciMessages } from '../../../web/matrix/rasci-kind.tsx';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { DocumentMenu } from '../../documents/web/DocumentMenu.tsx';
import type { PickedPerson } from '../../people/web/PersonPicker.tsx';
import classes from './accountability.module.css';
import { ConflictDialog } from './ConflictDialog.tsx';
import { accountableTotal, lintRow, loadTotal } from './matrix-lint.ts';
import { useMatrixSaving } from './matrix-saving.ts';
import { useMatrixView } from './matrix-view.ts';
import { MatrixFilters } from './MatrixFilters.tsx';
import { accountabilityMessages } from './messages.ts';

/** The accountability matrix: requirements by roles, edited like a spreadsheet, linted while one types. */
export function AccountabilityScreen(): JSX.Element {
  const texts = useMessages(accountabilityMessages);
  const { slug } = useOrganization();
  const words = useMessages(rasciMessages);
  const kind = useMemo(() => rasciKind(words), [words]);
  const mayChange = useMayChange('accountability');
  const [added, setAdded] = useState<readonly PickedPerson[]>([]);
  const view = useMatrixView(added);
  const saving = useMatrixSaving();
  const instruments = useMemo(
    () => ({
      lintRow: lintRow(texts.lint),
      rowTotal: accountableTotal(texts.rowTotal, texts.lint),
      columnTotal: loadTotal(texts.columnTotal, texts.columnTotalReason),
    }),
    [texts],
  );
  if (view.noRoles)
    return (
      <Stack>
        <PageHeader title={texts.title} lead={texts.lead} />
        <EmptyState
          icon={<IconTable size={28} />}
          title={texts.noRoles.title}
          what={texts.noRoles.what}
          clause={texts.noRoles.clause}
        >
          {mayChange && (
            <Button renderRoot={(props) => <Link to="/o/$slug/accountability/import" params={{ slug }} {...props} />}>
              {texts.noRoles.bring}
            </Button>
          )}
          <Button variant="default" renderRoot={(props) => <Link to="/o/$slug/roles" params={{ slug }} {...props} />}>
            {texts.noRoles.roles}
          </Button>
        </EmptyState>
      </Stack>
    );
  return (
    <div className={classes.page}>
      <PageHeader title={texts.title} lead={mayChange ? `${texts.lead} ${texts.typeLetter}` : texts.lead}>
        <DocumentMenu document="accountabilityMatrix" />
        {mayChange && (
          <Button
            leftSection={<IconFileImport size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/o/$slug/accountability/import" params={{ slug }} {...props} />}
          >
            {texts.bring}
          </Button>
        )}
      </PageHeader>
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
    </div>
  );
}
