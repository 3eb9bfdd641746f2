import { Button, Group, Modal, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { addDays } from '../../../kernel/date.ts';
import { levelIn } from '../../../kernel/level.ts';
import { oneOf } from '../../../web/address.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { PersonPicker, type PickedPerson } from '../../people/web/PersonPicker.tsx';
import { trainingRoutes, type TrainingRow } from '../contract.ts';
import { effectMethods } from '../effect.ts';
import { effectivenessResults } from '../model.ts';
import { JudgedLevel, type Method } from './JudgedLevel.tsx';
import { trainingMessages } from './messages.ts';
import { NextMeasure } from './NextMeasure.tsx';

type Result = (typeof effectivenessResults)[number];

const fields = ['on', 'judgement.reference', 'next.due'];

/** Records what the check of a training's effect found, the level that was shown, and what next. Nothing is said for who checks. */
export function EffectDialog({
  row,
  onClose,
}: {
  readonly row: TrainingRow;
  readonly onClose: () => void;
}): JSX.Element {
  const all = useMessages(trainingMessages);
  const texts = all.effect;
  const format = useFormat();
  const record = useWrite(trainingRoutes.recordEffect);
  const planned = row.effectiveness;
  const [result, setResult] = useState<Result | null>(null);
  const [on, setOn] = useState<string>(today());
  const [by, setBy] = useState<PickedPerson | null>(null);
  const [note, setNote] = useState('');
  const [level, setLevel] = useState('');
  // What was chosen beforehand is no guess.
  const [method, setMethod] = useState<Method | null>(oneOf(effectMethods, planned?.method) ?? null);
  const [reference, setReference] = useState('');
  const [next, setNext] = useState('');
  const [nextDue, setNextDue] = useState<string>(addDays(today(), 90));
  const [isSent, setSent] = useState(false);
  const errors = fieldErrorsOf(record.error);
  const shown = levelIn(level);
  const isJudged = row.competence !== null && shown !== null;
  const missing = {
    result: result === null,
    level: row.competence !== null && level === '',
    method: isJudged && method === null,
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setSent(true);
    if (result === null || missing.level || missing.method) return;
    const judgement =
      !isJudged || method === null
        ? null
        : { level: shown, method, reference: reference.trim() === '' ? null : reference };
    record.mutate(
      {
        path: { trainingId: row.id },
        version: row.version,
        body: {
          result,
          on,
          byId: by === null ? null : by.id,
          note,
          judgement,
          next: next === '' ? null : { measureId: next, due: nextDue },
        },
      },
      {
        onSuccess: () => {
          notifications.show({ message: texts.saved, color: 'teal' });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={texts.title(row.personName)}
      closeButtonProps={{ 'aria-label': all.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">
            {planned === null
              ? texts.hint
              : `${texts.method(all.methods[planned.method], format.date(planned.due))} ${texts.hint}`}
          </Text>
          {planned !== null && on < planned.due && <Text size="sm">{texts.early(format.date(planned.due))}</Text>}
          <ProblemAlert error={record.error} fields={fields} />
          <Radio.Group
            label={texts.result}
            required
            value={result}
            error={isSent && missing.result ? texts.needed.result : undefined}
            onChange={(value) => setResult(oneOf(effectivenessResults, value) ?? result)}
          >
            <Group gap="md" mt={4}>
              {effectivenessResults.map((value) => (
                <Radio key={value} value={value} label={all.effects[value]} />
              ))}
            </Group>
          </Radio.Group>
          <Group grow align="flex-start" gap="sm">
            <TextInput
              type="date"
              label={texts.on}
              required
              value={on}
              error={errors['on']}
              onChange={(event) => setOn(event.currentTarget.value)}
            />
            <PersonPicker
              label={texts.by}
              placeholder={texts.byHint}
              without={row.personId}
              value={by}
              onChange={setBy}
            />
          </Group>
          {row.competenceName !== null && (
            <>
              <JudgedLevel
                competenceName={row.competenceName}
                wanted={row.level}
                level={level}
                method={method}
                isSent={isSent}
                onLevel={setLevel}
                onMethod={setMethod}
              />
              <TextInput
                label={texts.reference}
                value={reference}
                error={errors['judgement.reference']}
                onChange={(event) => setReference(event.currentTarget.value)}
              />
            </>
          )}
          <Textarea
            label={texts.note}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {result !== null && result !== 'effective' && (
            <NextMeasure
              row={row}
              value={next}
              due={nextDue}
              error={errors['next.due']}
              onChange={setNext}
              onDue={setNextDue}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {all.cancel}
            </Button>
            <Button type="submit" loading={record.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
