import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../../web/message.ts';
import { useRead, useSteps } from '../../../../web/organization-data.ts';
import { useOrganization } from '../../../../web/organization.ts';
import { fieldErrorsOf } from '../../../../web/problem.ts';
import { today } from '../../../../web/today.ts';
import type { PersonWay, WaysOut } from '../../../competence/way-out.ts';
import { roleRoutes } from '../../../roles/contract.ts';
import { FixFrame } from './FixFrame.tsx';
import { wayOutMessages } from './way-out-messages.ts';

/** Appoints who takes a role over, and ends the present appointments of who had it, from the same day. */
export function TakeOverForm({
  ways,
  way,
  onBack,
  onDone,
}: {
  readonly ways: WaysOut;
  readonly way: PersonWay;
  readonly onBack: () => void;
  readonly onDone: () => void;
}): JSX.Element {
  const text = useMessages(wayOutMessages);
  const { userName } = useOrganization();
  const { role, person, hoursNeeded } = ways;
  const [from, setFrom] = useState<string>(today());
  const [hours, setHours] = useState<number | string>(hoursNeeded ?? '');
  const appointments = useRead(roleRoutes.appointments, { query: {} });
  const present = (appointments.data ?? []).filter(
    (one) => one.personId === person.personId && one.roleId === role?.roleId && (one.to === null || one.to > from),
  );
  const steps = useSteps<string>(async (roleId, write) => {
    await write(roleRoutes.appoint, {
      body: {
        personId: way.personId,
        roleId,
        capacity: present[0]?.capacity ?? 'holder',
        from,
        to: null,
        hoursPerWeek: typeof hours === 'number' ? hours : null,
        appointedBy: userName,
        note: '',
      },
    });
    for (const { id, version } of present)
      await write(roleRoutes.updateAppointment, { path: { appointmentId: id }, version, body: { to: from } });
  });
  const errors = fieldErrorsOf(steps.error);
  const roleName = role?.name ?? '';
  const submit = (): void => {
    if (role === null) return;
    steps.mutate(role.roleId, {
      onSuccess: () => {
        notifications.show({ message: text.done(way.name, roleName), color: 'teal' });
        onDone();
      },
    });
  };
  return (
    <FixFrame
      action={text.carryOut}
      pending={steps.isPending}
      disabled={role === null || !appointments.isSuccess}
      error={steps.error ?? appointments.error}
      fields={['from', 'hoursPerWeek']}
      onSubmit={submit}
    >
      <Text size="sm">{text.takeOverTitle(way.name, roleName, person.name)}</Text>
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label={text.from}
          required
          value={from}
          error={errors['from']}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NumberInput
          label={text.weekly}
          min={0}
          max={168}
          decimalScale={2}
          value={hours}
          onChange={setHours}
          error={errors['hoursPerWeek']}
        />
      </Group>
      <Group>
        <Button variant="subtle" size="compact-sm" onClick={onBack}>
          {text.back}
        </Button>
      </Group>
    </FixFrame>
  );
}
