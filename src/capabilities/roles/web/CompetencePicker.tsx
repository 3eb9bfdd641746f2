import { ActionIcon, Group, Input, Select, Stack, Switch, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { levelIn, levels } from '../../../kernel/level.ts';
import { competenceFrameworkRoutes } from '../../competence/framework-contract.ts';
import type { ChoosableCompetence } from '../../competence/framework-list.ts';
import { groupedCompetences } from '../../competence/web/grouped-competences.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import type { Role } from '../model.ts';
import { roleMessages } from './messages.ts';
import classes from './role-form.module.css';

type Wanted = Role['competences'][number];

interface CompetencePickerProps {
  readonly value: Role['competences'];
  readonly error: string | undefined;
  /** Shows what stands there and lets nothing be changed. */
  readonly readOnly?: boolean;
  readonly onChange: (value: Role['competences']) => void;
}

const LEVEL_TO_BEGIN_WITH = levels[3];

/** Which competences a role takes, to what level, and whether each is required or only desirable. */
export function CompetencePicker({ value, error, readOnly = false, onChange }: CompetencePickerProps): JSX.Element {
  const texts = useMessages(roleMessages).form;
  const { data: competences = [] } = useRead(competenceFrameworkRoutes.competences);
  const known = new Map(competences.map((one) => [one.key, one]));
  const there = new Set(value.map(({ competence }) => competence));
  return (
    <Input.Wrapper label={texts.competences} description={texts.competencesHint} error={error} labelElement="div">
      <Stack gap={6} mt={6}>
        {value.map((one) => (
          <Line
            key={one.competence}
            wanted={one}
            known={known.get(one.competence)}
            readOnly={readOnly}
            onChange={(patch) =>
              onChange(value.map((other) => (other.competence === one.competence ? { ...other, ...patch } : other)))
            }
            onRemove={() => onChange(value.filter((other) => other.competence !== one.competence))}
          />
        ))}
        {!readOnly && (
          <Select
            aria-label={texts.addCompetence}
            placeholder={texts.addCompetence}
            searchable
            // A list to add from: it holds no choice of its own.
            value={null}
            data={groupedCompetences(competences, texts.competenceSources, there)}
            // Frameworks of others hold a thousand statements: the search finds them.
            limit={80}
            maxDropdownHeight={280}
            renderOption={({ option }) => (
              <span>
                {option.label}
                <br />
                <small>{known.get(option.value)?.description}</small>
              </span>
            )}
            onChange={(competence) => {
              if (competence !== null) onChange([...value, { competence, level: LEVEL_TO_BEGIN_WITH, required: true }]);
            }}
          />
        )}
      </Stack>
    </Input.Wrapper>
  );
}

interface LineProps {
  readonly wanted: Wanted;
  readonly known: ChoosableCompetence | undefined;
  readonly readOnly: boolean;
  readonly onChange: (patch: Partial<Wanted>) => void;
  readonly onRemove: () => void;
}

const Line = ({ wanted, known, readOnly, onChange, onRemove }: LineProps) => {
  const all = useMessages(roleMessages);
  const texts = all.form;
  const name = known?.name ?? wanted.competence;
  const meaningOf = (level: number | string): string | undefined =>
    known?.levels.find((own) => String(own.level) === String(level))?.meaning ??
    competenceLevels.find((step) => String(step.level) === String(level))?.meaning;
  return (
    <div className={classes.competence} role="group" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" title={known?.description}>
          {name}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Switch
            size="xs"
            label={texts.required}
            checked={wanted.required}
            disabled={readOnly}
            onChange={(event) => onChange({ required: event.currentTarget.checked })}
          />
          {!readOnly && (
            <ActionIcon aria-label={texts.removeCompetence(name)} onClick={onRemove}>
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Group>
      <Select
        size="xs"
        readOnly={readOnly}
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
            <small>{meaningOf(option.value)}</small>
          </span>
        )}
        value={String(wanted.level)}
        description={meaningOf(wanted.level)}
        inputWrapperOrder={['input', 'description']}
        onChange={(level) => onChange({ level: levelIn(level ?? '') ?? wanted.level })}
      />
    </div>
  );
};
