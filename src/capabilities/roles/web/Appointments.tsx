import { ActionIcon, Anchor, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconPencil, IconUserMinus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { holdingOf } from '../../../domain/role-template.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { EngagementBadge } from '../../people/web/EngagementBadge.tsx';
import { LetterMenu } from '../../documents/web/LetterMenu.tsx';
import { roleRoutes, type AppointmentEntry, type RoleRow } from '../contract.ts';
import { ApprovalState } from './ApprovalState.tsx';
import { ApproveActions } from './ApproveActions.tsx';
import { EditAppointmentDialog } from './EditAppointmentDialog.tsx';
import { EndAppointmentDialog } from './EndAppointmentDialog.tsx';
import { roleMessages } from './messages.ts';
import classes from './roles.module.css';

type Open = { readonly what: 'edit' | 'end'; readonly row: AppointmentEntry } | null;

const byCapacity = (a: AppointmentEntry, b: AppointmentEntry): number =>
  b.capacity.localeCompare(a.capacity) || b.from.localeCompare(a.from);

/** Who holds the role and deputizes now, and who did before. */
export function Appointments({ role }: { readonly role: RoleRow }): JSX.Element {
  const texts = useMessages(roleMessages);
  const [open, setOpen] = useState<Open>(null);
  const [earlier, setEarlier] = useState(false);
  const read = useRead(roleRoutes.appointments, { query: { roleId: role.id } });
  const rows = read.data ?? [];
  const current = rows.filter((row) => row.state !== 'ended').sort(byCapacity);
  const ended = rows.filter((row) => row.state === 'ended').sort((a, b) => b.from.localeCompare(a.from));
  const close = (): void => setOpen(null);
  return (
    <Panel title={texts.role.holders} count={current.length}>
      <ProblemAlert error={read.error} />
      {read.data !== undefined && current.length === 0 && (
        <Text size="sm" c="dimmed">
          {holdingOf(role.key) === 'everyone' ? texts.everyone : texts.role.noHolders}
        </Text>
      )}
      {current.length > 0 && <Rows label={texts.role.holders} rows={current} onOpen={setOpen} />}
      {ended.length > 0 && (
        <Button mt="xs" size="compact-sm" variant="subtle" aria-expanded={earlier} onClick={() => setEarlier(!earlier)}>
          {earlier ? texts.role.hideEarlier : texts.role.showEarlier(ended.length)}
        </Button>
      )}
      {earlier && <Rows label={texts.role.earlier} rows={ended} onOpen={setOpen} />}
      {open?.what === 'edit' && <EditAppointmentDialog row={open.row} onClose={close} />}
      {open?.what === 'end' && <EndAppointmentDialog row={open.row} onClose={close} />}
    </Panel>
  );
}

interface RowsProps {
  readonly label: string;
  readonly rows: readonly AppointmentEntry[];
  readonly onOpen: (open: Open) => void;
}

const Rows = ({ label, rows, onOpen }: RowsProps) => {
  const texts = useMessages(roleMessages).appointments;
  const mayChange = useMayChange('appointment');
  const headings = [texts.person, texts.capacity, texts.from, texts.to, texts.hours];
  return (
    <Table.ScrollContainer minWidth={560} type="native" pos="relative">
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading, index) => (
              <Table.Th key={heading} scope="col" {...(index === 0 ? { w: '44%' } : {})}>
                {heading}
              </Table.Th>
            ))}
            <Table.Th scope="col" w={mayChange ? 110 : 44}>
              <VisuallyHidden>{texts.actions}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} mayChange={mayChange} onOpen={onOpen} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

interface LineProps {
  readonly row: AppointmentEntry;
  readonly mayChange: boolean;
  readonly onOpen: (open: Open) => void;
}

const Line = ({ row, mayChange, onOpen }: LineProps) => {
  const texts = useMessages(roleMessages).appointments;
  const format = useFormat();
  const { slug } = useOrganization();
  return (
    <Table.Tr {...(row.state === 'ended' ? { c: 'dimmed' } : {})}>
      <Table.Td>
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link to="/o/$slug/people/$personId" params={{ slug, personId: row.personId }} {...props} />
          )}
        >
          {row.personName}
        </Anchor>{' '}
        <EngagementBadge state="active" awayUntil={row.awayUntil} size="xs" />
        {[...(row.appointedBy === null ? [] : [texts.by(row.appointedBy)]), ...(row.note === '' ? [] : [row.note])].map(
          (line) => (
            <Text key={line} size="xs" c="dimmed">
              {line}
            </Text>
          ),
        )}
        <ApprovalState row={row} />
        <ApproveActions row={row} />
      </Table.Td>
      <Table.Td>{texts.capacities[row.capacity]}</Table.Td>
      <Table.Td className={classes.day}>{format.date(row.from)}</Table.Td>
      <Table.Td className={classes.day}>{row.to !== null && format.date(lastDayOf(row.to))}</Table.Td>
      <Table.Td>{row.hoursPerWeek !== null && format.number(row.hoursPerWeek)}</Table.Td>
      <Table.Td>
        <Group gap={2} wrap="nowrap">
          <LetterMenu row={row} />
          {mayChange && (
            <ActionIcon aria-label={texts.edit(row.personName)} onClick={() => onOpen({ what: 'edit', row })}>
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
          )}
          {mayChange && row.state !== 'ended' && (
            <ActionIcon aria-label={texts.end(row.personName)} onClick={() => onOpen({ what: 'end', row })}>
              <IconUserMinus size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};
