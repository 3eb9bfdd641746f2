import { Button, NumberInput, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { blankQuestion } from './campaign-draft.ts';
import type { CampaignFieldsProps } from './CampaignForm.tsx';
import { awarenessMessages } from './messages.ts';
import { QuestionFields } from './QuestionFields.tsx';

/** The questions of a campaign, and how many right answers pass. */
export function QuestionList({ draft, errors, onChange: set }: CampaignFieldsProps): JSX.Element {
  const texts = useMessages(awarenessMessages).form;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {texts.questions}
      </Text>
      <Text size="xs" c="dimmed">
        {texts.questionsHint}
      </Text>
      {draft.questions.map((question, at) => (
        <QuestionFields
          key={`${at} of ${draft.questions.length}`}
          number={at + 1}
          value={question}
          error={Object.entries(errors).find(([path]) => path.startsWith(`questions.${at}`))?.[1]}
          onChange={(changed) =>
            set({ questions: draft.questions.map((one, index) => (index === at ? changed : one)) })
          }
          onRemove={() => set({ questions: draft.questions.filter((_, index) => index !== at) })}
        />
      ))}
      <Button
        size="compact-sm"
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => set({ questions: [...draft.questions, blankQuestion] })}
      >
        {texts.addQuestion}
      </Button>
      {draft.questions.length > 0 && (
        <NumberInput
          label={texts.pass}
          min={0}
          max={100}
          maw={280}
          value={draft.pass}
          error={errors['passShare']}
          onChange={(value) => set({ pass: String(value) })}
        />
      )}
    </Stack>
  );
}
