import { Group, NumberInput, TextInput } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../../web/message.ts';
import { useWrite } from '../../../../web/organization-data.ts';
import { useOrganization } from '../../../../web/organization.ts';
import { fieldErrorsOf } from '../../../../web/problem.ts';
import { today } from '../../../../web/today.ts';
import { PersonPicker, type PickedPerson } from '../../../people/web/PersonPicker.tsx';
import { roleRoutes } from '../../../roles/contract.ts';
import { thoughtsOf } from '../../../roles/web/appointment-draft.ts';
import { ConsequenceList } from '../../../roles/web/ConsequenceList.tsx';
import { messages } from '../messages.ts';
import { Choice } from './Choice.tsx';
import { FixFrame, type FixFormProps } from './FixFrame.tsx';

const SUGGESTED = 4;
const OTHER = 'other';

/** Appoints one of the candidates, or anybody of the register, as holder or deputy from a day. */
export function AppointForm({ fix, onDone }: FixFormProps<'appoint'>): JSX.Element {
  const text = useMessages(messages).fix;
  const { userName } = useOrganization();
  const appoint = useWrite(roleRoutes.appoint);
  const candidates = fix.candidates.slice(0, SUGGESTED);
  const [chosen, setChosen] = useState<string>(candidates[0]?.personId ?? OTHER);
  const [other, setOther] = useState<PickedPerson | null>(null);
  const [from, setFrom] = useState<string>(today());
  const [hours, setHours] = useState<number | string>(fix.capacity === 'holder' ? 4 : '');
  const personId = chosen === OTHER ? other?.id : chosen;
  const errors = fieldErrorsOf(appoint.error);
  const submit = (): void => {
    if (personId === undefined) return;
    appoint.mutate(
      {
        body: {
          personId,
          roleId: fix.roleId,
          capacity: fix.capacity,
          from,
          to: null,
          hoursPerWeek: typeof hours === 'number' ? hours : null,
          appointedBy: userName,
          note: '',
        },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <FixFrame
      action={fix.capacity === 'deputy' ? text.appointDeputy : text.appoint}
      pending={appoint.isPending}
      disabled={personId === undefined}
      error={appoint.error}
      fields={['from', 'hoursPerWeek']}
      onSubmit={submit}
    >
      <Choice
        label={text.person}
        description={candidates.length === 0 ? text.noCandidates : text.best}
        options={[
          ...candidates.map(({ personId: value, label, reason }) => ({ value, label, reason })),
          { value: OTHER, label: text.somebodyElse },
        ]}
        value={chosen}
        onChange={setChosen}
      >
        {chosen === OTHER && <PersonPicker label={text.choosePerson} value={other} onChange={setOther} required />}
      </Choice>
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label={text.from}
          required
          value={from}
          error={errors['from']}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NumberInput
          label={text.hours}
          min={0}
          max={168}
          decimalScale={2}
          value={hours}
          onChange={setHours}
          error={errors['hoursPerWeek']}
        />
      </Group>
      <ConsequenceList
        thoughts={thoughtsOf(
          {
            capacity: fix.capacity,
            from,
            to: '',
            hoursPerWeek: typeof hours === 'number' ? hours : '',
            appointedBy: '',
            note: '',
          },
          personId ?? null,
          fix.roleId,
          null,
        )}
      />
    </FixFrame>
  );
}
