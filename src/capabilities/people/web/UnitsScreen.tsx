import { Button, Group, Loader, Stack } from '@mantine/core';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { unitKinds, type UnitKind } from '../model.ts';
import { unitRoutes } from '../unit-contract.ts';
import type { UnitRow } from '../unit-list.ts';
import { UndescribedUnits } from './UndescribedUnits.tsx';
import { UnitDrawer } from './UnitDrawer.tsx';
import { unitMessages } from './unit-messages.ts';
import { UnitTable } from './UnitTable.tsx';

type Open = { readonly kind: UnitKind; readonly unit: UnitRow | null } | null;

/** Units and sites as trees, and the names that people use and nobody has described. */
export function UnitsScreen(): JSX.Element {
  const texts = useMessages(unitMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('unit');
  const read = useRead(unitRoutes.units);
  const [open, setOpen] = useState<Open>(null);
  const { units = [], undescribed = [] } = read.data ?? {};
  const nothing = read.data !== undefined && units.length === 0 && undescribed.length === 0;
  return (
    <Stack gap="md">
      <div>
        <BackLink renderRoot={(props) => <Link to="/o/$slug/people" params={{ slug }} {...props} />}>
          {texts.back}
        </BackLink>
        <PageHeader title={texts.title} lead={texts.lead}>
          {mayChange && (
            <Group gap="xs">
              {unitKinds.map((kind) => (
                <Button
                  key={kind}
                  variant={kind === 'unit' ? 'filled' : 'default'}
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => setOpen({ kind, unit: null })}
                >
                  {texts.add[kind]}
                </Button>
              ))}
            </Group>
          )}
        </PageHeader>
      </div>
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {nothing && (
        <EmptyState
          icon={<IconBuilding size={28} />}
          title={texts.empty.title}
          what={texts.empty.text}
          clause={texts.empty.clause}
        />
      )}
      {undescribed.length > 0 && <UndescribedUnits units={undescribed} />}
      {!nothing &&
        read.data !== undefined &&
        unitKinds.map((kind) => {
          const own = units.filter((unit) => unit.kind === kind);
          return (
            <Panel key={kind} title={texts.kinds[kind]} count={own.length}>
              <UnitTable kind={kind} units={own} onOpen={mayChange ? (unit) => setOpen({ kind, unit }) : null} />
            </Panel>
          );
        })}
      {open !== null && <UnitDrawer {...open} units={units} onClose={() => setOpen(null)} />}
    </Stack>
  );
}
