import { Button, Loader, Text } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useAddressFilters } from '../../../web/address.ts';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import type { PersonId, RoleId } from '../../../kernel/id.ts';
import { trainingRoutes, type ProposalPage } from '../contract.ts';
import { proposalMessages, trainingMessages } from './messages.ts';
import { ProposalFilters } from './ProposalFilters.tsx';
import { ProposalReview } from './ProposalReview.tsx';
import classes from './training.module.css';

/** What suggests itself to close gaps: reviewed, and asked for in one change. */
export function ProposalsScreen(): JSX.Element {
  const texts = useMessages(proposalMessages);
  const all = useMessages(trainingMessages);
  const { slug } = useOrganization();
  const [{ personId, roleId, unit }] = useAddressFilters();
  const query = {
    ...(personId === undefined ? {} : { personId: personId as PersonId }),
    ...(roleId === undefined ? {} : { roleId: roleId as RoleId }),
    ...(unit === undefined ? {} : { unit }),
  };
  const read = useRead(trainingRoutes.trainingProposals, { query });
  // The review goes with the last proposal, and what follows from asking for it has to outlive that.
  const plan = useWrite(trainingRoutes.planTrainings);
  const [first] = read.data?.proposals ?? [];
  const only = unit ?? (personId === undefined ? undefined : first?.personName) ?? (roleId && first?.roleName);
  return (
    <>
      <BackLink renderRoot={(props) => <Link to="/o/$slug/training" params={{ slug }} {...props} />}>
        {all.back}
      </BackLink>
      <PageHeader title={texts.title} lead={only ? `${texts.only(only)}. ${texts.lead}` : texts.lead} />
      <ProposalFilters />
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={all.loading} />}
      {read.data?.proposals.length === 0 && <Nothing page={read.data} />}
      {read.data !== undefined && read.data.proposals.length > 0 && (
        <ProposalReview key={`${personId} ${roleId} ${unit}`} page={read.data} plan={plan} />
      )}
      {read.data !== undefined && <Unserved page={read.data} />}
    </>
  );
}

const Nothing = ({ page }: { readonly page: ProposalPage }): JSX.Element => {
  const texts = useMessages(proposalMessages);
  const { slug } = useOrganization();
  return (
    <EmptyState
      icon={<IconTargetArrow size={28} stroke={1.6} />}
      title={texts.none}
      what={page.unserved.length > 0 ? texts.noMeasures : texts.noneWhat}
    >
      <Button
        variant={page.unserved.length > 0 ? 'filled' : 'default'}
        renderRoot={(props) => <Link to="/o/$slug/training/measures" params={{ slug }} {...props} />}
      >
        {texts.toMeasures}
      </Button>
    </EmptyState>
  );
};

/** What no measure closes, and what is under way already. */
const Unserved = ({ page }: { readonly page: ProposalPage }): JSX.Element => {
  const texts = useMessages(proposalMessages);
  const { unserved, underWay } = page;
  return (
    <>
      {underWay > 0 && (
        <Text size="sm" c="dimmed" my="sm">
          {texts.underWay(underWay)}
        </Text>
      )}
      {unserved.length > 0 && (
        <Panel title={texts.unserved(unserved.length)}>
          <ul className={classes.lines}>
            {unserved.map(({ competence, name, level, people }) => (
              <li key={`${competence} ${level}`} className={classes.line}>
                {texts.unservedLine(name, level, people)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
};
