import { Group, NativeSelect, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useRead } from '../../../web/organization-data.ts';
import type { TrainingRow } from '../contract.ts';
import { byPrice } from '../measure-choice.ts';
import { measureRoutes } from '../measure-contract.ts';
import { trainingMessages } from './messages.ts';

interface NextMeasureProps {
  readonly row: TrainingRow;
  readonly value: string;
  readonly due: string;
  readonly error: string | undefined;
  readonly onChange: (measureId: string) => void;
  readonly onDue: (due: string) => void;
}

/** What is asked for next where a training did not do: other measures that reach the level first, the same one last. */
export function NextMeasure({ row, value, due, error, onChange, onDue }: NextMeasureProps): JSX.Element {
  const texts = useMessages(trainingMessages).effect;
  const measures = useRead(measureRoutes.measures);
  const { competence, level, measureId } = row;
  const offered = byPrice(
    (measures.data ?? []).filter(
      ({ withdrawn, competences }) =>
        !withdrawn &&
        competences.some((one) => one.competence === competence && (level === null || one.level >= level)),
    ),
  );
  const sorted = [...offered.filter(({ id }) => id !== measureId), ...offered.filter(({ id }) => id === measureId)];
  return (
    <Group grow align="flex-start" gap="sm">
      <NativeSelect
        label={texts.next}
        data={[{ value: '', label: texts.noNext }, ...sorted.map(({ id, name }) => ({ value: id, label: name }))]}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={texts.nextDue}
        disabled={value === ''}
        value={due}
        error={error}
        onChange={(event) => onDue(event.currentTarget.value)}
      />
    </Group>
  );
}
