import { Autocomplete, Button, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import type { Accountability } from '../../accountability/model.ts';
import type { AppointmentRow } from '../../roles/contract.ts';
import { isPlainDate } from '../../../kernel/date.ts';
import { hasEnded } from '../../../kernel/period.ts';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { today } from '../../../web/today.ts';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import { unitKinds } from '../model.ts';
import type { UnitRow } from '../unit-list.ts';
import { headedElsewhere, lacksSuccessor, moveDraftOf, moveOf, type Fate, type MoveDraft } from './move-draft.ts';
import { moveMessages } from './move-messages.ts';
import { MoveHoldings } from './MoveHoldings.tsx';
import { MoveForesight, useForesight } from './MoveForesight.tsx';
import classes from './person.module.css';
import { PersonPicker } from './PersonPicker.tsx';
import { useUnitNames } from './unit-names.ts';

interface MoveFormProps {
  readonly person: PersonRow;
  readonly appointments: readonly AppointmentRow[];
  /** Letters by name. */
  readonly letters: readonly Accountability[];
  /** Every unit and site that is described. */
  readonly units: readonly UnitRow[];
  /** How many active people report to the person. */
  readonly reports: number;
}

const fields = ['from', 'managerId', 'unit', 'site'];

export function MoveForm({ person, appointments, letters, units, reports }: MoveFormProps): JSX.Element {
  const texts = useMessages(moveMessages);
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const names = useUnitNames();
  const write = useWrite(peopleRoutes.movePerson);
  const [draft, setDraft] = useState(() => moveDraftOf(person, today()));
  const change = (patch: Partial<MoveDraft>): void => {
    setDraft((before) => ({ ...before, ...patch }));
    write.reset();
  };
  const decide = (id: string, fate: Fate): void => change({ fates: new Map([...draft.fates, [id, fate]]) });
  const { from } = draft;
  const held = isPlainDate(from) ? appointments.filter((appointment) => !hasEnded(appointment, from)) : appointments;
  const headed = headedElsewhere(units, person.id, draft);
  const shown = [...held, ...letters, ...headed];
  const fatesNow = new Map([...draft.fates].filter(([id]) => shown.some((one) => one.id === id)));
  const move = moveOf({ ...draft, fates: fatesNow }, person, {
    letters: new Set(letters.map(({ id }) => id)),
    units: new Set(headed.map(({ id }) => id)),
  });
  const foresight = useForesight(person, move);
  const created = foresight.data?.created.length ?? 0;
  const refused = refusal(write.error ?? foresight.error, fields);
  const save = (): void => {
    if (move === null) return;
    write.mutate(
      { path: { personId: person.id }, version: person.version, body: { ...move, dryRun: false } },
      {
        onSuccess: () => {
          notifications.show({ message: texts.done(person.name), color: 'teal' });
          void navigate({ to: '/o/$slug/people/$personId', params: { slug, personId: person.id } });
        },
      },
    );
  };
  return (
    <>
      <Panel title={texts.where}>
        <div className={classes.where}>
          <TextInput
            type="date"
            required
            label={texts.from}
            value={from}
            error={isPlainDate(from) ? refused.at['from'] : texts.badDay}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
          {unitKinds.map((kind) => (
            <Autocomplete
              key={kind}
              label={texts[kind]}
              data={[...names[kind]]}
              limit={20}
              value={draft[kind]}
              error={refused.at[kind]}
              onChange={(name) => change({ [kind]: name })}
            />
          ))}
          <PersonPicker
            label={texts.manager}
            value={draft.manager}
            without={person.id}
            error={refused.at['managerId']}
            onChange={(manager) => change({ manager })}
          />
          <NumberInput
            label={texts.hours}
            value={draft.hours}
            min={0}
            max={168}
            decimalScale={2}
            onChange={(hours) => change({ hours })}
          />
          {reports > 0 && (
            <PersonPicker
              label={`${texts.reports(reports)}. ${texts.reportsTo}`}
              placeholder={texts.reportsKept}
              value={draft.reportsTo}
              without={person.id}
              onChange={(reportsTo) => change({ reportsTo })}
            />
          )}
        </div>
        <Text size="sm" c="dimmed" mt="xs">
          {texts.fromHint}
        </Text>
      </Panel>
      <MoveHoldings
        person={person}
        appointments={held}
        letters={letters}
        units={headed}
        fates={draft.fates}
        onDecide={decide}
      />
      <MoveForesight foresight={foresight} waiting={lacksSuccessor({ ...draft, fates: fatesNow })} />
      <ProblemAlert error={refused.rest} fields={fields} />
      <Group gap="sm" className={classes.finish}>
        <Button
          {...(created > 0 ? { color: 'red' } : {})}
          disabled={move === null || foresight.data === undefined || foresight.isFetching}
          loading={write.isPending}
          onClick={save}
        >
          {created > 0 ? texts.saveAnyway(created) : texts.save}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/o/$slug/people/$personId" params={{ slug, personId: person.id }} {...props} />
          )}
        >
          {texts.cancel}
        </Button>
      </Group>
    </>
  );
}
