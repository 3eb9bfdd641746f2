import { Group, Select, Textarea, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { oneOf } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { PersonPicker } from '../../people/web/PersonPicker.tsx';
import { actionStates } from '../model.ts';
import type { ActionDraft } from './action-draft.ts';
import { actionMessages } from './action-messages.ts';

interface ActionFormProps {
  readonly draft: ActionDraft;
  readonly errors: Readonly<Record<string, string>>;
  /** Several are added at once, each with a title of its own. */
  readonly many: boolean;
  readonly isNew: boolean;
  readonly onChange: (patch: Partial<ActionDraft>) => void;
}

export function ActionForm({ draft, errors, many, isNew, onChange }: ActionFormProps): JSX.Element {
  const all = useMessages(actionMessages);
  const texts = all.dialog;
  return (
    <>
      {!many && (
        <>
          <TextInput
            label={texts.title}
            required
            data-autofocus
            value={draft.title}
            error={errors['title']}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
          <Textarea
            label={texts.description}
            autosize
            minRows={2}
            maxRows={10}
            value={draft.description}
            error={errors['description']}
            onChange={(event) => onChange({ description: event.currentTarget.value })}
          />
        </>
      )}
      <PersonPicker
        label={texts.owner}
        required
        value={draft.owner}
        error={errors['ownerId']}
        onChange={(owner) => onChange({ owner })}
      />
      <Group grow align="flex-start" gap="sm">
        <TextInput
          type="date"
          required
          label={texts.due}
          value={draft.due}
          error={errors['due']}
          onChange={(event) => onChange({ due: event.currentTarget.value })}
        />
        {!isNew && (
          <Select
            label={texts.state}
            allowDeselect={false}
            data={actionStates.map((value) => ({ value, label: all.states[value] }))}
            value={draft.state}
            error={errors['state']}
            onChange={(value) => onChange({ state: oneOf(actionStates, value ?? undefined) ?? draft.state })}
          />
        )}
        {!many && (
          <TextInput
            label={texts.requirement}
            description={texts.requirementHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft.requirementId}
            error={errors['requirementId']}
            onChange={(event) => onChange({ requirementId: event.currentTarget.value })}
          />
        )}
      </Group>
    </>
  );
}
