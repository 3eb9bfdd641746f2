import { ActionIcon, Group, Input, NativeSelect, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { levelIn, levels } from '../../../kernel/level.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import { competenceFrameworkRoutes } from '../../competence/framework-contract.ts';
import type { MeasureFields } from '../model.ts';
import { measureMessages } from './measure-messages.ts';

interface MeasureCompetencesProps {
  readonly value: MeasureFields['competences'];
  readonly error: string | undefined;
  readonly onChange: (value: MeasureFields['competences']) => void;
}

const FIRST_LEVEL = levels[2];

/** What somebody can do after a measure, to what level. */
export function MeasureCompetences({ value, error, onChange }: MeasureCompetencesProps): JSX.Element {
  const texts = useMessages(measureMessages).form;
  const read = useRead(competenceFrameworkRoutes.competences);
  const known = read.data ?? [];
  const there = new Set(value.map(({ competence }) => competence));
  const offered = known.filter(({ key, retired }) => !retired && !there.has(key));
  const groups = Map.groupBy(offered, ({ group, framework }) => group ?? framework ?? '');
  const nameOf = (key: string): string => known.find((one) => one.key === key)?.name ?? key;
  return (
    <Input.Wrapper label={texts.competences} error={error} labelElement="div">
      <Stack gap={6} mt={4}>
        {value.map(({ competence, level }) => (
          <Group key={competence} gap="xs" wrap="nowrap">
            <Text size="sm" flex={1}>
              {nameOf(competence)}
            </Text>
            <NativeSelect
              size="xs"
              aria-label={texts.levelOf(nameOf(competence))}
              data={competenceLevels.map((one) => ({ value: String(one.level), label: `${one.level} ${one.name}` }))}
              value={String(level)}
              onChange={(event) => {
                const chosen = levelIn(event.currentTarget.value) ?? level;
                onChange(value.map((one) => (one.competence === competence ? { competence, level: chosen } : one)));
              }}
            />
            <ActionIcon
              aria-label={texts.remove(nameOf(competence))}
              onClick={() => onChange(value.filter((one) => one.competence !== competence))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Select
          aria-label={texts.addCompetence}
          placeholder={texts.addCompetence}
          searchable
          // A list to add from: it holds no choice of its own.
          value={null}
          data={[...groups].map(([group, some]) => ({
            group,
            items: some.map(({ key, name }) => ({ value: key, label: name })),
          }))}
          limit={200}
          onChange={(competence) => {
            if (competence !== null) onChange([...value, { competence, level: FIRST_LEVEL }]);
          }}
        />
      </Stack>
    </Input.Wrapper>
  );
}
