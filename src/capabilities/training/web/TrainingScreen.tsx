import { Button, Group, Loader, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { IconBook2, IconSchool, IconSearch, IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import classes from '../../../web/register/register.module.css';
import { trainingGroupings, trainingRoutes, trainingShows, type PlanSummary, type TrainingShow } from '../contract.ts';
import { measureRoutes } from '../measure-contract.ts';
import { BudgetLine } from './BudgetLine.tsx';
import { trainingMessages } from './messages.ts';
import { TrainingGroups } from './TrainingGroups.tsx';
import { TrainingList } from './TrainingList.tsx';

/** The plan and the register of trainings: what is open, what waits, whose effect is to be checked. */
export function TrainingScreen(): JSX.Element {
  const texts = useMessages(trainingMessages);
  const { slug } = useOrganization();
  const mayChange = useMayChange('training');
  const summary = useRead(trainingRoutes.trainingSummary);
  const none = summary.data?.counts.all === 0;
  return (
    <div className={classes.page}>
      <PageHeader title={texts.title} lead={texts.lead}>
        <Button
          variant="default"
          leftSection={<IconBook2 size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/o/$slug/training/measures" params={{ slug }} {...props} />}
        >
          {texts.measures}
        </Button>
        {!none && (
          <Button
            variant={mayChange ? 'filled' : 'default'}
            leftSection={<IconTargetArrow size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/o/$slug/training/proposals" params={{ slug }} {...props} />}
          >
            {texts.propose}
          </Button>
        )}
      </PageHeader>
      <ProblemAlert error={summary.error} />
      {summary.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {none && <NothingYet />}
      {summary.data !== undefined && !none && <Plan summary={summary.data} />}
    </div>
  );
}

const NothingYet = (): JSX.Element => {
  const texts = useMessages(trainingMessages).empty;
  const { slug } = useOrganization();
  const measures = useRead(measureRoutes.measures);
  const noMeasures = measures.data?.length === 0;
  return (
    <EmptyState
      icon={<IconSchool size={28} stroke={1.6} />}
      title={texts.title}
      what={texts.what}
      clause={texts.clause}
    >
      <Button
        renderRoot={(props) =>
          noMeasures ? (
            <Link to="/o/$slug/training/measures" params={{ slug }} {...props} />
          ) : (
            <Link to="/o/$slug/training/proposals" params={{ slug }} {...props} />
          )
        }
      >
        {noMeasures ? texts.needMeasures : texts.begin}
      </Button>
    </EmptyState>
  );
};

const firstShow = ({ counts }: PlanSummary): TrainingShow => (counts.open > 0 ? 'open' : 'all');

const Plan = ({ summary }: { readonly summary: PlanSummary }): JSX.Element => {
  const texts = useMessages(trainingMessages);
  const [address, setFilter] = useAddressFilters();
  const show = oneOf(trainingShows, address['show']) ?? firstShow(summary);
  const by = oneOf(trainingGroupings, address['by']);
  const { counts } = summary;
  const offered = trainingShows.filter((one) => counts[one] > 0 || one === show || one === 'all');
  return (
    <>
      <BudgetLine summary={summary} />
      <div className={classes.toolbar}>
        <Group gap="xs" role="search" aria-label={texts.search}>
          <TextInput
            w={220}
            type="search"
            aria-label={texts.search}
            placeholder={texts.search}
            leftSection={<IconSearch size={15} aria-hidden />}
            disabled={by !== undefined}
            value={address['search'] ?? ''}
            onChange={(event) => setFilter({ search: event.currentTarget.value || undefined })}
          />
          <Select
            w={230}
            aria-label={texts.show}
            allowDeselect={false}
            disabled={by !== undefined}
            data={offered.map((one) => ({ value: one, label: `${texts.shows[one]} (${counts[one]})` }))}
            value={show}
            onChange={(value) => setFilter({ show: value ?? undefined })}
          />
          <SegmentedControl
            aria-label={texts.by}
            data={(['none', ...trainingGroupings] as const).map((value) => ({ value, label: texts.groupings[value] }))}
            value={by ?? 'none'}
            onChange={(value) => setFilter({ by: value === 'none' ? undefined : value })}
          />
        </Group>
        {by === undefined && (
          <Text size="sm" c="dimmed">
            {texts.found(counts[show])}
          </Text>
        )}
      </div>
      {by === undefined ? <TrainingList show={show} /> : <TrainingGroups by={by} />}
    </>
  );
};
