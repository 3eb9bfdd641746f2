import { Group, Input, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { appointmentCapacities } from '../model.ts';
import type { AppointmentDraft } from './appointment-draft.ts';
import { roleMessages } from './messages.ts';

/** The fields at which this form shows what is wrong with them. */
export const appointmentFormFields = ['personId', 'capacity', 'from', 'to', 'hoursPerWeek', 'appointedBy', 'note'];

interface AppointmentFormProps {
  readonly draft: AppointmentDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (patch: Partial<AppointmentDraft>) => void;
}

const hintBelow = ['label', 'input', 'description', 'error'] as const;

export function AppointmentForm({ draft, errors, onChange }: AppointmentFormProps): JSX.Element {
  const all = useMessages(roleMessages);
  const texts = all.appoint;
  return (
    <>
      <Input.Wrapper label={texts.capacity} description={texts.capacityHint} error={errors['capacity']}>
        <SegmentedControl
          fullWidth
          mt={4}
          aria-label={texts.capacity}
          data={appointmentCapacities.map((value) => ({ value, label: all.appointments.capacities[value] }))}
          value={draft.capacity}
          onChange={(capacity) => onChange({ capacity: capacity === 'deputy' ? 'deputy' : 'holder' })}
        />
      </Input.Wrapper>
      <Group grow align="flex-start" gap="sm">
        <TextInput
          type="date"
          required
          label={texts.from}
          value={draft.from}
          error={errors['from']}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={texts.to}
          description={texts.toHint}
          inputWrapperOrder={[...hintBelow]}
          value={draft.to}
          error={errors['to']}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </Group>
      <NumberInput
        label={texts.hours}
        description={texts.hoursHint}
        inputWrapperOrder={[...hintBelow]}
        min={0}
        max={168}
        decimalScale={2}
        value={draft.hoursPerWeek}
        error={errors['hoursPerWeek']}
        onChange={(hoursPerWeek) => onChange({ hoursPerWeek })}
      />
      <TextInput
        label={texts.by}
        value={draft.appointedBy}
        error={errors['appointedBy']}
        onChange={(event) => onChange({ appointedBy: event.currentTarget.value })}
      />
      <Textarea
        label={texts.note}
        autosize
        minRows={2}
        value={draft.note}
        error={errors['note']}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}
