import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { PersonId } from '../../../kernel/id.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { PersonPicker } from '../../people/web/PersonPicker.tsx';
import type { Named } from '../contract.ts';
import type { Membership } from '../model.ts';
import { messages } from './messages.ts';

export type LinkedMember = Membership & Named;

interface MemberPersonProps {
  readonly member: LinkedMember;
  readonly onLink: (write: {
    readonly path: { readonly membershipId: string };
    readonly version: number;
    readonly body: { readonly personId: PersonId | null };
  }) => void;
}

/** Who of the register an account is; owners say so in place. */
export function MemberPerson({ member, onLink }: MemberPersonProps): JSX.Element {
  const text = useMessages(messages).members;
  const mayChange = useMayChange('membership');
  if (!mayChange)
    return (
      <Text size="sm" {...(member.personName === null ? { c: 'dimmed' } : {})}>
        {member.personName ?? text.notLinked}
      </Text>
    );
  return (
    <PersonPicker
      label={null}
      spoken={text.personOf(member.name)}
      placeholder={text.notLinked}
      value={member.personId === null ? null : { id: member.personId, name: member.personName ?? '' }}
      onChange={(person) => {
        const personId = (person?.id ?? null) as PersonId | null;
        if (personId !== member.personId)
          onLink({ path: { membershipId: member.id }, version: member.version, body: { personId } });
      }}
    />
  );
}
