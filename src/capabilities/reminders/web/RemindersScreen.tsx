import { Stack, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useMayReadMail } from '../../../web/organization.ts';
import { SettingsFrame } from '../../identity/web/SettingsFrame.tsx';
import { reminderRoutes } from '../contract.ts';
import type { ReminderKind } from '../model.ts';
import { MailLog } from './MailLog.tsx';
import { MailServer } from './MailServer.tsx';
import { reminderMessages } from './messages.ts';
import { ReminderDialog } from './ReminderDialog.tsx';
import { ReminderTable } from './ReminderTable.tsx';
import { TonightMails } from './TonightMails.tsx';

/** What people are reminded of, what would be sent tonight, and what was sent. */
export function RemindersScreen(): JSX.Element {
  const texts = useMessages(reminderMessages);
  const mayReadMail = useMayReadMail();
  const settings = useRead(reminderRoutes.reminderSettings);
  const [recipient, setRecipient] = useState<string | null>(null);
  const tonight = useRead(reminderRoutes.mailsTonight, recipient === null ? {} : { query: { recipient } }, {
    enabled: mayReadMail,
  });
  const [editing, setEditing] = useState<ReminderKind | null>(null);
  if (settings.isError) return <ErrorPage error={settings.error} reset={() => void settings.refetch()} />;
  const byKind = new Map((settings.data ?? []).map((setting) => [setting.kind, setting]));
  return (
    <SettingsFrame lead={texts.lead}>
      {settings.data === undefined ? (
        <LoadingPage />
      ) : (
        <Stack gap="xl">
          <ReminderTable settings={byKind} tonight={tonight.data?.kinds ?? null} onEdit={setEditing} />
          {mayReadMail && <MailServer tonight={tonight.data ?? null} />}
          {mayReadMail && <TonightMails tonight={tonight.data ?? null} error={tonight.error} onChoose={setRecipient} />}
          {mayReadMail ? (
            <MailLog />
          ) : (
            <Text size="sm" c="dimmed">
              {texts.readOnly}
            </Text>
          )}
        </Stack>
      )}
      {editing !== null && (
        <ReminderDialog
          key={editing}
          kind={editing}
          setting={byKind.get(editing) ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </SettingsFrame>
  );
}
