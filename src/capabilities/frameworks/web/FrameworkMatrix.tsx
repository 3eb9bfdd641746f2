import { Anchor, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, type JSX } from 'react';
import { ConflictDialog } from '../../accountability/web/ConflictDialog.tsx';
import accountability from '../../accountability/web/accountability.module.css';
import { columnShows } from '../../accountability/web/matrix-columns.ts';
import { accountableTotal, lintRow, loadTotal } from '../../accountability/web/matrix-lint.ts';
import { useMatrixSaving } from '../../accountability/web/matrix-saving.ts';
import { accountabilityMessages } from '../../accountability/web/messages.ts';
import { Matrix } from '../../../web/matrix/Matrix.tsx';
import { rasciKind, rasciMessages } from '../../../web/matrix/rasci-kind.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { assessmentRoutes } from '../../assessment/contract.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import type { ListedFramework } from '../contract.ts';
import { rowShows, useFrameworkMatrixView } from './framework-matrix-view.ts';
import { FrameworkDownload } from './FrameworkDownload.tsx';
import { FrameworkSwitch } from './FrameworkSwitch.tsx';
import { inheritedKind } from './inherited-kind.tsx';
import { frameworkMessages } from './messages.ts';

/** The matrix of one framework: letters of its own, or in grey those of the ISO requirements that it is mapped to. */
export function FrameworkMatrix({ framework }: { readonly framework: ListedFramework }): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const names = useMessages(accountabilityMessages);
  const words = useMessages(rasciMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('accountability');
  const view = useFrameworkMatrixView(framework.id);
  const saving = useMatrixSaving();
  const settings = useRead(assessmentRoutes.assessment).data?.settings;
  const instruments = useMemo(
    () => ({
      kind: inheritedKind(rasciKind(words), texts.matrixOf.inheritedCell),
      lintRow: lintRow(names.lint, settings),
      rowTotal: accountableTotal(names.rowTotal, names.lint, settings),
      columnTotal: loadTotal(names.columnTotal, names.columnTotalReason),
    }),
    [names, settings, texts, words],
  );
  return (
    <div className={accountability.page}>
      <PageHeader
        title={texts.matrixOf.title(framework.name)}
        lead={
          <>
            {texts.matrixOf.lead}{' '}
            <Anchor
              inherit
              underline="always"
              renderRoot={(props) => (
                <Link to="/o/$slug/frameworks/$frameworkId" params={{ slug, frameworkId: framework.id }} {...props} />
              )}
            >
              {texts.tree.views.mapping}
            </Anchor>
          </>
        }
      >
        <FrameworkSwitch />
        <FrameworkDownload frameworkId={framework.id} />
      </PageHeader>
      <ProblemAlert error={view.error ?? saving.error} />
      <div className={accountability.toolbar} data-screen-only>
        <Group gap="xs">
          <TextInput
            key={framework.id}
            w={190}
            type="search"
            aria-label={texts.tree.search}
            placeholder={texts.tree.search}
            leftSection={<IconSearch size={15} aria-hidden />}
            defaultValue={view.search}
            onChange={(event) => view.setFilter({ search: event.currentTarget.value || undefined })}
          />
          <SegmentedControl
            aria-label={texts.tree.show}
            data={rowShows.map((value) => ({ value, label: texts.tree.shows[value] }))}
            value={view.rowShow}
            onChange={(value) => view.setFilter({ rows: value === 'all' ? undefined : value })}
          />
          <SegmentedControl
            aria-label={names.columns}
            data={columnShows.map((value) => ({ value, label: names.columnShows[value] }))}
            value={view.columnShow}
            onChange={(value) => view.setFilter({ columns: value === 'used' ? undefined : value })}
          />
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {names.shown(view.rows.length, view.columns.length)}
        </Text>
      </div>
      <div className={accountability.matrix}>
        <Matrix
          key={framework.id}
          label={texts.matrixOf.title(framework.name)}
          rows={view.rows}
          columns={view.columns}
          groups={view.groups}
          cells={view.cells}
          kind={instruments.kind}
          marks={view.marks}
          lintRow={instruments.lintRow}
          rowTotal={instruments.rowTotal}
          columnTotal={instruments.columnTotal}
          readOnly={!mayChange}
          loading={view.isLoading}
          memory={`framework ${framework.key}`}
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
