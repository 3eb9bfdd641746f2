import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../../web/message.ts';
import { useOrganization } from '../../../../web/organization.ts';
import type { PersonWay, WaysOut } from '../../../competence/way-out.ts';
import { PersonWays } from './PersonWays.tsx';
import { wayOutMessages } from './way-out-messages.ts';
import { WaySection } from './WaySection.tsx';

interface OtherPeopleProps {
  readonly ways: Pick<WaysOut, 'role' | 'hoursNeeded' | 'appoint' | 'bringIn'>;
  /** Said where no role asks for it. */
  readonly noRole: string;
  readonly onTake: (way: PersonWay) => void;
}

/** Who else could do it: own people to appoint, and people from outside to bring in. */
export function OtherPeople({ ways, noRole, onTake }: OtherPeopleProps): JSX.Element {
  const text = useMessages(wayOutMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const { role, hoursNeeded, appoint, bringIn } = ways;
  if (role === null)
    return (
      <WaySection heading={text.appoint} hint={noRole}>
        {null}
      </WaySection>
    );
  const outsiders = role.external === 'limited' ? text.limited(role.name) : text.bringInHint;
  return (
    <>
      <WaySection
        heading={text.appoint}
        hint={text.appointHint(hoursNeeded === null ? null : format.number(hoursNeeded))}
      >
        <PersonWays people={appoint} none={text.nobody} onTake={onTake} />
      </WaySection>
      <WaySection heading={text.bringIn} hint={role.external === 'no' ? text.notAllowed(role.name) : outsiders}>
        {role.external !== 'no' && <PersonWays people={bringIn} none={text.noOutsider} onTake={onTake} />}
        {role.external !== 'no' && bringIn.length === 0 && (
          <Anchor size="sm" renderRoot={(props) => <Link to="/o/$slug/people" params={{ slug }} {...props} />}>
            {text.engage}
          </Anchor>
        )}
      </WaySection>
    </>
  );
}
