import { Stack, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { LoadingPage } from '../../../../web/frame/LoadingPage.tsx';
import { useFormat, useMessages } from '../../../../web/message.ts';
import { useRead } from '../../../../web/organization-data.ts';
import { ProblemAlert } from '../../../../web/ProblemAlert.tsx';
import type { PersonWay } from '../../../competence/way-out.ts';
import type { RoleWaysOut } from '../../../competence/role-way-out.ts';
import { assessmentRoutes } from '../../contract.ts';
import { AppointForm } from './AppointForm.tsx';
import type { FixFormProps } from './FixFrame.tsx';
import { OtherPeople } from './OtherPeople.tsx';
import { RaisedPeople } from './RaisedPeople.tsx';
import { TakeOverForm } from './TakeOverForm.tsx';
import { wayOutMessages } from './way-out-messages.ts';

/** Bring somebody there, have somebody take it over, bring somebody in: the ways out for a role as a whole. */
export function RoleWaysOutForm({ fix, onDone }: FixFormProps<'role-ways-out'>): JSX.Element {
  const text = useMessages(wayOutMessages);
  const [taking, setTaking] = useState<PersonWay | null>(null);
  const { roleId, requirementId } = fix;
  const read = useRead(assessmentRoutes.roleWaysOut, {
    query: { ...(roleId === null ? {} : { roleId }), ...(requirementId === null ? {} : { requirementId }) },
  });
  const found = read.data;
  return (
    <Stack gap="sm">
      <ProblemAlert error={read.error} />
      {read.isLoading && <LoadingPage />}
      {found !== undefined && taking !== null && (
        <Taking ways={found} way={taking} onBack={() => setTaking(null)} onDone={onDone} />
      )}
      {found !== undefined && taking === null && (
        <>
          <Lead ways={found} />
          <RaisedPeople ways={found} onDone={onDone} />
          <OtherPeople ways={found} noRole={text.role.anybody} onTake={setTaking} />
        </>
      )}
    </Stack>
  );
}

/** What is asked, and how much of it those who have the role prove. */
const Lead = ({ ways: { asked, holders, role } }: { readonly ways: RoleWaysOut }): JSX.Element => {
  const text = useMessages(wayOutMessages);
  const format = useFormat();
  const levels = format.list(asked.map(({ name, level }) => text.effect.competence(name, level)));
  return (
    <Text size="sm">
      {role === null ? text.role.asksAnybody(levels) : text.role.asks(role.name, levels)}{' '}
      {role !== null &&
        (holders.length === 0
          ? text.role.vacant
          : text.role.holders(format.list(holders.map(({ name, proven, of }) => text.role.holder(name, proven, of)))))}
    </Text>
  );
};

interface TakingProps {
  readonly ways: RoleWaysOut;
  readonly way: PersonWay;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Takes the role over from who has it; where nobody has, appoints. */
const Taking = ({ ways, way, onBack, onDone }: TakingProps): JSX.Element | null => {
  const { role, from, hoursNeeded } = ways;
  if (role === null) return null;
  if (from !== null)
    return <TakeOverForm ways={{ role, person: from, hoursNeeded }} way={way} onBack={onBack} onDone={onDone} />;
  const candidate = {
    personId: way.personId,
    label: way.name,
    reason: way.unit ?? '',
    contested: way.against !== null,
  };
  return (
    <AppointForm
      fix={{ kind: 'appoint', roleId: role.roleId, capacity: 'holder', candidates: [candidate] }}
      onDone={onDone}
    />
  );
};
