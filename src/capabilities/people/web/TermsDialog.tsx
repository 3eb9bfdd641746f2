import { Button, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { isPlainDate, type PlainDate } from '../../../kernel/date.ts';
import type { WeeklyHours } from '../../../kernel/hours.ts';
import type { Money } from '../../../kernel/money.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayReadCost } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import type { Terms } from '../model.ts';
import { termsWith, termsWithout } from '../terms.ts';
import { engagementMessages } from './engagement-messages.ts';

/** `from` is null for what holds from the beginning. */
export type EditedTerms = Omit<Terms, 'from'> & { readonly from: PlainDate | null; readonly isNew: boolean };

const CURRENCY = /^[A-Z]{3}$/;

export function TermsDialog({
  person,
  terms,
  onClose,
}: {
  readonly person: PersonRow;
  readonly terms: EditedTerms;
  readonly onClose: () => void;
}): JSX.Element {
  const texts = useMessages(engagementMessages).terms;
  const mayReadCost = useMayReadCost();
  const update = useWrite(peopleRoutes.updatePerson);
  const [from, setFrom] = useState<string>(terms.from ?? '');
  const [hours, setHours] = useState<number | string>(terms.weeklyHours ?? '');
  const [amount, setAmount] = useState<number | string>(terms.costRate === null ? '' : terms.costRate.minor / 100);
  const [currency, setCurrency] = useState(terms.costRate?.currency ?? 'EUR');
  const badDay = terms.from !== null && !isPlainDate(from);
  const badCurrency = amount !== '' && !CURRENCY.test(currency);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (badDay || badCurrency) return;
    const weeklyHours = (hours === '' ? null : Number(hours)) as WeeklyHours | null;
    const costRate: Money | null = amount === '' ? null : { minor: Math.round(Number(amount) * 100), currency };
    const held = { weeklyHours, ...(mayReadCost ? { costRate } : {}) };
    const kept = { ...person, terms: terms.from === null ? person.terms : termsWithout(person, terms.from) };
    const body = isPlainDate(from) && terms.from !== null ? { terms: termsWith(kept, from, held) } : held;
    update.mutate(
      { path: { personId: person.id }, version: person.version, body },
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
      size={420}
      title={terms.from === null ? texts.correct : mayReadCost ? texts.dialog : texts.dialogHours}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemAlert error={update.error} />
          {terms.from !== null && (
            <TextInput
              type="date"
              required
              data-autofocus
              label={texts.day}
              value={from}
              error={badDay ? texts.badDay : null}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
          )}
          <NumberInput
            label={texts.hours}
            value={hours}
            min={0}
            max={168}
            decimalScale={2}
            onChange={(value) => setHours(value)}
          />
          {mayReadCost && (
            <Group grow align="flex-start" gap="sm">
              <NumberInput
                label={texts.amount}
                value={amount}
                min={0}
                max={1_000_000}
                decimalScale={2}
                onChange={(value) => setAmount(value)}
              />
              <TextInput
                label={texts.currency}
                placeholder={texts.currencyHint}
                maxLength={3}
                value={currency}
                error={badCurrency ? texts.badCurrency : null}
                onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
              />
            </Group>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" loading={update.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
