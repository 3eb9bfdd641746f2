import { Anchor, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import type { AnswerPerson } from '../model.ts';
import { messages } from './messages.ts';
import classes from './requirement.module.css';

const SHOWN = 8;

/** People with the role through which they come to the requirement, since when, and with how many hours. */
export function AnswerPeople({ people }: { readonly people: readonly AnswerPerson[] }): JSX.Element | null {
  const text = useMessages(messages).requirement;
  const [open, setOpen] = useState(false);
  if (people.length === 0) return null;
  const shown = open ? people : people.slice(0, SHOWN);
  return (
    <>
      <ul className={classes.people}>
        {shown.map((person) => (
          <li key={`${person.personId} ${person.role?.roleId ?? ''} ${person.role?.capacity ?? ''}`}>
            <PersonLine person={person} />
          </li>
        ))}
      </ul>
      {people.length > SHOWN && !open && (
        <UnstyledButton className={classes.more} onClick={() => setOpen(true)}>
          {text.more(people.length - SHOWN)}
        </UnstyledButton>
      )}
    </>
  );
}

function PersonLine({ person }: { readonly person: AnswerPerson }): JSX.Element {
  const text = useMessages(messages).requirement;
  const format = useFormat();
  const { slug } = useOrganization();
  const { personId, name, role, since, hoursPerWeek, external, awayUntil, approval } = person;
  const facts = [
    ...(role?.capacity === 'deputy' ? [text.deputy] : []),
    ...(external ? [text.external] : []),
    ...(since === null ? [] : [text.since(format.date(since))]),
    ...(hoursPerWeek === null ? [] : [text.hours(format.number(hoursPerWeek))]),
    ...(approval === null ? [] : [text.approved(approval.name, format.date(approval.on))]),
    ...(awayUntil === null ? [] : [text.away(format.date(lastDayOf(awayUntil)))]),
  ];
  return (
    <>
      <Anchor
        inherit
        underline="always"
        fw={500}
        renderRoot={(props) => <Link to="/o/$slug/people/$personId" params={{ slug, personId }} {...props} />}
      >
        {name}
      </Anchor>
      {', '}
      {role === null ? (
        text.personally
      ) : (
        <Anchor
          inherit
          underline="always"
          renderRoot={(props) => <Link to="/o/$slug/roles/$roleId" params={{ slug, roleId: role.roleId }} {...props} />}
        >
          {role.name}
        </Anchor>
      )}
      {facts.length > 0 && <span className={classes.facts}> ({facts.join(', ')})</span>}
    </>
  );
}
