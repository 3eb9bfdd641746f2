import { ActionIcon, Group, Input, Select, Stack, Switch, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { JSX } from 'react';
import {
  competenceGroups,
  competenceLevels,
  competenceTemplates,
  findCompetenceTemplate,
} from '../../../domain/competence.ts';
import { levelIn, levels } from '../../../kernel/level.ts';
import { useMessages } from '../../../web/message.ts';
import type { Role } from '../model.ts';
import { roleMessages } from './messages.ts';
import classes from './role-form.module.css';

type Wanted = Role['competences'][number];

interface CompetencePickerProps {
  readonly value: Role['competences'];
  readonly error: string | undefined;
  readonly onChange: (value: Role['competences']) => void;
}

const LEVEL_TO_BEGIN_WITH = levels[3];

/** Which competences a role takes, to what level, and whether each is required or only desirable. */
export function CompetencePicker({ value, error, onChange }: CompetencePickerProps): JSX.Element {
  const texts = useMessages(roleMessages).form;
  const there = new Set(value.map(({ competence }) => competence));
  const groups = competenceGroups
    .map(({ id, name }) => ({
      group: name,
      items: competenceTemplates
        .filter((one) => one.group === id && !there.has(one.id))
        .map((one) => ({ value: one.id, label: one.name })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <Input.Wrapper label={texts.competences} description={texts.competencesHint} error={error} labelElement="div">
      <Stack gap={6} mt={6}>
        {value.map((one) => (
          <Line
            key={one.competence}
            wanted={one}
            onChange={(patch) =>
              onChange(value.map((other) => (other.competence === one.competence ? { ...other, ...patch } : other)))
            }
            onRemove={() => onChange(value.filter((other) => other.competence !== one.competence))}
          />
        ))}
        <Select
          aria-label={texts.addCompetence}
          placeholder={texts.addCompetence}
          searchable
          // A list to add from: it holds no choice of its own.
          value={null}
          data={groups}
          maxDropdownHeight={280}
          renderOption={({ option }) => (
            <span>
              {option.label}
              <br />
              <small>{findCompetenceTemplate(option.value)?.description}</small>
            </span>
          )}
          onChange={(competence) => {
            if (competence !== null) onChange([...value, { competence, level: LEVEL_TO_BEGIN_WITH, required: true }]);
          }}
        />
      </Stack>
    </Input.Wrapper>
  );
}

interface LineProps {
  readonly wanted: Wanted;
  readonly onChange: (patch: Partial<Wanted>) => void;
  readonly onRemove: () => void;
}

const Line = ({ wanted, onChange, onRemove }: LineProps) => {
  const all = useMessages(roleMessages);
  const texts = all.form;
  const template = findCompetenceTemplate(wanted.competence);
  const name = template?.name ?? wanted.competence;
  return (
    <div className={classes.competence} role="group" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" title={template?.description}>
          {name}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Switch
            size="xs"
            label={texts.required}
            checked={wanted.required}
            onChange={(event) => onChange({ required: event.currentTarget.checked })}
          />
          <ActionIcon aria-label={texts.removeCompetence(name)} onClick={onRemove}>
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Select
        size="xs"
        aria-label={texts.levelOf(name)}
        allowDeselect={false}
        data={competenceLevels.map(({ level, name: word }) => ({
          value: String(level),
          label: all.role.level(level, word),
        }))}
        renderOption={({ option }) => (
          <span>
            {option.label}
            <br />
            <small>{competenceLevels.find(({ level }) => String(level) === option.value)?.meaning}</small>
          </span>
        )}
        value={String(wanted.level)}
        description={competenceLevels.find(({ level }) => level === wanted.level)?.meaning}
        inputWrapperOrder={['input', 'description']}
        onChange={(level) => onChange({ level: levelIn(level ?? '') ?? wanted.level })}
      />
    </div>
  );
};
