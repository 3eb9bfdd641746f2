import { Group, NativeSelect, Text } from '@mantine/core';
import type { JSX } from 'react';
import { competenceLevels } from '../../../domain/competence.ts';
import { levelIn } from '../../../kernel/level.ts';
import { oneOf } from '../../../web/address.ts';
import { useMessages } from '../../../web/message.ts';
import { effectMethods } from '../effect.ts';
import { trainingMessages } from './messages.ts';

export type Method = (typeof effectMethods)[number];

/** Says that no level was judged; empty, nobody said yet. */
export const notJudged = 'none';

interface JudgedLevelProps {
  readonly competenceName: string;
  /** The level that the training is for. */
  readonly wanted: number | null;
  readonly level: string;
  readonly method: Method | null;
  /** Whether what is missing is told. */
  readonly isSent: boolean;
  readonly onLevel: (level: string) => void;
  readonly onMethod: (method: Method | null) => void;
}

/** The level that the check of an effect showed, how it was judged, and whether the gap closes by it. */
export function JudgedLevel(props: JudgedLevelProps): JSX.Element {
  const { competenceName, wanted, level, method, isSent, onLevel, onMethod } = props;
  const texts = useMessages(trainingMessages).effect;
  const shown = levelIn(level);
  return (
    <>
      <Group grow align="flex-start" gap="sm">
        <NativeSelect
          label={texts.judge(competenceName)}
          required
          error={isSent && level === '' ? texts.needed.level : undefined}
          data={[
            { value: '', label: texts.choose },
            { value: notJudged, label: texts.noJudge },
            ...competenceLevels.map((one) => ({ value: String(one.level), label: `${one.level} ${one.name}` })),
          ]}
          value={level}
          onChange={(event) => onLevel(event.currentTarget.value)}
        />
        <NativeSelect
          label={texts.judgedBy}
          required={shown !== null}
          disabled={level === notJudged}
          error={isSent && shown !== null && method === null ? texts.needed.method : undefined}
          data={[
            { value: '', label: texts.choose },
            ...effectMethods.map((value) => ({ value, label: texts.methods[value] })),
          ]}
          value={method ?? ''}
          onChange={(event) => onMethod(oneOf(effectMethods, event.currentTarget.value) ?? null)}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {level !== '' && (shown !== null && wanted !== null && shown >= wanted ? texts.closes : texts.stays)}
      </Text>
    </>
  );
}
