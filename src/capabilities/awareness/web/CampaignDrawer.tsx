import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { addMonths, plainDate } from '../../../kernel/date.ts';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { conflictOf, fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { awarenessRoutes, type CampaignDetail } from '../contract.ts';
import type { Campaign } from '../model.ts';
import { blankCampaign, campaignDraftOf, readCampaign, type CampaignDraft } from './campaign-draft.ts';
import { CampaignForm } from './CampaignForm.tsx';
import { awarenessMessages } from './messages.ts';
import { QuestionList } from './QuestionList.tsx';

interface CampaignDrawerProps {
  /** What to change; null drafts a new one. */
  readonly campaign: CampaignDetail | null;
  readonly onClose: () => void;
  readonly onDrafted?: (campaign: Campaign) => void;
}

/** Drafts a campaign, or changes one. */
export function CampaignDrawer({ campaign, onClose, onDrafted }: CampaignDrawerProps): JSX.Element {
  const texts = useMessages(awarenessMessages).form;
  const format = useFormat();
  const create = useWrite(awarenessRoutes.createCampaign);
  const update = useWrite(awarenessRoutes.updateCampaign);
  const [draft, setDraft] = useState<CampaignDraft>(() =>
    campaign === null ? blankCampaign(today(), addMonths(plainDate(today()), 1)) : campaignDraftOf(campaign),
  );
  const [version, setVersion] = useState(campaign?.version ?? 0);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const frozen = campaign !== null && campaign.acknowledged > 0;
  const error = create.error ?? update.error;
  const theirs = (conflictOf(update.error)?.theirs ?? null) as Campaign | null;
  const errors: Readonly<Record<string, string>> = { ...fieldErrorsOf(error), ...found };
  const set = (patch: Partial<CampaignDraft>): void => {
    setDraft((before) => ({ ...before, ...patch }));
    setFound({});
  };
  const save = (seen: number): void => {
    const read = readCampaign(draft);
    setFound(read.ok ? {} : read.errors);
    if (!read.ok) return;
    if (campaign === null) {
      create.mutate(
        { body: read.fields },
        {
          onSuccess: (made) => {
            onDrafted?.(made);
            onClose();
          },
        },
      );
      return;
    }
    update.mutate(
      { path: { campaignId: campaign.id }, version: seen, body: read.fields },
      {
        onSuccess: () => {
          notifications.show({ message: texts.saved, color: 'teal' });
          onClose();
        },
      },
    );
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save(version);
  };
  return (
    <Drawer
      opened
      position="right"
      size={560}
      onClose={onClose}
      title={campaign === null ? texts.create : texts.edit}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {theirs === null ? (
            <ProblemAlert error={error} fields={Object.keys(errors)} />
          ) : (
            <ConflictNotice
              differences={[
                { label: texts.title, yours: draft.title, theirs: theirs.title },
                { label: texts.message, yours: draft.message, theirs: theirs.message },
                { label: texts.due, yours: format.date(draft.due), theirs: format.date(theirs.due) },
              ].filter(({ yours, theirs: other }) => yours !== other)}
              onTakeTheirs={onClose}
              onKeepMine={() => {
                setVersion(theirs.version);
                save(theirs.version);
              }}
            />
          )}
          {frozen && <Text size="sm">{texts.frozen}</Text>}
          <CampaignForm draft={draft} errors={errors} frozen={frozen} onChange={set} />
          {!frozen && <QuestionList draft={draft} errors={errors} onChange={set} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={create.isPending || update.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
