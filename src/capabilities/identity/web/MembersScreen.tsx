import { Stack } from '@mantine/core';
import type { JSX } from 'react';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { useMayChange } from '../../../web/organization.ts';
import { identityRoutes } from '../contract.ts';
import { InvitationList } from './InvitationList.tsx';
import { InviteForm } from './InviteForm.tsx';
import { MemberTable } from './MemberTable.tsx';
import { messages } from './messages.ts';
import { SettingsFrame } from './SettingsFrame.tsx';

/** Who may enter the organization, and who is invited. */
export function MembersScreen(): JSX.Element {
  const text = useMessages(messages).members;
  const members = useRead(identityRoutes.members);
  const mayInvite = useMayChange('invitation');
  if (members.isError) return <ErrorPage error={members.error} reset={() => void members.refetch()} />;
  return (
    <SettingsFrame lead={text.lead}>
      {members.data === undefined ? (
        <LoadingPage />
      ) : (
        <Stack gap="xl">
          <MemberTable members={members.data.members} />
          {(mayInvite || members.data.invitations.length > 0) && (
            <InvitationList invitations={members.data.invitations} />
          )}
          {mayInvite && <InviteForm />}
        </Stack>
      )}
    </SettingsFrame>
  );
}
