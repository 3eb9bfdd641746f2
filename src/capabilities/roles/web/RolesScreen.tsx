import { Button, Group, Loader, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconPlus, IconRoute, IconSearch, IconUserShield } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { useAddressFilters } from '../../../web/address.ts';
import classes from '../../../web/register/register.module.css';
import { roleRoutes } from '../contract.ts';
import { roleMessages } from './messages.ts';
import { isRoleShow, rolesShown, roleShows } from './role-filter.ts';
import { RoleDrawer } from './RoleDrawer.tsx';
import { RoleTable } from './RoleTable.tsx';
import { WaitingAppointments } from './WaitingAppointments.tsx';

/** All roles in two groups, with who holds them and what the matrix asks of them. */
export function RolesScreen(): JSX.Element {
  const texts = useMessages(roleMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('role');
  const mayAppoint = useMayChange('appointment');
  const [address, setAddress] = useAddressFilters();
  const [adding, setAdding] = useState(false);
  const read = useRead(roleRoutes.roles);
  const show = isRoleShow(address['show']) ? address['show'] : 'all';
  const search = address['search'] ?? '';
  const roles = rolesShown(read.data ?? [], show, search);
  const none = read.data?.length === 0;
  return (
    <div className={classes.page}>
      <PageHeader title={texts.title} lead={texts.lead}>
        {mayAppoint && (
          <Button
            variant="default"
            leftSection={<IconRoute size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/o/$slug/roles/begin" params={{ slug }} {...props} />}
          >
            {texts.begin}
          </Button>
        )}
        {mayChange && !none && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        )}
      </PageHeader>
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {none && (
        <EmptyState
          icon={<IconUserShield size={28} />}
          title={texts.empty.title}
          what={texts.empty.what}
          clause={texts.empty.clause}
        >
          {mayChange && <Button onClick={() => setAdding(true)}>{texts.empty.begin}</Button>}
        </EmptyState>
      )}
      {read.data !== undefined && !none && (
        <>
          <WaitingAppointments />
          <Group gap="xs" justify="space-between">
            <Group gap="xs" role="search" aria-label={texts.search}>
              <TextInput
                w={280}
                type="search"
                aria-label={texts.search}
                placeholder={texts.search}
                leftSection={<IconSearch size={15} aria-hidden />}
                value={search}
                onChange={(event) => setAddress({ search: event.currentTarget.value || undefined })}
              />
              <SegmentedControl
                aria-label={texts.show}
                data={roleShows.map((value) => ({ value, label: texts.shows[value] }))}
                value={show}
                onChange={(value) => setAddress({ show: value === 'all' ? undefined : value })}
              />
            </Group>
            <Text size="sm" c="dimmed" role="status">
              {texts.found(roles.length)}
            </Text>
          </Group>
          {roles.length === 0 ? <Text c="dimmed">{texts.nothing}</Text> : <RoleTable roles={roles} />}
        </>
      )}
      {adding && <RoleDrawer role={null} onClose={() => setAdding(false)} />}
    </div>
  );
}
