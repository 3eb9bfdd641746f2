import { Button, Group, Modal, MultiSelect, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { requirements } from '../../../domain/catalogue.ts';
import { addDays, isPlainDate } from '../../../kernel/date.ts';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { PersonPicker, type PickedPerson } from '../../people/web/PersonPicker.tsx';
import { roleRoutes } from '../../roles/contract.ts';
import { segregationRoutes, type DutyRow } from '../contract.ts';
import { activitiesOf, type RuleBook } from '../rule-book.ts';
import { activityName } from './activity-name.ts';
import { segregationMessages } from './messages.ts';

interface DutyDialogProps {
  /** Null for a new one. Of one that is there, area and dates change; another bearer is another row. */
  readonly duty: DutyRow | null;
  readonly book: RuleBook;
  readonly onClose: () => void;
}

const dayAfter = (lastDay: string): string | null => (isPlainDate(lastDay) ? addDays(lastDay, 1) : null);

export function DutyDialog({ duty, book, onClose }: DutyDialogProps): JSX.Element {
  const texts = useMessages(segregationMessages);
  const form = texts.dutyForm;
  const roles = useRead(roleRoutes.roles);
  const assign = useWrite(segregationRoutes.assignDuty);
  const update = useWrite(segregationRoutes.updateDuty);
  const [activity, setActivity] = useState<string | null>(duty?.activity ?? null);
  const [by, setBy] = useState<'role' | 'person'>('role');
  const [roleId, setRoleId] = useState<string | null>(null);
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [requirementIds, setRequirementIds] = useState<string[]>([...(duty?.requirementIds ?? [])]);
  const [scope, setScope] = useState(duty?.scope ?? '');
  const [from, setFrom] = useState<string>(duty?.from ?? '');
  const [to, setTo] = useState<string>(duty?.to === null || duty === null ? '' : lastDayOf(duty.to));
  const error = assign.error ?? update.error;
  const errors = fieldErrorsOf(error);
  const bearer = by === 'role' ? { roleId, personId: null } : { roleId: null, personId: person?.id ?? null };
  const ready = duty !== null || (activity !== null && (bearer.roleId !== null || bearer.personId !== null));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const area = {
      requirementIds,
      scope: scope.trim() === '' ? null : scope,
      from: from === '' ? null : from,
      to: dayAfter(to),
    };
    if (duty !== null)
      update.mutate({ path: { dutyId: duty.id }, version: duty.version, body: area }, { onSuccess: onClose });
    else if (activity !== null) assign.mutate({ body: { activity, ...bearer, ...area } }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={form.title} closeButtonProps={{ 'aria-label': texts.cancel }} size={520}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {duty === null ? (
            <>
              <Select
                label={form.activity}
                description={form.activityHint}
                required
                searchable
                data-autofocus
                data={activitiesOf(book).map((key) => ({ value: key, label: activityName(key) }))}
                value={activity}
                error={errors['activity']}
                onChange={setActivity}
              />
              <SegmentedControl
                aria-label={form.by}
                data={[
                  { value: 'role', label: form.role },
                  { value: 'person', label: form.person },
                ]}
                value={by}
                onChange={(value) => setBy(value === 'person' ? 'person' : 'role')}
              />
              {by === 'role' ? (
                <Select
                  label={form.role}
                  required
                  searchable
                  data={(roles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                  value={roleId}
                  error={errors['roleId']}
                  onChange={setRoleId}
                />
              ) : (
                <PersonPicker label={form.person} required value={person} onChange={setPerson} />
              )}
            </>
          ) : (
            <Text fw={500}>{`${activityName(duty.activity)}: ${duty.bearerName}`}</Text>
          )}
          <MultiSelect
            label={form.requirements}
            description={form.requirementsHint}
            searchable
            data={requirements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
            value={requirementIds}
            onChange={setRequirementIds}
          />
          <TextInput
            label={form.scope}
            description={form.scopeHint}
            maxLength={200}
            value={scope}
            error={errors['scope']}
            onChange={(event) => setScope(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={form.from}
              value={from}
              error={errors['from']}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={form.to}
              value={to}
              error={errors['to']}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </Group>
          <ProblemAlert error={error} fields={['activity', 'roleId', 'scope', 'from', 'to']} />
          <Group justify="flex-end">
            <Button type="submit" loading={assign.isPending || update.isPending} disabled={!ready}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
