import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { plainDate } from '../../../kernel/date.ts';
import { awarenessRoutes, type CampaignDetail } from '../contract.ts';
import type { Campaign } from '../model.ts';
import { CampaignDrawer } from './CampaignDrawer.tsx';
import { awarenessMessages } from './messages.ts';

/** What can be done with a campaign, by who may: change, open, close, run again, remove. */
export function CampaignActions({ campaign }: { readonly campaign: CampaignDetail }): JSX.Element | null {
  const texts = useMessages(awarenessMessages).detail;
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const mayChange = useMayChange('campaign');
  const [editing, setEditing] = useState(false);
  const update = useWrite(awarenessRoutes.updateCampaign);
  const again = useWrite(awarenessRoutes.runCampaignAgain);
  const remove = useWrite(awarenessRoutes.removeCampaign);
  if (!mayChange) return null;
  const path = { campaignId: campaign.id };
  const say = (message: string): void => void notifications.show({ message, color: 'teal' });
  const move = (state: Campaign['state'], said: string): void =>
    update.mutate({ path, version: campaign.version, body: { state } }, { onSuccess: () => say(said) });
  return (
    <>
      <ProblemAlert error={update.error ?? again.error ?? remove.error} />
      {campaign.acknowledged === 0 && campaign.state !== 'open' && (
        <Button
          variant="default"
          loading={remove.isPending}
          onClick={() =>
            remove.mutate(
              { path, version: campaign.version },
              { onSuccess: () => void navigate({ to: '/o/$slug/awareness', params: { slug } }) },
            )
          }
        >
          {texts.remove}
        </Button>
      )}
      {campaign.state === 'closed' && (
        <Button
          variant="default"
          loading={again.isPending}
          onClick={() =>
            again.mutate(
              { path, body: { from: plainDate(today()) } },
              {
                onSuccess: ({ id }) => {
                  say(texts.againDone);
                  void navigate({ to: '/o/$slug/awareness/$campaignId', params: { slug, campaignId: id } });
                },
              },
            )
          }
        >
          {texts.again}
        </Button>
      )}
      <Button variant="default" onClick={() => setEditing(true)}>
        {texts.edit}
      </Button>
      {campaign.state === 'open' ? (
        <Button variant="default" loading={update.isPending} onClick={() => move('closed', texts.closed)}>
          {texts.close}
        </Button>
      ) : (
        <Button loading={update.isPending} onClick={() => move('open', texts.opened)}>
          {campaign.state === 'draft' ? texts.open : texts.reopen}
        </Button>
      )}
      {editing && <CampaignDrawer campaign={campaign} onClose={() => setEditing(false)} />}
    </>
  );
}
