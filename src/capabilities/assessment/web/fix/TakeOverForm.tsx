import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../../web/message.ts';
import { useRead, useWrite } from '../../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../../web/problem.ts';
import { today } from '../../../../web/today.ts';
import type { PersonWay, WaysOut } from '../../../competence/way-out.ts';
import { roleRoutes } from '../../../roles/contract.ts';
import { FixFrame } from './FixFrame.tsx';
import { wayOutMessages } from './way-out-messages.ts';

/** Appoints who takes a role over, and ends the present appointments of who had it, from the same day: one change. */
export function TakeOverForm({
  ways,
  way,
  onBack,
  onDone,
}: {
  readonly ways: Pick<WaysOut, 'role' | 'person' | 'hoursNeeded'>;
  readonly way: PersonWay;
  readonly onBack: () => void;
  readonly onDone: () => void;
}): JSX.Element {
  const text = useMessages(wayOutMessages);
  const { role, person, hoursNeeded } = ways;
  const [from, setFrom] = useState<string>(today());
  const [hours, setHours] = useState<number | string>(hoursNeeded ?? '');
  const appointments = useRead(roleRoutes.appointments, { query: {} });
  const present = (appointments.data ?? []).filter(
    (one) => one.personId === person.personId && one.roleId === role?.roleId && (one.to === null || one.to > from),
  );
  const takeOver = useWrite(roleRoutes.takeOver);
  const errors = fieldErrorsOf(takeOver.error);
  const roleName = role?.name ?? '';
  const submit = (): void =>
    takeOver.mutate(
      {
        body: {
          // The hours are those of the first appointment; further ones keep theirs.
          appointments: present.map(({ id, version, hoursPerWeek }, at) => ({
            id,
            version,
            hoursPerWeek: at > 0 ? hoursPerWeek : typeof hours === 'number' ? hours : null,
          })),
          personId: way.personId,
          from,
        },
      },
      {
        onSuccess: () => {
          notifications.show({ message: text.done(way.name, roleName), color: 'teal' });
          onDone();
        },
      },
    );
  return (
    <FixFrame
      action={text.carryOut}
      pending={takeOver.isPending}
      disabled={present.length === 0}
      error={takeOver.error ?? appointments.error}
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
