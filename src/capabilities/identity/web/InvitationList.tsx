import { Button, Table, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { useMayChange } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { identityRoutes } from '../contract.ts';
import type { Named } from '../contract.ts';
import type { Invitation } from '../model.ts';
import { messages } from './messages.ts';

/** Invitations that nobody has accepted yet. Their links are known to their holders only. */
export function InvitationList({
  invitations,
}: {
  readonly invitations: readonly (Invitation & Named)[];
}): JSX.Element {
  const text = useMessages(messages);
  const format = useFormat();
  const mayChange = useMayChange('invitation');
  const withdraw = useWrite(identityRoutes.withdrawInvitation);
  return (
    <section aria-labelledby="invited">
      <Title order={2} id="invited" mb="xs">
        {text.members.invited}
      </Title>
      <ProblemAlert error={withdraw.error} />
      {invitations.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.members.noInvitations}
        </Text>
      ) : (
        <Table>
          <Table.Tbody>
            {invitations.map((invitation) => (
              <Table.Tr key={invitation.id}>
                <Table.Td>
                  {invitation.email}
                  {invitation.personName !== null && (
                    <Text span size="sm" c="dimmed">
                      {` ${invitation.personName}`}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td w={120}>{text.permission[invitation.permission]}</Table.Td>
                <Table.Td w={200}>
                  {invitation.expires.slice(0, 10) < today()
                    ? text.members.expired
                    : text.members.until(format.moment(invitation.expires))}
                </Table.Td>
                <Table.Td w={90}>
                  {mayChange && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={text.members.withdrawOf(invitation.email)}
                      onClick={() =>
                        withdraw.mutate({ path: { invitationId: invitation.id }, version: invitation.version })
                      }
                    >
                      {text.members.withdraw}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
