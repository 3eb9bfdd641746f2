import { ActionIcon, Button, Fieldset, Group, Radio, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { QuestionDraft } from './campaign-draft.ts';
import { awarenessMessages } from './messages.ts';

const MOST_OPTIONS = 6;

interface QuestionFieldsProps {
  readonly number: number;
  readonly value: QuestionDraft;
  readonly error: string | undefined;
  readonly onChange: (value: QuestionDraft) => void;
  readonly onRemove: () => void;
}

/** One question with its answers, one of which is right. */
export function QuestionFields({ number, value, error, onChange, onRemove }: QuestionFieldsProps): JSX.Element {
  const texts = useMessages(awarenessMessages).form;
  const { question, options, answer } = value;
  const without = (at: number): void =>
    onChange({
      ...value,
      options: options.filter((_, index) => index !== at),
      answer: answer === null || answer === at ? null : answer > at ? answer - 1 : answer,
    });
  return (
    <Fieldset legend={texts.question(number)} p="sm">
      <Stack gap="xs">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            flex={1}
            aria-label={texts.question(number)}
            value={question}
            error={error}
            onChange={(event) => onChange({ ...value, question: event.currentTarget.value })}
          />
          <ActionIcon variant="subtle" aria-label={texts.removeQuestion(number)} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
        <Radio.Group
          label={texts.rightHint}
          aria-label={texts.rightOf(number)}
          value={answer === null ? null : String(answer)}
          onChange={(chosen) => onChange({ ...value, answer: Number(chosen) })}
        >
          <Stack gap={6}>
            {options.map((option, at) => (
              <Group key={at} gap="xs" wrap="nowrap">
                <Radio value={String(at)} aria-label={`${texts.option(at + 1)}: ${texts.right}`} />
                <TextInput
                  flex={1}
                  size="xs"
                  aria-label={texts.option(at + 1)}
                  value={option}
                  onChange={(event) =>
                    onChange({
                      ...value,
                      options: options.map((one, index) => (index === at ? event.currentTarget.value : one)),
                    })
                  }
                />
                <ActionIcon
                  variant="subtle"
                  disabled={options.length <= 2}
                  aria-label={texts.removeOption(at + 1)}
                  onClick={() => without(at)}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              </Group>
            ))}
          </Stack>
        </Radio.Group>
        {options.length < MOST_OPTIONS && (
          <Button
            size="compact-xs"
            variant="subtle"
            w="fit-content"
            leftSection={<IconPlus size={13} aria-hidden />}
            onClick={() => onChange({ ...value, options: [...options, ''] })}
          >
            {texts.addOption}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}
