import { Button, Group, Modal, Select, Stack, Table, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { messages as shell } from '../../../web/messages.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { identityRoutes } from '../contract.ts';
import { MemberPerson, type LinkedMember } from './MemberPerson.tsx';
import { permissions, type Membership } from '../model.ts';
import classes from './identity.module.css';
import { messages } from './messages.ts';

/** The members with their permissions, which owners change in place. */
export function MemberTable({ members }: { readonly members: readonly LinkedMember[] }): JSX.Element {
  const text = useMessages(messages);
  const common = useMessages(shell);
  const { userId } = useOrganization();
  const mayChange = useMayChange('membership');
  const change = useWrite(identityRoutes.changeMember);
  const remove = useWrite(identityRoutes.removeMember);
  const [leaving, setLeaving] = useState<Membership | null>(null);
  return (
    <div>
      <ProblemAlert error={change.error} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.members.who}</Table.Th>
            <Table.Th w={260} title={text.members.personHint}>
              {text.members.person}
            </Table.Th>
            <Table.Th w={190}>{text.members.permission}</Table.Th>
            {mayChange && <Table.Td w={90} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => (
            <Table.Tr key={member.id}>
              <Table.Td>
                <div className={classes.member}>
                  {member.name}
                  {member.userId === userId && ` (${text.members.you})`}
                </div>
                <div className={classes.mail}>{member.email}</div>
              </Table.Td>
              <Table.Td>
                <MemberPerson member={member} onLink={change.mutate} />
              </Table.Td>
              <Table.Td>
                {mayChange ? (
                  <Select
                    aria-label={text.members.permissionOf(member.name)}
                    allowDeselect={false}
                    data={permissions.map((value) => ({ value, label: text.permission[value] }))}
                    renderOption={({ option }) => (
                      <span>
                        {option.label}
                        <br />
                        <small>
                          {text.permissionHint[permissions.find((value) => value === option.value) ?? 'viewer']}
                        </small>
                      </span>
                    )}
                    comboboxProps={{ width: 320, position: 'bottom-start' }}
                    value={member.permission}
                    onChange={(value) => {
                      const permission = permissions.find((known) => known === value);
                      if (permission !== undefined)
                        change.mutate({
                          path: { membershipId: member.id },
                          version: member.version,
                          body: { permission },
                        });
                    }}
                  />
                ) : (
                  text.permission[member.permission]
                )}
              </Table.Td>
              {mayChange && (
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    aria-label={text.members.removeOf(member.name)}
                    onClick={() => setLeaving(member)}
                  >
                    {text.members.remove}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Modal
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={text.members.removeTitle}
        closeButtonProps={{ 'aria-label': common.close }}
      >
        {leaving !== null && (
          <Stack gap="md">
            <Text size="sm">{text.members.removeAsk(leaving.name)}</Text>
            <ProblemAlert error={remove.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setLeaving(null)}>
                {common.cancel}
              </Button>
              <Button
                color="red"
                loading={remove.isPending}
                onClick={() =>
                  remove.mutate(
                    { path: { membershipId: leaving.id }, version: leaving.version },
                    { onSuccess: () => setLeaving(null) },
                  )
                }
              >
                {text.members.remove}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </div>
  );
}
