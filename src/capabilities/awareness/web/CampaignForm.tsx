import { Checkbox, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { awarenessTopics } from '../model.ts';
import { AudienceFields } from '../../training/web/AudienceFields.tsx';
import type { CampaignDraft } from './campaign-draft.ts';
import { DocumentField } from './DocumentField.tsx';
import { awarenessMessages } from './messages.ts';

export interface CampaignFieldsProps {
  readonly draft: CampaignDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (patch: Partial<CampaignDraft>) => void;
}

/** What people read, who they are, and when. `frozen`: somebody has acknowledged it, so its content stays. */
export function CampaignForm({
  draft,
  errors,
  frozen,
  onChange: set,
}: CampaignFieldsProps & { readonly frozen: boolean }): JSX.Element {
  const all = useMessages(awarenessMessages);
  const texts = all.form;
  return (
    <>
      <TextInput
        label={texts.title}
        required
        disabled={frozen}
        value={draft.title}
        error={errors['title']}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={texts.message}
        description={texts.messageHint}
        autosize
        minRows={5}
        maxRows={16}
        disabled={frozen}
        value={draft.message}
        error={errors['message']}
        onChange={(event) => set({ message: event.currentTarget.value })}
      />
      <TextInput
        type="url"
        label={texts.link}
        placeholder="https://"
        disabled={frozen}
        value={draft.link}
        error={errors['link']}
        onChange={(event) => set({ link: event.currentTarget.value })}
      />
      <DocumentField
        value={draft.evidenceId}
        error={errors['evidenceId']}
        frozen={frozen}
        onChange={(evidenceId) => set({ evidenceId })}
      />
      <Checkbox.Group
        label={texts.topics}
        value={[...draft.topics]}
        error={errors['topics']}
        onChange={(topics) => set({ topics: topics })}
      >
        <Stack gap={6} mt={6}>
          {awarenessTopics.map((topic) => (
            <Checkbox key={topic} value={topic} label={all.topics[topic]} disabled={frozen} />
          ))}
        </Stack>
      </Checkbox.Group>
      <AudienceFields value={draft.audience} error={errors['audience']} onChange={(audience) => set({ audience })} />
      <Group grow align="flex-start" gap="sm">
        <TextInput
          type="date"
          required
          label={texts.from}
          value={draft.from}
          error={errors['from']}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          required
          label={texts.due}
          value={draft.due}
          error={errors['due']}
          onChange={(event) => set({ due: event.currentTarget.value })}
        />
      </Group>
      <Group grow align="flex-start" gap="sm">
        <NumberInput
          label={texts.remindDays}
          description={texts.remindHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1}
          max={90}
          value={draft.remindDays}
          error={errors['remindDays']}
          onChange={(value) => set({ remindDays: String(value) })}
        />
        <NumberInput
          label={texts.repeatMonths}
          min={1}
          max={600}
          value={draft.repeatMonths}
          error={errors['repeatMonths']}
          onChange={(value) => set({ repeatMonths: String(value) })}
        />
      </Group>
    </>
  );
}
