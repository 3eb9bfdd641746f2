import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { levelIn, type Level } from '../../../kernel/level.ts';
import { useMessages } from '../../../web/message.ts';
import { frameworkMessages } from './framework-messages.ts';
import { workRoleMessages } from './work-role-messages.ts';

interface LevelChoiceProps {
  readonly level: Level;
  readonly onLevel: (level: Level) => void;
  readonly required: boolean;
  readonly onRequired: (required: boolean) => void;
}

/** The level and weight for what a framework names without one. */
export function LevelChoice({ level, onLevel, required, onRequired }: LevelChoiceProps): JSX.Element {
  const texts = useMessages(workRoleMessages);
  const all = useMessages(frameworkMessages);
  return (
    <Group gap="lg" align="flex-end">
      <Select
        label={texts.levelForAll}
        allowDeselect={false}
        data={competenceLevels.map((step) => ({ value: String(step.level), label: all.level(step.level, step.name) }))}
        value={String(level)}
        onChange={(value) => onLevel(levelIn(value ?? '') ?? level)}
      />
      <Checkbox
        mb={8}
        label={texts.must}
        checked={required}
        onChange={(event) => onRequired(event.currentTarget.checked)}
      />
    </Group>
  );
}

interface FillingChoicesProps {
  readonly title: string;
  readonly items: readonly { readonly key: string; readonly label: string }[];
  /** Keys of those not taken. */
  readonly left: ReadonlySet<string>;
  readonly onSet: (keys: readonly string[], on: boolean) => void;
}

/** Things to take or leave, with all and none. */
export function FillingChoices({ title, items, left, onSet }: FillingChoicesProps): JSX.Element | null {
  const texts = useMessages(workRoleMessages);
  if (items.length === 0) return null;
  const keys = items.map(({ key }) => key);
  return (
    <Stack gap={6} mb="md" role="group" aria-label={title}>
      <Group gap="xs">
        <Text fw={600} size="sm">
          {title}
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => onSet(keys, true)}>
          {texts.all}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onSet(keys, false)}>
          {texts.none}
        </Button>
      </Group>
      {items.map(({ key, label }) => (
        <Checkbox
          key={key}
          size="xs"
          label={label}
          checked={!left.has(key)}
          onChange={(event) => onSet([key], event.currentTarget.checked)}
        />
      ))}
    </Stack>
  );
}
