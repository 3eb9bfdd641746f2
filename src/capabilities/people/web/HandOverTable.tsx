import { Anchor, Table } from '@mantine/core';
import { IconAlertTriangle, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { LeaverAppointment, LeaverImpact } from '../../assessment/leaver.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { HandOver } from './hand-over.ts';
import { leaverMessages } from './leaver-messages.ts';
import { peopleMessages } from './messages.ts';
import classes from './person.module.css';
import { PersonPicker, type PickedPerson } from './PersonPicker.tsx';

interface HandOverTableProps {
  readonly impact: LeaverImpact;
  readonly handOver: HandOver;
  readonly onChoose: (appointmentId: string, person: PickedPerson | null) => void;
}

export function HandOverTable({ impact, handOver, onChoose }: HandOverTableProps): JSX.Element {
  const texts = useMessages(leaverMessages);
  return (
    <Table.ScrollContainer minWidth={720} type="native" pos="relative">
      <Table aria-label={texts.roles} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {[texts.role, texts.since, texts.carries, '', texts.successor].map((label) =>
              label === '' ? (
                <Table.Td key="state" />
              ) : (
                <Table.Th key={label} scope="col">
                  {label}
                </Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {impact.appointments.map((line) => (
            <Line
              key={line.appointment.id}
              line={line}
              leaver={impact.person.id}
              successor={handOver.successors.get(line.appointment.id) ?? null}
              onChoose={(person) => onChoose(line.appointment.id, person)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface LineProps {
  readonly line: LeaverAppointment;
  readonly leaver: string;
  readonly successor: PickedPerson | null;
  readonly onChoose: (person: PickedPerson | null) => void;
}

const Line = ({ line, leaver, successor, onChoose }: LineProps) => {
  const texts = useMessages(leaverMessages);
  const people = useMessages(peopleMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const { appointment, role } = line;
  const name = appointment.capacity === 'deputy' ? people.deputyOf(role.name) : role.name;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId: role.id }} {...props} />}
        >
          {name}
        </Anchor>
      </Table.Td>
      <Table.Td>{format.date(appointment.from)}</Table.Td>
      <Table.Td>{texts.requirements(line.requirements.length)}</Table.Td>
      <Table.Td>
        <span className={classes.fate} data-orphaned={(line.orphaned && successor === null) || undefined}>
          {line.orphaned && successor === null ? (
            <IconAlertTriangle size={14} aria-hidden />
          ) : (
            <IconUsers size={14} aria-hidden />
          )}
          {line.orphaned ? (successor?.name ?? texts.orphaned) : texts.keeps}
        </span>
      </Table.Td>
      <Table.Td>
        <PersonPicker
          label={null}
          spoken={texts.successorOf(name)}
          placeholder={texts.justEnds}
          value={successor}
          without={leaver}
          suggested={line.successors.map((one) => ({ id: one.personId, name: one.label, reason: one.reason }))}
          onChange={onChoose}
        />
      </Table.Td>
    </Table.Tr>
  );
};
