import { Anchor, Badge, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { letterMessages } from '../../documents/web/letter-messages.ts';
import { LetterMenu } from '../../documents/web/LetterMenu.tsx';
import { ApprovalState } from '../../roles/web/ApprovalState.tsx';
import { ApproveActions } from '../../roles/web/ApproveActions.tsx';
import { roleRoutes, type AppointmentEntry } from '../../roles/contract.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import type { PersonRow } from '../contract.ts';
import { peopleMessages } from './messages.ts';
import classes from './person.module.css';

const order = { active: 0, future: 1, ended: 2 } as const;

/** Roles that the person holds, will hold and has held. */
export function PersonAppointments({ person }: { readonly person: PersonRow }): JSX.Element {
  const texts = useMessages(peopleMessages).person;
  const letter = useMessages(letterMessages);
  const { slug } = useOrganization();
  const read = useRead(roleRoutes.appointments, {
    query: { personId: person.id },
  });
  const rows = [...(read.data ?? [])].sort((a, b) => order[a.state] - order[b.state] || b.from.localeCompare(a.from));
  const held = rows.filter((row) => row.state === 'active').length;
  return (
    <Panel title={texts.roles} count={held}>
      <ProblemAlert error={read.error} />
      {read.data !== undefined && rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noRoles}{' '}
          <Anchor
            inherit
            underline="always"
            renderRoot={(props) => <Link to="/o/$slug/roles" params={{ slug }} {...props} />}
          >
            {texts.openRoles}
          </Anchor>
        </Text>
      )}
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={560} type="native" pos="relative">
          <Table aria-label={texts.roles}>
            <Table.Thead>
              <Table.Tr>
                {[texts.role, texts.capacity, texts.from, texts.until, texts.hoursShort, texts.appointedBy].map(
                  (label) => (
                    <Table.Th key={label} scope="col">
                      {label}
                    </Table.Th>
                  ),
                )}
                <Table.Th scope="col" w={44}>
                  <VisuallyHidden>{letter.column}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Line key={row.id} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  );
}

const Line = ({ row }: { readonly row: AppointmentEntry }) => {
  const all = useMessages(peopleMessages);
  const texts = all.person;
  const format = useFormat();
  const { slug } = useOrganization();
  return (
    <Table.Tr {...(row.state === 'ended' ? { c: 'dimmed' } : {})}>
      <Table.Td>
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId: row.roleId }} {...props} />}
        >
          {row.roleName}
        </Anchor>
        {row.state !== 'active' && (
          <Badge size="xs" variant="default" ml={8}>
            {all.states[row.state]}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{texts.capacities[row.capacity]}</Table.Td>
      <Table.Td className={classes.day}>{format.date(row.from)}</Table.Td>
      <Table.Td className={classes.day}>{row.to !== null && format.date(lastDayOf(row.to))}</Table.Td>
      <Table.Td>{row.hoursPerWeek !== null && format.number(row.hoursPerWeek)}</Table.Td>
      <Table.Td>
        {row.appointedBy}
        <ApprovalState row={row} />
        <ApproveActions row={row} />
      </Table.Td>
      <Table.Td>
        <LetterMenu row={row} />
      </Table.Td>
    </Table.Tr>
  );
};
