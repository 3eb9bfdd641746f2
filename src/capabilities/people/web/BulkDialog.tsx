import {
  Alert,
  Autocomplete,
  Button,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { conflictOf } from '../../../web/problem.ts';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import { personKinds, unitKinds, type Person } from '../model.ts';
import { bulkSet, emptyBulk, type BulkDraft, type BulkField } from './bulk-draft.ts';
import { BulkLine } from './BulkLine.tsx';
import { bulkMessages } from './bulk-messages.ts';
import { peopleMessages } from './messages.ts';
import { PersonPicker } from './PersonPicker.tsx';
import { useUnitNames } from './unit-names.ts';

interface BulkDialogProps {
  readonly people: readonly PersonRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const paths = ['set.unit', 'set.site', 'set.jobTitle', 'set.managerId', 'set.to', 'set.hours.from'];

/** Sets the same fields of everybody chosen; only what is ticked. */
export function BulkDialog({ people, onClose, onDone }: BulkDialogProps): JSX.Element {
  const texts = useMessages(bulkMessages);
  const kinds = useMessages(peopleMessages).kinds;
  const names = useUnitNames();
  const write = useWrite(peopleRoutes.editPeople);
  const [ticked, setTicked] = useState<ReadonlySet<BulkField>>(new Set());
  const [draft, setDraft] = useState(emptyBulk);
  const refused = refusal(write.error, paths);
  const conflict = conflictOf(write.error);
  const set = bulkSet(draft, ticked);
  const change = (field: BulkField, patch: Partial<BulkDraft>): void => {
    setDraft((before) => ({ ...before, ...patch }));
    setTicked((before) => new Set([...before, field]));
    write.reset();
  };
  const tick = (field: BulkField, on: boolean): void =>
    setTicked((before) => new Set(on ? [...before, field] : [...before].filter((other) => other !== field)));
  const line = (field: BulkField, children: JSX.Element): JSX.Element => (
    <BulkLine key={field} label={texts.fields[field]} ticked={ticked.has(field)} onTick={(on) => tick(field, on)}>
      {children}
    </BulkLine>
  );
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (set === null || ticked.size === 0) return;
    write.mutate(
      { body: { people: people.map(({ id, version }) => ({ id, version })), set } },
      {
        onSuccess: ({ changed }) => {
          notifications.show({ message: texts.done(changed), color: 'teal' });
          onDone();
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
      title={texts.title(people.length)}
      closeButtonProps={{ 'aria-label': texts.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {texts.lead} {texts.empty}
          </Text>
          {conflict === null ? (
            <ProblemAlert error={refused.rest} fields={paths} />
          ) : (
            <Alert role="alert" color="yellow" variant="outline">
              {texts.quicker((conflict.theirs as Person).name)}
            </Alert>
          )}
          {unitKinds.map((kind) =>
            line(
              kind,
              <Autocomplete
                aria-label={texts.fields[kind]}
                data={[...names[kind]]}
                limit={20}
                value={draft[kind]}
                error={refused.at[`set.${kind}`]}
                onChange={(name) => change(kind, { [kind]: name })}
              />,
            ),
          )}
          {line(
            'managerId',
            <PersonPicker
              label={null}
              spoken={texts.fields.managerId}
              value={draft.manager}
              error={refused.at['set.managerId']}
              onChange={(manager) => change('managerId', { manager })}
            />,
          )}
          {line(
            'jobTitle',
            <TextInput
              aria-label={texts.fields.jobTitle}
              value={draft.jobTitle}
              error={refused.at['set.jobTitle']}
              onChange={(event) => change('jobTitle', { jobTitle: event.currentTarget.value })}
            />,
          )}
          {line(
            'kind',
            <SegmentedControl
              fullWidth
              aria-label={texts.fields.kind}
              data={personKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
              value={draft.kind}
              onChange={(kind) => change('kind', { kind })}
            />,
          )}
          {line(
            'hours',
            <Group grow gap="xs" align="flex-start">
              <NumberInput
                aria-label={texts.fields.hours}
                min={0}
                max={168}
                decimalScale={2}
                value={draft.hours}
                onChange={(hours) => change('hours', { hours })}
              />
              <TextInput
                type="date"
                aria-label={texts.hoursFrom}
                value={draft.hoursFrom}
                error={refused.at['set.hours.from']}
                onChange={(event) => change('hours', { hoursFrom: event.currentTarget.value })}
              />
            </Group>,
          )}
          {line(
            'to',
            <TextInput
              type="date"
              aria-label={texts.fields.to}
              value={draft.lastDay}
              error={refused.at['set.to']}
              onChange={(event) => change('to', { lastDay: event.currentTarget.value })}
            />,
          )}
          {ticked.has('to') && draft.lastDay !== '' && (
            <Text size="sm">{texts.ends(people.filter(({ roles }) => roles.length > 0).length)}</Text>
          )}
          <Group justify="flex-end" gap="xs">
            {ticked.size === 0 && (
              <Text size="sm" c="dimmed">
                {texts.nothing}
              </Text>
            )}
            {set === null && <Text size="sm">{texts.badDay}</Text>}
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" disabled={ticked.size === 0 || set === null} loading={write.isPending}>
              {texts.save(people.length)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
