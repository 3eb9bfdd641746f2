import { Button, SegmentedControl, Stack } from '@mantine/core';
import { IconFileImport, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { DocumentMenu } from '../../documents/web/DocumentMenu.tsx';
import { VersionsDrawer } from '../../documents/web/VersionsDrawer.tsx';
import { FrameworkSwitch } from '../../frameworks/web/FrameworkSwitch.tsx';
import { roleRoutes } from '../../roles/contract.ts';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import classes from './accountability.module.css';
import { accountabilityMessages } from './messages.ts';
import { MatrixChanges } from './MatrixChanges.tsx';
import { PersonMatrix } from './PersonMatrix.tsx';
import { RequirementMatrix } from './RequirementMatrix.tsx';
import { RoleLetters } from './RoleLetters.tsx';

const views = {
  requirement: RequirementMatrix,
  role: RoleLetters,
  person: PersonMatrix,
  changes: MatrixChanges,
} as const;
type View = keyof typeof views;
const viewNames: readonly View[] = ['requirement', 'role', 'person', 'changes'];

/** Filters that only one of the views knows: they leave the address with it. */
const own = ['rows', 'columns', 'role', 'who', 'unit', 'way', 'letter', 'since'] as const;

/** Who answers for what: by requirement, by role, by person, and what changed. */
export function AccountabilityScreen(): JSX.Element {
  const texts = useMessages(accountabilityMessages);
  const mayChange = useMayChange('accountability');
  const { slug } = useOrganization();
  const roles = useRead(roleRoutes.roles);
  const [address, setFilter] = useAddressFilters();
  const view = oneOf(viewNames, address['view']) ?? 'requirement';
  if (roles.data?.length === 0) return <NoRoles />;
  const Shown = views[view];
  const lead = texts.leads[view];
  return (
    <div className={classes.page}>
      <PageHeader title={texts.title} lead={view === 'requirement' && mayChange ? `${lead} ${texts.typeLetter}` : lead}>
        <FrameworkSwitch />
        <VersionsDrawer document="accountability-matrix" />
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
      <SegmentedControl
        className={classes.views}
        data-screen-only
        aria-label={texts.view}
        data={viewNames.map((value) => ({ value, label: texts.views[value] }))}
        value={view}
        onChange={(value) =>
          setFilter({
            ...Object.fromEntries(own.map((name) => [name, undefined])),
            view: value === 'requirement' ? undefined : value,
          })
        }
      />
      <Shown />
    </div>
  );
}

function NoRoles(): JSX.Element {
  const texts = useMessages(accountabilityMessages);
  const mayChange = useMayChange('accountability');
  const { slug } = useOrganization();
  return (
    <Stack>
      <PageHeader title={texts.title} lead={texts.leads.requirement} />
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
}
