import { Anchor, Badge, Button, Loader, Table } from '@mantine/core';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { awarenessRoutes, type CampaignRow } from '../contract.ts';
import classes from './awareness.module.css';
import { CampaignDrawer } from './CampaignDrawer.tsx';
import { CompletionBar } from './CompletionBar.tsx';
import { awarenessMessages } from './messages.ts';
import { TopicCards } from './TopicCards.tsx';

/** The awareness campaigns (7.3): what people know of, and who has not acknowledged yet. */
export function CampaignsScreen(): JSX.Element {
  const texts = useMessages(awarenessMessages);
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const mayChange = useMayChange('campaign');
  const [adding, setAdding] = useState(false);
  const campaigns = useRead(awarenessRoutes.campaigns);
  const topics = useRead(awarenessRoutes.awareness);
  const none = campaigns.data?.length === 0;
  return (
    <div className={classes.stack}>
      <PageHeader title={texts.title} lead={texts.lead}>
        {mayChange && !none && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        )}
      </PageHeader>
      <ProblemAlert error={campaigns.error ?? topics.error} />
      {campaigns.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {none && (
        <EmptyState
          icon={<IconSpeakerphone size={28} stroke={1.6} />}
          title={texts.empty.title}
          what={texts.empty.what}
          clause={texts.empty.clause}
        >
          {mayChange && <Button onClick={() => setAdding(true)}>{texts.add}</Button>}
        </EmptyState>
      )}
      {campaigns.data !== undefined && !none && (
        <>
          {topics.data !== undefined && <TopicCards topics={topics.data} />}
          <CampaignTable campaigns={campaigns.data} />
        </>
      )}
      {adding && (
        <CampaignDrawer
          campaign={null}
          onClose={() => setAdding(false)}
          onDrafted={({ id }) =>
            void navigate({ to: '/o/$slug/awareness/$campaignId', params: { slug, campaignId: id } })
          }
        />
      )}
    </div>
  );
}

function CampaignTable({ campaigns }: { readonly campaigns: readonly CampaignRow[] }): JSX.Element {
  const texts = useMessages(awarenessMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  return (
    <Table.ScrollContainer
      minWidth={640}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': texts.title } }}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.columns.title}</Table.Th>
            <Table.Th>{texts.columns.topics}</Table.Th>
            <Table.Th w={200}>{texts.columns.dates}</Table.Th>
            <Table.Th w={220}>{texts.columns.done}</Table.Th>
            <Table.Th w={150}>{texts.columns.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {campaigns.map((campaign) => (
            <Table.Tr key={campaign.id}>
              <Table.Td>
                <Anchor
                  renderRoot={(props) => (
                    <Link to="/o/$slug/awareness/$campaignId" params={{ slug, campaignId: campaign.id }} {...props} />
                  )}
                >
                  {campaign.title}
                </Anchor>
              </Table.Td>
              <Table.Td>{campaign.topics.map((topic) => texts.topics[topic]).join(' · ')}</Table.Td>
              <Table.Td>{texts.dates(format.date(campaign.from), format.date(campaign.due))}</Table.Td>
              <Table.Td>
                <CompletionBar done={campaign.done} of={campaign.of} overdue={campaign.overdue} />
              </Table.Td>
              <Table.Td>
                {texts.states[campaign.state]}
                {campaign.overdue && (
                  <Badge ml={8} color="orange" variant="light">
                    {texts.overdue}
                  </Badge>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
