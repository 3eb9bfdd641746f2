import { Button, Checkbox, Group, Loader, Text, TextInput } from '@mantine/core';
import { IconBook2, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useAddressFilters } from '../../../web/address.ts';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import classes from '../../../web/register/register.module.css';
import { measureRoutes } from '../measure-contract.ts';
import { measureMessages } from './measure-messages.ts';
import { MeasureDrawer } from './MeasureDrawer.tsx';
import { MeasureTable } from './MeasureTable.tsx';
import { trainingMessages } from './messages.ts';
import { StarterDialog } from './StarterDialog.tsx';

/** The catalogue of measures. */
export function MeasuresScreen(): JSX.Element {
  const texts = useMessages(measureMessages);
  const { back } = useMessages(trainingMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('measure');
  const read = useRead(measureRoutes.measures);
  const [address, setFilter] = useAddressFilters();
  const [dialog, setDialog] = useState<'add' | 'starter' | null>(null);
  const all = read.data ?? [];
  const none = read.data?.length === 0;
  const search = (address['search'] ?? '').trim().toLowerCase();
  const shown = all.filter(
    ({ name, provider, competenceNames, withdrawn }) =>
      (!withdrawn || address['withdrawn'] === 'true') &&
      [name, provider ?? '', ...competenceNames].join(' ').toLowerCase().includes(search),
  );
  return (
    <div className={classes.page}>
      <div>
        <BackLink renderRoot={(props) => <Link to="/o/$slug/training" params={{ slug }} {...props} />}>{back}</BackLink>
        <PageHeader title={texts.title} lead={texts.lead}>
          {mayChange && !none && (
            <>
              <Button variant="default" onClick={() => setDialog('starter')}>
                {texts.starter}
              </Button>
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('add')}>
                {texts.add}
              </Button>
            </>
          )}
        </PageHeader>
      </div>
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {none && (
        <EmptyState
          icon={<IconBook2 size={28} stroke={1.6} />}
          title={texts.empty.title}
          what={texts.empty.what}
          clause={texts.empty.clause}
        >
          {mayChange && (
            <>
              <Button onClick={() => setDialog('starter')}>{texts.empty.starter}</Button>
              <Button variant="default" onClick={() => setDialog('add')}>
                {texts.add}
              </Button>
            </>
          )}
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <div className={classes.toolbar}>
            <Group gap="sm" role="search" aria-label={texts.search}>
              <TextInput
                w={240}
                type="search"
                aria-label={texts.search}
                placeholder={texts.search}
                leftSection={<IconSearch size={15} aria-hidden />}
                value={address['search'] ?? ''}
                onChange={(event) => setFilter({ search: event.currentTarget.value || undefined })}
              />
              <Checkbox
                label={texts.withdrawnToo}
                checked={address['withdrawn'] === 'true'}
                onChange={(event) => setFilter({ withdrawn: event.currentTarget.checked ? 'true' : undefined })}
              />
            </Group>
            <Text size="sm" c="dimmed" role="status">
              {texts.found(shown.length)}
            </Text>
          </div>
          <MeasureTable measures={shown} />
        </>
      )}
      {dialog === 'add' && <MeasureDrawer measure={null} onClose={() => setDialog(null)} />}
      {dialog === 'starter' && <StarterDialog measures={all} onClose={() => setDialog(null)} />}
    </div>
  );
}
