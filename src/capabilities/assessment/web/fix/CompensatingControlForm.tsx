import { Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type JSX } from 'react';
import { addDays } from '../../../../kernel/date.ts';
import { endAfter } from '../../../../web/form/last-day.ts';
import { useMessages } from '../../../../web/message.ts';
import { useRead, useWrite } from '../../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../../web/problem.ts';
import { today } from '../../../../web/today.ts';
import { PersonPicker, type PickedPerson } from '../../../people/web/PersonPicker.tsx';
import { segregationRoutes } from '../../../segregation/contract.ts';
import { ruleBook } from '../../../segregation/rule-book.ts';
import { messages } from '../messages.ts';
import { FixFrame, type FixFormProps } from './FixFrame.tsx';

/** Records what is done instead where one person holds two duties that a rule separates. */
export function CompensatingControlForm({ fix, onDone }: FixFormProps<'record-compensating-control'>): JSX.Element {
  const text = useMessages(messages).fix;
  const record = useWrite(segregationRoutes.recordCompensatingControl);
  const [control, setControl] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [lastDay, setLastDay] = useState<string>(addDays(today(), 365));
  const [owner, setOwner] = useState<PickedPerson | null>(null);
  const rules = useRead(segregationRoutes.segregationRules);
  const suggestion = ruleBook(rules.data ?? []).find(fix.rule)?.compensatingControl ?? null;
  const errors = fieldErrorsOf(record.error);
  return (
    <FixFrame
      action={text['record-compensating-control']}
      pending={record.isPending}
      disabled={control.trim() === '' || approvedBy.trim() === ''}
      error={record.error}
      fields={['control', 'approvedBy', 'expires']}
      onSubmit={() =>
        record.mutate(
          {
            body: {
              rule: fix.rule,
              personId: fix.personId,
              control,
              approvedBy,
              expires: endAfter(lastDay) ?? '',
              ownerId: owner?.id ?? null,
            },
          },
          { onSuccess: onDone },
        )
      }
    >
      {suggestion !== null && (
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm" c="dimmed">
            {suggestion}
          </Text>
          <Button size="compact-sm" variant="default" flex="none" onClick={() => setControl(suggestion)}>
            {text.suggestion}
          </Button>
        </Group>
      )}
      <Textarea
        label={text.compensatingControl}
        required
        data-autofocus
        autosize
        minRows={3}
        maxLength={2000}
        value={control}
        error={errors['control']}
        onChange={(event) => setControl(event.currentTarget.value)}
      />
      <PersonPicker label={text.owner} description={text.ownerHint} value={owner} onChange={setOwner} />
      <Group grow align="flex-start">
        <TextInput
          label={text.approvedBy}
          description={text.approvedByHint}
          required
          value={approvedBy}
          error={errors['approvedBy']}
          onChange={(event) => setApprovedBy(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={text.expires}
          description={'\u00a0'}
          required
          value={lastDay}
          error={errors['expires']}
          onChange={(event) => setLastDay(event.currentTarget.value)}
        />
      </Group>
    </FixFrame>
  );
}
