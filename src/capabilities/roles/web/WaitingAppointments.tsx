import { Anchor, Button, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { AppointmentId } from '../../../kernel/id.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayDecide, useOrganization } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { MOST_APPROVED_AT_ONCE, roleRoutes, type AppointmentEntry } from '../contract.ts';
import { approvalMessages } from './approval-messages.ts';
import { ApprovalState } from './ApprovalState.tsx';
import { ApproveActions } from './ApproveActions.tsx';
import classes from './roles.module.css';

const SHOWN = 5;

/** Appointments that wait for the reader's word; nothing at all while none does. */
export function WaitingAppointments(): JSX.Element | null {
  const texts = useMessages(approvalMessages).waiting;
  const mayDecide = useMayDecide();
  const read = useRead(roleRoutes.appointments, { query: { waiting: 'true' } }, { enabled: mayDecide });
  const rows = (read.data ?? []).filter(({ hindrance }) => hindrance === null);
  if (!mayDecide || rows.length === 0) return null;
  return (
    <Panel id="waiting" title={texts.title} count={rows.length} lead={texts.lead} actions={<ApproveAll rows={rows} />}>
      <WaitingTable rows={rows.slice(0, SHOWN)} />
      {rows.length > SHOWN && (
        <Text size="sm" c="dimmed">
          {texts.more(rows.length - SHOWN)}
        </Text>
      )}
    </Panel>
  );
}

/** As many of them as are approved at once, as they are seen. */
export const approvalBody = (
  rows: readonly AppointmentEntry[],
): { readonly appointments: { readonly id: AppointmentId; readonly version: number }[] } => ({
  appointments: rows.slice(0, MOST_APPROVED_AT_ONCE).map(({ id, version }) => ({ id, version })),
});

const ApproveAll = ({ rows }: { readonly rows: readonly AppointmentEntry[] }) => {
  const texts = useMessages(approvalMessages).waiting;
  const all = useWrite(roleRoutes.approveAppointments);
  if (rows.length < 2) return null;
  return (
    <>
      <ProblemAlert error={all.error} />
      <Button
        size="compact-sm"
        variant="default"
        loading={all.isPending}
        onClick={() => all.mutate({ body: approvalBody(rows) })}
      >
        {texts.all(Math.min(rows.length, MOST_APPROVED_AT_ONCE))}
      </Button>
    </>
  );
};

export const WaitingTable = ({ rows }: { readonly rows: readonly AppointmentEntry[] }): JSX.Element => {
  const texts = useMessages(approvalMessages).waiting;
  const format = useFormat();
  const { slug } = useOrganization();
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table aria-label={texts.title}>
        <Table.Thead>
          <Table.Tr>
            {[texts.person, texts.role, texts.from, texts.hours, texts.state].map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>{row.personName}</Table.Td>
              <Table.Td>
                <Anchor
                  inherit
                  renderRoot={(props) => (
                    <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId: row.roleId }} {...props} />
                  )}
                >
                  {row.roleName}
                </Anchor>
              </Table.Td>
              <Table.Td className={classes.day}>{format.date(row.from)}</Table.Td>
              <Table.Td>{row.hoursPerWeek !== null && format.number(row.hoursPerWeek)}</Table.Td>
              <Table.Td>
                <ApproveActions row={row} />
                {row.hindrance !== null && <ApprovalState row={row} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
