import { Anchor, Button, Group, Loader, Text, TextInput } from '@mantine/core';
import { IconBooks, IconFileImport, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useAddressFilters } from '../../../web/address.ts';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import { competenceFrameworkRoutes } from '../framework-contract.ts';
import type { ListedWorkRole } from '../framework-list.ts';
import { CompetenceSections } from './CompetenceSections.tsx';
import classes from './framework.module.css';
import { workRoleMessages } from './work-role-messages.ts';

/** The work roles of the frameworks that were taken in. */
export function WorkRolesScreen(): JSX.Element {
  const texts = useMessages(workRoleMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('competenceFramework');
  const read = useRead(competenceFrameworkRoutes.workRoles);
  const [address, setAddress] = useAddressFilters();
  const words = (address['search'] ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
  const rows = (read.data ?? []).filter(({ key, title, group, alternativeTitles }) =>
    words.every((word) => [key, title, group ?? '', ...alternativeTitles].join(' ').toLowerCase().includes(word)),
  );
  const columns: readonly RegisterColumn<ListedWorkRole>[] = [
    {
      id: 'title',
      label: texts.columns.title,
      width: '36%',
      cell: (row) => (
        <Anchor
          inherit
          fw={600}
          renderRoot={(props) => (
            <Link to="/o/$slug/competence/work-roles/$workRoleId" params={{ slug, workRoleId: row.id }} {...props} />
          )}
        >
          {row.title}
        </Anchor>
      ),
    },
    { id: 'group', label: texts.columns.group, width: '22%', cell: (row) => row.group ?? '' },
    { id: 'framework', label: texts.columns.framework, width: '22%', cell: (row) => row.frameworkName },
    { id: 'tasks', label: texts.columns.tasks, width: '9%', align: 'end', cell: (row) => row.tasks },
    { id: 'competences', label: texts.columns.competences, width: '11%', align: 'end', cell: (row) => row.competences },
  ];
  const bring = mayChange && (
    <Button
      leftSection={<IconFileImport size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/o/$slug/competence/framework/import" params={{ slug }} {...props} />}
    >
      {texts.bring}
    </Button>
  );
  const empty = read.data?.length === 0;
  return (
    <>
      <PageHeader title={texts.title} lead={texts.lead}>
        {!empty && bring}
      </PageHeader>
      <CompetenceSections />
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {empty && (
        <EmptyState
          icon={<IconBooks size={28} />}
          title={texts.empty.title}
          what={texts.empty.what}
          clause={texts.empty.clause}
        >
          {bring}
        </EmptyState>
      )}
      {read.data !== undefined && !empty && (
        <div className={classes.main}>
          <Group gap="xs">
            <TextInput
              w={260}
              type="search"
              aria-label={texts.search}
              placeholder={texts.search}
              leftSection={<IconSearch size={15} aria-hidden />}
              value={address['search'] ?? ''}
              onChange={(event) => setAddress({ search: event.currentTarget.value })}
            />
            <Text size="sm" c="dimmed" aria-live="polite">
              {texts.found(rows.length)}
            </Text>
          </Group>
          {rows.length === 0 ? (
            <Text c="dimmed">{texts.nothing}</Text>
          ) : (
            <div className={classes.table}>
              <RegisterTable
                label={texts.title}
                columns={columns}
                rows={rows}
                total={rows.length}
                rowKey={(row) => row.id}
              />
            </div>
          )}
        </div>
      )}
    </>
  );
}
