import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { BackLink } from '../../../web/register/BackLink.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { awarenessRoutes, type CampaignDetail } from '../contract.ts';
import classes from './awareness.module.css';
import { CampaignActions } from './CampaignActions.tsx';
import { CampaignDocument } from './CampaignDocument.tsx';
import { CampaignPeople } from './CampaignPeople.tsx';
import { CompletionBar } from './CompletionBar.tsx';
import { awarenessMessages } from './messages.ts';

/** One campaign: what people read, how far each unit is, and who has not acknowledged it. */
export function CampaignScreen(): JSX.Element {
  const { campaignId = '' } = useParams({ strict: false });
  const read = useRead(awarenessRoutes.campaign, { path: { campaignId } });
  if (read.isError) return <ErrorPage error={read.error} reset={() => void read.refetch()} />;
  if (read.data === undefined) return <LoadingPage />;
  return <CampaignView campaign={read.data} key={read.data.id} />;
}

function CampaignView({ campaign }: { readonly campaign: CampaignDetail }): JSX.Element {
  const texts = useMessages(awarenessMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const { mine, mineOn, next } = campaign;
  return (
    <div className={classes.stack}>
      <BackLink renderRoot={(props) => <Link to="/o/$slug/awareness" params={{ slug }} {...props} />}>
        {texts.detail.back}
      </BackLink>
      <PageHeader
        title={campaign.title}
        lead={
          <>
            {texts.states[campaign.state]} · {texts.dates(format.date(campaign.from), format.date(campaign.due))}
            {campaign.overdue && ` · ${texts.overdue}`}
            {next !== null && ` · ${texts.nextRun(format.date(next))}`}
          </>
        }
      >
        <CampaignActions campaign={campaign} />
      </PageHeader>
      {mine === 'to-do' && (
        <Group>
          <Button
            renderRoot={(props) => (
              <Link to="/o/$slug/awareness/$campaignId/read" params={{ slug, campaignId: campaign.id }} {...props} />
            )}
          >
            {texts.read}
          </Button>
        </Group>
      )}
      {mineOn !== null && <Text size="sm">{texts.mineDone(format.date(mineOn))}</Text>}
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Panel title={texts.detail.text}>
            {campaign.message !== '' && <Text className={classes.prose}>{campaign.message}</Text>}
            {campaign.evidenceId !== null && <CampaignDocument evidenceId={campaign.evidenceId} />}
            {campaign.link !== null && (
              <Anchor href={campaign.link} target="_blank" rel="noreferrer" className={classes.link}>
                {campaign.link}
              </Anchor>
            )}
          </Panel>
          {campaign.questions.length > 0 && (
            <Panel title={texts.detail.questions} count={campaign.questions.length}>
              <List type="ordered" spacing="sm">
                {campaign.questions.map(({ question, options, answer }) => (
                  <List.Item key={question}>
                    {question}
                    <List size="sm" withPadding>
                      {options.map((option, at) => (
                        <List.Item key={option}>
                          {option}
                          {answer === at && (
                            <Text span size="sm" c="dimmed">
                              {` (${texts.detail.right})`}
                            </Text>
                          )}
                        </List.Item>
                      ))}
                    </List>
                  </List.Item>
                ))}
              </List>
            </Panel>
          )}
        </div>
        <div className={classes.stack}>
          <Panel title={texts.detail.units}>
            <dl className={classes.units}>
              {campaign.units.map(({ unit, done, of }) => (
                <div key={unit ?? ''}>
                  <dt>{unit ?? texts.detail.noUnit}</dt>
                  <dd>
                    <CompletionBar done={done} of={of} overdue={campaign.overdue && done < of} />
                  </dd>
                </div>
              ))}
            </dl>
          </Panel>
        </div>
      </div>
      <CampaignPeople campaign={campaign} />
    </div>
  );
}
