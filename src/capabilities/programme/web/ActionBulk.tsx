import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useState, type JSX } from 'react';
import { isPlainDate, type PlainDate } from '../../../kernel/date.ts';
import type { PersonId } from '../../../kernel/id.ts';
import { oneOf } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { PersonPicker, type PickedPerson } from '../../people/web/PersonPicker.tsx';
import { actionStates, type ActionState } from '../model.ts';
import { actionMessages } from './action-messages.ts';

/** What is set in all chosen actions alike. */
export interface ActionPatch {
  readonly state?: ActionState;
  readonly ownerId?: PersonId;
  readonly due?: PlainDate;
}

interface ActionBulkProps {
  readonly count: number;
  readonly isPending: boolean;
  readonly onApply: (patch: ActionPatch) => void;
}

/** Sets state, owner or date of many actions in one change. */
export function ActionBulk({ count, isPending, onApply }: ActionBulkProps): JSX.Element {
  const texts = useMessages(actionMessages);
  const [state, setState] = useState<ActionState | null>(null);
  const [owner, setOwner] = useState<PickedPerson | null>(null);
  const [due, setDue] = useState('');
  const patch: ActionPatch = {
    ...(state === null ? {} : { state }),
    ...(owner === null ? {} : { ownerId: owner.id as PersonId }),
    ...(isPlainDate(due) ? { due } : {}),
  };
  return (
    <Group gap="xs" role="group" aria-label={texts.chosen(count)}>
      <Text size="sm" role="status">
        {texts.chosen(count)}
      </Text>
      <Select
        w={140}
        aria-label={texts.setState}
        placeholder={texts.setState}
        data={actionStates.map((value) => ({ value, label: texts.states[value] }))}
        value={state}
        onChange={(value) => setState(oneOf(actionStates, value ?? undefined) ?? null)}
      />
      <PersonPicker
        label={null}
        spoken={texts.setOwner}
        placeholder={texts.setOwner}
        value={owner}
        onChange={setOwner}
      />
      <TextInput
        type="date"
        aria-label={texts.setDue}
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <Button disabled={Object.keys(patch).length === 0} loading={isPending} onClick={() => onApply(patch)}>
        {texts.apply}
      </Button>
    </Group>
  );
}
