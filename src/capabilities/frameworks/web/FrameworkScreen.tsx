import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch, IconTable } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import classes from '../../../web/register/register.module.css';
import { frameworkRoutes } from '../contract.ts';
import { EntryTree } from './EntryTree.tsx';
import { entryShows, treeRows } from './entry-tree.ts';
import { FrameworkAbout } from './FrameworkAbout.tsx';
import { MappingReview } from './MappingReview.tsx';
import { frameworkMessages } from './messages.ts';

const views = ['requirements', 'mapping', 'about'] as const;

/** One framework: its headings and requirements with how they are covered, and its mapping to ISO. */
export function FrameworkScreen(): JSX.Element {
  const { frameworkId = '' } = useParams({ strict: false });
  const all = useMessages(frameworkMessages);
  const texts = all.tree;
  const { slug } = useOrganization();
  const [address, setAddress] = useAddressFilters();
  const page = useRead(frameworkRoutes.framework, { path: { frameworkId } });
  const mappings = useRead(frameworkRoutes.mappings, { path: { frameworkId } });
  if (page.isError) return <ErrorPage error={page.error} reset={() => void page.refetch()} />;
  if (page.data === undefined || mappings.data === undefined) return <LoadingPage />;
  const { framework, entries, assessment } = page.data;
  const view = oneOf(views, address['view']) ?? 'requirements';
  const show = oneOf(entryShows, address['show']) ?? 'all';
  const search = address['search'] ?? '';
  const rows = treeRows(entries, assessment.requirements, mappings.data, { search, show });
  return (
    <div className={classes.page}>
      <div>
        <BackLink renderRoot={(props) => <Link to="/o/$slug/frameworks" params={{ slug }} {...props} />}>
          {all.title}
        </BackLink>
        <PageHeader
          title={framework.name}
          lead={`${all.assessableOf(assessment.totals.assessable, entries.length)}; ${all.sources(assessment.totals.sources.own, assessment.totals.sources.inherited, assessment.totals.sources.none)}`}
        >
          <Button
            variant="default"
            leftSection={<IconTable size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link
                to="/o/$slug/accountability"
                params={{ slug }}
                search={((before: object) => ({ ...before, framework: framework.key, search: undefined })) as never}
                {...props}
              />
            )}
          >
            {all.matrix}
          </Button>
        </PageHeader>
      </div>
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <SegmentedControl
            aria-label={texts.view}
            data={views.map((value) => ({ value, label: texts.views[value] }))}
            value={view}
            onChange={(value) => setAddress({ view: value === 'requirements' ? undefined : value })}
          />
          {view === 'requirements' && (
            <>
              <TextInput
                w={240}
                type="search"
                aria-label={texts.search}
                placeholder={texts.search}
                leftSection={<IconSearch size={15} aria-hidden />}
                defaultValue={search}
                onChange={(event) => setAddress({ search: event.currentTarget.value || undefined })}
              />
              <SegmentedControl
                aria-label={texts.show}
                data={entryShows.map((value) => ({ value, label: texts.shows[value] }))}
                value={show}
                onChange={(value) => setAddress({ show: value === 'all' ? undefined : value })}
              />
            </>
          )}
        </Group>
        {view === 'requirements' && (
          <Text size="sm" c="dimmed" role="status">
            {texts.shown(rows.length)}
          </Text>
        )}
      </Group>
      {view === 'requirements' && <EntryTree label={texts.label(framework.name)} rows={rows} />}
      {view === 'mapping' && <MappingReview frameworkId={framework.id} entries={entries} />}
      {view === 'about' && <FrameworkAbout framework={framework} />}
    </div>
  );
}
